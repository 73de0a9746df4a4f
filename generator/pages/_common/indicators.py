"""The tables of a township's figures: what stands in which, and so which figures can be pointed at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.model import Edition, Period
from generator.pages._common import places
from generator.records.indicator import Indicator
from generator.records.place import Place

_BASIC = "基本情况"
_PLAIN = re.compile(r"[a-z0-9.-]+")


@dataclass(frozen=True)
class Table:
    """Places down, figures across; a cell is None where there is no figure."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Place, tuple[Indicator | None, ...]], ...]

    @property
    def inputs(self) -> dict[str, tuple[str, ...]]:
        """The records behind each row: place id → what it was computed from, or the written figure itself."""
        return self._of(lambda cell: cell.inputs or (cell.key,))

    @property
    def summed(self) -> set[str]:
        """Ids of the rows that add up the other rows."""
        inputs = self.inputs
        others = {key: {k for i, keys in inputs.items() if i != key for k in keys} for key in inputs}
        return {key for key, keys in inputs.items() if len(inputs) > 2 and set(keys) == others[key]}

    @property
    def reasons(self) -> dict[str, tuple[str, ...]]:
        """Why figures of a row are not known: place id → reasons."""
        return self._of(lambda cell: (cell.amount.reason,) if cell.amount.reason else ())

    @property
    def cells(self) -> tuple[Indicator, ...]:
        """Every figure of the table."""
        return tuple(cell for _, row in self.rows for cell in row if cell)

    def _of(self, ask: Callable[[Indicator], Iterable[str]]) -> dict[str, tuple[str, ...]]:
        """What the cells of each row answer, each answer once."""
        return {
            place.id: tuple(dict.fromkeys(answer for cell in cells if cell for answer in ask(cell)))
            for place, cells in self.rows
        }


@dataclass(frozen=True)
class Run:
    """One computed figure of the township through the periods; a cell is None where there is no figure."""

    title: str
    unit: str
    cells: tuple[Indicator | None, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """How it was worked out, each way once."""
        return tuple(dict.fromkeys(cell.source for cell in self.cells if cell and cell.source))[:1]

    @property
    def inputs(self) -> tuple[str, ...]:
        """The records behind it, each once."""
        return tuple(dict.fromkeys(key for cell in self.cells if cell for key in cell.inputs))

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why figures of it are not known."""
        return tuple(dict.fromkeys(cell.amount.reason for cell in self.cells if cell and cell.amount.reason))


@dataclass(frozen=True)
class Theme:
    """The township's figures of one theme, written and computed, and its villages' side by side, a table a period."""

    title: str
    figures: tuple[Indicator, ...]
    periods: tuple[Period | None, ...]
    runs: tuple[Run, ...]
    tables: tuple[Table, ...]


@dataclass(frozen=True)
class Tables:
    """All tables of a township: what is written down of its basic facts, its villages' basic facts, and the themes."""

    written: tuple[Indicator, ...]
    basic: Table
    themes: tuple[Theme, ...]

    def figures(self) -> Iterator[Indicator]:
        """Every figure that stands in one of the tables."""
        yield from self.written
        yield from self.basic.cells
        for theme in self.themes:
            yield from theme.figures
            yield from (cell for run in theme.runs for cell in run.cells if cell)
            yield from (cell for table in theme.tables for cell in table.cells)


def tables(edition: Edition, township: Place) -> Tables:
    """The township's tables."""
    rows = (*places.villages(edition, township.township), township)
    figures = places.figures(edition, township.township)
    basic = [i for i in figures if i.theme == _BASIC]
    return Tables(
        tuple(i for i in basic if not i.inputs),
        _table("各村基本情况", [i for i in basic if i.inputs], rows),
        tuple(_themes([i for i in figures if i.theme != _BASIC], township, rows)),
    )


def anchor(edition: Edition, indicator: Indicator) -> str:
    """The name by which the figure's row can be pointed at, for ever; nothing when it stands in no table."""
    plain = _PLAIN.fullmatch(indicator.id) is not None  # it becomes a part of an address as it is
    return f"indicator-{indicator.id}" if plain and indicator.key in edition.once(_pointed) else ""


def _pointed(edition: Edition) -> frozenset[str]:
    found = (tables(edition, township).figures() for township in places.planned(edition))
    return frozenset(figure.key for figures in found for figure in figures)


def _themes(figures: Iterable[Indicator], township: Place, rows: Iterable[Place]) -> list[Theme]:
    """By theme, in the order in which the themes first appear, written figures before computed ones."""
    themes: dict[str, list[Indicator]] = {}
    for indicator in sorted(figures, key=lambda indicator: bool(indicator.inputs)):
        themes.setdefault(indicator.theme, []).append(indicator)
    return [_theme(title, found, township, tuple(rows)) for title, found in themes.items()]


def _theme(title: str, figures: list[Indicator], township: Place, rows: tuple[Place, ...]) -> Theme:
    """A village's figure stands in a table unless it is a part of a whole; computed parts have pages of their own."""
    whole = [i for i in figures if not i.dimensions and i.place != township.id]
    own = [i for i in figures if i.place == township.id or (i.dimensions and not i.inputs)]
    beside = [i for i in own if (i.name, i.period) in {(j.name, j.period) for j in whole} and not i.dimensions]
    keys = {i.key for i in beside}
    periods = sorted({i.period for i in whole}, key=_newest, reverse=True)
    tables = (
        _table(period.label if period else "各村", [i for i in (*whole, *beside) if i.period == period], rows)
        for period in periods
    )
    alone = [i for i in own if i.key not in keys]
    written, computed = ([i for i in alone if bool(i.inputs) is many] for many in (False, True))
    columns = tuple(sorted({i.period for i in computed}, key=_newest, reverse=True))
    return Theme(title, tuple(written), columns, tuple(_runs(computed, columns)), tuple(tables))


def _runs(figures: list[Indicator], periods: tuple[Period | None, ...]) -> Iterator[Run]:
    cells = {(i.title, i.unit, i.period): i for i in figures}
    for title, unit in dict.fromkeys((i.title, i.unit) for i in figures):
        yield Run(title, unit, tuple(cells.get((title, unit, period)) for period in periods))


def _newest(period: Period | None) -> tuple[date, int]:
    """What belongs to no period counts as of today; of a year and its last quarter the year comes first."""
    return (period.end, period.length) if period else (date.max, 0)


def _table(title: str, figures: list[Indicator], rows: Iterable[Place]) -> Table:
    columns = tuple(dict.fromkeys((i.name, i.unit) for i in figures))
    cells = {(i.place, i.name, i.unit): i for i in figures}
    filled = ((place, tuple(cells.get((place.id, *column)) for column in columns)) for place in rows)
    names = tuple(f"{name}（{unit}）" for name, unit in columns)
    return Table(title, names, tuple((place, row) for place, row in filled if any(row)))
