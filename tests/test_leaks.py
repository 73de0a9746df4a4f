"""The second look: whatever was withheld is found in finished bytes, however it is written there."""

from __future__ import annotations

import gzip
import html
import io
import json
import random
import urllib.parse
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.derive import derive
from generator.disclose import disclose
from generator.leaks import find_leaks, scan, searchable, withheld
from generator.load import load
from generator.model import Amount, Audience, Publication
from generator.pages import plan
from generator.write import write
from generator.write.sheets import csv_bytes

RECORDS = derive(load(Path(__file__).parent.parent)[0], date(2026, 10, 20))
EDITION = disclose(RECORDS, Audience.PUBLIC)
PAGES = plan(EDITION)
NEEDLES = withheld(Publication(EDITION, PAGES, Path()), RECORDS)
LONG = sorted(needle for needle in NEEDLES if len(needle) >= 6 and "\u4e00" <= needle[0] <= "\u9fff")


def leaks(folder: Path) -> list[str]:
    """The records named by the findings for this folder."""
    return sorted({finding.record for finding in scan(NEEDLES, Audience.PUBLIC, [folder])})


def zipped(name: str, data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, data)
    return buffer.getvalue()


DISGUISES = {
    "plain": lambda text: text.encode(),
    "comment": lambda text: f"<!-- {text} -->".encode(),
    "attribute": lambda text: f'<img alt="{text}">'.encode(),
    "entities": lambda text: "".join(f"&#{ord(c)};" for c in text).encode(),
    "hex entities": lambda text: "".join(f"&#x{ord(c):x};" for c in text).encode(),
    "escaped json": lambda text: json.dumps({"text": text}).encode(),
    "percent": lambda text: f'<a href="{urllib.parse.quote(text)}.html">'.encode(),
    "split by markup": lambda text: f"<p>{text[:2]}<b>{text[2:4]}</b>{text[4:]}</p>".encode(),
    "zero width": lambda text: "\u200b".join(text).encode(),
    "spaced": lambda text: " ".join(text).encode(),
    "full width": lambda text: "".join(
        chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text
    ).encode(),
    "gzip": lambda text: gzip.compress(text.encode()),
    "zip": lambda text: zipped("a.html", text.encode()),
    "zip in zip": lambda text: zipped("a.zip", zipped("b.txt", text.encode())),
    "name in zip": lambda text: zipped(f"{text}.html", b""),
}


@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_withheld_text_is_found_in_every_disguise(disguise: str, tmp_path: Path) -> None:
    """Thirty seeded leaks a disguise: all are caught."""
    for number, needle in enumerate(random.Random(7).sample(LONG, min(30, len(LONG)))):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "page.html").write_bytes(DISGUISES[disguise](needle))

        assert NEEDLES[needle][0] in leaks(folder), needle


def test_a_persons_name_is_found_but_not_across_a_border(tmp_path: Path) -> None:
    """The names of people are short; two neighbouring cells are not a name."""
    name = next(n for n, (_, label) in NEEDLES.items() if label == "经手人" and len(n) == 3)
    (tmp_path / "a.html").write_text(f"<td>{name}</td>", encoding="utf-8")
    assert leaks(tmp_path) == [NEEDLES[name][0]]

    (tmp_path / "a.html").write_text(f"<td>{name[0]}</td>\n<td>{name[1:]}</td>", encoding="utf-8")
    assert leaks(tmp_path) == []


def test_an_amount_is_found_with_and_without_grouping(tmp_path: Path) -> None:
    """`12345.67` and `12,345.67` are the same amount."""
    needle = next(needle for needle in NEEDLES if needle[0].isdigit() and "." in needle and Decimal(needle) > 1000)
    for form in (needle, f"{Decimal(needle):,}"):
        (tmp_path / "a.html").write_text(f"<td>{form}</td>", encoding="utf-8")

        assert leaks(tmp_path) == [NEEDLES[needle][0]]


def test_a_table_to_take_away_is_searched(tmp_path: Path) -> None:
    """CSV writes numbers bare and without ends of nought: a withheld amount is found in it all the same, and a name."""
    amount = next(needle for needle in NEEDLES if needle.endswith("0") and needle[0].isdigit() and "." in needle)
    name = next(n for n, (_, label) in NEEDLES.items() if label == "经手人" and len(n) == 3)
    for cell in (Amount.known(Decimal(amount).normalize(), "元"), name):
        (tmp_path / "finance.csv").write_bytes(csv_bytes([("地方", "金额（元）", "期数"), ("刘村", cell, 3)]))

        assert leaks(tmp_path) == [NEEDLES[amount if isinstance(cell, Amount) else name][0]]


def test_every_file_of_the_site_is_searched(tmp_path: Path) -> None:
    """Whatever its ending and however deep it stands."""
    for path in ("statistics/members.csv", "assets/a.svg", "x/y/z/figures.json", "no-ending"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(LONG[0], encoding="utf-8-sig")

    found = {finding.where.file for finding in scan(NEEDLES, Audience.PUBLIC, [tmp_path])}

    assert found == {"statistics/members.csv", "assets/a.svg", "x/y/z/figures.json", "no-ending"}


def test_the_file_name_is_searched_too(tmp_path: Path) -> None:
    """A page named after a person is a leak without a byte of content."""
    needle = LONG[0]
    (tmp_path / f"{urllib.parse.quote(needle[:20])}.html").write_bytes(b"")
    if len(needle) <= 20:
        assert leaks(tmp_path) == [NEEDLES[needle][0]]


def test_the_whole_edition_of_reviewers_in_a_public_folder_is_a_leak(tmp_path: Path) -> None:
    """A gate that lets everything through is noticed in every family that has secrets."""
    review = disclose(RECORDS, Audience.REVIEW)
    write(review, plan(review), tmp_path)

    families = {key.split("/")[1] for key in leaks(tmp_path)}

    assert {"place", "organisation", "finance", "procedure", "publication", "indicator"} <= families


def test_what_the_audience_may_read_is_no_leak(tmp_path: Path) -> None:
    """The public edition itself is silent."""
    write(EDITION, PAGES, tmp_path)

    assert leaks(tmp_path) == []


def test_a_finding_never_repeats_the_value(tmp_path: Path) -> None:
    """Build logs are public more often than sites."""
    (tmp_path / "a.html").write_text(LONG[0], encoding="utf-8")
    publication = Publication(EDITION, PAGES, tmp_path)

    for finding in find_leaks(publication, RECORDS, [tmp_path]):
        assert LONG[0] not in finding.message


def test_searchable_keeps_borders_and_joins() -> None:
    """Both readings of one piece of markup."""
    bordered, joined = searchable("a.html", "<b>张</b>三 1,234.50".encode())

    assert "张三" not in bordered
    assert "张三1234.50" in joined
    assert html.unescape("&#24352;") == "张"


def test_words_of_the_pages_and_of_the_catalogue_are_no_leak(tmp_path: Path) -> None:
    """A remark that happens to be a word of the templates proves nothing; whom a record closes itself to neither."""
    assert "待核实" not in NEEDLES
    assert "社会" not in NEEDLES
    (tmp_path / "a.html").write_text("还没有公开的内容 社会 本村", encoding="utf-8")

    assert leaks(tmp_path) == []
