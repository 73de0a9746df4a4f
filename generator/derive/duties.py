"""Duties: catalogue item × place × period (or event), each with the day it falls due and where it stands today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from generator.catalogue import LocalCatalogue, event_day, local
from generator.mechanisms.calendars import WorkCalendar
from generator.model import Duty, DutyState, Period, Record, Records
from generator.records.holiday import HolidayYear
from generator.records.item import MONTHS, DisclosureItem
from generator.records.place import Place
from generator.records.publication import PublicationRecord

_Occasion = tuple[date, Period | None, Record | None]
"""The day from which the deadline runs, and the period or the record that it is about."""


def duties(records: Records) -> Iterator[Duty]:
    """Every duty that has opened by `records.today`, in the order of township, item, place, period."""
    for township in records.of(Place):
        if township.is_top and township.since is not None:
            yield from _Township(records, township, township.since).duties()


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
    def dated(self) -> dict[str, list[tuple[Record, date]]]:
        """Place → its records that something happened in, with the day."""
        found: dict[str, list[tuple[Record, date]]] = defaultdict(list)
        for record in self.records:
            here = record.township == self.township.township
            if here and (day := event_day(self.records, record)) is not None:
                found[getattr(record, "place", "")].append((record, day))
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
        for item in self.catalogue.items:
            for place in self.places:
                if place.level in item.levels:
                    yield from self.of(item, place)

    def of(self, item: DisclosureItem, place: Place) -> Iterator[Duty]:
        """Each occasion is judged by the law of its day, which may have asked for another rhythm than today's."""
        published = self.publications.get((place.id, item.id), [])
        for frequency in item.frequencies:
            for start, period, record in self.occasions(item, frequency, place):
                then = item.on(start)
                if then is not None and then.frequency == frequency:
                    answering = [p for p in published if _answers(p, period, record)]
                    yield self.duty(then, place, start, answering, period=period, record=record.key if record else "")

    def occasions(self, item: DisclosureItem, frequency: str, place: Place) -> Iterator[_Occasion]:
        """What makes the item due: the end of a period, an event, or the beginning of it all."""
        if frequency in MONTHS:
            yield from ((period.end, period, None) for period in self.periods(MONTHS[frequency]))
        elif frequency == "长期" and item.deadline and self.since <= self.records.today:
            yield self.since, None, None
        elif frequency == "事后":
            yield from ((day, None, record) for record, day in self.events(item, place))

    def periods(self, months: int) -> Iterator[Period]:
        """The periods that began after the township started and have ended."""
        period = Period.of(self.since, months)
        if period.start < self.since:
            period = period.next()
        while period.end < self.records.today:
            yield period
            period = period.next()

    def events(self, item: DisclosureItem, place: Place) -> Iterator[tuple[Record, date]]:
        for record, day in self.dated.get(place.id, ()):
            if self.since <= day <= self.records.today and item.applies(record):
                yield record, day

    def duty(
        self,
        item: DisclosureItem,
        place: Place,
        start: date,
        published: list[PublicationRecord],
        *,
        period: Period | None = None,
        record: str = "",
    ) -> Duty:
        due = self.due(item, start)
        publication = min((p for p in published if self.counts(p)), default=None, key=_first)
        done = publication.done if publication else None
        return Duty(
            item=item.id,
            township=place.township,
            place=place.id,
            opens=start,
            due=due,
            state=_state(publication, due, self.records.today),
            period=period,
            record=record,
            publication=publication.key if publication else "",
            done=done,
        )

    def counts(self, publication: PublicationRecord) -> bool:
        """Whether it was approved and could be read by today; what is 不适用 needs the approval alone."""
        today = self.records.today
        return publication.excused(today) if publication.exempt else publication.released(today)

    def due(self, item: DisclosureItem, start: date) -> date:
        """The stricter of the catalogue's and the local deadlines."""
        days = [start + timedelta(days=count) for count in self.catalogue.days_allowed(item, start)]
        if item.deadline and item.deadline.calendar == "工作日":
            days.append(self.calendar.after(start, item.deadline.days))
        elif item.deadline:
            days.append(start + timedelta(days=item.deadline.days))
        return min(days, default=start)


def _answers(publication: PublicationRecord, period: Period | None, record: Record | None) -> bool:
    """Whether the publication is of this period, or of this record; of what lasts any publication is."""
    if record is not None:
        return f"{record.family}/{record.id}" in publication.records
    return period is None or publication.period == period


def _first(publication: PublicationRecord) -> date:
    return publication.done or date.max


def _state(publication: PublicationRecord | None, due: date, today: date) -> DutyState:
    if publication is None:
        return DutyState.OVERDUE if today > due else DutyState.DUE
    if publication.exempt:
        return DutyState.EXEMPT
    if publication.removed and publication.removed <= today and publication.web is None:
        return DutyState.WITHDRAWN
    return DutyState.LATE if publication.done and publication.done > due else DutyState.DONE
