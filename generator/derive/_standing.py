"""Where one duty stands, judged from what was published for it: the only place where a state is made.

Whatever is odd counts for nothing: a duty is done only by a publication that is approved, signed by everybody before it
was posted, shown where the catalogue asks for it, after the thing it tells of, for as long as the law asks, and not
withdrawn. Of several publications the first in order decides about the day; whether it can still be read, any of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.catalogue import BOARD
from generator.model import DutyState
from generator.records.publication import PublicationRecord

WEB = "网站"
"""The channel of the open web."""


@dataclass(frozen=True)
class Terms:
    """What one duty asks of a publication, and the day on which it is judged."""

    start: date
    due: date
    today: date
    channels: tuple[str, ...]
    happens: bool
    """Whether it tells of a period or an event, of which nothing can be told before its day."""
    board_days: Callable[[date], int]
    """How long what is posted on a day must hang."""
    tells: Callable[[PublicationRecord], bool]
    """Whether what it names is of this period at all."""


def standing(terms: Terms, published: Iterable[PublicationRecord]) -> Mapping[str, Any]:
    """The state with the fields of a Duty that belong to it: state, publication, done, reason, about."""
    published = sorted(published, key=_moment)
    good = [(day, p) for p in published if (day := _shown(terms, p)) and not p.exempt and not any(_faults(terms, p))]
    if good:
        done, first = min(good, key=lambda one: (one[0], one[1].key))
        return _done(terms, first, done, [p for _, p in good])
    if excused := next((p for p in published if p.excused(terms.today)), None):
        found = {"publication": excused.key, "reason": excused.exempt, "about": excused.key}
        return {"state": DutyState.EXEMPT, **found}
    reasons = ((next(_faults(terms, p), ""), p.key) for p in reversed(published))
    reason, about = next(((said, key) for said, key in reasons if said), ("", ""))
    return {"state": _open(terms), "reason": reason, "about": about}


def _open(terms: Terms) -> DutyState:
    return DutyState.OVERDUE if terms.today > terms.due else DutyState.DUE


def _done(terms: Terms, first: PublicationRecord, done: date, good: list[PublicationRecord]) -> Mapping[str, Any]:
    found = {"publication": first.key, "done": done}
    if any(_readable(terms, publication) for publication in good):
        return {"state": DutyState.LATE if done > terms.due else DutyState.DONE, **found}
    last = max((publication.removed for publication in good if publication.removed), default=done)
    return {"state": DutyState.WITHDRAWN, "reason": f"{last} 公示期满下墙 网上没有", "about": first.key, **found}


def _shown(terms: Terms, publication: PublicationRecord) -> date | None:
    """The day on which it was shown where the catalogue asks for it; the web is only a supplement to the board."""
    if BOARD in terms.channels:
        return publication.posted
    return publication.web if WEB in terms.channels else publication.done


def _readable(terms: Terms, publication: PublicationRecord) -> bool:
    """Whether it still hangs, or a copy of it is on the web."""
    on_web = publication.web is not None and publication.web <= terms.today
    taken_down = publication.removed is not None and publication.removed <= terms.today
    return on_web or not taken_down


def _faults(terms: Terms, publication: PublicationRecord) -> Iterator[str]:
    """Why it does not count, the gravest first, in Chinese; no word of it when it is in order."""
    today, shown = terms.today, _shown(terms, publication)
    if publication.withdrawn is not None and publication.recalled(today):
        yield f"{publication.withdrawn.day} 撤回 {publication.withdrawn.reason}"
    if publication.approved is None:
        yield "还没有审批"
    elif publication.approved.day > today:
        yield f"审批日期 {publication.approved.day} 还没有到"
    if publication.exempt:
        return
    if not terms.tells(publication):
        yield "公开的记录不是这一期的"
    if shown is None:
        elsewhere = "只上了网 还没有上墙" if publication.web else "只上了墙 还没有上网"
        yield elsewhere if publication.done else "还没有公开"
        return
    if shown > today:
        yield f"准备 {shown} 公开 还没有到"
    signed = [one.day for one in (publication.proposed, publication.reviewed, publication.approved) if one is not None]
    if max(signed, default=shown) > shown:
        yield f"{shown} 公开 {max(signed)} 才签字"
    if terms.happens and shown < terms.start:
        yield f"{shown} 公开 {terms.start} 才到期末或者发生"
    if BOARD in terms.channels and publication.removed is not None and publication.removed <= today:
        yield from _taken_down(terms, shown, publication.removed)


def _taken_down(terms: Terms, posted: date, removed: date) -> Iterator[str]:
    days, needed = (removed - posted).days, terms.board_days(posted)
    if days < 0:
        yield f"下墙日期 {removed} 早于上墙日期 {posted}"
    elif days < needed:
        yield f"{posted} 上墙 {removed} 下墙 只公示了{days}天 至少要{needed}天 要重新张贴"


def _moment(publication: PublicationRecord) -> tuple[date, str]:
    """When it was last heard of, for telling which of several is the newest."""
    signed = (publication.proposed, publication.reviewed, publication.approved, publication.withdrawn)
    days = [one.day for one in signed if one is not None]
    days += [day for day in (publication.posted, publication.web) if day is not None]
    return max(days, default=date.min), publication.key


def announced(published: Iterable[PublicationRecord], today: date) -> Mapping[str, Any]:
    """What the newest announcement in force says: the fields of a Duty `planned` and `announced`."""
    lines = [line for p in sorted(published, key=_moment) if (line := p.announcement(today)) is not None]
    last = max(lines, key=lambda line: line.day, default=None)
    if last is None:
        return {}
    return {"planned": None if last.state == "取消" else last.planned, "announced": last.state}
