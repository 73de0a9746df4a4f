"""A finished page as a Word document in the layout of an official paper (GB/T 9704-2012).

A4, the type area 156 mm × 225 mm, 22 lines of 28 characters: margins 37 mm above and 28 mm at the binding, body in 16-point
仿宋 on a fixed line of 28 points, two characters of indent; the first kind of heading 黑体, the second 楷体, the third 仿宋
bold; page numbers in 14-point 宋体 between two dashes, outside on both sides of the sheet. Fonts are named, not embedded:
where an office lacks them, its Word takes its own.
"""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from generator.markup.blocks import Document, Heading, Item, Paragraph, Picture, Run, Table

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph as Line

TITLE, BODY, FIRST, SECOND, NUMBER = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
_LATIN = "Times New Roman"
_MARGINS = {"top_margin": 37, "bottom_margin": 35, "left_margin": 28, "right_margin": 26}
"""Millimetres."""
_HEADINGS = ((FIRST, False), (SECOND, False), (BODY, True))
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""Word wants a day; the same page gives the same bytes on any day."""
_WIDE = 6
"""Of more columns a table stands in smaller letters."""


def make(document: Document) -> bytes:
    """The bytes of a .docx; the same document gives the same bytes. Names nobody and no machine."""
    import docx

    word = docx.Document()
    _page(word)
    _styles(word)
    _line(word, document.title, TITLE, 22, centred=True, after=28)
    for block in document.blocks:
        _block(word, block)
    _properties(word, document.title)
    held = io.BytesIO()
    word.save(held)
    return _settled(held.getvalue())


def _page(word: Word) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Mm

    (section,) = word.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    for name, size in _MARGINS.items():
        setattr(section, name, Mm(size))
    section.footer_distance = Mm(28)
    for grid in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(grid)  # Word would set the lines of the grid in place of ours
    word.settings.odd_and_even_pages_header_footer = True
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        _numbered(footer.paragraphs[0], side)


def _numbered(line: Line, side: str) -> None:
    """`— 1 —` at the outer edge, a character in from it."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT if side == "right" else WD_ALIGN_PARAGRAPH.LEFT
    line.paragraph_format.first_line_indent = Pt(0)
    setattr(line.paragraph_format, f"{side}_indent", Pt(14))
    for text, field in (("— ", ""), ("", "begin"), ("", "PAGE"), ("", "end"), (" —", "")):
        run = line.add_run(text)
        _font(run, NUMBER, 14)
        if field:
            run._r.append(_field(field))


def _field(kind: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    if kind in ("begin", "end"):
        made = OxmlElement("w:fldChar")
        made.set(qn("w:fldCharType"), kind)
        return made
    made = OxmlElement("w:instrText")
    made.text = kind
    return made


def _styles(word: Word) -> None:
    from docx.enum.text import WD_LINE_SPACING
    from docx.oxml.ns import qn
    from docx.shared import Pt

    normal = word.styles["Normal"]
    _font(normal, BODY, 16)
    layout = normal.paragraph_format
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(28)
    layout.space_before = layout.space_after = Pt(0)
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")  # otherwise punctuation stands in the middle of its square


def _font(held: Any, name: str, size: float, *, bold: bool = False) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    held.font.name, held.font.size, held.font.bold = _LATIN, Pt(size), bold
    held.font.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def _block(word: Word, block: object) -> None:
    match block:
        case Heading(level, text):
            font, bold = _HEADINGS[min(level - 2, len(_HEADINGS) - 1)]
            _line(word, text, font, 16, indent=2, bold=bold, kept=True, level=level - 1)
        case Paragraph(runs):
            subtitle = runs[0].text.startswith("——")
            line = _line(word, "", SECOND if subtitle else BODY, 16, centred=subtitle, indent=0 if subtitle else 2)
            _say(line, runs, SECOND if subtitle else BODY)
        case Item(depth, mark, runs):
            line = _line(word, "", BODY, 16, indent=2 + 2 * depth)
            _say(line, (Run(f"{mark or '·'} "), *runs), BODY)
        case Table():
            _table(word, block)
        case Picture(_, words):
            _line(word, f"（图：{words}）" if words else "（图）", SECOND, 14, centred=True)


def _line(
    word: Word,
    text: str,
    font: str,
    size: float,
    *,
    centred: bool = False,
    indent: int = 0,
    bold: bool = False,
    kept: bool = False,
    after: float = 0,
    level: int = 0,
) -> Line:
    """A paragraph. indent: in characters. kept: on one sheet with what follows. level: in Word's outline, 0 for none."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    line = word.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.JUSTIFY
    layout = line.paragraph_format
    layout.keep_with_next, layout.space_after = kept, Pt(after)
    if indent:
        layout.first_line_indent = Pt(size * indent)
        line._p.get_or_add_pPr().get_or_add_ind().set(qn("w:firstLineChars"), str(indent * 100))
    if level:
        outline = OxmlElement("w:outlineLvl")
        outline.set(qn("w:val"), str(level - 1))
        line._p.get_or_add_pPr().append(outline)
    _font(line.add_run(_plain(text)), font, size, bold=bold)
    return line


def _say(line: Line, runs: Iterable[Run], font: str, size: float = 16) -> None:
    for run in runs:
        _font(line.add_run(_plain(run.text)), font, size, bold=run.bold)


def _table(word: Word, table: Table) -> None:
    """With every line drawn, as offices do it; its head again on every sheet."""
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.oxml import OxmlElement

    if table.caption:
        _line(word, table.caption, FIRST, 14, centred=True, kept=True)
    rows = (*table.head, *table.rows)
    columns = max((len(row) for row in rows), default=0)
    if not columns:
        return
    made = word.add_table(rows=len(rows), cols=columns, style="Table Grid")
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    size = 12 if columns <= _WIDE else 9
    for number, (row, cells) in enumerate(zip(rows, made.rows, strict=True)):
        head = number < len(table.head)
        for mark in ("w:cantSplit", *(("w:tblHeader",) if head else ())):
            cells._tr.get_or_add_trPr().append(OxmlElement(mark))
        for at, (text, cell) in enumerate(zip(row, cells.cells, strict=False)):
            numeric = at < len(table.numeric) and table.numeric[at]
            _cell(cell.paragraphs[0], text, size, head=head, numeric=numeric)
    _line(word, "", BODY, 8)


def _cell(line: Line, text: str, size: float, *, head: bool, numeric: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING

    line.alignment = (
        WD_ALIGN_PARAGRAPH.CENTER if head else WD_ALIGN_PARAGRAPH.RIGHT if numeric else WD_ALIGN_PARAGRAPH.LEFT
    )
    line.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    _font(line.add_run(_plain(text)), FIRST if head else BODY, size)


def _properties(word: Word, title: str) -> None:
    told = word.core_properties
    told.title, told.language = _plain(title)[:255], "zh-CN"
    told.author = told.last_modified_by = told.comments = told.keywords = told.subject = told.category = ""
    told.created = told.modified = told.last_printed = _MADE
    told.revision = 1


def _settled(data: bytes) -> bytes:
    """The same parts with fixed times, in the order of their names but for the first, which Word wants there."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system, info.compress_type = 3, zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name), compresslevel=9)
    return held.getvalue()


def _plain(text: str) -> str:
    """Without what XML cannot hold."""
    return "".join(char for char in text if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs", "Cn"))
