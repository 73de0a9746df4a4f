"""Whatever is handed out is searched: Word, Excel, PDF, archives in archives; a control without the value is clean."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import leaks
from generator.formats import boards, broadcasts, cards, word
from generator.leaks import Needles
from generator.markup.blocks import Document, Paragraph, Run, Sheet, Table
from generator.model import Audience

SECRET = "桥头丙片区"
AMOUNT = "54321.98"
NEEDLES: Needles = {SECRET: ("a/b/c", "备注"), AMOUNT: ("a/b/d", "金额")}


def sheet(words: str, amount: str) -> Sheet:
    blocks = (Paragraph((Run(words[:2]), Run(words[2:], True))), Table("", (("金额",),), ((amount,),), (True,)))
    return Sheet(Document("题", blocks), "a/b")


def from_page(make: Callable[[Sheet], object], ending: str) -> Callable[[str, str], bytes]:
    return lambda words, amount: dict(make(sheet(words, amount)))[ending]  # type: ignore[call-overload, no-any-return]


def workbook(words: str, amount: str) -> bytes:
    import xlsxwriter

    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        page = book.add_worksheet()
        page.write_string(0, 0, words)
        page.write_number(1, 0, float(amount.replace(",", "")))
    return held.getvalue()


def packed(words: str, amount: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside.docx", word.written(sheet(words, amount).document))
    return held.getvalue()


@pytest.mark.parametrize(
    ("ending", "make"),
    [
        (".docx", from_page(word.make, ".docx")),
        (".pdf", from_page(boards.make, "-a4.pdf")),
        (".pdf", from_page(cards.make, "-card.pdf")),
        (".xlsx", workbook),
        (".zip", packed),
    ],
)
def test_a_value_is_found_in_every_kind_of_file(ending: str, make: Callable[[str, str], bytes], tmp_path: Path) -> None:
    """Broken by a change of letters, grouped by commas, as a number of a cell."""
    (tmp_path / f"bad{ending}").write_bytes(make(SECRET, "54,321.98"))
    (tmp_path / f"good{ending}").write_bytes(make("别的名字", "54,321.97"))
    found = leaks.scan(NEEDLES, Audience.PUBLIC, [tmp_path])

    assert {(leak.record, leak.where.file.partition("!")[0]) for leak in found} == {
        ("a/b/c", f"bad{ending}"),
        ("a/b/d", f"bad{ending}"),
    }


def test_a_spoken_word_is_found(tmp_path: Path) -> None:
    """In the script for the loudspeaker; a spoken amount has no digits any more."""
    ((_, data),) = broadcasts.make(sheet(SECRET, "1.00"))
    (tmp_path / "a.txt").write_bytes(data)

    assert [leak.record for leak in leaks.scan(NEEDLES, Audience.PUBLIC, [tmp_path])] == ["a/b/c"]
