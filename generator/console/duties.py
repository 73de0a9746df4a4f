"""Duties as a clerk reads them: what to do first on the first screen, however many there are; and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from generator.catalogue import local
from generator.console.text import as_json, plain, width
from generator.model import Duty, DutyState, Records
from generator.model.text import clip
from generator.records.place import Place

SOON = 15
"""Days before the last day from which a duty is listed as falling due soon."""
_LONGEST = 40
_MOST = 5
"""Villages and items of what is folded that are named with their counts."""


@dataclass(frozen=True)
class Group:
    """One heading of the list. listed: how many are shown one by one when not everything is asked for."""

    title: str
    state: DutyState
    listed: int
    soon: bool | None = None
    """Of what is still to come: whether it falls due within the days asked for; None where that says nothing."""


GROUPS = (
    Group("逾期", DutyState.OVERDUE, 12),
    Group("即将到期", DutyState.DUE, 10, soon=True),
    Group("应公开,还不急", DutyState.DUE, 0, soon=False),
    Group("迟公开", DutyState.LATE, 0),
    Group("已撤下", DutyState.WITHDRAWN, 0),
    Group("已公开", DutyState.DONE, 0),
    Group("不适用", DutyState.EXEMPT, 0),
)
"""What is done needs no line of its own until somebody asks for all."""


def by_urgency(duties: Iterable[Duty]) -> list[Duty]:
    """Overdue first, the longest overdue before the others; then what falls due next; what is done last."""
    order = [state for state, _ in groupby(group.state for group in GROUPS)]
    return sorted(
        duties,
        key=lambda duty: (order.index(duty.state), duty.due, duty.township, duty.place, duty.item, _about(duty)),
    )


def _about(duty: Duty) -> str:
    return duty.period.key if duty.period else duty.record


def days(duty: Duty, records: Records) -> int | None:
    """Days left until the last day, negative when late: of what is done seen from its day; None for 不适用."""
    if duty.state is DutyState.EXEMPT:
        return None
    done = duty.done if duty.state in (DutyState.DONE, DutyState.LATE) else None
    return (duty.due - (done or records.today)).days


def duties_text(duties: Sequence[Duty], records: Records, *, within: int = SOON, everything: bool = False) -> str:
    """By state, township and village, a line each; what does not fit the first screen is counted, not dropped.

    within: how many days before its last day a duty counts as due soon.
    """
    ranked = by_urgency(duties)
    parts = [_group(group, mine, records, everything) for group, mine in _grouped(ranked, records, within)]
    return "\n\n".join(parts)


def duties_count(duties: Sequence[Duty], records: Records, *, within: int = SOON) -> str:
    """`截至 …:应公开 12 项次:逾期 1、即将到期 3、已公开 8。`"""
    counts = "、".join(f"{group.title} {len(mine)}" for group, mine in _grouped(list(duties), records, within))
    return f"截至 {records.today}:应公开 {len(duties)} 项次{f':{counts}' if counts else ''}。"


def next_step(duties: Sequence[Duty], records: Records) -> str:
    """What to type for the most urgent duty; when nothing is open, that nothing has to be done."""
    first = next((duty for duty in by_urgency(duties) if duty.state in (DutyState.OVERDUE, DutyState.DUE)), None)
    if first is None:
        return "都公开了,现在没有要做的。"
    named = about(first, records)
    return plain(
        f"下一步:公开{place_name(first, records)}的“{item_name(first, records)}”{f'({named})' if named else ''},输入 "
        f"gongkai publish {_what(first, records)} --township {first.township}"
    )


def _what(duty: Duty, records: Records) -> str:
    """How `gongkai publish` is told which: by the one record that tells of it, else by item, place and period."""
    if duty.record:
        return duty.record.partition("/")[2]
    item = local(records, duty.township).item(duty.item)
    here = (r for r in records if r.township == duty.township and item and item.data and item.applies(r))
    found = [r for r in here if (getattr(r, "place", ""), getattr(r, "period", None)) == (duty.place, duty.period)]
    if len(found) == 1:
        return f"{found[0].family}/{found[0].id}"
    period = f" --period {duty.period.key}" if duty.period else ""
    return f"--item {duty.item} --place {duty.place}{period}"


def _grouped(duties: Sequence[Duty], records: Records, within: int) -> Iterator[tuple[Group, list[Duty]]]:
    last = records.today + timedelta(days=within)
    for group in GROUPS:
        mine = [d for d in duties if d.state is group.state and group.soon in (None, d.due <= last)]
        if mine:
            yield group, mine


def _group(group: Group, duties: list[Duty], records: Records, everything: bool) -> str:
    if not (everything or group.listed):
        return plain(
            f"{group.title}({len(duties)} 项次):{_counts(duties, lambda duty: place_name(duty, records), '个地方')}"
        )
    listed = duties if everything else duties[: group.listed]
    lines = [*_by_place(listed, records), *_folded(duties[len(listed) :], records)]
    return "\n".join([f"{group.title}({len(duties)} 项次)", *map(plain, lines)])


def _by_place(duties: list[Duty], records: Records) -> Iterator[str]:
    """The place with the most urgent duty first, and under it all of its own that are listed."""
    places: dict[tuple[str, str], list[Duty]] = {}
    for duty in duties:
        places.setdefault((duty.township, duty.place), []).append(duty)
    for (township, place), mine in places.items():
        yield f"  {_whole_name(township, place, records)}"
        rows = [[when(duty, records), item_name(duty, records), about(duty, records), _remarks(duty)] for duty in mine]
        widths = [max(width(row[column]) for row in rows) for column in range(4)]
        for duty, row in zip(mine, rows, strict=True):
            cells = (cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True) if wide)
            yield f"    {duty.state.mark} {'  '.join(cells)}".rstrip()


def _folded(duties: list[Duty], records: Records) -> Iterator[str]:
    """How many more there are, of which places and items."""
    if not duties:
        return
    yield f"  另外 {len(duties)} 项次没有逐项列出,加 --all 全部列出:"
    yield f"    按地方:{_counts(duties, lambda duty: place_name(duty, records), '个地方')}"
    yield f"    按事项:{_counts(duties, lambda duty: item_name(duty, records), '个事项')}"


def _counts(duties: list[Duty], name: Callable[[Duty], str], unit: str) -> str:
    ranked = Counter(map(name, duties)).most_common()
    told = "、".join(f"{what} {count}" for what, count in ranked[:_MOST])
    return f"{told},还有 {len(ranked) - _MOST} {unit}" if len(ranked) > _MOST else told


def when(duty: Duty, records: Records) -> str:
    """`逾期 92 天(最迟 2026-07-20)`, `还有 6 天(最迟 2026-10-26)`, `2026-08-20 公开,迟 5 天(最迟 2026-08-15)`."""
    left = days(duty, records)
    last = f"(最迟 {duty.due})"
    if left is None:
        return duty.state.label
    if duty.state in (DutyState.DONE, DutyState.LATE):
        return f"{duty.done} 公开{f',迟 {-left} 天' if left < 0 else ''}{last}"
    if duty.state is DutyState.WITHDRAWN:
        return f"{duty.state.label}{last}"
    return (f"还有 {left} 天" if left > 0 else "今天到期" if left == 0 else f"逾期 {-left} 天") + last


def about(duty: Duty, records: Records) -> str:
    """The period, or what the record that caused the duty is called; nothing for what lasts."""
    if duty.period:
        return duty.period.label
    return str(getattr(records.find(duty.record), "title", "") or duty.record)


def _remarks(duty: Duty) -> str:
    planned = f"预告 {duty.planned} 公开({duty.announced})" if duty.planned else ""
    return "  ".join(filter(None, (planned, clip(duty.reason, _LONGEST))))


def duties_json(duties: Sequence[Duty], records: Records) -> str:
    """Every duty with its state, as JSON."""
    entries = [
        {
            "state": duty.state.code,
            "township": duty.township,
            "place": duty.place,
            "item": duty.item,
            "name": item_name(duty, records),
            "period": duty.period.key if duty.period else None,
            "record": duty.record or None,
            "publisher": duty.publisher or None,
            "opens": duty.opens.isoformat(),
            "due": duty.due.isoformat(),
            "planned": duty.planned.isoformat() if duty.planned else None,
            "announced": duty.announced or None,
            "done": duty.done.isoformat() if duty.done else None,
            "days": days(duty, records),
            "reason": duty.reason or None,
            "publication": duty.publication or None,
        }
        for duty in by_urgency(duties)
    ]
    return as_json({"today": records.today.isoformat(), "duties": entries})


def _whole_name(township: str, place: str, records: Records) -> str:
    names = [_name(township, one, records) for one in dict.fromkeys((township, place))]
    return " ".join(names)


def place_name(duty: Duty, records: Records) -> str:
    """The village's name; its id when there is no such place."""
    return _name(duty.township, duty.place, records)


def _name(township: str, place: str, records: Records) -> str:
    found = records.get(Place, f"{township}/place/{place}")
    return found.name if found else place


def item_name(duty: Duty, records: Records) -> str:
    """As the township's catalogue calls it."""
    item = local(records, duty.township).item(duty.item)
    return item.name if item else duty.item
