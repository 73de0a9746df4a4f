"""What had to be published and where it stands: village × item × period, and the decisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Duty, DutyState, Edition, Page, Period
from generator.pages._common import paths, places
from generator.pages._common.disclosure import deadline, notice_page, record_page
from generator.records.item import DisclosureItem
from generator.records.place import Place
from generator.records.publication import PublicationRecord


@dataclass(frozen=True)
class Matrix:
    """One item: places down, periods across; an item without periods has one column."""

    item: DisclosureItem
    deadline: str
    periods: tuple[Period | None, ...]
    rows: tuple[tuple[Place, tuple[Duty | None, ...]], ...]


def pages(edition: Edition) -> Iterator[Page]:
    """One page a township."""
    for township in places.townships(edition):
        slug = township.township
        duties = [duty for duty in edition.duties if duty.township == slug]
        rows = (*places.villages(edition, slug), township)
        context = {
            "township": township,
            "matrices": [m for item in edition.of(DisclosureItem) if (m := _matrix(item, duties, rows)).rows],
            "events": [(duty, _event(edition, duty)) for duty in duties if duty.record],
            "overdue": [duty for duty in duties if duty.state is DutyState.OVERDUE],
            "items": {item.id: item.name for item in edition.of(DisclosureItem)},
            "names": {place.id: place.name for place in rows},
            "home": {place.id: paths.place(slug, place.id) for place in rows},
            "pages": {duty.publication: _page(edition, duty) for duty in duties if duty.publication},
            "states": tuple(DutyState),
            "sample": township.sample,
        }
        crumbs = places.crumbs(slug)
        title = f"{township.name}应公开一览"
        yield Page(paths.due(slug), title, "due.md.j2", context, (township.name, "应公开一览"), crumbs)


def _matrix(item: DisclosureItem, duties: list[Duty], rows: tuple[Place, ...]) -> Matrix:
    mine = {(duty.place, duty.period): duty for duty in duties if duty.item == item.id and not duty.record}
    periods = tuple(sorted({period for _, period in mine}, key=lambda p: p.start.toordinal() if p else 0, reverse=True))
    filled = ((place, tuple(mine.get((place.id, period)) for period in periods)) for place in rows)
    return Matrix(item, deadline(item), periods, tuple((place, row) for place, row in filled if any(row)))


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
        period = publication.period
        covered = [r for r in edition if publication.covers(duty.item, r)] if period else []
        return record_page(covered[0]) if covered else notice_page(publication)
    record = edition.find(f"{publication.township}/{publication.records[0]}")
    return record_page(record) if record else ""
