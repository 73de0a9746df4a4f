"""What had to be published and where it stands: village × item × period, and the decisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import local
from generator.model import Duty, DutyState, Edition, Page, Period
from generator.pages._common import paths, places
from generator.pages._common.disclosure import deadline, notice_page, record_page
from generator.records.item import DisclosureItem
from generator.records.place import Place
from generator.records.publication import PublicationRecord

Rows = tuple[tuple[Place, tuple[Duty | None, ...]], ...]
"""Places down, duties across; None where nothing is due."""


@dataclass(frozen=True)
class Matrix:
    """One item that is published again and again: a column a period."""

    item: DisclosureItem
    deadline: str
    periods: tuple[Period, ...]
    rows: Rows


@dataclass(frozen=True)
class Standing:
    """The items that are published once and kept up to date: a column an item."""

    items: tuple[DisclosureItem, ...]
    rows: Rows


def pages(edition: Edition) -> Iterator[Page]:
    """One page a township."""
    for township in places.townships(edition):
        slug = township.township
        duties = [duty for duty in edition.duties if duty.township == slug]
        rows = (*places.villages(edition, slug), township)
        items = local(edition, slug).items
        context = {
            "township": township,
            "matrices": [m for item in items if (m := _matrix(item, duties, rows)).rows],
            "standing": _standing(items, duties, rows),
            "events": {duty: _event(edition, duty) for duty in duties if duty.record},
            "overdue": [duty for duty in duties if duty.state is DutyState.OVERDUE],
            "items": {item.id: item.name for item in items},
            "names": {place.id: place.name for place in rows},
            "home": {place.id: paths.place(slug, place.id) for place in rows},
            "pages": {duty.publication: _page(edition, duty) for duty in duties if duty.publication},
            "states": tuple(DutyState),
            "sample": township.sample,
        }
        crumbs = places.crumbs(slug)
        title = f"{township.name}应公开一览"
        yield Page(paths.due(slug), title, "due.md.j2", context, (township.name, "应公开一览"), crumbs)


def _matrix(item: DisclosureItem, duties: list[Duty], places: tuple[Place, ...]) -> Matrix:
    mine = {(duty.place, duty.period): duty for duty in duties if duty.item == item.id and duty.period}
    periods = tuple(sorted({period for _, period in mine if period}, reverse=True))
    return Matrix(
        item,
        deadline(item, next(iter(mine.values()), None)),
        periods,
        _rows(places, [[mine.get((p.id, q)) for q in periods] for p in places]),
    )


def _standing(items: tuple[DisclosureItem, ...], duties: list[Duty], places: tuple[Place, ...]) -> Standing:
    mine = {(duty.place, duty.item): duty for duty in duties if not duty.period and not duty.record}
    owed = tuple(item for item in items if any(item.id == name for _, name in mine))
    return Standing(owed, _rows(places, [[mine.get((p.id, item.id)) for item in owed] for p in places]))


def _rows(places: tuple[Place, ...], cells: list[list[Duty | None]]) -> Rows:
    return tuple((place, tuple(row)) for place, row in zip(places, cells, strict=True) if any(row))


def _event(edition: Edition, duty: Duty) -> tuple[str, str]:
    """Title and page of the record that caused the duty."""
    record = edition.find(duty.record)
    if record is None:
        return duty.record, ""
    return str(getattr(record, "title", "") or record.id), record_page(record)


def _page(edition: Edition, duty: Duty) -> str:
    """The page on which the publication that met the duty can be read."""
    publication = edition.get(PublicationRecord, duty.publication)
    if publication is None:
        return ""
    if not publication.records:
        item = local(edition, duty.township).item(duty.item)
        covered = (r for r in edition if item and item.applies(r) and publication.covers(item.id, r))
        record = next(covered, None) if item and item.data else None
        return record_page(record) if record else notice_page(publication)
    record = edition.find(f"{publication.township}/{publication.records[0]}")
    return record_page(record) if record else ""
