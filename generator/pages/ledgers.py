"""How a township works off its ledgers: how many entries, how many closed, how many overdue, village by village.

Every number is a figure of the edition; what these readers may not know is not there to be counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.charts import Progress
from generator.model import Amount, Edition, Page, Period
from generator.pages._common import paths, places
from generator.pages._common.comparing import compared
from generator.pages._common.disclosure import bases
from generator.records.indicator import Indicator
from generator.records.issue import Issue
from generator.records.ledger import Ledger
from generator.records.place import Place

_PEOPLE = ("户数", "人数")
_Figures = Mapping[tuple[str, str, Period | None, tuple[tuple[str, str], ...]], Indicator]
"""(place, name, period, parts) → figure."""


@dataclass(frozen=True)
class Line:
    """How many there are, and how they stand; None where the figure is closed to these readers."""

    title: str
    page: str
    count: Amount | None
    closed: Amount | None
    rate: Amount | None
    overdue: Amount | None


@dataclass(frozen=True)
class Sheet:
    """One ledger: the whole, then by place and by year; what entries were about and where people went."""

    ledger: Ledger
    whole: Line
    concerned: tuple[tuple[str, Amount], ...]
    by_place: tuple[Line, ...]
    by_year: tuple[Line, ...]
    kinds: tuple[tuple[str, Amount], ...]
    went: tuple[tuple[str, Amount | None, Amount | None], ...]
    bases: tuple[str, ...]

    @property
    def chart(self) -> Progress | None:
        """How much each place closed; a place of which that is closed to these readers is left out."""
        told = [
            (one.title, one.rate, f"{one.closed.value}/{one.count.value}")
            for one in self.by_place
            if one.rate and one.rate.value is not None and one.closed and one.count
        ]
        return compared(f"{self.ledger.name}{self.ledger.closing}率", told)


def pages(edition: Edition) -> Iterator[Page]:
    """One page a township that has figures of ledgers."""
    for township in places.planned(edition):
        slug = township.township
        if places.works_off_ledgers(edition, slug):
            figures = _figures(edition, slug)
            named = {name for _, name, _, _ in figures}
            sheets = [_sheet(edition, one, township, figures) for one in edition.of(Ledger) if one.counted in named]
            context = {"sheets": sheets, "indicators": paths.indicators(slug), "sample": township.sample}
            title = f"{township.name}台账办理"
            menu = places.menu(edition, township.township, "台账办理")
            yield Page(paths.ledgers(slug), title, "ledgers.md.j2", context, menu, places.crumbs(slug))


def _figures(edition: Edition, slug: str) -> _Figures:
    return {
        (i.place, i.name, i.period, tuple(sorted(i.dimensions.items()))): i
        for i in places.figures(edition, slug)
        if i.inputs
    }


def _sheet(edition: Edition, ledger: Ledger, township: Place, figures: _Figures) -> Sheet:
    slug, top = township.township, township.id
    years = sorted({year for place, name, year, _ in figures if (place, name) == (top, ledger.counted) and year})
    parts = sorted({part for place, _, year, part in figures if place == top and year is None and part})
    concerned = ((label, _amount(figures, top, ledger.figure(label))) for label in _PEOPLE)
    kinds = ((part[0][1], _amount(figures, top, ledger.counted, None, part)) for part in parts)
    return Sheet(
        ledger,
        _line(ledger, township.name, "", figures, top),
        tuple((label, amount) for label, amount in concerned if amount),
        tuple(
            _line(ledger, place.name, paths.register(slug, place.id, Issue.family), figures, place.id)
            for place in (*places.villages(edition, slug), township)
            if (place.id, ledger.counted, None, ()) in figures
        ),
        tuple(_line(ledger, year.label, "", figures, top, year) for year in reversed(years)),
        tuple((kind, amount) for kind, amount in kinds if amount),
        tuple(_went(ledger, top, figures, parts)),
        bases(edition, ledger.bases, edition.today),
    )


def _went(
    ledger: Ledger, top: str, figures: _Figures, parts: Iterable[tuple[tuple[str, str], ...]]
) -> Iterator[tuple[str, Amount | None, Amount | None]]:
    for part in parts:
        households, people = (_amount(figures, top, ledger.figure(label), None, part) for label in _PEOPLE)
        if households or people:
            yield part[0][1], households, people


def _line(ledger: Ledger, title: str, page: str, figures: _Figures, place: str, period: Period | None = None) -> Line:
    endings = (f"{ledger.closing}数", f"{ledger.closing}率", "逾期数")
    closed, rate, overdue = (_amount(figures, place, ledger.figure(ending), period) for ending in endings)
    return Line(title, page, _amount(figures, place, ledger.counted, period), closed, rate, overdue)


def _amount(
    figures: _Figures,
    place: str,
    name: str,
    period: Period | None = None,
    part: tuple[tuple[str, str], ...] = (),
) -> Amount | None:
    found = figures.get((place, name, period, part))
    return found.amount if found else None
