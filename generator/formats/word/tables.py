"""Tables of an official paper: every line drawn, as offices do it; the head again on every sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.formats.word.layout import WIDTH, line, plain, wide
from generator.markup.blocks import Table

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import _Cell

_SIZES = (12.0, 10.5, 9.0)
"""Points: 小四, 五号, 小五. Where the smallest is too large the table goes on in another one below."""
_PITCH = 1.35
"""Of a line, in letters."""
_POINT = 25.4 / 72
_PADDING = 80 / 20 * _POINT * 2 + 0.6
"""Millimetres of a column that its words cannot have: the margins of the cell as the template has them, and a line."""
_LONGEST, _BROKEN = 24, 16
"""Half squares of a word, or a day, that is not broken: where there is room, and rather than that a table goes on below."""
_FIGURE, _WHOLE = 24, 8
"""Half squares of a figure, and of any cell, that stand in one line."""
_UNCUT = 12
"""Lines of a row that still goes to the next sheet as a whole."""
_WIDER = 0.25
"""Of a half square: how much wider the figures of some fonts are than those of Times."""
_APART, _BORDER = 0.5, re.compile(r"(?<=[0-9A-Za-z])(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])(?=[0-9A-Za-z])")
_WORD = re.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|[^\s/,，。、；：·\u2e80-\U0003ffff-]+[-/,]?")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some columns of a table, and how they are set."""

    columns: tuple[int, ...]
    size: float
    widths: tuple[float, ...]
    """Millimetres."""


def add(word: Word, table: Table) -> None:
    """In letters that let its columns stand side by side; what does not fit follows below, under its first column."""
    rows = (*table.head, *table.rows)
    count = max((len(row) for row in rows), default=0)
    if not count:
        return
    full = tuple((*row, *[""] * (count - len(row))) for row in rows)
    for number, piece in enumerate(_pieces(full, table.numeric)):
        if number or table.caption:
            line(word, f"{table.caption}（接上表）" if number else table.caption, "Caption")
        _draw(word, full, len(table.head), table.numeric, piece)
        line(word, "", "Gap")


def _pieces(rows: Sequence[Sequence[str]], numeric: Sequence[bool]) -> Iterator[_Piece]:
    columns = range(len(rows[0]))
    parts = [[part for row in rows for part in row[at].split("\n")] for at in columns]
    kept, broken = ([_least(parts[at], _at(numeric, at), longest) for at in columns] for longest in (_LONGEST, _BROKEN))
    ways = ((size, least) for least, sizes in ((kept, _SIZES), (broken, _SIZES[-1:])) for size in sizes)
    size, least = next(((size, least) for size, least in ways if _room(least, size) >= 0), (_SIZES[-1], kept))
    most = [max(least[at], *map(_wide, parts[at])) for at in columns]
    for some in _split(least, size):
        mine = [least[at] for at in some]
        yield _Piece(some, size, _widths(mine, [most[at] for at in some], size))


def _split(least: Sequence[float], size: float) -> Iterator[tuple[int, ...]]:
    """The first column before as many others as there is room for."""
    some: tuple[int, ...] = (0,)
    for at in range(1, len(least)):
        if len(some) > 1 and _room([least[one] for one in (*some, at)], size) < 0:
            yield some
            some = (0,)
        some = (*some, at)
    yield some


def _room(wanted: Sequence[float], size: float) -> float:
    """Millimetres that are left when every column has so many half squares."""
    return WIDTH - sum(wanted) * size / 2 * _POINT - len(wanted) * _PADDING


def _widths(least: Sequence[float], most: Sequence[float], size: float) -> tuple[float, ...]:
    """All that it would like for each, if there is room; or else what it must have, and the rest so that none starves beside a
    long one."""
    given, shares = (
        (most, most) if _room(most, size) >= 0 else (least, [high - low for low, high in zip(least, most, strict=True)])
    )
    room = _room(given, size)
    if room < 0:  # two columns that are too wide for any sheet
        return (WIDTH / len(least),) * len(least)
    roots = [share**0.5 for share in shares]
    return tuple(
        half * size / 2 * _POINT + _PADDING + room * root / sum(roots) for half, root in zip(given, roots, strict=True)
    )


def _least(parts: Sequence[str], numeric: bool, longest: float) -> float:
    """Half squares below which a column is no longer readable: no figure is broken, no word up to the longest, short cells are
    whole."""
    need = 2.0
    for part in parts:
        words = max(map(_wide, _WORD.findall(part)), default=0)
        need = max(need, min(_wide(part), _FIGURE if numeric else _WHOLE), min(words, longest))
    return need


def _wide(text: str) -> float:
    """In half squares, when figures and Latin letters are those of a wide font, with the room that Word leaves around them."""
    width = wide(text)
    return width + _WIDER * (2 * len(text) - width) + _APART * len(_BORDER.findall(text))


def _draw(word: Word, rows: Sequence[Sequence[str]], heads: int, numeric: Sequence[bool], piece: _Piece) -> None:
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    made = word.add_table(rows=len(rows), cols=len(piece.columns), style="Table Grid")
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    edges = [Mm(sum(piece.widths[:at])) for at in range(len(piece.widths) + 1)]
    widths = [Mm(0) + right - left for left, right in pairwise(edges)]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for number, (row, drawn) in enumerate(zip(rows, made.rows, strict=True)):
        marks = ["w:cantSplit"] if _high(row, piece) <= _UNCUT else []
        for mark in [*marks, "w:tblHeader"] if number < heads else marks:
            drawn._tr.get_or_add_trPr().append(OxmlElement(mark))
        for at, cell, width in zip(piece.columns, drawn.cells, widths, strict=True):
            cell.width = width
            _fill(cell, row[at], piece.size, head=number < heads, numeric=_at(numeric, at))


def _high(row: Sequence[str], piece: _Piece) -> float:
    """Lines of a row, about."""
    letters = [max(1.0, (width - _PADDING) / (piece.size / 2 * _POINT)) for width in piece.widths]
    return max(
        sum(_wide(part) // room + 1 for part in row[at].split("\n"))
        for at, room in zip(piece.columns, letters, strict=True)
    )


def _fill(cell: _Cell, text: str, size: float, *, head: bool, numeric: bool) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    words = cell.paragraphs[0]
    words._p.style = "TableHead" if head else "TableText"
    if numeric and not head:
        words.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    words.paragraph_format.line_spacing = Pt(size * _PITCH)
    words.add_run(plain(text)).font.size = Pt(size)


def _at(numeric: Sequence[bool], column: int) -> bool:
    return column < len(numeric) and numeric[column]
