"""Publications of a longer time than their item asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import local
from generator.model import Period, Records
from generator.records.item import MONTHS, DisclosureItem
from generator.records.publication import PublicationRecord


@dataclass(frozen=True, slots=True)
class TooLong:
    """A publication of a longer time than its item asks for, with nothing shorter beside it."""

    publication: PublicationRecord
    item: DisclosureItem
    """As the law had it at the end of the period."""
    period: Period


def too_long(records: Records) -> tuple[TooLong, ...]:
    """Every publication that stretches over more than one period of its item."""
    return records.once(_too_long)


def _too_long(records: Records) -> tuple[TooLong, ...]:
    shown = [
        publication
        for publication in records.of(PublicationRecord)
        if publication.exempt is None and publication.done is not None and publication.done <= records.today
        if not publication.recalled(records.today)
    ]
    periods: dict[tuple[str, str, str], list[Period]] = defaultdict(list)
    for publication in shown:
        if publication.period is not None:
            for name in publication.items:
                periods[publication.township, publication.place, name].append(publication.period)
    return tuple(_long_ones(records, shown, periods))


def _long_ones(
    records: Records, shown: list[PublicationRecord], periods: dict[tuple[str, str, str], list[Period]]
) -> Iterator[TooLong]:
    for publication in shown:
        period, here = publication.period, local(records, publication.township)
        for name in publication.items if period is not None else ():
            item = here.item(name)
            then = item.on(period.end) if item is not None and period is not None else None
            if period is None or then is None or period.length <= MONTHS.get(then.frequency, 12):
                continue
            beside = periods[publication.township, publication.place, name]
            if not any(one.length < period.length and period.holds(one) for one in beside):
                yield TooLong(publication, then, period)
