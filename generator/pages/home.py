"""The portal: search first, what is new, the way to every village, what is due this month, the site at a glance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.markup.prose import MANUAL
from generator.mechanisms.timeliness import tally
from generator.model import Audience, Duty, DutyState, Edition, Page
from generator.pages._common import paths, places, reviewing
from generator.pages._common.disclosure import headline, newest
from generator.pages._common.feeds import feed
from generator.records import TOWNSHIP_KINDS
from generator.records.place import Place

NEWEST = 10
OPEN = 60
"""Up to so many villages all stand in sight; of more each township's are folded."""
SOON = 12
"""That many of this month's matters are named; the townships' own pages have all of them."""

_WAITING = (DutyState.DUE, DutyState.OVERDUE)


@dataclass(frozen=True)
class Town:
    """A township as the portal shows it."""

    place: Place
    villages: tuple[tuple[Place, str], ...]
    done: int
    late: int
    overdue: int
    month: int
    """How many fall due this month and are not published yet, those that are overdue among them."""


@dataclass(frozen=True)
class Number:
    """A figure at a glance, and the page that it can be read from in full."""

    value: int
    unit: str
    words: str
    path: str


def pages(edition: Edition) -> Iterator[Page]:
    """One page at the root."""
    towns = [_town(edition, township) for township in places.townships(edition)]
    month = _month(edition, edition.duties)
    soon = sorted((duty for duty in month if duty.state in _WAITING), key=lambda duty: (duty.due, duty.place))
    context = {
        "towns": towns,
        "open": sum(len(town.villages) for town in towns) <= OPEN,
        "news": [headline(edition, publication) for publication in newest(edition, NEWEST)],
        "soon": [(duty, *_said(edition, duty)) for duty in soon[:SOON]],
        "month": len(month),
        "waiting": len(soon),
        "glance": list(_glance(towns)),
        "inside": _inside(edition) if edition.audience is not Audience.PUBLIC else (),
        "reviewed": reviewing.rows(edition),
        "abouts": [paths.about(name) for name in edition.prose if not name.startswith(MANUAL)],
        "paths": paths,
        "sample": places.is_sample(edition),
    }
    yield Page(
        paths.HOME, "党务村务财务公开", "home.md.j2", context, menu=("首页",), feed=feed(edition, "党务村务财务公开")
    )


def _town(edition: Edition, township: Place) -> Town:
    slug = township.township
    duties = [duty for duty in edition.duties if duty.township == slug]
    counts = tally(duties)
    villages = tuple((village, paths.place(slug, village.id)) for village in places.villages(edition, slug))
    done = counts.on_time + counts.late
    month = sum(duty.state in _WAITING for duty in _month(edition, duties))
    return Town(township, villages, done, counts.late, counts.overdue, month)


def _month(edition: Edition, duties: Sequence[Duty]) -> list[Duty]:
    """What falls due this month, published or not; what does not apply is not asked for."""
    this = (edition.today.year, edition.today.month)
    return [d for d in duties if (d.due.year, d.due.month) == this and d.state is not DutyState.EXEMPT]


def _said(edition: Edition, duty: Duty) -> tuple[str, str]:
    """Whose duty it is, and what of which time."""
    item = next((i for i in edition.once(places.items)[duty.township] if i.id == duty.item), None)
    when = duty.period.label if duty.period else ""
    event = str(getattr(edition.find(duty.record), "title", "") or "") if duty.record else ""
    return places.name(edition, duty.township, duty.place), f"{when or event}{item.name if item else duty.item}"


def _glance(towns: Sequence[Town]) -> Iterator[Number]:
    if len(towns) > 1:
        yield Number(len(towns), "个", "乡镇", paths.PLACES)
    yield Number(sum(len(town.villages) for town in towns), "个", "村和社区", paths.PLACES)
    many = len(towns) > 1 or not towns
    due = paths.timeliness() if many else paths.due(towns[0].place.township)
    yield Number(sum(town.done for town in towns), "项次", "已公开", due)
    yield Number(sum(town.overdue for town in towns), "项次", "逾期未公开", due)
    yield Number(sum(town.month for town in towns), "项次", "本月还没有公开", due)


def _inside(edition: Edition) -> tuple[tuple[str, int], ...]:
    """What the edition holds, counted by kind of record."""
    held = edition.held or {kind.family: len(edition.of(kind)) for kind in TOWNSHIP_KINDS}
    counts = ((kind.label, held.get(kind.family, 0)) for kind in TOWNSHIP_KINDS)
    return tuple((label, count) for label, count in counts if count)
