"""Records ↔ the lines of their sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.exchange.cells import shown
from generator.exchange.columns import KEY, NUMBER, Table

Plain = Mapping[str, Any]
"""A record or row as the data file has it: labels with texts, lists and mappings."""
Line = dict[str, str]
"""Labels of the columns with the texts of the cells."""


def lines(table: Table, records: Sequence[Plain]) -> Iterator[Line]:
    """The lines of the sheet, in the order of the records; an empty cell is an empty text."""
    for record in records:
        key = record.get(KEY)
        if not isinstance(key, str):
            continue
        if table.sides:
            yield from _beside(table, key, record)
        elif table.path:
            for number, row in _rows(record, table.path):
                yield {KEY: key, NUMBER: number, **_cells(table, row)}
        else:
            yield _cells(table, record)


def _cells(table: Table, row: Plain, side: str = "") -> Line:
    found = {}
    for column in table.columns:
        label = column.label.removeprefix(side)
        if (label != column.label or not side) and (label not in (KEY, NUMBER) or not table.path):
            found[column.label] = shown(column.entry, _at(row, label))
    return found


def _at(row: Plain, label: str) -> Any:
    below: Any = row
    for step in label.split(".") if label not in row else (label,):
        below = below.get(step) if isinstance(below, Mapping) else None
    return below


def _rows(above: Plain, path: Sequence[str], number: str = "") -> Iterator[tuple[str, Plain]]:
    """Every row at the end of the path with its number: `2`, in rows inside rows `2.1`."""
    below = _at(above, path[0])
    for place, row in enumerate(below if isinstance(below, list) else (), 1):
        if isinstance(row, Mapping):
            now = f"{number}.{place}" if number else str(place)
            if len(path) == 1:
                yield now, row
            else:
                yield from _rows(row, path[1:], now)


def _beside(table: Table, key: str, record: Plain) -> Iterator[Line]:
    found = {side: [row for _, row in _rows(record, (side,))] for side in table.sides}
    for place in range(max((len(rows) for rows in found.values()), default=0)):
        line = {KEY: key, NUMBER: str(place + 1)}
        for side, rows in found.items():
            line |= _cells(table, rows[place] if place < len(rows) else {}, f"{side}.")
        yield line
