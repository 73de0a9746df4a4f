"""One table as a sheet of a workbook: headings with their help, lists to choose from, codes as text, names locked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from pydantic_core import PydanticCustomError

from generator.dictionary import Entry, Kind
from generator.exchange.cells import HELD
from generator.exchange.columns import KEY, NUMBER, Column, Table
from generator.exchange.lines import Line
from generator.model.types import parse_day, parse_number

SPARE = 2_000
"""Empty lines below the last in which lists are offered and limits are kept, for what the clerk adds."""
_DIGITS = 15
_INLINE = 200
"""Characters of a list that may stand in the rule of a cell itself; of more than 255 Excel makes a broken file."""
_NUMBERS = (Kind.MONEY, Kind.NUMBER, Kind.FIGURE, Kind.COUNT, Kind.DAYS)
_WIDTHS = {Kind.LONG: 44, Kind.TEXT: 22, Kind.ID: 20, Kind.MONEY: 14, Kind.FIGURE: 14, Kind.DAY: 12}
_PROTECTED = dict.fromkeys(
    ("format_columns", "format_rows", "insert_rows", "delete_rows", "sort", "autofilter", "format_cells"), True
)
Listed = Callable[[Sequence[str]], str]
"""Puts a long list on the sheet of lists and says where it stands."""


@dataclass(frozen=True)
class Looks:
    """The formats of a book."""

    book: Any

    def format(self, kind: Kind, places: int = 2, **more: Any) -> Any:
        """How a value of this kind looks."""
        shown = "#,##0" + ("." + "0" * places if places else "")
        number = {Kind.DAY: "yyyy-mm-dd", **dict.fromkeys(_NUMBERS, shown)}.get(kind, "@")
        return self.book.add_format({"num_format": number, "border": 1, "border_color": "#c8c8c8", **more})


def fill(sheet: Any, table: Table, lines: Sequence[Line], coming: Sequence[Line], looks: Looks, listed: Listed) -> None:
    """Writes the table: two lines of headings where columns belong together, the lines, then those that wait."""
    formats = _Formats(looks)
    first = _headings(sheet, table, looks, formats)
    for row, line in enumerate((*lines, *coming), first):
        waiting = row >= first + len(lines)
        for at, column in enumerate(table.columns):
            fixed = column.label in (KEY, NUMBER)
            _cell(sheet, row, at, column, line.get(column.label, ""), formats, fixed=fixed, waiting=waiting)
    last = first + len(lines) + len(coming)
    for at, column in enumerate(table.columns):
        _rule(sheet, (first, at, last + SPARE, at), column.entry, listed)
    sheet.freeze_panes(first, 2 if table.path or table.sides else 1)
    sheet.autofilter(first - 1, 0, last + SPARE, len(table.columns) - 1)
    sheet.protect("", {**_PROTECTED, "select_locked_cells": True})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, first - 1)
    sheet.print_area(0, 0, last, len(table.columns) - 1)


def heading(column: Column) -> str:
    """What stands over a column: `金额(元)`."""
    unit = column.entry.unit
    label = column.label.split(".")[-1]
    return f"{label}({unit})" if unit else label


def _headings(sheet: Any, table: Table, looks: Looks, formats: _Formats) -> int:
    """Writes them and returns the first line below."""
    style = {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, "border": 1, "locked": True}
    plain = looks.book.add_format({**style, "bg_color": "#e8eef7"})
    wanted = looks.book.add_format({**style, "bg_color": "#fbe9d0"})
    groups = [column.label.rpartition(".")[0] for column in table.columns]
    grouped = any(groups)
    if grouped:
        _groups(sheet, groups, plain)
    for at, column in enumerate(table.columns):
        form = wanted if column.entry.required else plain
        row = int(grouped)
        if grouped and not groups[at]:
            sheet.merge_range(0, at, 1, at, heading(column), form)
            row = 0
        else:
            sheet.write_string(row, at, heading(column), form)
        sheet.write_comment(row, at, _help(column.entry), {"x_scale": 2, "author": "", "visible": False})
        width = 6 if column.label == NUMBER else _WIDTHS.get(column.entry.kind, 12)
        sheet.set_column(at, at, width, formats.of(column.entry.kind))  # so that whatever is added can be typed
    return 1 + int(grouped)


def _groups(sheet: Any, groups: Sequence[str], form: Any) -> None:
    start = 0
    for at in range(1, len(groups) + 1):
        if at == len(groups) or groups[at] != groups[start]:
            name = groups[start].replace(".", "·")
            if name and at - start > 1:
                sheet.merge_range(0, start, 0, at - 1, name, form)
            elif name:
                sheet.write_string(0, start, name, form)
            start = at


def _help(entry: Entry) -> str:
    parts = (
        "必须填写。" if entry.required else "",
        f"{entry.help}。" if entry.help else "",
        f"{entry.kind.how}。",
        "几个就一行一个(在格子里换行按 Alt+回车)。" if entry.many else "",
        f"例如:{entry.example}" if entry.example and not entry.many else "",
    )
    return "".join(parts)


class _Formats:
    """The formats in use, each made once."""

    def __init__(self, looks: Looks) -> None:
        self.looks = looks
        self.made: dict[tuple[Any, ...], Any] = {}

    def of(self, kind: Kind, places: int = 2, *, locked: bool = False, waiting: bool = False) -> Any:
        places = 0 if kind in (Kind.COUNT, Kind.DAYS) else places
        key = (kind if kind in (*_NUMBERS, Kind.DAY, Kind.LONG) else Kind.TEXT, places, locked, waiting)
        if key not in self.made:
            colour = {"bg_color": "#f2f2f2"} if locked else {"bg_color": "#fffbe6"} if waiting else {}
            wrapped = {"text_wrap": True, "valign": "top"}
            self.made[key] = self.looks.format(kind, places, locked=locked, **colour, **wrapped)
        return self.made[key]


def _cell(
    sheet: Any, row: int, at: int, column: Column, text: str, formats: _Formats, *, fixed: bool, waiting: bool
) -> None:
    kind = column.entry.kind
    locked = (fixed and bool(text)) or text == HELD
    number = _number(text) if kind in _NUMBERS and not column.entry.many else None
    if number is not None:
        places = len(text.partition(".")[2]) if kind is not Kind.MONEY else 2
        form = formats.of(kind, min(places, 6), locked=locked, waiting=waiting)
        sheet.write_number(row, at, number, form)
    elif kind is Kind.DAY and (day := _day(text)):
        sheet.write_datetime(row, at, day, formats.of(kind, locked=locked, waiting=waiting))
    elif text:
        form = formats.of(Kind.TEXT if kind in _NUMBERS else kind, locked=locked, waiting=waiting)
        sheet.write_string(row, at, text, form)
    else:
        sheet.write_blank(row, at, None, formats.of(kind, locked=locked, waiting=waiting))


def _number(text: str) -> float | None:
    """As a number, when a spreadsheet keeps it exactly."""
    try:
        number = parse_number(text)
    except PydanticCustomError:
        return None
    if sum(char.isdigit() for char in text) > _DIGITS or text.strip().startswith("+"):
        return None
    return float(number)


def _day(text: str) -> datetime | None:
    try:
        day = parse_day(text) if text else None
    except PydanticCustomError:
        return None
    return datetime.combine(day, time()) if day and day.year > 1900 else None  # 1900 is no leap year but to Excel


def _rule(sheet: Any, where: tuple[int, int, int, int], entry: Entry, listed: Listed) -> None:
    """The list or the limit of a column; numbers that no spreadsheet can check are left to `check`."""
    words = entry.words or entry.listed
    if entry.many:
        return
    if words:
        joined = ",".join(words)
        inline = len(joined) <= _INLINE and not any("," in word for word in words)
        source: Any = list(words) if inline else f"={listed(words)}"
        strict = bool(entry.words) or entry.ref is not None
        sheet.data_validation(
            *where,
            {
                "validate": "list",
                "source": source,
                "error_type": "stop" if strict else "warning",
                "error_title": "不在列出的词里",
                "error_message": "从右边的小三角里选一个。" if strict else "这个词不在词表里。确实要用,点“是”。",
            },
        )
    elif entry.kind in (Kind.COUNT, Kind.DAYS):
        message = {"error_title": "不是整数", "error_message": "写 0 或正整数,不带单位。"}
        sheet.data_validation(*where, {"validate": "integer", "criteria": ">=", "value": 0, **message})
    elif entry.kind is Kind.MONEY:
        message = {"error_title": "不是金额", "error_message": "只写数字,以元为单位,不带“元”。"}
        limits = {"criteria": "between", "minimum": -(10**12), "maximum": 10**12}
        sheet.data_validation(*where, {"validate": "decimal", **limits, **message})
