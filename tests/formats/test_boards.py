"""Sheets, pictures and cards: every word arrives as it was, nothing becomes markup, what is too long goes on."""

from __future__ import annotations

import io
import re
import unicodedata

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.formats import boards, cards
from generator.formats._common import typesetting
from generator.formats._common.typesetting import Form, literal, typeset
from generator.markup.blocks import Document, Heading, Item, Paragraph, Picture, Run, Sheet, Table
from generator.model import Unusable

A4 = boards.FORMS[1][1]
ROWS = tuple((f"第{number}笔", "501 经营收入", f"{number},000.00") for number in range(1, 91))
TABLE = Table(
    "",
    (("项目", "科目", "金额（元）"),),
    (("期初结存", "", "1.00"), *ROWS, ("期末结存", "", "2.00")),
    (False, False, True),
)
DOCUMENT = Document(
    "刘村2026年3月收支公开榜", (Paragraph((Run("共收入 "), Run("12,000.00", True), Run(" 元。"))), TABLE)
)
SHEET = Sheet(DOCUMENT, "anping/liucun", "https://gongkai.example/anping/liucun.html", "1234 5678 9012 3456 7890 1234")


def texts(data: bytes) -> list[str]:
    """The words of each sheet, without blanks."""
    return ["".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(data)]


def sheet(*runs: str) -> Sheet:
    return Sheet(Document("题", (Paragraph(tuple(map(Run, runs))),)), "a/b")


def test_what_does_not_fit_goes_on_under_the_same_head() -> None:
    """Numbered; the code and the address at the end."""
    pages = texts(typeset(SHEET, A4))

    assert len(pages) > 2
    assert all("金额（元）" in page for page in pages if "笔" in page)
    assert [f"第{number}页，共{len(pages)}页" in page for number, page in enumerate(pages, 1)] == [True] * len(pages)
    assert "校验码123456789012345678901234" in pages[-1]
    assert "https://gongkai.example/anping/liucun.html" in pages[-1]
    assert re.findall(r"第(\d+)笔", "".join(pages)) == [str(number) for number in range(1, 91)]


@pytest.mark.parametrize(("ending", "size"), [("-a3.pdf", (842, 1191)), ("-a4.pdf", (595, 842))])
def test_sheets_are_as_large_as_they_say(ending: str, size: tuple[int, int]) -> None:
    """With letters that are read at a metre."""
    made = dict(boards.make(SHEET))
    page = pypdfium2.PdfDocument(made[ending])[0]

    assert tuple(round(one) for one in page.get_size()) == size
    assert dict(boards.FORMS)[ending].size >= {"-a3.pdf": 20, "-a4.pdf": 16}[ending]


def test_the_picture_is_one_and_as_wide_as_a_telephone() -> None:
    """However long; the last words stand above the code, not in it."""
    picture = Image.open(io.BytesIO(dict(boards.make(SHEET))[".png"]))

    assert picture.width == 1080
    assert picture.height > 4000


def test_the_card_says_what_matters_on_one_side() -> None:
    """What there was and what is left; not every entry."""
    ((_, data),) = cards.make(SHEET)
    (page,) = texts(data)

    assert "期初结存1.00" in page
    assert "期末结存2.00" in page
    assert "第1笔" not in page
    assert "12,000.00" in page


def test_the_same_page_gives_the_same_bytes() -> None:
    """And names no machine."""
    assert list(boards.make(SHEET)) == list(boards.make(SHEET))
    assert "2000" in pypdfium2.PdfDocument(typeset(SHEET, A4)).get_metadata_dict()["CreationDate"]


SHOWN = st.characters(
    exclude_categories=["Cc", "Cs", "Cn", "Co", "Cf", "Mn", "Mc", "Me", "Zl", "Zp"], max_codepoint=0x9FFF
)


@given(st.text(SHOWN, max_size=30))
def test_no_word_becomes_markup(text: str) -> None:
    """A literal holds what it was given, and cannot end before its end."""
    made = literal(text)

    assert made[0] == made[-1] == '"'
    assert not set(made[1:-1]) & {'"', "\n"}
    assert re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), made[1:-1]) == text


@pytest.mark.parametrize(
    "words",
    [
        '#panic("x")',
        '") #panic("x")',
        "\\u{41}",
        "$x$ *b* _c_ `d` <e> @f",
        "= 题 - 列 + 列 / 列",
        '#import "@preview/x:1.0.0"',
        "//",
    ],
)
def test_what_looks_like_typst_is_printed(words: str) -> None:
    """Letter by letter."""
    (page,) = texts(typeset(sheet(words), Form("pdf", 'paper: "a5"', 12)))

    assert unicodedata.normalize("NFKC", "".join(words.split())) in unicodedata.normalize("NFKC", page)


def test_odd_documents_are_sheets_too() -> None:
    """Empty ones, wide ones, control characters."""
    odd = Document(
        "",
        (
            Heading(2, "\x00\x0b"),
            Item(3, "1.", (Run("行\n行"),)),
            Picture("", ""),
            Table("空", (), ()),
            Table("", (), (("甲",) * 30,)),
        ),
    )

    assert texts(typeset(Sheet(odd, "x"), A4))


def test_without_a_font_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet of empty squares helps nobody."""
    typesetting.font.cache_clear()
    monkeypatch.setattr(typesetting, "FONTS", ("No Such Font",))
    with pytest.raises(Unusable, match=r"没有排版用的中文字体.*fonts-noto-cjk"):
        typeset(SHEET, A4)
    typesetting.font.cache_clear()


def test_without_the_program_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to install."""
    typesetting.font.cache_clear()
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    with pytest.raises(Unusable, match=r"pip install gongkai\[paper\]"):
        typeset(SHEET, A4)
    typesetting.font.cache_clear()
