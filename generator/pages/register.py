"""A place's records of one family as a register: the one page that serves every family, whatever its fields are.

Short fields are columns, long ones and rows inside a record stand below its name. Families that need more than columns
have pages of their own; their register then is the list of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.catalogue import event_day, local
from generator.model import Edition, Page, Record
from generator.pages._common import paths, places
from generator.pages._common.cells import Column, Note, columns, extras, notes, words
from generator.pages._common.disclosure import bases, disclosures, record_page
from generator.records.item import DisclosureItem
from generator.records.place import Place
from generator.records.publication import PublicationRecord


@dataclass(frozen=True)
class Group:
    """The records of one register that belong together."""

    title: str
    columns: tuple[Column, ...]
    extras: tuple[str, ...]
    rows: tuple[Entry, ...]


@dataclass(frozen=True)
class Entry:
    """One record: what it is called, where it can be read whole, its cells and what stands below its name."""

    record: Record
    name: str
    page: str
    cells: tuple[tuple[Any, str], ...]
    notes: tuple[Note, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """One page a place and family of which there is something to read."""
    for township in places.townships(edition):
        for kind in places.REGISTERED:
            records = _by_place(edition, township, kind)
            for place in (township, *places.villages(edition, township.township)):
                below = [(p, len(found)) for p, found in records.items() if place is township and p is not township]
                if place in records or below:
                    yield _page(edition, township, place, kind, records.get(place, []), below)


def _by_place(edition: Edition, township: Place, kind: type[Record]) -> dict[Place, list[Record]]:
    """The records of each place; those of a natural village or a group stand with the village above it."""
    found: dict[str, list[Record]] = {}
    for record in edition.of(kind, township.township):
        found.setdefault(places.publishing(edition, record), []).append(record)
    listed = (township, *places.villages(edition, township.township))
    return {place: found[place.id] for place in listed if place.id in found}


def _page(
    edition: Edition,
    township: Place,
    place: Place,
    kind: type[Record],
    records: list[Record],
    below: list[tuple[Place, int]],
) -> Page:
    slug = township.township
    items = {item.id: item for record in records for item in _items(edition, record)}
    context = {
        "kind": kind.label,
        "groups": _groups(edition, kind, records),
        "below": [(p.name, paths.register(slug, p.id, kind.family), count) for p, count in below],
        "count": len(records),
        "items": list(items.values()),
        "bases": bases(edition, [basis for item in items.values() for basis in item.bases], edition.today),
        "published": _published(edition, records),
        "place": place.name,
        "sample": township.sample,
    }
    crumbs = places.crumbs(slug, place.id)
    path = paths.register(slug, place.id, kind.family)
    return Page(path, f"{place.name}{kind.label}", "register.md.j2", context, crumbs=crumbs)


def _groups(edition: Edition, kind: type[Record], records: list[Record]) -> list[Group]:
    grouped: dict[str, list[Record]] = {}
    for record in sorted(records, key=lambda record: str(event_day(edition, record) or ""), reverse=True):
        title = str(words(edition, record, kind.grouped) or "") if kind.grouped else ""
        grouped.setdefault(title or "其他", []).append(record)
    return [_group(edition, title, kind, found) for title, found in grouped.items()]


def _group(edition: Edition, title: str, kind: type[Record], records: list[Record]) -> Group:
    named = _named_by(kind)
    shown = columns(records, kind, without=(kind.grouped, named))
    labels = extras(records)
    rows = (
        Entry(
            record,
            str(words(edition, record, named) or getattr(record, "title", "") or record.id),
            record_page(record) if record.family in paths.OWN_PAGES else "",
            (
                *((words(edition, record, column.name), column.unit) for column in shown),
                *((record.extras.get(label), "") for label in labels),
            ),
            () if record.family in paths.OWN_PAGES else notes(edition, record),
        )
        for record in records
    )
    return Group(title, shown, labels, tuple(rows))


def _named_by(kind: type[Record]) -> str:
    """The field that says what a record of the family is called."""
    return next((name for name in ("title", "name", "post", "unit", "period") if name in kind.model_fields), "id")


def _items(edition: Edition, record: Record) -> list[DisclosureItem]:
    reached = local(edition, record.township).publishing(record)
    return [item for item in reached if item.reaches(edition.audience)]


def _published(edition: Edition, records: list[Record]) -> list[PublicationRecord]:
    """The acts of publishing that the records came out by, newest first."""
    found = {p.key: p for record in records for d in disclosures(edition, record) if (p := d.publication)}
    return sorted(found.values(), key=lambda p: str(p.web or p.posted or ""), reverse=True)
