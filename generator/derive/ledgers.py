"""What the ledgers come to: how many entries, how many of them closed, how many past their last day.

For every village and, with what the township holds itself, for the township; over all years and by the year in which
the entries were made. Whom entries are about is added up only where every entry says so.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from generator.derive._common import Head, computed
from generator.figures import rounded
from generator.mechanisms.calendars import WorkCalendar
from generator.model import Amount, Period, Records
from generator.records.holiday import HolidayYear
from generator.records.indicator import Indicator
from generator.records.issue import Issue, Share
from generator.records.ledger import Ledger
from generator.records.place import Place

THEME = "台账办理"
_COUNT = ("issue/件数",)
_CLOSED = ("issue/件数", "issue/办结件数", "issue/销号日期")
_DUE = ("issue/登记日期", "issue/办结期限")
_UNTOLD = "未写明"
_PEOPLE = (("households", "户数", "户"), ("people", "人数", "名"))


def figures(records: Records) -> Iterator[Indicator]:
    """Villages before their township; a ledger without entries has no figures."""
    workday = WorkCalendar.of(records.of(HolidayYear)).after
    for township in records.of(Place):
        if township.is_top:
            held = _held(records, township)
            villages = [place for place in records.of(Place, township.township) if place.is_village]
            for place in (*villages, township):
                for ledger in records.of(Ledger):
                    if issues := held.get((place.id, ledger.id)):
                        yield from _set(_Pile(ledger, place, tuple(issues), records.today, workday))


def _held(records: Records, township: Place) -> dict[tuple[str, str], list[Issue]]:
    """(place, ledger) → entries: those of a group or natural village with its village, all of them with the township."""
    places = {place.id: place for place in records.of(Place, township.township)}
    found: dict[tuple[str, str], list[Issue]] = defaultdict(list)
    for issue in records.of(Issue, township.township):
        for place in dict.fromkeys((_village(places, issue.place), township.id)):
            found[place, issue.ledger].append(issue)
    return found


def _village(places: dict[str, Place], name: str) -> str:
    seen: set[str] = set()
    place = places.get(name)
    while place and not (place.is_village or place.is_top) and place.id not in seen:
        seen.add(place.id)
        place = places.get(place.parent or "")
    return place.id if place else ""


@dataclass(frozen=True)
class _Pile:
    """Entries of one ledger that are counted together."""

    ledger: Ledger
    place: Place
    issues: tuple[Issue, ...]
    today: date
    workday: Callable[[date, int], date]
    year: Period | None = None
    also: tuple[str, ...] = ()
    """Fields by which the entries were chosen."""

    def count(self) -> Amount:
        return Amount.known(sum(issue.count for issue in self.issues), self.ledger.unit)

    def closed(self) -> Amount:
        if any(issue.done(self.today) > issue.count for issue in self.issues):
            return Amount.missing(self.ledger.unit, "有的记录办结件数比件数还多,待核对")
        return Amount.known(sum(issue.done(self.today) for issue in self.issues), self.ledger.unit)

    def rate(self) -> Amount:
        count, closed = self.count().value, self.closed()
        if closed.value is None or not count:
            return Amount.missing("%", closed.reason or "还没有登记的")
        return Amount.known(rounded(Decimal(100) * closed.value / count, 2), "%")

    def overdue(self) -> Amount:
        """How many are open although their last day is over."""
        late = (issue for issue in self.issues if self._is_late(issue))
        return Amount.known(sum(max(issue.count - issue.done(self.today), 0) for issue in late), self.ledger.unit)

    def _is_late(self, issue: Issue) -> bool:
        due = self.ledger.due(issue.due, issue.opened, self.workday)
        return due is not None and due < self.today

    def figure(
        self, code: str, name: str, amount: Amount, uses: tuple[str, ...], dimensions: dict[str, str] | None = None
    ) -> Indicator:
        mark = hashlib.sha256(repr(dimensions).encode()).hexdigest()[:8] if dimensions else ""
        code = ".".join(filter(None, ("ledger", self.ledger.id, code, mark)))
        head = Head(code, name, THEME, self.year, dimensions or {})
        source = f"由“{self.ledger.name}”的{len(self.issues)}条记录计算"
        return computed(self.place, head, amount, self.issues, (*uses, *self.also), source)


def _set(pile: _Pile) -> Iterator[Indicator]:
    """All years, then what they were about and where people went, then year by year."""
    yield from _work(pile)
    yield from _kinds(pile)
    yield from _went(pile)
    years: dict[Period, list[Issue]] = defaultdict(list)
    for issue in pile.issues:
        years[Period.of(issue.opened, 12)].append(issue)
    for year in sorted(years):
        yield from _work(replace(pile, issues=tuple(years[year]), year=year, also=("issue/登记日期",)))


def _work(pile: _Pile) -> Iterator[Indicator]:
    """How many, how many closed, how many overdue; how many people and households are concerned."""
    ledger = pile.ledger
    yield pile.figure("count", ledger.counted, pile.count(), _COUNT)
    yield pile.figure("closed", ledger.figure(f"{ledger.closing}数"), pile.closed(), _CLOSED)
    yield pile.figure("rate", ledger.figure(f"{ledger.closing}率"), pile.rate(), _CLOSED)
    yield pile.figure("overdue", ledger.figure("逾期数"), pile.overdue(), (*_CLOSED, *_DUE))
    for name, label, unit in _PEOPLE:
        numbers = [getattr(issue, name) for issue in pile.issues]
        if all(number is not None for number in numbers):
            yield pile.figure(name, ledger.figure(label), Amount.known(sum(numbers), unit), (f"issue/{label}",))


def _kinds(pile: _Pile) -> Iterator[Indicator]:
    """How many of each kind, where kinds are told apart."""
    kinds: dict[str, list[Issue]] = defaultdict(list)
    for issue in pile.issues:
        kinds[issue.kind or _UNTOLD].append(issue)
    for kind in sorted(kinds) if set(kinds) != {_UNTOLD} else ():
        part = replace(pile, issues=tuple(kinds[kind]), also=("issue/类别",))
        yield part.figure("count", pile.ledger.counted, part.count(), _COUNT, {"类别": kind})


def _went(pile: _Pile) -> Iterator[Indicator]:
    """How many people and households went where."""
    rows: dict[str, list[Share]] = defaultdict(list)
    for share in (share for issue in pile.issues for share in issue.shares):
        rows[share.name].append(share)
    for place in sorted(rows):
        for name, label, unit in _PEOPLE:
            numbers = [getattr(row, name) for row in rows[place]]
            if all(number is not None for number in numbers):
                uses = ("issue/安置.去向", f"issue/安置.{label}")
                amount = Amount.known(sum(numbers), unit)
                yield pile.figure(name, pile.ledger.figure(label), amount, uses, {"去向": place})
