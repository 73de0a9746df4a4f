"""A place's records of one family as a register: the one page that serves every family, whatever its fields are.

Short fields are columns, long ones and rows inside a record stand below its name. Families that need more than columns
have pages of their own; their register then is the list of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.catalogue import event_day, local
from generator.model import Edition, Page, Record
from generator.pages._common import paths, places
from generator.pages._common.cells import Column, Note, columns, extras, notes, words
from generator.pages._common.disclosure import bases, disclosures, past, record_page
from generator.records.item import DisclosureItem
from generator.records.place import Place
from generator.records.publication import PublicationRecord

_MANY = 3
"""From that many rows on, what is the same in all of them is said once above the table."""


@dataclass(frozen=True)
class Group:
    """The records of one register that belong together."""

    title: str
    common: tuple[tuple[Column, Any], ...]
    """What all of them have in common, said once."""
    columns: tuple[Column, ...]
    numbers: frozenset[str]
    """Names of the columns that hold numbers alone."""
    extras: tuple[str, ...]
    rows: tuple[Entry, ...]

    @property
    def noted(self) -> bool:
        """Whether anything stands below a name."""
        return any(row.notes for row in self.rows)


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
    for township in places.planned(edition):
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
    slug, published = township.township, _published(edition, records)
    items = {item.id: item for record in records for item in _items(edition, record)}
    cited = [basis for item in items.values() for basis in item.bases]
    context = {
        "kind": kind.label,
        "groups": _groups(edition, kind, records),
        "below": [(p.name, paths.register(slug, p.id, kind.family), count) for p, count in below],
        "count": len(records),
        "items": list(items.values()),
        "bases": tuple(dict.fromkeys(bases(edition, cited, edition.today))),
        "publishers": tuple(dict.fromkeys(item.publisher for item in items.values())),
        "published": published,
        "histories": [past(edition, publication) for publication in published],
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
    names = {record.key: _name(edition, record, _named_by(kind)) for record in records}
    told = {
        column: [words(edition, record, column.name) for record in records]
        for column in columns(records, kind, without=(kind.grouped, _named_by(kind)))
    }
    told = {column: cells for column, cells in told.items() if cells != list(names.values())}
    common = {
        column: cells[0]
        for column, cells in told.items()
        if len(cells) >= _MANY and all(one == cells[0] for one in cells)
    }
    shown = tuple(column for column in told if column not in common)
    numbers = frozenset(column.name for column in shown if all(map(_is_number, told[column])))
    labels = extras(records)
    rows = (
        Entry(
            record,
            names[record.key],
            record_page(record) if record.family in paths.OWN_PAGES else "",
            (
                *((words(edition, record, column.name), column.unit) for column in shown),
                *((record.extras.get(label), "") for label in labels),
            ),
            () if record.family in paths.OWN_PAGES else notes(edition, record),
        )
        for record in records
    )
    return Group(title, tuple(common.items()), shown, numbers, labels, tuple(rows))


def _name(edition: Edition, record: Record, field: str) -> str:
    return str(words(edition, record, field) or getattr(record, "title", "") or record.id)


def _is_number(given: Any) -> bool:
    return given is None or (isinstance(given, (Decimal, int)) and not isinstance(given, bool))


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
