"""The other lines of a publication record: announced, not applicable, withdrawn, objected, answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.editing.choosing import Subject
from generator.editing.people import by_post
from generator.editing.publishing import Append, Plan, Put, plan, with_said
from generator.editing.values import Value
from generator.model import Records, Unusable
from generator.records.publication import Announcement, PublicationRecord


def _written(**values: str | date | None) -> dict[str, Value]:
    return {label: str(value) for label, value in values.items() if value}


def _refuse(reasons: Iterator[str]) -> None:
    if found := list(reasons):
        raise Unusable("\n".join(f"{reason}。" for reason in found))


def exempted(records: Records, subject: Subject, why: str, post: str, day: date, given: Mapping[str, str]) -> Plan:
    """不适用: there is nothing to publish this time, with who approved that."""

    def reasons() -> Iterator[str]:
        found = subject.publication
        if found is not None:
            yield f"{records.where(found)} 已经有这一期的公开记录。真的不适用,先手工核对那一条"
        if subject.period is None and not subject.records and any(item.data for item in subject.items):
            yield "哪一期不适用?用 --period 写期间,例如 --period 2026-03"
        yield from _signed("不适用由谁批准", post, day, records.today)
        yield from by_post(post, records, subject.township)

    _refuse(reasons())
    steps = [Put(("审批",), _written(职务=post, 日期=day)), Put(("不适用",), why)]
    return plan(records, subject, steps, given, day)


def announced(
    records: Records, subject: Subject, state: str, planned: date | None, day: date, why: str, given: Mapping[str, str]
) -> Plan:
    """One more line of 预告; lines that are there are never changed."""
    found = subject.publication
    last = found.announcements[-1] if found is not None and found.announcements else None
    _refuse(_announcing(records, found, last, state, planned, day, why))
    row = _written(日期=day, 状态=state, 公开日期=planned, 理由=why)
    made = plan(records, subject, [Append(("预告",), row)], given, day)
    wanted = {item.id for item in subject.items}
    keys = {record.key for record in subject.records}
    due = [
        duty.due
        for duty in records.duties
        if duty.item in wanted
        and duty.place == subject.place
        and duty.township == subject.township
        and (duty.record in keys if duty.record else duty.period == subject.period)
    ]
    late = planned is not None and due and planned > min(due)
    return with_said(made, f"{planned} 已经过了期限 {min(due)}。预告不改期限,到期没有公开仍算逾期。" if late else "")


def _announcing(
    records: Records,
    found: PublicationRecord | None,
    last: Announcement | None,
    state: str,
    planned: date | None,
    day: date,
    why: str,
) -> Iterator[str]:
    if found is not None and found.done is not None:
        yield f"{records.where(found)} 已经在 {found.done} 公开,不用再预告"
    if day > records.today:
        yield f"预告的日期 {day} 在今天({records.today})以后。--day 写哪一天预告的,不写就是今天"
    if last is not None and day < last.day:
        yield f"上一次预告是 {last.day},这一次的日期 {day} 更早。核对 --day"
    if planned is not None and planned < day:
        yield f"准备公开的日期 {planned} 早于预告的日期 {day}。已经公开了就写 --stage"
    active = last is not None and last.state != "取消"
    if state == "取消" and not active:
        yield "没有预告过,不用取消"
    if last is not None and (last.state, last.planned) == (state, planned):
        yield f"{last.day} 已经这样预告过"
    changed = active and last is not None and planned != last.planned
    if not why and (state == "取消" or changed):
        yield "改日子或取消要写为什么,用 --reason"


def withdrawn(records: Records, subject: Subject, why: str, post: str, day: date) -> Plan:
    """撤回: the content goes from every page but the reviewers'; the day and the reason stay readable."""
    found = subject.publication

    def reasons() -> Iterator[str]:
        if found is None or found.done is None:
            yield f"{subject.label}还没有公开,不用撤回。还没公开的,直接在文件里改"
            return
        if day < found.done:
            yield f"撤回的日期 {day} 早于公开的日期 {found.done}。核对日期"
        yield from _signed("撤回由谁批准", post, day, records.today)
        yield from by_post(post, records, subject.township)

    _refuse(reasons())
    made = plan(records, subject, [Put(("撤回",), _written(日期=day, 理由=why, 职务=post))], {}, day)
    return with_said(made, "撤回以后这一项又算没有公开。改好内容,重新提出一条公开记录。")


def _signed(what: str, post: str, day: date, today: date) -> Iterator[str]:
    if not post:
        yield f"{what}?用 --post 写职务"
    if day > today:
        yield f"日期 {day} 在今天({today})以后。办了再写"


def objected(records: Records, subject: Subject, content: str, objector: str, day: date) -> Plan:
    """One more line of 异议; the name of whoever objects is for reviewers only."""

    def reasons() -> Iterator[str]:
        found = subject.publication
        if found is None or found.done is None or day < found.done:
            yield f"{subject.label}在 {day} 还没有公开。核对是哪一条、哪一天"
        if day > records.today:
            yield f"日期 {day} 在今天({records.today})以后。收到了再写"

    _refuse(reasons())
    return plan(records, subject, [Append(("异议",), _written(日期=day, 提出人=objector, 内容=content))], {}, day)


def replied(records: Records, subject: Subject, reply: str, day: date) -> Plan:
    """The answer to the oldest objection that has none."""
    objections = subject.publication.objections if subject.publication else ()
    open_ones = [(row, one) for row, one in enumerate(objections) if one.reply is None]

    def reasons() -> Iterator[str]:
        if not open_ones:
            yield "没有等待答复的异议"
        elif day < open_ones[0][1].day:
            yield f"答复的日期 {day} 早于异议提出的日期 {open_ones[0][1].day}。核对日期"
        if day > records.today:
            yield f"日期 {day} 在今天({records.today})以后。答复了再写"

    _refuse(reasons())
    row = ("异议", open_ones[0][0])
    return plan(records, subject, [Put((*row, "答复"), reply), Put((*row, "答复日期"), day.isoformat())], {}, day)
