"""Something that should have been published by now.

What: a duty — catalogue item × place × period, or × event — whose last day has passed without a publication is a
warning; one that was met too late is a note.

Why: 未更新、更新滞后 is the complaint that inspectors write most often (F1), an empty board the next (F2). The last
days come from the catalogue and, where stricter, from the local rule.

Example: the cash sheet of March was due on 15 April, today is 20 October: 188 days late.

Mend: publish it and add the publication record. When there was nothing to publish in that period, write a publication
with 不适用 and the reason, and have it approved.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import local
from generator.model import Duty, DutyState, Finding, Level, Records, Where
from generator.records.place import Place

NAME = "overdue"
TITLE = "逾期未公开"


def check(records: Records) -> Iterator[Finding]:
    """The duties that the derive step found, as of today."""
    for duty in records.duties:
        days = ((duty.done or records.today) - duty.due).days
        if duty.state is DutyState.OVERDUE:
            message = f"{_named(records, duty)}应当在 {duty.due} 以前公开,已经逾期{days}天"
            hint = "公开后补一条公开记录;这一期没有这一项,就写“不适用: 原因”并经审批"
            yield _finding(records, duty, Level.WARNING, message, hint)
        elif duty.state is DutyState.LATE:
            message = f"{_named(records, duty)}应当在 {duty.due} 以前公开,到 {duty.done} 才公开,晚了{days}天"
            yield _finding(records, duty, Level.NOTE, message, "以后按期公开;日期写错就改正公开记录")


def _named(records: Records, duty: Duty) -> str:
    """`刘村 2026年3月“收支公开榜”`, for events the record's own id."""
    place = records.get(Place, f"{duty.township}/{Place.family}/{duty.place}")
    item = local(records, duty.township).item(duty.item)
    when = str(duty.period) if duty.period else duty.record.partition("/")[2]
    name = f"“{item.name if item else duty.item}”"
    return f"{place.name if place else duty.place}{f' {when} ' if when else ''}{name}"


def _finding(records: Records, duty: Duty, level: Level, message: str, hint: str) -> Finding:
    key = f"{duty.township}/{Place.family}/{duty.place}"
    place = records.get(Place, key)
    return Finding(NAME, level, records.where(place) if place else Where(key), message, hint, key)
