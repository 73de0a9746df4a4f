"""Duties: catalogue item × place × period (or event), each with the day it falls due and where it stands today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, partial

from generator.catalogue import LocalCatalogue, event_day, local
from generator.derive._standing import Terms, announced, standing
from generator.mechanisms.calendars import WorkCalendar
from generator.model import Duty, DutyState, Period, Record, Records
from generator.records.holiday import HolidayYear
from generator.records.item import MONTHS, DisclosureItem
from generator.records.place import Place
from generator.records.publication import PublicationRecord


@dataclass(frozen=True)
class _Occasion:
    """The day from which the deadline runs, and the period or the record that it is about; neither: what lasts."""

    start: date
    period: Period | None = None
    record: Record | None = None

    @property
    def opens(self) -> date:
        """The first day on which the duty stands: what a period has to tell is known when it is over."""
        return self.start + timedelta(days=1) if self.period else self.start

    def answered(self, publication: PublicationRecord) -> bool:
        """Whether the publication is of this period, or of this record; of what lasts any publication is."""
        if self.record is not None:
            return f"{self.record.family}/{self.record.id}" in publication.records
        return self.period is None or publication.period == self.period


def duties(records: Records) -> Iterator[Duty]:
    """Every duty that has opened by `records.today`, in the order of township, item, place, period."""
    for township in records.of(Place):
        if township.is_top and township.since is not None:
            yield from _Township(records, township, township.since).duties()


def coming(records: Records, until: date) -> tuple[Duty, ...]:
    """The duties that open after `records.today` and by `until`, state DUE: of periods, and of what begins later.

    Events cannot be foreseen; of what is already said with approval not to apply nothing is coming.
    """
    tops = [place for place in records.of(Place) if place.is_top and place.since is not None]
    towns = (_Township(records, place, place.since or date.max) for place in tops)
    tomorrow = records.today + timedelta(days=1)
    opening = (duty for town in towns for duty in town.over(tomorrow, until + timedelta(days=1)))
    return tuple(duty for duty in opening if not duty.record and duty.state is DutyState.DUE)


@dataclass(frozen=True)
class _Township:
    records: Records
    township: Place
    since: date

    @cached_property
    def calendar(self) -> WorkCalendar:
        return WorkCalendar.of(self.records.of(HolidayYear))

    @cached_property
    def places(self) -> tuple[Place, ...]:
        return self.records.of(Place, self.township.township)

    @cached_property
    def catalogue(self) -> LocalCatalogue:
        """The catalogue as it is here."""
        return local(self.records, self.township.township)

    @cached_property
    def dated(self) -> dict[tuple[str, str], list[tuple[Record, date]]]:
        """(place, family) → its records that something happened in, with the day."""
        found: dict[tuple[str, str], list[tuple[Record, date]]] = defaultdict(list)
        for record in self.records:
            here = record.township == self.township.township
            if here and (day := event_day(self.records, record)) is not None:
                found[getattr(record, "place", ""), record.family].append((record, day))
        return found

    @cached_property
    def publications(self) -> dict[tuple[str, str], list[PublicationRecord]]:
        """(place, item) → what was published of it."""
        found: dict[tuple[str, str], list[PublicationRecord]] = defaultdict(list)
        for publication in self.records.of(PublicationRecord, self.township.township):
            for item in publication.items:
                found[publication.place, item].append(publication)
        return found

    def duties(self) -> Iterator[Duty]:
        """Those that have opened."""
        return self.over(date.min, self.records.today)

    def over(self, first: date, last: date) -> Iterator[Duty]:
        """Those that open between the two days."""
        for item in self.catalogue.items:
            for place in self.places:
                if place.level in item.levels:
                    yield from self.of(item, place, first, last)

    def of(self, item: DisclosureItem, place: Place, first: date, last: date) -> Iterator[Duty]:
        """Each occasion is judged by the law of its day, which may have asked for another rhythm than today's."""
        published = self.publications.get((place.id, item.id), [])
        for frequency in item.frequencies:
            for occasion in self.occasions(item, frequency, place, last):
                then = item.on(occasion.start)
                if first <= occasion.opens and then is not None and then.frequency == frequency:
                    yield self.duty(then, place, occasion, published)

    def occasions(self, item: DisclosureItem, frequency: str, place: Place, last: date) -> Iterator[_Occasion]:
        """What makes the item due by that day: the end of a period, an event, or the beginning of it all."""
        if frequency in MONTHS:
            yield from (_Occasion(period.end, period) for period in self.periods(MONTHS[frequency], last))
        elif frequency == "长期" and item.deadline and self.since <= last:
            yield _Occasion(self.since)
        elif frequency == "事后":
            yield from (_Occasion(day, record=record) for record, day in self.events(item, place, last))

    def periods(self, months: int, last: date) -> Iterator[Period]:
        """The periods that began after the township started and have ended before that day."""
        period = Period.of(self.since, months)
        if period.start < self.since:
            period = period.next()
        while period.end < last:
            yield period
            period = period.next()

    def events(self, item: DisclosureItem, place: Place, last: date) -> Iterator[tuple[Record, date]]:
        for record, day in self.dated.get((place.id, item.data or ""), ()):
            if self.since <= day <= last and item.applies(record):
                yield record, day

    def duty(self, item: DisclosureItem, place: Place, occasion: _Occasion, published: list[PublicationRecord]) -> Duty:
        """The duty as it stands today, with what was announced about it; `published`: of this item, of any occasion."""
        answering = [publication for publication in published if occasion.answered(publication)]
        known = (answering or published)[-1:]
        start, due = occasion.start, self.due(item, occasion.start)
        happens = occasion.period is not None or occasion.record is not None
        board_days = partial(self.catalogue.board_days, item)
        tells = partial(self.tells, occasion)
        terms = Terms(start, due, self.records.today, item.channels, happens, board_days, tells)
        return Duty(
            item=item.id,
            township=place.township,
            place=place.id,
            opens=start,
            due=due,
            period=occasion.period,
            record=occasion.record.key if occasion.record else "",
            publisher=known[0].publisher if known else item.publisher,
            **standing(terms, answering),
            **announced(answering, self.records.today),
        )

    def tells(self, occasion: _Occasion, publication: PublicationRecord) -> bool:
        """Whether any record that it names belongs to the period; what names none tells in words of its own."""
        if occasion.period is None or not publication.records:
            return True
        named = (self.records.find(f"{publication.township}/{name}") for name in publication.records)
        periods = [getattr(record, "period", None) or occasion.period for record in named if record is not None]
        return any(occasion.period.holds(period) or period.holds(occasion.period) for period in periods)

    def due(self, item: DisclosureItem, start: date) -> date:
        """The stricter of the catalogue's and the local deadlines."""
        days = [start + timedelta(days=count) for count in self.catalogue.days_allowed(item, start)]
        if item.deadline and item.deadline.calendar == "工作日":
            days.append(self.calendar.after(start, item.deadline.days))
        elif item.deadline:
            days.append(start + timedelta(days=item.deadline.days))
        return min(days, default=start)
