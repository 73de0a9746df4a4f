"""Word documents: the layout of an official paper, the same bytes every time, and nobody's name."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from generator.formats import word
from generator.markup.blocks import Document, Heading, Item, Paragraph, Picture, Run, Sheet, Table

ROWS = tuple((f"第{number}项", f"{number},000.00") for number in range(1, 61))
FACTS = Table(
    "",
    (("项目", "内容"),),
    (("事项", "收支公开榜"), ("公开主体", "刘村股份经济合作社"), ("公示起止", "2026年4月12日上墙，仍在公开栏")),
)
DOCUMENT = Document(
    "刘村2026年3月收支公开榜",
    (
        Paragraph((Run("示例"),), "mark"),
        Paragraph((Run("——安平镇农村党建见闻"),), "lead"),
        Paragraph((Run("共收入 "), Run("12,000.00", True), Run(" 元。"))),
        Heading(2, "一、收入"),
        Heading(3, "（一）承包费"),
        Heading(4, "1.果园"),
        Heading(5, "（1）老果园"),
        Item(0, "1.", (Run("果园\n两块"),)),
        Table("收支表", (("项目", "金额（元）"),), ROWS, (False, True)),
        Heading(2, "公开信息"),
        FACTS,
        Item(0, "", (Run("审批：刘村党支部书记 2026年4月9日"),)),
        Heading(2, "附件"),
        Picture("a.png", "公开栏照片"),
        Paragraph((Run("记录编号：anping/finance/liucun-2026-03"),), "note"),
    ),
)


def opened(document: Document = DOCUMENT, found: dict[str, bytes] | None = None) -> docx.document.Document:
    return docx.Document(io.BytesIO(word.written(document, found)))


def png(width: int, height: int) -> bytes:
    held = io.BytesIO()
    Image.new("RGB", (width, height), "#a61b1b").save(held, "PNG")
    return held.getvalue()


def of_style(line: docx.text.paragraph.Paragraph, what: str) -> etree._Element | None:
    """What its style says of it, or the one that it is based on."""
    style = line.style
    while style is not None:
        found = style.element.find(f".//{qn(what)}")
        if found is not None:
            return found
        style = style.base_style
    return None


def test_the_sheet_is_that_of_the_standard() -> None:
    """GB/T 9704-2012: margins, type area, lines, fonts, page numbers on both sides."""
    made = opened()
    (section,) = made.sections

    assert [round(one.mm) for one in (section.page_width, section.page_height)] == [210, 297]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(one.mm) for one in margins] == [37, 35, 28, 26]
    lines = made.styles.element.find(f".//{qn('w:pPrDefault')}//{qn('w:spacing')}")
    assert (lines.get(qn("w:line")), lines.get(qn("w:lineRule"))) == ("560", "exact")
    assert made.settings.odd_and_even_pages_header_footer
    for footer in (section.footer, section.even_page_footer):
        assert footer.paragraphs[0].text == "—  —"
        assert "PAGE" in footer._element.xml
    assert not list(section._sectPr.iter(qn("w:docGrid")))
    assert {one.get(qn("w:eastAsia")) for one in made.styles.element.iter(qn("w:lang"))} == {"zh-CN"}


@pytest.mark.parametrize(
    ("text", "font", "size", "bold"),
    [
        ("示例", "黑体", 16, False),
        ("刘村2026年3月收支公开榜", "方正小标宋简体", 22, False),
        ("——安平镇农村党建见闻", "楷体_GB2312", 16, False),
        ("一、收入", "黑体", 16, False),
        ("（一）承包费", "楷体_GB2312", 16, False),
        ("1.果园", "仿宋_GB2312", 16, True),
        ("（1）老果园", "仿宋_GB2312", 16, False),
        ("共收入 12,000.00 元。", "仿宋_GB2312", 16, False),
        ("记录编号：anping/finance/liucun-2026-03", "楷体_GB2312", 14, False),
    ],
)
def test_each_kind_of_text_has_its_letters(text: str, font: str, size: int, bold: bool) -> None:
    """By name and by style, so that an office can change them all at once; numerals stay as they are written."""
    made = opened()
    (line,) = (line for line in made.paragraphs if line.text == text)
    default = made.styles.element.find(qn("w:docDefaults"))
    fonts, letters = (
        found if (found := of_style(line, what)) is not None else default.find(f".//{qn(what)}")
        for what in ("w:rFonts", "w:sz")
    )

    assert fonts.get(qn("w:eastAsia")) == font
    assert letters.get(qn("w:val")) == str(size * 2)
    assert (of_style(line, "w:b") is not None) == bold
    with zipfile.ZipFile(io.BytesIO(word.written(DOCUMENT))) as archive:
        assert f'w:name="{font}"' in archive.read("word/fontTable.xml").decode()


def test_it_is_signed_and_says_what_is_enclosed() -> None:
    """Publisher over the day of the approval, with room for the seal; each enclosure on a sheet of its own."""
    made = opened()
    told = [line.text for line in made.paragraphs if line.text]
    publisher, day = (line for line in made.paragraphs if line.style.name == "Signature")

    assert told[told.index("附件：1. 公开信息") :][:4] == [
        "附件：1. 公开信息",
        "2. 公开栏照片",
        "刘村股份经济合作社",
        "2026年4月9日",
    ]
    assert day._p.pPr.ind.get(qn("w:rightChars")) == "400"
    assert publisher._p.pPr.ind.get(qn("w:rightChars")) == "250"
    fresh = [line.text for line in made.paragraphs if line.paragraph_format.page_break_before]
    assert fresh == ["附件1", "附件2"]
    assert told[told.index("附件1") :] == [
        "附件1",
        "公开信息",
        "审批：刘村党支部书记 2026年4月9日",
        "记录编号：anping/finance/liucun-2026-03",
        "附件2",
        "公开栏照片",
        "（图：公开栏照片）",
    ]


@pytest.mark.parametrize(
    ("block", "words"),
    [
        (Paragraph((Run("末段"),)), ["末段"]),
        (Table("", (("项目", "金额"),), (("首行", "1"), ("末行", "2"))), ["末行", "2", ""]),
    ],
)
def test_no_sheet_holds_a_signature_alone(block: Paragraph | Table, words: list[str]) -> None:
    """What stands last in the body goes with it, down to the day; without anything to sign it need not."""
    held = [Paragraph((Run("前段"),)), block, Heading(2, "公开信息"), FACTS]
    made = docx.Document(io.BytesIO(word.written(Document("题", tuple(held)))))
    kept = [
        "".join(text.text for text in line.iter(qn("w:t")))
        for line in made.element.body.iter(qn("w:p"))
        if line.pPr is not None and line.pPr.keepNext is not None and line.pPr.keepNext.val
    ]
    alone = opened(Document("题", tuple(held[:2])))

    assert kept == [*words, "", "附件：公开信息", "", "刘村股份经济合作社"]
    assert "w:keepNext" not in alone.element.body.xml


def test_days_and_figures_are_not_broken() -> None:
    """However narrow the other columns have to be."""
    row = ("2026年12月10日", "1,234,567.89", "很长的摘要" * 8, "经手人", "又是很长的备注" * 8)
    (table,) = opened(Document("题", (Table("", (), (row,), (False, True)),))).tables
    size = table.rows[0].cells[0].paragraphs[0].runs[0].font.size

    for cell, halves in zip(table.rows[0].cells, (14, 12, 8, 6, 8), strict=False):
        assert cell.width >= halves * size / 2


def test_every_style_is_one_of_the_template() -> None:
    """Word would take an unknown one for plain text; those that are not its own have Chinese names."""
    made = opened(found={"a.png": png(9, 9)})
    known = {style.style_id for style in made.styles}
    used = {found.get(qn("w:val")) for found in made._body._element.iter(qn("w:pStyle"))}
    own = {style.name for style in made.styles if not style.name.isascii()}

    assert used <= known
    assert {style.name for style in made.styles} - own == {
        *("Normal", "Body Text", "Title", "Subtitle", "Caption", "Signature", "Footer"),
        *(f"Heading {level}" for level in range(1, 5)),
        *("Default Paragraph Font", "Normal Table", "Table Grid"),
    }


def test_a_break_is_a_line_of_its_own() -> None:
    """Word would stretch the words before it to the margin."""
    assert {"1. 果园", "两块"} <= {line.text for line in opened().paragraphs}
    assert not list(opened()._body._element.iter(qn("w:br")))


def test_bold_words_stay_bold() -> None:
    """And no others are."""
    (line,) = (line for line in opened().paragraphs if "12,000.00 元" in line.text)

    assert [(run.text, bool(run.bold)) for run in line.runs] == [
        ("共收入 ", False),
        ("12,000.00", True),
        (" 元。", False),
    ]


@pytest.mark.parametrize("size", [(1200, 800), (300, 2000), (8, 8)])
def test_a_picture_is_as_large_as_there_is_room(size: tuple[int, int]) -> None:
    """Its sides as they were."""
    (shown,) = opened(found={"a.png": png(*size)}).inline_shapes

    assert shown.width.mm <= 156.1
    assert shown.height.mm <= 180.1
    assert shown._inline.docPr.get("descr") == "公开栏照片"
    assert abs(shown.width / shown.height - size[0] / size[1]) < 0.01
    assert max(shown.width.mm / 156, shown.height.mm / 180) > 0.99


@pytest.mark.parametrize("data", [b"", b"x", b"\x89PNG\r\n\x1a\n", png(9, 9)[:30]])
def test_what_is_no_picture_is_its_words(data: bytes) -> None:
    """Nothing empty stays in its place."""
    made = opened(found={"a.png": data})

    assert len(made.inline_shapes) == 0
    assert made.paragraphs[-1].text == "（图：公开栏照片）"
    assert not [line for line in made.paragraphs if line.style.name == "图片"]


def test_a_table_repeats_its_head_and_sets_figures_right() -> None:
    """And breaks no row."""
    table = opened().tables[0]

    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.rows[1]._tr.trPr.find(qn("w:tblHeader")) is None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert [cell.text for cell in table.rows[60].cells] == ["第60项", "60,000.00"]
    assert table.rows[1].cells[1].paragraphs[0].alignment == 2
    assert round(sum(column.width.mm for column in table.columns)) == 156


def test_a_table_of_many_columns_goes_on_below() -> None:
    """Every cell is there once, the first column before each part; no column is narrower than its figures."""
    head = tuple(f"第{number}栏" for number in range(60))
    row = tuple(f"{number},000.00" if number else "刘村" for number in range(60))
    made = opened(Document("宽", (Table("收支", (head,), (row,), (False, *[True] * 59)),)))

    assert len(made.tables) > 5
    assert all(table.rows[1].cells[0].text == "刘村" for table in made.tables)
    assert [cell.text for table in made.tables for cell in table.rows[1].cells[1:]] == list(row[1:])
    assert all(round(sum(column.width.mm for column in table.columns)) == 156 for table in made.tables)
    assert min(column.width.mm for table in made.tables for column in list(table.columns)[1:]) > 15
    assert [line.text for line in made.paragraphs if line.style.name == "Caption"][:2] == ["收支", "收支（接上表）"]


def test_a_row_higher_than_a_sheet_is_cut() -> None:
    """Word would leave half of it out."""
    (table,) = opened(Document("长", (Table("", (), (("很长" * 3000, ""), ("短", ""))),))).tables

    assert [row._tr.trPr is not None and row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows] == [
        False,
        True,
    ]


def test_the_same_page_gives_the_same_bytes_and_names_nobody() -> None:
    """No author, no program, no machine, no day of today, no preview; whoever saves it leaves no name either."""
    made = word.written(DOCUMENT, {"a.png": png(9, 9)})
    assert made == word.written(DOCUMENT, {"a.png": png(9, 9)})
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        told = archive.read("docProps/core.xml").decode()
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert not [name for name in archive.namelist() if "thumbnail" in name or "app.xml" in name]
        everything = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".xml")).decode()
    assert "creator" not in told
    assert "lastModifiedBy" not in told
    assert not re.search(r"python-docx|Macintosh|/home|/tmp|/work|C:\\\\", everything)
    assert "removePersonalInformation" in everything
    assert set(re.findall(r"\d{4}-\d\d-\d\dT", told)) == {"2000-01-01T"}


def test_it_is_the_same_under_any_hash_seed() -> None:
    """In another process, too."""
    code = "import hashlib, tests.formats.test_word as t; print(hashlib.sha256(t.word.written(t.DOCUMENT)).hexdigest())"
    here = hashlib.sha256(word.written(DOCUMENT)).hexdigest()
    for seed in ("0", "1"):
        given = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Shanghai"}
        told = subprocess.run([sys.executable, "-c", code], env=given, capture_output=True, text=True, check=True)
        assert told.stdout.strip() == here


@pytest.mark.parametrize(
    "document",
    [
        Document("", ()),
        Document("=1+1 <b>&amp;\x00\x0b\ud800", (Paragraph((Run("\x1f]]>" * 50),)),)),
        Document("宽", (Table("", (tuple(map(str, range(60))),), (tuple("甲" * 60),)), Table("空", (), ()))),
        Document("宽", (Table("", (), (("x" * 500, "y" * 500, "z" * 500),)),)),
        Document("齐", (Table("", (("一", "二"),), (("甲",), (), ("乙", "丙"))),)),
        Document("长", (Table("", (), (("很长" * 3000, ""),)), Paragraph((Run("行\n" * 500),)))),
        Document("附", (Heading(2, "公开信息"), Heading(2, "公开信息"), Heading(2, "附件"))),
    ],
)
def test_whatever_stands_on_a_page_it_opens_again(document: Document) -> None:
    """Control characters are left out; nothing is read as markup."""
    assert opened(document) is not None


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=40, deadline=None)
def test_no_words_break_it(title: str, words: str) -> None:
    """Whatever characters there are."""
    made = opened(Document(title, (Paragraph((Run(words),)), Table(words, ((title,),), ((words,),)))))

    assert [line for line in made.paragraphs if line.style.name == "Title"]


def test_rare_characters_of_names_stay() -> None:
    """Those younger than this Python, too; what turns letters round does not."""
    words = "\U000323af\U00020bb7·\u202etxt"

    assert opened(Document(words, ())).paragraphs[0].text == "\U000323af\U00020bb7·txt"


def test_one_file_a_page() -> None:
    """With the ending that offices know."""
    ((ending, data),) = word.make(Sheet(DOCUMENT, "anping/liucun", pictures={"a.png": png(9, 9)}))

    assert ending == ".docx"
    assert data.startswith(b"PK")
    assert len(docx.Document(io.BytesIO(data)).inline_shapes) == 1


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[pypdfium2.PdfDocument]:
    """By LibreOffice: the sample, and nothing but letters."""
    office = shutil.which("soffice")
    if office is None:
        pytest.fail("soffice is not installed") if os.environ.get("CI") else pytest.skip("soffice is not installed")
    folder = tmp_path_factory.mktemp("printed")
    letters = Document("满", (Paragraph((Run("国" * 28 * 60),)),))
    files = [folder / "a.docx", folder / "b.docx"]
    for path, document in zip(files, (DOCUMENT, letters), strict=True):
        path.write_bytes(word.written(document, {"a.png": png(400, 300)}))
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", folder, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return [pypdfium2.PdfDocument(path.with_suffix(".pdf")) for path in files]


def test_it_is_printed_as_it_should_be(printed: list[pypdfium2.PdfDocument]) -> None:
    """The text, the sheets, the page numbers outside, the head of the table on every sheet, enclosures on their own."""
    pdf = printed[0]
    texts = ["".join(page.get_textpage().get_text_range().split()) for page in pdf]

    assert len(pdf) == 5
    assert "刘村2026年3月" in texts[0]
    assert [f"—{number}—" in text for number, text in enumerate(texts, 1)] == [True] * 5
    assert all("金额（元）" in text for text in texts[:2])
    assert "60,000.00" in "".join(texts)
    assert "2026年4月9日" in texts[2]
    assert texts[3].startswith("附件1公开信息")
    assert texts[4].startswith("附件2公开栏照片")
    for number, page in enumerate(pdf):
        sheet = page.render(scale=1).to_pil().convert("L")
        left, right = ((60, 735, 200, 780), (395, 735, 535, 780))
        with_number, without = (left, right) if number % 2 else (right, left)
        assert sheet.crop(with_number).getextrema()[0] < 128
        assert sheet.crop(without).getextrema()[0] == 255
    red = sum(count for count, color in pdf[4].render(scale=1).to_pil().getcolors(1 << 20) if color[0] > 2 * color[1])
    assert red > 60_000


def test_a_sheet_holds_22_lines_of_28_characters(printed: list[pypdfium2.PdfDocument]) -> None:
    """GB/T 9704-2012, 5.2.3."""
    lines = printed[1][1].get_textpage().get_text_range().split()

    assert len(printed[1]) == 3
    assert lines.count("国" * 28) == 22
