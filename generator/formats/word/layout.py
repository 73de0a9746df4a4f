"""The sheet of an official paper: its size and margins, fonts, page numbers, lines of text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from generator.markup.blocks import Run

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph as Line

TITLE, BODY, FIRST, SECOND, NUMBER = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
_ALSO = {
    TITLE: "方正小标宋_GBK,STZhongsong,华文中宋,Noto Serif CJK SC",
    BODY: "仿宋,FangSong,STFangsong,Noto Serif CJK SC",
    SECOND: "楷体,KaiTi,STKaiti,LXGW WenKai",
    FIRST: "SimHei,Noto Sans CJK SC",
    NUMBER: "SimSun,Noto Serif CJK SC",
}
"""What takes the place of a font that a machine lacks, in Word's own table of fonts."""
_LATIN = "Times New Roman"
_MARGINS = {"top_margin": 37, "bottom_margin": 35, "left_margin": 28, "right_margin": 26}
"""Millimetres."""
FONTS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    + "".join(f'<w:font w:name="{name}"><w:altName w:val="{others}"/></w:font>' for name, others in _ALSO.items())
    + "</w:fonts>"
).encode()


def page(word: Word) -> None:
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
        font(run, NUMBER, 14)
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


def styles(word: Word) -> None:
    from docx.enum.text import WD_LINE_SPACING
    from docx.oxml.ns import qn
    from docx.shared import Pt

    normal = word.styles["Normal"]
    font(normal, BODY, 16)
    layout = normal.paragraph_format
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(28)
    layout.space_before = layout.space_after = Pt(0)
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")  # otherwise punctuation stands in the middle of its square


def font(held: Any, name: str, size: float, *, bold: bool = False) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    held.font.name, held.font.size, held.font.bold = _LATIN, Pt(size), bold
    held.font.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def line(
    word: Word,
    text: str,
    family: str,
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

    made = word.add_paragraph()
    made.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.JUSTIFY
    layout = made.paragraph_format
    layout.keep_with_next, layout.space_after = kept, Pt(after)
    if indent:
        layout.first_line_indent = Pt(size * indent)
        made._p.get_or_add_pPr().get_or_add_ind().set(qn("w:firstLineChars"), str(indent * 100))
    if level:
        outline = OxmlElement("w:outlineLvl")
        outline.set(qn("w:val"), str(level - 1))
        made._p.get_or_add_pPr().append(outline)
    font(made.add_run(plain(text)), family, size, bold=bold)
    return made


def say(line: Line, runs: Iterable[Run], family: str, size: float = 16) -> None:
    for run in runs:
        font(line.add_run(plain(run.text)), family, size, bold=run.bold)


def plain(text: str) -> str:
    """Without what XML cannot hold."""
    return "".join(char for char in text if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs", "Cn"))
