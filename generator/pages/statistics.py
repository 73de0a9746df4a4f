"""A township's statistics: tables of figures, each with the records it comes from, and how timely its villages are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.figures import rounded
from generator.model import Amount, DutyState, Edition, Page, Period
from generator.pages._common import paths, places
from generator.pages._common.disclosure import record_page
from generator.records.indicator import Indicator
from generator.records.place import Place

_BASIC, _FINANCE = "基本情况", "财务统计"


@dataclass(frozen=True)
class Table:
    """Places down, figures across; a cell is None where there is no figure."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Place, tuple[Indicator | None, ...]], ...]

    @property
    def inputs(self) -> dict[str, tuple[str, ...]]:
        """What each row was computed from: place id → record keys."""
        return self._of(lambda cell: cell.inputs)

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


def pages(edition: Edition) -> Iterator[Page]:
    """One page a township."""
    for township in places.townships(edition):
        slug = township.township
        rows = (*places.villages(edition, slug), township)
        figures = places.figures(edition, slug)
        finance = [i for i in figures if i.theme == _FINANCE and i.period]
        quarters = sorted({i.period for i in finance if i.period}, reverse=True)
        context = {
            "township": township,
            "themes": _themes(figures),
            "basic": _table("各村基本情况", [i for i in figures if i.theme == _BASIC], rows),
            "finance": [_table(q.label, [i for i in finance if i.period == q], rows) for q in quarters],
            "timeliness": [_timeliness(edition, place) for place in rows],
            "home": {place.id: paths.place(slug, place.id) for place in rows},
            "pages": _inputs(edition, [i for i in figures if i.inputs]),
            "duties": paths.due(slug),
            "sample": township.sample,
        }
        crumbs = places.crumbs(slug)
        title = f"{township.name}统计"
        yield Page(paths.statistics(slug), title, "statistics.md.j2", context, (township.name, "统计"), crumbs)


def _themes(figures: Iterable[Indicator]) -> list[tuple[str, list[Indicator]]]:
    """The written figures by theme, in the order in which the themes first appear."""
    themes: dict[str, list[Indicator]] = {}
    for indicator in figures:
        if not indicator.inputs and indicator.theme != _BASIC:
            themes.setdefault(indicator.theme, []).append(indicator)
    return list(themes.items())


def _table(title: str, figures: list[Indicator], rows: Iterable[Place]) -> Table:
    columns = tuple(dict.fromkeys((i.name, i.unit) for i in figures))
    cells = {(i.place, i.name, i.unit): i for i in figures}
    filled = ((place, tuple(cells.get((place.id, *column)) for column in columns)) for place in rows)
    names = tuple(f"{name}（{unit}）" for name, unit in columns)
    return Table(title, names, tuple((place, row) for place, row in filled if any(row)))


def _timeliness(edition: Edition, place: Place) -> Timeliness:
    whole = place.level == "乡镇"
    duties = [d for d in edition.duties if d.township == place.township and (whole or d.place == place.id)]
    counted = [d for d in duties if d.state not in (DutyState.EXEMPT, DutyState.DUE)]

    late = sum(d.done is not None and d.done > d.due for d in counted)
    overdue = sum(d.state is DutyState.OVERDUE for d in counted)
    return Timeliness(place, len(counted), len(counted) - late - overdue, late, overdue)


def _inputs(edition: Edition, figures: Iterable[Indicator]) -> dict[str, tuple[str, str]]:
    """Record key → (short name, page) of everything the figures were computed from."""
    found = {}
    for key in dict.fromkeys(key for indicator in figures for key in indicator.inputs):
        record = edition.find(key)
        if isinstance(record, Place):
            found[key] = (record.key, paths.place(record.township, record.id))
        elif record is not None:
            period = getattr(record, "period", None)
            found[key] = (period.label if isinstance(period, Period) else record.key, record_page(record))
    return found
