"""Who publishes on time: the villages of a township side by side, and the townships and villages of the whole site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.catalogue import local
from generator.mechanisms.timeliness import LEAST, Ranked, Tally, ranked, tally
from generator.model import Duty, DutyState, Edition, Page
from generator.pages._common import paths, places
from generator.pages._common.wording import in_order
from generator.records.place import Place

_NOT_IN_TIME = (DutyState.OVERDUE, DutyState.WITHDRAWN, DutyState.LATE)


@dataclass(frozen=True)
class League:
    """The places of one kind and one span of time, the best first, and all of them together."""

    title: str
    since: date
    """What fell due earlier is not counted."""
    rows: tuple[Ranked, ...]
    own: Ranked | None
    """The township itself, which competes with nobody."""
    empty: int
    """How many places have nothing to count."""
    total: Tally


@dataclass(frozen=True)
class Split:
    """Places down, categories across."""

    categories: tuple[str, ...]
    rows: tuple[tuple[Place, tuple[Tally, ...]], ...]


_Owing = tuple[Place, Sequence[Duty]]
"""A place with the duties that count for it."""


def pages(edition: Edition) -> Iterator[Page]:
    """One page a township, and one of all of them where there are several."""
    townships = places.townships(edition)
    duties = edition.once(_by_township)
    for township in townships:
        yield _township(edition, township, duties.get(township.township, ()))
    if len(townships) > 1:
        yield _site(edition, townships, duties)


def _township(edition: Edition, township: Place, duties: Sequence[Duty]) -> Page:
    slug = township.township
    rows = [(place, [d for d in duties if d.place == place.id]) for place in places.villages(edition, slug)]
    own = [(township, [d for d in duties if d.place == township.id])]
    spans = _spans(edition.today)
    late = sorted((d for d in duties if d.state in _NOT_IN_TIME), key=lambda d: (_NOT_IN_TIME.index(d.state), d.due))
    context = {
        "leagues": [_league("各村", span, rows, own) for span in spans],
        "split": _split(edition, [*rows, *own], spans[-1]),
        "late": late,
        "site": False,
        "items": {item.id: item.name for item in local(edition, slug).items},
        "events": {d: str(getattr(edition.find(d.record), "title", "") or "") for d in late if d.record},
        "names": {place.id: place.name for place, _ in (*rows, *own)},
        **_common(edition, [*rows, *own]),
        "sample": township.sample,
    }
    title = f"{township.name}公开及时率"
    menu = (township.name, "公开及时率")
    return Page(paths.timeliness(slug), title, "timeliness.md.j2", context, menu, places.crumbs(slug))


def _site(edition: Edition, townships: Sequence[Place], duties: dict[str, list[Duty]]) -> Page:
    """A township answers for its villages, too."""
    whole = [(township, duties.get(township.township, [])) for township in townships]
    villages = [
        (village, [d for d in mine if d.place == village.id])
        for township, mine in whole
        for village in places.villages(edition, township.township)
    ]
    spans = _spans(edition.today)
    context = {
        "leagues": [_league(*kind) for span in spans for kind in (("各乡镇", span, whole), ("各村", span, villages))],
        "split": _split(edition, whole, spans[-1]),
        "late": [],
        "site": True,
        **_common(edition, [*whole, *villages]),
        "sample": places.is_sample(edition),
    }
    return Page(paths.timeliness(), "公开及时率", "timeliness.md.j2", context, ("公开及时率",), (paths.HOME,))


def _common(edition: Edition, rows: Iterable[_Owing]) -> dict[str, object]:
    tops = {place.township: place.name for place in places.townships(edition)}
    return {
        "least": LEAST,
        "due": {place.key: paths.due(place.township) for place, _ in rows},
        "above": {place.key: "" if place.is_top else tops.get(place.township, "") for place, _ in rows},
    }


def _by_township(edition: Edition) -> dict[str, list[Duty]]:
    found: dict[str, list[Duty]] = {}
    for duty in edition.duties:
        found.setdefault(duty.township, []).append(duty)
    return found


def _spans(today: date) -> tuple[tuple[str, date], ...]:
    """(Words, the first last day that is counted): this year, and twelve months with this one."""
    months = today.year * 12 + today.month - 12
    return (f"{today.year}年", date(today.year, 1, 1)), ("近12个月", date(months // 12, months % 12 + 1, 1))


def _league(title: str, span: tuple[str, date], rows: Sequence[_Owing], own: Sequence[_Owing] = ()) -> League:
    words, since = span
    tallies = [(place, tally(d for d in duties if d.due >= since)) for place, duties in rows]
    filled = [(place, one) for place, one in tallies if one.due or one.exempt]
    total = tally(duty for _, duties in (*rows, *own) for duty in duties if duty.due >= since)
    apart = next((Ranked(place, tally(d for d in duties if d.due >= since)) for place, duties in own), None)
    return League(f"{words}：{title}", since, ranked(filled), apart, len(tallies) - len(filled), total)


def _split(edition: Edition, rows: Sequence[_Owing], span: tuple[str, date]) -> Split:
    """How timely each is in party affairs, village affairs and finance."""
    kinds = {item: category for place, _ in rows for item, category in _kinds(edition, place.township).items()}
    found = [
        (place, duty, kinds[place.township, duty.item])
        for place, duties in rows
        for duty in duties
        if duty.due >= span[1] and tally([duty]).due and (place.township, duty.item) in kinds
    ]
    categories = in_order(kind for _, _, kind in found)
    cells: dict[tuple[str, str], list[Duty]] = {}
    for place, duty, kind in found:
        cells.setdefault((place.key, kind), []).append(duty)
    rows_here = (place for place, _ in rows if any((place.key, kind) in cells for kind in categories))
    counted = ((place, tuple(tally(cells.get((place.key, kind), ())) for kind in categories)) for place in rows_here)
    return Split(categories, tuple(counted))


def _kinds(edition: Edition, township: str) -> dict[tuple[str, str], str]:
    """(Township, item) → its category."""
    return {(township, item.id): item.category for item in local(edition, township).items}
