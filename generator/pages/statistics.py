"""A township's statistics: tables of figures, each with the records it comes from, and how timely its villages are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.figures import rounded
from generator.model import Amount, DutyState, Edition, Page, Period, Record
from generator.pages._common import paths, places
from generator.pages._common.disclosure import record_page, whose
from generator.records.indicator import Indicator
from generator.records.place import Place

_BASIC = "基本情况"
LISTED = 6
"""That many of the records behind a figure are named; their register holds all of them."""


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

    def _of(self, ask: Callable[[Indicator], Iterable[str]]) -> dict[str, tuple[str, ...]]:
        """What the cells of each row answer, each answer once."""
        return {
            place.id: tuple(dict.fromkeys(answer for cell in cells if cell for answer in ask(cell)))
            for place, cells in self.rows
        }


@dataclass(frozen=True)
class Timeliness:
    """How a place has met its duties so far."""

    place: Place
    due: int
    on_time: int
    late: int
    overdue: int

    @property
    def rate(self) -> Amount:
        """Share on time in per cent, one decimal; missing when nothing was due."""
        if not self.due:
            return Amount.missing("%", "还没有应公开的事项")
        return Amount.known(rounded(Decimal(100 * self.on_time) / self.due, 1), "%")


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


def pages(edition: Edition) -> Iterator[Page]:
    """One page a township."""
    for township in places.townships(edition):
        slug = township.township
        rows = (*places.villages(edition, slug), township)
        figures = places.figures(edition, slug)
        context = {
            "township": township,
            "themes": _themes([i for i in figures if i.theme != _BASIC], township, rows),
            "basic": _table("各村基本情况", [i for i in figures if i.theme == _BASIC and i.inputs], rows),
            "written": [i for i in figures if i.theme == _BASIC and not i.inputs],
            "timeliness": [_timeliness(edition, place) for place in rows],
            "home": {place.id: paths.place(slug, place.id) for place in rows},
            "names": {place.id: place.name for place in edition.of(Place, slug)},
            "pages": _behind(edition, figures),
            "listed": LISTED,
            "duties": paths.due(slug),
            "sample": township.sample,
        }
        crumbs = places.crumbs(slug)
        title = f"{township.name}统计"
        yield Page(paths.statistics(slug), title, "statistics.md.j2", context, (township.name, "统计"), crumbs)


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


def _timeliness(edition: Edition, place: Place) -> Timeliness:
    whole = place.is_top
    duties = [d for d in edition.duties if d.township == place.township and (whole or d.place == place.id)]
    counted = [d for d in duties if d.state not in (DutyState.EXEMPT, DutyState.DUE)]

    late = sum(d.done is not None and d.done > d.due for d in counted)
    overdue = sum(d.state is DutyState.OVERDUE for d in counted)
    return Timeliness(place, len(counted), len(counted) - late - overdue, late, overdue)


def _behind(edition: Edition, figures: Iterable[Indicator]) -> dict[str, tuple[str, str]]:
    """Record key → (short name, page) of everything the figures come from: their inputs, or they themselves."""
    keys = dict.fromkeys(key for indicator in figures for key in indicator.inputs or (indicator.key,))
    records = (record for key in keys if (record := edition.find(key)) is not None)
    return {record.key: (_short(edition, record), record_page(record)) for record in records}


def _short(edition: Edition, record: Record) -> str:
    """What a list calls a record: a sheet by its period, a figure by its period and source, others by name."""
    period = getattr(record, "period", None)
    when = period.label if isinstance(period, Period) else ""
    if record.family == "finance" and when:
        return when + whose(edition, record)
    if isinstance(record, Indicator):
        written = isinstance(record.source, str) and not record.inputs
        return f"{when}{record.title}" + (f"（{record.source}）" if written else "")
    name = getattr(record, "title", None) or getattr(record, "name", None)
    if not isinstance(name, str):
        return record.key
    return f"{name}的基本资料" if isinstance(record, Place) else name
