"""How a township keeps its activity schedules: organisation × quarter, with the rate of each and of all.

Every number is an indicator of the edition: what these readers may not count is not counted here either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.charts import Progress
from generator.mechanisms.rhythm import DUE, HELD, RATE, adopted, labels, named
from generator.model import Amount, Edition, Page, Period
from generator.pages._common import paths, places
from generator.pages._common.comparing import compared
from generator.pages._common.disclosure import bases
from generator.records.activity import Activity
from generator.records.indicator import Indicator
from generator.records.organisation import Organisation
from generator.records.place import Place
from generator.records.schedule import Schedule

_YEARS = 2  # that many are shown; the older ones stand in the statistics
_Key = tuple[str, str, Period]
"""Unit (none is the township), name and period of a figure."""


@dataclass(frozen=True)
class Account:
    """Asked for, held and the rate, of one unit in one period."""

    due: Amount
    held: Amount
    rate: Amount


@dataclass(frozen=True)
class Row:
    """One organisation or place: the quarters, then the year so far."""

    name: str
    register: str
    cells: tuple[Account | None, ...]
    year: Account


@dataclass(frozen=True)
class Year:
    """One year of one schedule."""

    period: Period
    over: bool
    who: str
    total: Account | None
    quarters: tuple[Period, ...]
    rows: tuple[Row, ...]
    kinds: tuple[tuple[str, Account], ...]

    @property
    def chart(self) -> Progress | None:
        """How much of what was asked for each held."""
        told = [(row.name, row.year.rate, f"{_said(row.year.held)}/{_said(row.year.due)}") for row in self.rows]
        return compared(f"{self.period.label}完成率", told)


@dataclass(frozen=True)
class Section:
    """One schedule."""

    schedule: Schedule
    bases: tuple[str, ...]
    years: tuple[Year, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """One page a township of which there is something to show."""
    for township in places.planned(edition):
        figures = [i for i in places.figures(edition, township.township) if i.inputs and i.period]
        sections = [s for one in adopted(edition, township) if (s := _section(edition, township, one, figures)).years]
        if sections:
            slug = township.township
            context = {
                "sections": sections,
                "since": township.since,
                "register": paths.register(slug, slug, Activity.family) if edition.of(Activity, slug) else "",
                "indicators": paths.indicators(slug),
                "sample": township.sample,
            }
            crumbs, menu = places.crumbs(slug), places.menu(edition, township.township, "活动开展")
            yield Page(paths.rhythm(slug), f"{township.name}活动开展情况", "rhythm.md.j2", context, menu, crumbs)


def _section(edition: Edition, township: Place, schedule: Schedule, figures: list[Indicator]) -> Section:
    """The newest years; the places are looked up by the names of the units, which are the parts of the breakdown."""
    found: dict[_Key, Indicator] = {}
    homes: dict[str, tuple[str, str]] = {}
    names = {named(label, word) for label in _labels(edition, schedule) for word in (DUE, HELD, RATE)}
    for one in figures:
        if one.name in names and one.period:
            part = next(iter(one.dimensions.values()), "")
            unit = f"{one.place}/{part}" if part else ""
            found[unit, one.name, one.period] = one
            homes.setdefault(unit, (part, paths.register(township.township, one.place, Activity.family)))
    years = sorted({period for _, _, period in found if period.length == 12}, reverse=True)[:_YEARS]
    told = (_year(edition, schedule, year, found, homes) for year in years)
    return Section(schedule, bases(edition, schedule.bases, edition.today), tuple(year for year in told if year.rows))


def _labels(edition: Edition, schedule: Schedule) -> tuple[str, ...]:
    """The schedule as a whole, then its kinds of meetings."""
    kinds = (labels(edition)[schedule.id, requirement.kind] for requirement in schedule.distinct)
    return tuple(dict.fromkeys((schedule.name, *kinds)))


def _year(
    edition: Edition,
    schedule: Schedule,
    year: Period,
    found: Mapping[_Key, Indicator],
    homes: Mapping[str, tuple[str, str]],
) -> Year:
    whole, *kinds = _labels(edition, schedule)
    quarters = tuple(
        sorted({p for _, name, p in found if p.length == 3 and year.holds(p) and name == named(whole, DUE)})
    )
    rows = tuple(
        Row(name, register, tuple(_account(found, unit, whole, quarter) for quarter in quarters), account)
        for unit, (name, register) in homes.items()
        if unit and (account := _account(found, unit, whole, year))
    )
    parts = ((kind, _account(found, "", kind, year)) for kind in kinds)
    return Year(
        year,
        year.end < edition.today,
        _who(edition, schedule, rows),
        _account(found, "", whole, year),
        quarters,
        rows,
        tuple((kind, account) for kind, account in parts if account and kind != whole),
    )


def _account(found: Mapping[_Key, Indicator], unit: str, label: str, period: Period) -> Account | None:
    due, held, rate = (found.get((unit, named(label, word), period)) for word in (DUE, HELD, RATE))
    return Account(due.amount, held.amount, rate.amount) if due and held and rate else None


def _said(count: Amount) -> str:
    return "缺" if count.value is None else f"{count.value}"


def _who(edition: Edition, schedule: Schedule, rows: tuple[Row, ...]) -> str:
    """`3个党支部`, of one alone its name."""
    names = {row.name for row in rows}
    if len(rows) == 1:
        return rows[0].name
    words = {o.kind for o in edition.of(Organisation) if o.name in names and o.kind in schedule.keepers}
    words = words or set(schedule.levels)
    return f"{len(rows)}个{words.pop() if len(words) == 1 else '组织' if schedule.keepers else '地方'}"
