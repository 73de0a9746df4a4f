"""Duties that stand open past their day, each told of by exactly one rule.

An empty board, a missing month, a sheet of half a year and a late month are four complaints, yet one and the same duty
may look like several of them. `backlog` decides once; every rule reads its own part.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum
from itertools import groupby

from generator.catalogue import BOARD, local
from generator.model import Duty, DutyState, Period, Records
from generator.records.finance import Finance
from generator.records.item import DisclosureItem
from generator.records.place import Place
from generator.records.publication import PublicationRecord
from generator.rules._common.lengths import too_long

MET = (DutyState.DONE, DutyState.LATE, DutyState.EXEMPT, DutyState.WITHDRAWN)
"""Something was published in time or not, or there was nothing to publish."""
_SEVERAL = 2
"""So many occasions of an item make it one that was never published, and not one that is late."""
_PASSED = ("每月", "每季", "每半年")
"""Published of a time that has passed; too early is a wrong date."""
_DATED = ("activity", "finance", "article")
"""Families whose day of the event a publication before it contradicts."""


class Told(Enum):
    """Which complaint it is."""

    ELSEWHERE = "elsewhere"
    """The publication that does not count has a finding of its own."""
    LONG = "long"
    BLANK = "blank"
    HOLE = "hole"
    LATE = "late"


@dataclass(frozen=True)
class Series:
    """All duties of one item at one place, in the order of time."""

    township: str
    place: str
    item: DisclosureItem | None
    duties: tuple[Duty, ...]

    @property
    def never(self) -> bool:
        """Whether nothing was ever published for it, not even wrongly."""
        return not any(duty.state in MET or duty.about for duty in self.duties)

    @property
    def overdue(self) -> tuple[Duty, ...]:
        return tuple(duty for duty in self.duties if duty.state is DutyState.OVERDUE)


@dataclass(frozen=True)
class Backlog:
    """What is overdue, by complaint: runs of duties that follow one another."""

    runs: dict[Told, list[tuple[Series, tuple[Duty, ...]]]] = field(default_factory=lambda: defaultdict(list))
    late: list[tuple[Series, tuple[Duty, ...]]] = field(default_factory=list)
    """What was published after its day."""
    places: dict[tuple[str, str], list[Series]] = field(default_factory=lambda: defaultdict(list))
    """(township, place) → everything that is due there."""


def backlog(records: Records) -> Backlog:
    """Found once for all rules."""
    return records.once(_backlog)


def span(duties: tuple[Duty, ...]) -> str:
    """`2026年3月`, `2026年1月至6月`, `2025年12月至2026年2月`; nothing where there are no periods."""
    first, last = duties[0].period, duties[-1].period
    if first is None or last is None:
        return ""
    same = first.start.year == last.start.year and first.length == last.length < 12
    return str(first) if first == last else f"{first}至{str(last)[5:] if same else last}"


def place_name(records: Records, township: str, place: str) -> str:
    found = records.get(Place, f"{township}/{Place.family}/{place}")
    return found.name if found else place


def _backlog(records: Records) -> Backlog:
    found, every = Backlog(), defaultdict[tuple[str, str, str], list[Duty]](list)
    for duty in records.duties:
        every[duty.township, duty.place, duty.item].append(duty)
    for (township, place, item), duties in every.items():
        ordered = tuple(sorted(duties, key=lambda duty: (duty.opens, duty.record)))
        series = Series(township, place, local(records, township).item(item), ordered)
        found.places[township, place].append(series)
    stretched = frozenset(
        (one.publication.township, one.publication.place, one.item.id, month)
        for one in too_long(records)
        for month in one.period.months()
    )
    for place_series in found.places.values():
        empty = len(place_series) >= _SEVERAL and all(series.never for series in place_series)
        for series in place_series:
            _sorted(records, found, series, stretched, empty=empty)
    return found


def _sorted(
    records: Records,
    found: Backlog,
    series: Series,
    stretched: frozenset[tuple[str, str, str, Period]],
    *,
    empty: bool,
) -> None:
    """The series' overdue duties under their complaints, and what was late."""
    lasting = any(not duty.period and not duty.record for duty in series.overdue)
    blank = series.never and bool(series.overdue) and (empty or lasting or len(series.overdue) >= _SEVERAL)
    shown = [place for place, duty in enumerate(series.duties) if duty.state in MET and duty.period]

    def told(place: int, duty: Duty) -> Told:
        if blank:
            return Told.BLANK
        if duty.about and _said_elsewhere(records, duty, series.item):
            return Told.ELSEWHERE
        months = tuple(duty.period.months()) if duty.period else ()
        if months and all((series.township, series.place, duty.item, month) in stretched for month in months):
            return Told.LONG
        if duty.about or not (duty.period and shown and shown[0] < place < shown[-1]):
            return Told.LATE
        return Told.ELSEWHERE if _sheet_missing(records, series, duty.period) else Told.HOLE

    overdue = [(told(n, d), n, d) for n, d in enumerate(series.duties) if d.state is DutyState.OVERDUE]
    for (which, _), run in groupby(
        enumerate(overdue), key=lambda one: (one[1][0], _joined(one[1][1] - one[0], one[1]))
    ):
        found.runs[which].append((series, tuple(duty for _, (_, _, duty) in run)))
    tardy = [(n, d) for n, d in enumerate(series.duties) if d.state is DutyState.LATE]
    for _, late in groupby(enumerate(tardy), key=lambda one: one[1][0] - one[0] if one[1][1].period else -1 - one[0]):
        found.late.append((series, tuple(duty for _, (_, duty) in late)))


def _joined(shift: int, one: tuple[Told, int, Duty]) -> int:
    """Alike for periods that follow one another, and for everything blank; events and what has a reason stand alone."""
    which, place, duty = one
    if which is Told.BLANK:
        return 0
    return shift if duty.period and not duty.about else -1 - place


def _said_elsewhere(records: Records, duty: Duty, item: DisclosureItem | None) -> bool:
    """Whether the publication that does not count has a finding at its own line: signatures, board or dates."""
    publication, today = records.get(PublicationRecord, duty.about), records.today
    if publication is None or item is None or publication.recalled(today):
        return False
    if publication.exempt is not None:
        return True
    if publication.done is None or publication.done > today:
        return False
    if publication.approved is None:
        return item.approval
    shown = publication.posted if BOARD in item.channels else publication.done
    if publication.approved.day > today:
        return True
    if shown is None or shown > today:
        return False
    signed = (publication.proposed, publication.reviewed, publication.approved)
    signed_after = any(one is not None and one.day > shown for one in signed)
    return signed_after or _before(records, publication, duty) or _down_early(records, publication, duty.item)


def _before(records: Records, publication: PublicationRecord, duty: Duty) -> bool:
    """Whether it is dated before what it tells of had ended, and the dates are all there is to mend."""
    day = publication.done
    if day is None or day >= duty.opens:
        return False
    if duty.record:
        found = records.find(duty.record)
        return found is not None and found.family in _DATED
    here = local(records, publication.township)
    items = [item for name in publication.items if (item := here.item(name)) is not None]
    return bool(items) and all(item.frequency in _PASSED for item in items)


def _down_early(records: Records, publication: PublicationRecord, name: str) -> bool:
    here = local(records, publication.township)
    item, posted, removed = here.item(name), publication.posted, publication.removed
    if item is None or posted is None or removed is None or removed > records.today:
        return False
    return (removed - posted).days < here.board_days(item, posted)


def _sheet_missing(records: Records, series: Series, period: Period) -> bool:
    """Whether the sheet itself is missing between two others: laying them side by side already tells of it."""
    if series.item is None or series.item.data != Finance.family:
        return False
    sheets = [s for s in records.once(_sheets).get((series.township, series.place), ()) if series.item.applies(s)]
    told = any(sheet.period.holds(period) for sheet in sheets)
    before = any(sheet.period.end < period.start for sheet in sheets)
    after = any(sheet.period.start > period.end for sheet in sheets)
    return before and after and not told


def _sheets(records: Records) -> dict[tuple[str, str], list[Finance]]:
    """(township, place) → its cash sheets."""
    found: dict[tuple[str, str], list[Finance]] = defaultdict(list)
    for sheet in records.of(Finance):
        if sheet.is_cash:
            found[sheet.township, sheet.place].append(sheet)
    return found
