"""Tables of an official paper."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from generator.formats.word.layout import BODY, FIRST, font, line, plain
from generator.markup.blocks import Table

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph as Line

_WIDTH = 156
"""Millimetres."""
_LONG = 36
"""Half squares; what is longer goes on in the next line."""
_WIDE = 6
"""Of more columns a table stands in smaller letters."""


def add(word: Word, table: Table) -> None:
    """With every line drawn, as offices do it; its head again on every sheet."""
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.oxml import OxmlElement

    if table.caption:
        line(word, table.caption, FIRST, 14, centred=True, kept=True)
    rows = (*table.head, *table.rows)
    columns = max((len(row) for row in rows), default=0)
    if not columns:
        return
    made = word.add_table(rows=len(rows), cols=columns, style="Table Grid")
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    size, widths = 12 if columns <= _WIDE else 9, _widths(rows, columns)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for number, (row, cells) in enumerate(zip(rows, made.rows, strict=True)):
        head = number < len(table.head)
        for mark in ("w:cantSplit", *(("w:tblHeader",) if head else ())):
            cells._tr.get_or_add_trPr().append(OxmlElement(mark))
        for at, (text, cell) in enumerate(zip(row, cells.cells, strict=False)):
            numeric = at < len(table.numeric) and table.numeric[at]
            cell.width = widths[at]
            _cell(cell.paragraphs[0], text, size, head=head, numeric=numeric)
    line(word, "", BODY, 8)


def _widths(rows: Sequence[Sequence[str]], columns: int) -> list[Any]:
    """The type area dealt out by the longest line of each column, so that no column starves beside a long one."""
    from docx.shared import Mm

    wants = [6.0] * columns
    for row in rows:
        for at, text in enumerate(row):
            wants[at] = max(wants[at], *(min(_wide(line), _LONG) for line in text.split("\n")))
    return [Mm(_WIDTH * want / sum(wants)) for want in wants]


def _wide(text: str) -> int:
    """In half squares: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text) + 2


def _cell(words: Line, text: str, size: float, *, head: bool, numeric: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING

    words.alignment = (
        WD_ALIGN_PARAGRAPH.CENTER if head else WD_ALIGN_PARAGRAPH.RIGHT if numeric else WD_ALIGN_PARAGRAPH.LEFT
    )
    words.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    font(words.add_run(plain(text)), FIRST if head else BODY, size)
