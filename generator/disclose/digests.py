"""The portal's edition: put together from what each township's edition tells of itself.

Nobody holds the records of all townships at once. What the portal's pages ask for — places, duties, the figures that are
compared across townships, and the names of the records behind them — is taken out of each edition in the process that made
it; everything has passed the gate before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from generator.exhibits import income
from generator.model import Duty, Edition, Finding, Gone, Record
from generator.model.record import row_in
from generator.records.finance import Finance
from generator.records.indicator import Indicator
from generator.records.place import Place
from generator.records.project import Project
from generator.records.publication import PublicationRecord


@dataclass(frozen=True)
class Digest:
    """What the portal has to know of a township."""

    township: str
    items: tuple[Record, ...] = ()
    duties: tuple[Duty, ...] = ()
    findings: tuple[Finding, ...] = ()
    origins: dict[str, str] = field(default_factory=dict)
    held: dict[str, int] = field(default_factory=dict)
    gone: tuple[Gone, ...] = ()


def digest(edition: Edition) -> Digest:
    """Of an edition of one township that which the portal asks for."""
    own = [record for record in edition if record.township == edition.part]
    items = tuple(_needed(edition, own))
    origins = {record.key: edition.origins[record.key] for record in items if record.key in edition.origins}
    held = Counter(record.family for record in own)
    return Digest(str(edition.part), items, edition.duties, edition.findings, origins, dict(held), edition.gone)


def portal(edition: Edition, digests: Iterable[Digest]) -> Edition:
    """The edition of the catalogue alone with what the townships tell."""
    told = list(digests)
    held = sum((Counter(one.held) for one in told), Counter[str]())
    return replace(
        edition,
        items=(*edition.items, *(record for one in told for record in one.items)),
        duties=tuple(duty for one in told for duty in one.duties),
        findings=(*edition.findings, *(finding for one in told for finding in one.findings)),
        origins={key: origin for one in told for key, origin in one.origins.items()},
        held=dict(held),
        gone=tuple(gone for one in told for gone in one.gone),
        part="",
    )


NEWEST = 10
"""So many publications a township's news are, at the most."""
NAMED = 20
"""So many of the records behind a figure are named; of the others there is the number."""
_COMPARED = frozenset(name for _, name in income.FIGURES)
"""Figures of which the portal compares those of all villages; of others it compares the townships'."""


def _needed(edition: Edition, records: list[Record]) -> Iterator[Record]:
    """Records whole or without their rows, in their order."""
    tops = {place.id for place in edition.of(Place) if place.is_top}
    whole = {duty.record for duty in edition.duties} | {key for one in _newest(edition) for key in _keys(one)}
    figures = [one for one in edition.of(Indicator) if one.place in tops or one.name in _COMPARED]
    named = {key for one in figures for key in _first(edition, one.inputs)} | {one.key for one in figures}
    for record in records:
        if isinstance(record, Place | Project) or record.key in whole:
            yield record
        elif isinstance(record, PublicationRecord | Finance) or record.key in named:
            yield _slim(record)


def _newest(edition: Edition) -> list[PublicationRecord]:
    found = edition.of(PublicationRecord)
    return sorted(found, key=lambda one: (one.web or one.posted or date.min, one.key), reverse=True)[:NEWEST]


def _keys(publication: PublicationRecord) -> Iterator[str]:
    return (f"{publication.township}/{name}" for name in publication.records)


def _first(edition: Edition, keys: Iterable[str]) -> Iterator[str]:
    """Of the records behind a figure those that are named beside it."""
    return islice((key for key in keys if edition.find(key) is not None), NAMED)


def _slim(record: Record) -> Record:
    """Without its rows: the portal says what it is called and when it was, not what stands in it."""
    rows = [name for name, info in type(record).model_fields.items() if row_in(info.annotation) and name != "closures"]
    listed = (name for name in rows if isinstance(getattr(record, name), tuple))
    return record.model_copy(update=dict.fromkeys(listed, ()))
