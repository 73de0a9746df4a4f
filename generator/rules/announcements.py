"""Announcements of publishing that were changed silently, broken, or came to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.model import Duty, DutyState, Explanation, Finding, Records
from generator.records.publication import Announcement, PublicationRecord
from generator.rules._common import Report

NAME = "announcements"
EXPLANATION = Explanation(
    title="预告公开的日子改了、过了或者取消了",
    what=(
        "“预告”只加行不改行,按日期先后写。改日子、取消没有写理由,日期还没有到,计划和确认没有写公开日期,是错误;"
        "预告的日子晚于最迟日期、已经过了还没有公开、确认以后在另一天公开、取消以后没有下文、前后日期颠倒、取消了还写公开日期,是警告。"
        "预告不延长期限:最迟日期不变。"
    ),
    why=(
        "《村民委员会组织法》第三十五条规定了公布的期限,预告哪一天公开不能代替公布。检查实践:一再改期、悄悄改期、"
        "说了不做,群众就不再信公开栏。"
    ),
    wrong=(
        "预告:\n  - {日期: 2026-08-02, 状态: 确认, 公开日期: 2026-08-12}\n"
        "  - {日期: 2026-08-12, 状态: 确认, 公开日期: 2026-08-14}"
    ),
    right=(
        "预告:\n  - {日期: 2026-08-02, 状态: 确认, 公开日期: 2026-08-12}\n"
        "  - {日期: 2026-08-12, 状态: 确认, 公开日期: 2026-08-14, 理由: 银行对账单13日才到}"
    ),
    mend=(
        "1. 改期、取消的,加一行,写上理由;旧的行不动。2. 预告的日子定在最迟日期以前。"
        "3. 到了日子就公开,写上墙日期、上网日期;不能公开的,当天加一行改期或取消。"
    ),
    about="公开记录",
)


def check(records: Records) -> Iterator[Finding]:
    """Each publication that was announced: the lines, then what came of the last."""
    for publication in records.of(PublicationRecord):
        if publication.announcements:
            say = Report(NAME, records, publication)
            yield from _lines(say, publication)
            yield from _changes(say, publication)
            yield from _outcome(say, publication)


def _lines(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    today = say.records.today
    for index, line in enumerate(publication.announcements):
        path = ("预告", index)
        if line.day > today:
            message = f"预告日期 {line.day} 在今天({today})以后"
            yield say.error(message, "到了那天再写;日期写错就改正", *path, "日期")
        if line.state == "取消":
            if line.planned is not None:
                yield say.warning("取消了还写着公开日期", "删去公开日期;改期的写“计划”或“确认”", *path, "公开日期")
        elif line.planned is None:
            yield say.error(f"“{line.state}”没有写公开日期", "补上公开日期", *path, "状态")
        elif line.planned < line.day:
            message = f"预告的公开日期 {line.planned} 早于预告日期 {line.day}"
            yield say.warning(message, "核对两个日期;预告写在公开以前", *path, "公开日期")


def _changes(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    """From line to line: in the order of days, and no change without a reason."""
    for index, (before, after) in enumerate(pairwise(publication.announcements), start=1):
        if after.day < before.day:
            message = f"预告日期 {after.day} 早于上一行 {before.day}"
            yield say.warning(message, "按先后写,新的加在最后", "预告", index, "日期")
        moved = before.planned and after.planned and after.planned != before.planned
        if moved and after.state != "取消" and after.reason is None:
            word = "确认过" if before.state == "确认" else "计划"
            message = f"{word} {before.planned} 公开,又改成 {after.planned},没有写理由"
            yield say.error(message, "写上“理由”", "预告", index, "公开日期")
    for index, line in enumerate(publication.announcements):
        if line.state == "取消" and line.reason is None:
            yield say.error("取消预告没有写理由", "写上“理由”", "预告", index, "状态")


def _outcome(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    """What the last line in force has come to."""
    today, last = say.records.today, publication.announcement(say.records.today)
    if last is None or publication.excused(today):
        return
    path, due = ("预告", publication.announcements.index(last), "状态"), _due(say.records, publication)
    if publication.released(today):
        yield from _another_day(say, publication, last)
    elif last.state == "取消":
        if any(duty.state in (DutyState.DUE, DutyState.OVERDUE) for duty in _duties(say.records, publication)):
            message = f"{last.day} 取消了预告,以后没有新的预告,也没有公开"
            yield say.warning(message, "定下新的日子就加一行;期限不变,仍然算应公开", *path)
    elif last.planned is not None and last.planned < today:
        message = f"预告 {last.planned} 公开,日子已经过了,还没有公开"
        yield say.warning(message, "已经公开的写上墙日期和上网日期,审批也要有;改期、取消的加一行,写理由", *path)
    elif last.planned is not None and due is not None and last.planned > due:
        message = f"预告 {last.planned} 公开,晚于最迟日期 {due};预告不延长期限"
        late = "最迟日期已经过了,尽快公开" if due < today else "加一行,提前到最迟日期以前,写理由"
        yield say.warning(message, late, *path)


def _another_day(say: Report, publication: PublicationRecord, last: Announcement) -> Iterator[Finding]:
    shown = publication.done
    if last.state != "确认" or last.planned is None or shown is None or shown <= last.planned:
        return
    message = f"确认 {last.planned} 公开,到 {shown} 才公开,没有说过改期"
    label = "上墙日期" if publication.posted else "上网日期"
    yield say.warning(message, "以后改期先加一行,写理由;日期写错就改正", label)


def _duties(records: Records, publication: PublicationRecord) -> list[Duty]:
    """The duties that the publication is to meet."""
    found = records.once(_by_place).get((publication.township, publication.place), [])
    named = {f"{publication.township}/{name}" for name in publication.records}
    mine = [duty for duty in found if duty.item in publication.items]
    return [d for d in mine if (d.record in named if d.record else not d.period or d.period == publication.period)]


def _by_place(records: Records) -> dict[tuple[str, str], list[Duty]]:
    found: dict[tuple[str, str], list[Duty]] = {}
    for duty in records.duties:
        found.setdefault((duty.township, duty.place), []).append(duty)
    return found


def _due(records: Records, publication: PublicationRecord) -> date | None:
    """The first of the days by which it must have been published."""
    return min((duty.due for duty in _duties(records, publication)), default=None)
