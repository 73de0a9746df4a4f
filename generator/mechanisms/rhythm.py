"""What the activity schedules of a township ask for and what was held: requirement × organisation × cycle.

A schedule is kept where the township lists it in 执行制度, from the day from which the township is checked, else from
the month of the first activity under it; only whole cycles that have ended are asked for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.model import Collection, Period, Records
from generator.records.activity import Activity
from generator.records.holiday import HolidayYear
from generator.records.organisation import Organisation
from generator.records.place import Place
from generator.records.schedule import Requirement, Schedule, Stretch

DUE, HELD, RATE = "应开展次数", "已开展次数", "完成率"
_YEARS = 10  # further back nothing is asked for, so that a mistyped year costs nothing

Unit = Organisation | Place
"""Who keeps a schedule."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What was asked of one unit in one period, and what came of it."""

    due: int
    held: int
    counted: int
    """Held, but never more than due in any one cycle: a busy month does not make up for an idle one."""
    activities: tuple[Activity, ...] = ()
    loose: int = 0
    """Records that span more than this period, so that nobody can say how much of them belongs here."""

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.due + other.due,
            self.held + other.held,
            self.counted + other.counted,
            self.activities + other.activities,
            self.loose + other.loose,
        )


@dataclass(frozen=True)
class Plan:
    """One requirement of one schedule in one township: who has to keep it, in which cycles, and what they held."""

    township: Place
    schedule: Schedule
    requirement: Requirement
    label: str
    units: tuple[Unit, ...]
    stretches: tuple[Stretch, ...]
    quarters: tuple[Period, ...]
    held: Mapping[str, tuple[Activity, ...]]
    """Unit id → its activities."""

    @cached_property
    def _starts(self) -> list[date]:
        return [stretch.start for stretch in self.stretches]

    @cached_property
    def spans(self) -> Mapping[Period, range]:
        """The quarters that have ended, and the years so far → positions of their cycles."""
        years = (Period(date(year, 1, 1), 12) for year in sorted({start.year for start in self._starts}))
        found = ((span, self._within(span)) for span in (*self.quarters, *years))
        return {span: positions for span, positions in found if positions}

    def _within(self, span: Period) -> range:
        return range(bisect_left(self._starts, span.start), bisect_right(self._starts, span.end))

    def _where(self, activity: Activity) -> range:
        """The cycles that the activity lies in; empty when it lies in none that is asked for."""
        day = activity.day or (activity.period.start if activity.period else None)
        several = self._within(activity.period) if activity.period and not activity.day else range(0)
        if several or day is None:
            return several
        last = bisect_right(self._starts, day) - 1
        held = last >= 0 and day <= self.stretches[last].end
        return range(last, last + 1) if held else range(0)

    def kept(self, unit: Unit) -> list[int]:
        """How often it was held in each cycle; several meetings in one record fill the cycles of their period."""
        counts = [0] * len(self.stretches)
        for activity in sorted(self.held.get(unit.id, ()), key=lambda activity: activity.day is None):
            where, rest = self._where(activity), activity.times
            for position in where:
                share = min(rest, max(self.stretches[position].due - counts[position], 0))
                counts[position] += share
                rest -= share
            if where:
                counts[where[-1]] += rest
        return counts

    def tallies(self, unit: Unit) -> Iterator[tuple[Period, Tally]]:
        """The unit's account of every period."""
        counts = self.kept(unit)
        laid = [(activity, where) for activity in self.held.get(unit.id, ()) if (where := self._where(activity))]
        for span, positions in self.spans.items():
            near = [(a, w) for a, w in laid if w[0] <= positions[-1] and positions[0] <= w[-1]]
            loose = sum(not (positions[0] <= w[0] and w[-1] <= positions[-1]) for _, w in near)
            dues = [self.stretches[position].due for position in positions]
            here = [counts[position] for position in positions]
            capped = sum(map(min, here, dues))
            yield span, Tally(sum(dues), sum(here), capped, tuple(a for a, _ in near), loose)


def plans(records: Records) -> tuple[Plan, ...]:
    """Every requirement of every schedule that a township keeps, in the order of the files."""
    return records.once(_plans)


def labels(collection: Collection) -> Mapping[tuple[str, str], str]:
    """(schedule, kind of meeting) → its name in figures: the kind alone, after the schedule's where two would mix."""
    return collection.once(_labels)


def named(*words: str) -> str:
    """The words as one name that prose can take figures by."""
    name = "".join(c for c in "".join(words) if f"_{c}".isidentifier())
    return name if name.isidentifier() else f"_{name}"


def adopted(collection: Collection, township: Place) -> tuple[Schedule, ...]:
    """The schedules that the township keeps, as far as they exist."""
    found = (collection.get(Schedule, f"{Schedule.family}/{name}") for name in dict.fromkeys(township.schedules))
    return tuple(schedule for schedule in found if schedule is not None)


def _labels(collection: Collection) -> Mapping[tuple[str, str], str]:
    kinds = {(schedule.id, r.kind): schedule for schedule in collection.of(Schedule) for r in schedule.requirements}
    words = Counter(kind for _, kind in kinds)
    # A schedule of one kind may bear its name: then the two figures are one and the same.
    words.update(s.name for s in collection.of(Schedule) if {r.kind for r in s.requirements} != {s.name})
    return {key: key[1] if words[key[1]] == 1 else f"{schedule.name}{key[1]}" for key, schedule in kinds.items()}


def _plans(records: Records) -> tuple[Plan, ...]:
    activities: dict[tuple[str, str], list[Activity]] = defaultdict(list)
    for activity in records.of(Activity):
        if activity.schedule:
            activities[activity.township, activity.schedule].append(activity)
    off = frozenset(day for year in records.of(HolidayYear) for holiday in year.holidays for day in holiday.days())
    return tuple(
        plan
        for township in records.of(Place)
        if township.is_top
        for schedule in adopted(records, township)
        for plan in _of_schedule(records, township, schedule, activities[township.township, schedule.id], off)
    )


def _of_schedule(
    records: Records, township: Place, schedule: Schedule, activities: list[Activity], off: frozenset[date]
) -> Iterator[Plan]:
    since = _since(records, township, activities)
    if since is None:
        return
    for requirement in schedule.distinct:
        units = tuple(_units(records, township, schedule, requirement))
        label = labels(records)[schedule.id, requirement.kind]
        stretches, quarters = _stretches(schedule, requirement, since, records.today, off)
        held = _held(units, (activity for activity in activities if activity.kind == requirement.kind))
        yield Plan(township, schedule, requirement, label, units, stretches, quarters, held)


def _since(records: Records, township: Place, activities: list[Activity]) -> date | None:
    days = (a.day or (a.period.start if a.period else None) for a in activities)
    first = min((day for day in days if day), default=None)
    since = township.since or (first and first.replace(day=1))
    earliest = date(max(records.today.year - _YEARS, 1), 1, 1)
    return since and max(since, earliest)


def _units(records: Records, township: Place, schedule: Schedule, requirement: Requirement) -> Iterator[Unit]:
    kinds = requirement.organisations or schedule.organisations
    yield from (o for o in records.of(Organisation, township.township) if o.kind in kinds)
    if not kinds:
        yield from (place for place in records.of(Place, township.township) if place.level in schedule.levels)


def _stretches(
    schedule: Schedule, requirement: Requirement, since: date, today: date, off: frozenset[date]
) -> tuple[tuple[Stretch, ...], tuple[Period, ...]]:
    """The whole cycles that have ended, and the quarters of which all have."""
    found: list[Stretch] = []
    quarters = []
    span = Period.of(since, requirement.reported)
    while span.start < today:
        cycles = [c for c in requirement.stretches(span, off) if since <= c.start and schedule.holds(c.start, c.end)]
        ended = [cycle for cycle in cycles if cycle.end < today]
        found += ended
        if span.length == 3 and span.end < today and len(ended) == len(cycles):
            quarters.append(span)
        span = span.next()
    return tuple(found), tuple(quarters)


def _held(units: tuple[Unit, ...], activities: Iterable[Activity]) -> Mapping[str, tuple[Activity, ...]]:
    """Unit id → its activities; one that names no organisation is the only one's at its place."""
    organisations = {unit.id for unit in units if isinstance(unit, Organisation)}
    at: dict[str, list[str]] = defaultdict(list)
    for unit in units:
        at[place_of(unit)].append(unit.id)
    found: dict[str, list[Activity]] = defaultdict(list)
    for activity in activities:
        if organisations and activity.organisation:
            names = [activity.organisation] if activity.organisation in organisations else []
        else:
            names = at.get(activity.place, [])
        if len(names) == 1:
            found[names[0]].append(activity)
    return {name: tuple(listed) for name, listed in found.items()}


def place_of(unit: Unit) -> str:
    """The id of the place that the unit belongs to."""
    return unit.place if isinstance(unit, Organisation) else unit.id
