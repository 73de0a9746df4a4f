"""The sheets of a family: one for its records, one for each kind of rows inside them, side by side where people know them so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.dictionary import Entry, Family, Kind

KEY = "编号"
NUMBER = "序"
"""The column that says which row of its record a row is: `2`, of rows inside rows `2.1`."""

_SIDES = {"finance": {"收支": ("收入", "支出")}}
"""Rows that a sheet shows beside each other, as the sheet on the board does: family → name of the sheet → labels."""


@dataclass(frozen=True)
class Column:
    """A column. label: as in the data; of a single group inside the record joined by a dot: `提出.职务`."""

    label: str
    entry: Entry


@dataclass(frozen=True)
class Table:
    """A sheet. path: the labels from the record down to the rows that it holds; empty for the records themselves.

    sides: of a sheet that holds two kinds of rows beside each other their labels, which begin the labels of its columns.
    """

    family: str
    title: str
    path: tuple[str, ...]
    columns: tuple[Column, ...]
    sides: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of its columns, in order."""
        return tuple(column.label for column in self.columns)


def tables(family: Family, extras: Iterable[str] = ()) -> tuple[Table, ...]:
    """The sheets of a family. extras: labels of local columns (`x_…`) that its records have."""
    key = next(entry for entry in family.entries if entry.label == KEY)
    local = [replace(key, label=one, path=one, kind=Kind.TEXT, required=False, help="地方附加的列") for one in extras]
    own = (*_columns(family.entries), *(Column(one.label, one) for one in local))
    below = list(_below(family, key, family.entries, (), ""))
    return (Table(family.name, family.label, (), own), *_beside(family, below))


def _columns(entries: Sequence[Entry], above: str = "") -> Iterator[Column]:
    """The single values, those of single groups too; further in than one group only what fits into a cell."""
    for entry in entries:
        if entry.kind is not Kind.ROW:
            yield Column(above + entry.label, entry)
        elif not entry.many:
            yield from _columns(entry.rows, f"{above}{entry.label}.")


def _below(family: Family, key: Entry, entries: Sequence[Entry], path: tuple[str, ...], above: str) -> Iterator[Table]:
    number = replace(key, label=NUMBER, path=NUMBER, required=False, help="这是记录里的第几行；新加的行不填")
    for entry in entries:
        if entry.kind is not Kind.ROW:
            continue
        if not entry.many:
            yield from _below(family, key, entry.rows, path, f"{above}{entry.label}.")
            continue
        inside = (*path, above + entry.label)
        title = "·".join((family.label, *(step.replace(".", "·") for step in inside)))
        yield Table(family.name, title, inside, (Column(KEY, key), Column(NUMBER, number), *_columns(entry.rows)))
        yield from _below(family, key, entry.rows, inside, "")


def _beside(family: Family, below: Sequence[Table]) -> Iterator[Table]:
    """The same with those that belong side by side on one sheet, where the first of them stood."""
    for table in below:
        shared = [(name, sides) for name, sides in _SIDES.get(family.name, {}).items() if table.path[0] in sides]
        if not shared or len(table.path) > 1:
            yield table
            continue
        name, sides = shared[0]
        if table.path[0] == sides[0]:
            together = [one for side in sides for one in below if one.path == (side,)]
            own = (
                Column(f"{one.path[0]}.{column.label}", column.entry) for one in together for column in one.columns[2:]
            )
            yield Table(family.name, f"{family.label}·{name}", (), (*table.columns[:2], *own), sides)
