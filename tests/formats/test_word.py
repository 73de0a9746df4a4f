"""Word documents: the layout of an official paper, the same bytes every time, and nobody's name."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from generator.formats import word
from generator.markup.blocks import Document, Heading, Item, Paragraph, Picture, Run, Sheet, Table

ROWS = tuple((f"第{number}项", f"{number},000.00") for number in range(1, 61))
DOCUMENT = Document(
    "刘村2026年3月收支公开榜",
    (
        Paragraph((Run("——安平镇农村党建见闻"),)),
        Paragraph((Run("共收入 "), Run("12,000.00", True), Run(" 元。"))),
        Heading(2, "一、收入"),
        Heading(3, "（一）承包费"),
        Item(0, "1.", (Run("果园"),)),
        Table("收支表", (("项目", "金额（元）"),), ROWS, (False, True)),
        Picture("a.png", "公开栏照片"),
        Heading(2, "附件"),
    ),
)


def opened(document: Document = DOCUMENT) -> docx.document.Document:
    return docx.Document(io.BytesIO(word.written(document)))


def test_the_sheet_is_that_of_the_standard() -> None:
    """GB/T 9704-2012: margins, type area, lines, fonts, page numbers on both sides."""
    made = opened()
    (section,) = made.sections

    assert [round(one.mm) for one in (section.page_width, section.page_height)] == [210, 297]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(one.mm) for one in margins] == [37, 35, 28, 26]
    assert made.styles["Normal"].paragraph_format.line_spacing == Pt(28)
    assert made.settings.odd_and_even_pages_header_footer
    for footer in (section.footer, section.even_page_footer):
        assert footer.paragraphs[0].text == "—  —"
        assert "PAGE" in footer._element.xml
    assert not list(section._sectPr.iter(qn("w:docGrid")))


@pytest.mark.parametrize(
    ("text", "font", "size", "bold"),
    [
        ("刘村2026年3月收支公开榜", "方正小标宋简体", 22, False),
        ("一、收入", "黑体", 16, False),
        ("（一）承包费", "楷体_GB2312", 16, False),
        ("12,000.00", "仿宋_GB2312", 16, True),
        ("——安平镇农村党建见闻", "楷体_GB2312", 16, False),
    ],
)
def test_each_kind_of_text_has_its_letters(text: str, font: str, size: int, bold: bool) -> None:
    """By name; a machine that lacks them takes those of the table of fonts."""
    (run,) = (run for line in opened().paragraphs for run in line.runs if run.text == text)

    assert run._r.rPr.rFonts.get(qn("w:eastAsia")) == font
    assert (run.font.size, bool(run.font.bold)) == (Pt(size), bold)
    with zipfile.ZipFile(io.BytesIO(word.written(DOCUMENT))) as archive:
        assert f'w:name="{font}"' in archive.read("word/fontTable.xml").decode()


def test_a_table_repeats_its_head_and_sets_figures_right() -> None:
    """And breaks no row."""
    (table,) = opened().tables

    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.rows[1]._tr.trPr.find(qn("w:tblHeader")) is None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert [cell.text for cell in table.rows[60].cells] == ["第60项", "60,000.00"]
    assert table.rows[1].cells[1].paragraphs[0].alignment == 2
    assert round(sum(column.width.mm for column in table.columns)) == 156


def test_the_same_page_gives_the_same_bytes_and_names_nobody() -> None:
    """No author, no machine, no day of today."""
    assert word.written(DOCUMENT) == word.written(DOCUMENT)
    with zipfile.ZipFile(io.BytesIO(word.written(DOCUMENT))) as archive:
        told = archive.read("docProps/core.xml").decode()
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        everything = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".xml")).decode()
    assert re.findall(r"<dc:creator>([^<]*)|<cp:lastModifiedBy>([^<]*)", told) in ([], [("", "")], [("", ""), ("", "")])
    assert "python-docx" not in told
    assert "/home" not in everything
    assert set(re.findall(r"\d{4}-\d\d-\d\dT", told)) == {"2000-01-01T"}


@pytest.mark.parametrize(
    "document",
    [
        Document("", ()),
        Document("=1+1 <b>&amp;\x00\x0b\ud800", (Paragraph((Run("\x1f]]>" * 50),)),)),
        Document("宽", (Table("", (tuple(map(str, range(60))),), (tuple("甲" * 60),)), Table("空", (), ()))),
        Document("长", (Table("", (), (("很长" * 3000, ""),)), Paragraph((Run("行\n" * 500),)))),
    ],
)
def test_whatever_stands_on_a_page_it_opens_again(document: Document) -> None:
    """Control characters are left out; nothing is read as markup."""
    assert opened(document) is not None


def test_one_file_a_page() -> None:
    """With the ending that offices know."""
    ((ending, data),) = word.make(Sheet(DOCUMENT, "anping/liucun"))

    assert ending == ".docx"
    assert data.startswith(b"PK")


def test_it_is_printed_as_it_should_be(tmp_path: Path) -> None:
    """By LibreOffice: the text, the sheets, the page numbers outside, the head of the table on every sheet."""
    office = shutil.which("soffice")
    if office is None:
        pytest.fail("soffice is not installed") if os.environ.get("CI") else pytest.skip("soffice is not installed")
    (tmp_path / "a.docx").write_bytes(word.written(DOCUMENT))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "a.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pdf = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    texts = ["".join(page.get_textpage().get_text_range().split()) for page in pdf]

    assert len(pdf) == 3
    assert "刘村2026年3月" in texts[0]
    assert [f"—{number}—" in text for number, text in enumerate(texts, 1)] == [True] * 3
    assert all("金额（元）" in text for text in texts[:2])
    assert "60,000.00" in "".join(texts)
    left = pdf[1].render(scale=1).to_pil().convert("L").crop((60, 735, 200, 775))
    assert left.getextrema()[0] < 128  # the number of an even sheet stands at its left
