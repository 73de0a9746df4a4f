"""What had to be published and where it stands: village × item × period, what lasts, and the decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.catalogue import local
from generator.model import Duty, DutyState, Edition, Page, Period
from generator.pages._common import overview, paths, places
from generator.pages._common.disclosure import deadline, notice_page, record_page
from generator.pages._common.history import gone_page, gone_pages
from generator.pages._common.wording import in_order
from generator.records.item import DisclosureItem
from generator.records.place import Place
from generator.records.publication import PublicationRecord

Rows = tuple[tuple[Place, tuple[Duty | None, ...]], ...]
"""Places down, duties across; None where nothing is due."""

_ACROSS = 8
"""Places side by side where items go down: as many as fit a sheet of paper."""
_MEANING = {
    DutyState.DONE: "在最迟日期以前公开了",
    DutyState.LATE: "公开了，但是过了最迟日期",
    DutyState.DUE: "该公开了，还没有过最迟日期",
    DutyState.OVERDUE: "过了最迟日期还没有公开，或者撤回后没有重新公开",
    DutyState.WITHDRAWN: "公示期满已经取下，网上也没有",
    DutyState.EXEMPT: "这一次没有这件事，理由经过批准",
}


@dataclass(frozen=True)
class Table:
    """Periods side by side, at most twelve, the newest first: what fits a sheet of paper."""

    title: str
    """`2026年`, or empty where the columns name their years."""
    periods: tuple[Period, ...]
    heads: tuple[str, ...]
    rows: Rows


@dataclass(frozen=True)
class Matrix:
    """One item that is published again and again."""

    item: DisclosureItem
    deadline: str
    tables: tuple[Table, ...]


@dataclass(frozen=True)
class Standing:
    """The items that are published once and kept up to date, down; some of the places, across."""

    places: tuple[Place, ...]
    rows: tuple[tuple[DisclosureItem, tuple[Duty | None, ...]], ...]


def pages(edition: Edition) -> Iterator[Page]:
    """One page a township; where its villages are very many, they have pages of their own and it counts them."""
    for township in places.planned(edition):
        slug = township.township
        villages = places.villages(edition, slug)
        owed: dict[str, list[Duty]] = {}
        for duty in (duty for duty in edition.duties if duty.township == slug):
            owed.setdefault(duty.place, []).append(duty)
        if not overview.apart(edition, slug):
            duties = [duty for duty in edition.duties if duty.township == slug]
            yield _overview(edition, township, township, (*villages, township), duties)
            continue
        counted = [(place, Counter(duty.state for duty in owed[place.id])) for place in villages if place.id in owed]
        yield _overview(edition, township, township, (township,), owed.get(township.id, []), counted, owed)
        for place, _ in counted:
            yield _overview(edition, township, place, (place,), owed[place.id])


def _overview(
    edition: Edition,
    township: Place,
    place: Place,
    rows: Sequence[Place],
    duties: list[Duty],
    counted: Sequence[tuple[Place, Counter[DutyState]]] = (),
    owed: Mapping[str, Sequence[Duty]] = MappingProxyType({}),
) -> Page:
    """The duties of the rows; `counted` and `owed` tell of places that have pages of their own."""
    slug = township.township
    items = local(edition, slug).items
    matrices = [m for item in items if (m := _matrix(item, duties, rows)).tables]
    counts = Counter(duty.state for duty in duties) + sum((count for _, count in counted), Counter())
    context = {
        "categories": _categories(matrices),
        "standing": list(_standing(items, duties, rows)),
        "events": {duty: _event(edition, duty) for duty in duties if duty.record},
        "overdue": _of(duties, DutyState.OVERDUE),
        "open": _of(duties, DutyState.DUE),
        "excused": _of(duties, DutyState.EXEMPT, DutyState.WITHDRAWN),
        "items": {item.id: item.name for item in items},
        "names": {place.id: place.name for place in rows},
        "home": {place.id: paths.place(slug, place.id) for place in rows},
        "pages": {duty: _page(edition, duty) for duty in duties},
        "legend": [(state, _MEANING[state], counts[state]) for state in DutyState],
        "counted": [(place.name, paths.due(slug, place.id), count) for place, count in counted],
        "by_item": _by_item(items, [duty for place, _ in counted for duty in owed[place.id]]),
        "states": tuple(DutyState),
        "timeliness": paths.timeliness(slug),
        "sample": township.sample,
    }
    crumbs = places.crumbs(slug, place.id)
    menu = places.menu(edition, slug, "应公开一览") if place is township else ()
    return Page(paths.due(slug, place.id), f"{place.name}应公开一览", "due.md.j2", context, menu, crumbs)


def _by_item(items: Iterable[DisclosureItem], duties: Iterable[Duty]) -> list[tuple[str, str, Counter[DutyState]]]:
    """(Name, no page, counts) of each item in all places together; where most is overdue, first."""
    found: dict[str, Counter[DutyState]] = {}
    for duty in duties:
        found.setdefault(duty.item, Counter())[duty.state] += 1
    told = [(item.name, "", found[item.id]) for item in items if item.id in found]
    return sorted(told, key=lambda one: -one[2][DutyState.OVERDUE])


def _of(duties: Iterable[Duty], *states: DutyState) -> list[Duty]:
    """Those of the states, what falls or fell due first before the others."""
    return sorted((duty for duty in duties if duty.state in states), key=lambda duty: duty.due)


def _categories(matrices: Iterable[Matrix]) -> list[tuple[str, list[Matrix]]]:
    found: dict[str, list[Matrix]] = {}
    for matrix in matrices:
        found.setdefault(matrix.item.category, []).append(matrix)
    return [(category, found[category]) for category in in_order(found)]


def _matrix(item: DisclosureItem, duties: list[Duty], rows: Sequence[Place]) -> Matrix:
    mine = {(duty.place, period): duty for duty in duties if duty.item == item.id and (period := duty.period)}
    blocks: dict[tuple[int, int], set[Period]] = {}
    for _, period in mine:
        blocks.setdefault((-(period.start.year // period.length), period.length), set()).add(period)
    tables = (_table(sorted(blocks[key], reverse=True), mine, rows) for key in sorted(blocks))
    return Matrix(item, deadline(item, next(iter(mine.values()), None)), tuple(tables))


def _table(periods: list[Period], duties: dict[tuple[str, Period], Duty], rows: Sequence[Place]) -> Table:
    monthly = periods[0].length == 1
    heads = tuple(f"{p.number}月" if monthly else p.label.replace("年", "年\n", 1) for p in periods)
    cells = [[duties.get((place.id, period)) for period in periods] for place in rows]
    filled = tuple((place, tuple(row)) for place, row in zip(rows, cells, strict=True) if any(row))
    return Table(f"{periods[0].start.year}年" if monthly else "", tuple(periods), heads, filled)


def _standing(items: Iterable[DisclosureItem], duties: list[Duty], rows: Sequence[Place]) -> Iterator[Standing]:
    mine = {(duty.item, duty.place): duty for duty in duties if not duty.period and not duty.record}
    owing = [place for place in rows if any(place.id == name for _, name in mine)]
    for first in range(0, len(owing), _ACROSS):
        across = tuple(owing[first : first + _ACROSS])
        cells = ((item, tuple(mine.get((item.id, place.id)) for place in across)) for item in items)
        yield Standing(across, tuple((item, row) for item, row in cells if any(row)))


def _event(edition: Edition, duty: Duty) -> tuple[str, str]:
    """Title and page of the record that caused the duty."""
    record = edition.find(duty.record)
    if record is None:
        gone = next((one for one in edition.gone if one.key == duty.record), None)
        return ("内容已撤回", gone_page(edition, gone)) if gone else (duty.record, "")
    return str(getattr(record, "title", "") or record.id), record_page(record)


def _page(edition: Edition, duty: Duty) -> str:
    """The page of the publication that met the duty, or of the one that says why it does not count."""
    publication = edition.get(PublicationRecord, duty.publication or duty.about)
    if publication is None:
        return ""
    if taken := gone_pages(edition, publication):
        return taken[0]
    if not publication.records:
        item = local(edition, duty.township).item(duty.item)
        covered = (r for r in edition if item and item.applies(r) and publication.covers(item.id, r))
        record = next(covered, None) if item and item.data else None
        return record_page(record) if record else notice_page(publication)
    record = edition.find(f"{publication.township}/{publication.records[0]}")
    return record_page(record) if record else ""
