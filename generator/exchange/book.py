"""A clerk's workbook: how to fill it in, a sheet for each kind of records and rows, and the note that it carries."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from generator.dictionary import Family
from generator.exchange.columns import Column, Table, tables
from generator.exchange.coming import coming
from generator.exchange.lines import Line, Plain, lines
from generator.exchange.naming import Naming
from generator.exchange.note import SHEET, Note, pieces
from generator.exchange.sheet import Looks, fill
from generator.model.record import EXTRA

GUIDE, LISTS = "填写说明", "选项"
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""A workbook wants a day; the same records give the same bytes on any day."""
_RARE = "不公开"
_HOW = (
    "一张表是一类记录;名字里带“·”的表,一行是那条记录里的一行,用“编号”认是哪一条。",
    "橙色标题的列必须填;把鼠标放在标题上,看这一列怎么填。",
    "灰色的编号和序不要改:程序靠它认记录。新加一行,编号可以自己取(小写字母、数字、连字符),序不填。",
    "浅黄色的行是下一期的,填上金额就算数;不填的不会读进去。",
    "有小三角的格子,从列表里选。金额只写数字,以元为单位;日期写成 2026-03-05。",
    "填好保存,运行:gongkai import 这个文件.xlsx --dry-run,先看会改什么;没有问题,去掉 --dry-run 再运行一次。",
    "删掉一行不会删记录;确实要删,加 --delete。",
)


@dataclass(frozen=True)
class Sheet:
    """A table with its lines as they are handed out; coming: those that wait to be filled in."""

    table: Table
    lines: tuple[Line, ...]
    coming: tuple[Line, ...]


def sheets(family: Family, records: Sequence[Plain], naming: Naming) -> Iterator[Sheet]:
    """The sheets of a family with what the data files say, names in place of ids; rare ones only where they hold something."""
    extras = sorted({label for record in records for label in record if label.startswith(EXTRA)})
    waiting = coming(family.name, records)
    for table in tables(family, extras):
        mine = tuple(_named(table, line, naming) for line in lines(table, records))
        if mine or (table.path[:1] != (_RARE,) and len(table.path) < 2):
            yield Sheet(table, mine, tuple(_named(table, line, naming) for line in lines(table, waiting)))


def book(township: str, title: str, parts: Sequence[Sheet], naming: Naming) -> bytes:
    """The workbook; the same records give the same bytes."""
    import xlsxwriter  # type: ignore[import-untyped]

    held = io.BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(held, safe) as made:
        made.set_properties({"created": _MADE, "title": title})
        made.set_size(1600, 1200)
        looks = Looks(made)
        guide = made.add_worksheet(GUIDE)
        pages = [made.add_worksheet(part.table.title) for part in parts]
        lists = _Lists(made)
        for part, page in zip(parts, pages, strict=True):
            fill(page, _listed(part.table, naming), part.lines, part.coming, looks, lists.put)
        _guide(made, guide, title, parts)
        note = Note(
            township,
            {part.table.title: part.lines for part in parts},
            {part.table.title: part.coming for part in parts if part.coming},
        )
        hidden = made.add_worksheet(SHEET)
        for row, piece in enumerate(pieces(note)):
            hidden.write_string(row, 0, piece)
        hidden.very_hidden()
    return held.getvalue()


def _named(table: Table, line: Mapping[str, str], naming: Naming) -> Line:
    entries = {column.label: column.entry for column in table.columns}
    return {label: naming.shown(entries[label], text) for label, text in line.items()}


def _listed(table: Table, naming: Naming) -> Table:
    """The table with the words that each column offers."""
    columns = (Column(one.label, replace(one.entry, listed=naming.choices(one.entry))) for one in table.columns)
    return replace(table, columns=tuple(columns))


class _Lists:
    """The sheet of lists that are too long for the rule of a cell."""

    def __init__(self, made: Any) -> None:
        self.made = made
        self.sheet: Any = None
        self.known: dict[tuple[str, ...], str] = {}

    def put(self, words: Sequence[str]) -> str:
        key = tuple(words)
        if key not in self.known:
            if self.sheet is None:
                self.sheet = self.made.add_worksheet(LISTS)
                self.sheet.hide()
            at = len(self.known)
            for row, word in enumerate(key):
                self.sheet.write_string(row, at, word)
            from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]

            letter = xl_col_to_name(at)
            self.known[key] = f"'{LISTS}'!${letter}$1:${letter}${len(key)}"
        return self.known[key]


def _guide(made: Any, sheet: Any, title: str, parts: Sequence[Sheet]) -> None:
    bold = made.add_format({"bold": True, "font_size": 16})
    head = made.add_format({"bold": True, "bg_color": "#e8eef7", "border": 1})
    wrapped = made.add_format({"text_wrap": True, "valign": "top"})
    link = made.add_format({"font_color": "#0b57a4", "underline": 1})
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 2, 14)
    sheet.write_string(0, 0, title, bold)
    for row, text in enumerate(_HOW, 2):
        sheet.merge_range(row, 0, row, 7, text, wrapped)
        sheet.set_row(row, 32)
    start = len(_HOW) + 3
    for at, text in enumerate(("表", "已有几行", "待填几行")):
        sheet.write_string(start, at, text, head)
    for row, part in enumerate(parts, start + 1):
        name = part.table.title
        sheet.write_url(row, 0, f"internal:'{name}'!A1", link, name)
        sheet.write_number(row, 1, len(part.lines))
        sheet.write_number(row, 2, len(part.coming))
    sheet.activate()
