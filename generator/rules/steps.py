"""A procedure that left its path (F16): steps, order, bodies, notice, waiting days, publicity, latest day, papers.

Days of publicity do not count the first day; working days count every working day on which it hung.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from generator.catalogue import local
from generator.mechanisms.calendars import WorkCalendar
from generator.mechanisms.courses import Taken, course
from generator.model import Explanation, Finding, Records, nearest
from generator.records.form import FormStep, ProcedureForm
from generator.records.holiday import HolidayYear
from generator.records.procedure import Procedure
from generator.rules._common import Report
from generator.rules._common.bodies import agree
from generator.rules._common.matters import Matter
from generator.rules._common.spans import Span, working

NAME = "steps"
EXPLANATION = Explanation(
    title="程序走样",
    what=(
        "程序的步骤要是那一天的程序目录有的,按规定的先后和日期的先后走,中间不缺步;提前通知、间隔、"
        "公示的天数要够,公示没有结束不能往下办,不能写今天以后的事(错误)。没有写通知日期、公示起止,"
        "超过最迟的日子,是警告;主体和程序目录不同、表决和公示没有列材料,是提示。可以合并、"
        "重来的步骤照程序目录。"
    ),
    why=(
        "检查实践:公示未满即实施、程序倒置。《村民委员会组织法》第三十五条:公布的期限不得少于十五日;"
        "第二十八条:须经村民会议讨论决定的事项,先由村党组织研究。地方规定更长的从其规定。"
    ),
    wrong=(
        "步骤:\n  - {步骤: 决议公开, 日期: 2026-04-07, 公示起: 2026-04-07, 公示止: 2026-04-15}\n"
        "  - {步骤: 结果公开, 日期: 2026-04-14}"
    ),
    right=(
        "步骤:\n  - {步骤: 决议公开, 日期: 2026-04-07, 公示起: 2026-04-07, 公示止: 2026-04-22}\n"
        "  - {步骤: 结果公开, 日期: 2026-04-23}"
    ),
    mend=(
        "日期写错的改正。确实走得太早的,不能改日期了事:重新开会或重新公示,用同一个步骤名称再写一步,"
        "在“备注”里写明原因,检查时只看最后一次。"
    ),
    inspection="F16",
)


def check(records: Records) -> Iterator[Finding]:
    """Each matter against the form of its procedure."""
    calendar = WorkCalendar.of(records.of(HolidayYear))
    for procedure in records.of(Procedure):
        form = records.get(ProcedureForm, f"{ProcedureForm.family}/{procedure.form}")
        if form is None:
            continue
        say, here = Report(NAME, records, procedure), local(records, procedure.township)
        matter = Matter(say, procedure, form, course(procedure, form, records.today), here, calendar)
        yield from _unknown(matter)
        yield from _future(matter)
        yield from _order(matter)
        for taken in matter.course.rounds:
            yield from _missing(matter, taken)
            for position, one in matter.course.standing(taken):
                yield from _body(matter, one, taken)
                yield from _evidence(matter, one)
                yield from _notice(matter, one)
                yield from _waiting(matter, one, taken[:position])
                yield from _publicity(matter, one, taken[position + 1 :])
        yield from _overdue(matter)


def _unknown(matter: Matter) -> Iterator[Finding]:
    """A step of another version of the law does no harm."""
    names = [step.name for step in matter.course.plan]
    for index, step in enumerate(matter.record.steps):
        if step.name not in matter.form.step_names:
            hint = nearest(step.name, names) or f"步骤有:{'、'.join(names)}"
            yield matter.say.error(f"“{matter.form.name}”没有“{step.name}”这一步", hint, "步骤", index, "步骤")


def _future(matter: Matter) -> Iterator[Finding]:
    today = matter.say.records.today
    for index, step in enumerate(matter.record.steps):
        for label, day in (("日期", step.day), ("公示起", step.posted), ("通知日期", step.notified)):
            if day is not None and day > today:
                message = f"“{step.name}”的{label} {day} 在今天({today})以后"
                yield matter.say.error(message, "只写已经走过的步骤;日期写错就改正", "步骤", index, label)


def _order(matter: Matter) -> Iterator[Finding]:
    for before, one in pairwise(matter.course.taken):
        if one.step.day < before.step.day:
            message = f"{one.name}的日期 {one.step.day} 早于上一步{before.name}的 {before.step.day}"
            yield matter.say.error(message, "核对两步的日期;步骤按先后写", "步骤", one.index, "日期")
        elif one.place < before.place and one.turn == before.turn and not one.again:
            message = f"{one.name}({one.step.day})写在{before.name}({before.step.day})以后,按程序应当在它以前"
            yield matter.say.error(message, "核对日期和步骤名称;重走一遍程序的,另写一条记录", "步骤", one.index, "步骤")


def _missing(matter: Matter, taken: tuple[Taken, ...]) -> Iterator[Finding]:
    rounds, missing = matter.course.rounds, matter.course.missing(taken)
    turn, furthest = (taken[0].turn, max(one.place for one in taken)) if taken else (0, -1)
    which = f"第{turn + 1}轮" if len(rounds) > 1 else ""
    skipped = [place for place in missing if place < furthest]
    if skipped:
        after = next(one for one in taken if one.place > skipped[0])
        message = f"{which}走到了{after.name},前面缺{_named(matter, skipped)}"
        yield matter.say.error(message, "补上缺的步骤;确实没有走的,这件事不能往下办", "步骤", after.index, "步骤")
    left = [place for place in missing if place > furthest]
    if left and turn + 1 < len(rounds):
        message = f"{which}还缺{_named(matter, left)},就开始了第{turn + 2}轮"
        index = rounds[turn + 1][0].index
        yield matter.say.error(message, "补上缺的步骤;一轮走完再走下一轮", "步骤", index, "步骤")
    elif left and matter.record.stage == "已完成":
        message = f"状态写“已完成”,{which}还缺{_named(matter, left)}"
        yield matter.say.error(message, "补上缺的步骤,或把状态改为“进行中”", "状态")


def _named(matter: Matter, places: list[int]) -> str:
    return "、".join(f"“{matter.course.plan[place].name}”" for place in places)


def _body(matter: Matter, one: Taken, taken: tuple[Taken, ...]) -> Iterator[Finding]:
    """A step that was merged into this one may have lent its body."""
    done, plan, said = {other.place for other in taken}, matter.course.plan, one.step.body
    lent = (
        rule for place, rule in enumerate(plan) if place not in done and matter.course.merged(place, done) == one.place
    )
    if said and not any(agree(said, rule) for rule in (one.rule, *lent)):
        bodies = "或".join(dict.fromkeys((one.rule.body, *(meeting.name for meeting in one.rule.meetings))))
        message = f"{one.name}的主体写的是“{said}”,程序里由{bodies}进行"
        yield matter.say.note(message, "写错了就改正;确实由别的组织进行的,看程序允不允许", "步骤", one.index, "主体")


def _evidence(matter: Matter, one: Taken) -> Iterator[Finding]:
    """Papers of the steps that are argued about: a vote, or something on the board."""
    rule, asked = one.rule, one.rule.vote or one.rule.majority or one.rule.board_days
    if rule.evidence and asked and not one.step.evidence and matter.record.stage != "已终止":
        message = f"{one.name}没有列出材料,程序要求留下{rule.evidence}"
        yield matter.say.note(message, "在“材料”里写上有哪些;没有留下的抓紧补齐", "步骤", one.index, "步骤")


def _notice(matter: Matter, one: Taken) -> Iterator[Finding]:
    notified, day = one.step.notified, one.step.day
    if notified is not None and notified > day:
        message = f"{one.name}的通知日期 {notified} 晚于开会的日期 {day}"
        yield matter.say.error(message, "核对两个日期", "步骤", one.index, "通知日期")
    elif one.rule.notice_days and notified is None:
        message = f"{one.name}没有写通知日期,看不出有没有提前{Span(one.rule.notice_days, working(one.rule))}通知"
        yield matter.say.warning(message, "补上“通知日期”", "步骤", one.index, "步骤")
    elif one.rule.notice_days and notified is not None:
        ahead, wanted = matter.passed(notified, day, working(one.rule)), one.rule.notice_days
        if ahead.days < wanted:
            message = f"{one.name}只提前{ahead}通知,至少要提前{Span(wanted, ahead.working)}"
            yield matter.say.error(
                message, "核对两个日期;通知得晚的,要重新通知、重新开会", "步骤", one.index, "通知日期"
            )


def _waiting(matter: Matter, one: Taken, earlier: tuple[Taken, ...]) -> Iterator[Finding]:
    """Neither too soon nor too late after the step from which its days are counted."""
    before, rule = _counted_from(one.rule, one.place, earlier), one.rule
    if before is None or one.step.day < before.step.day:
        return
    spent = matter.passed(before.step.day, one.step.day, working(rule))
    if rule.gap is not None and spent.days < rule.gap:
        message = f"{one.name}与{_said(rule)}{before.name}只隔{spent},至少要隔{Span(rule.gap, spent.working)}"
        yield matter.say.error(message, "核对两步的日期;间隔不足的要重新进行", "步骤", one.index, "日期")
    if rule.within is not None and spent.days > rule.within:
        latest = Span(rule.within, spent.working).latest
        message = f"{one.name}在{_said(rule)}{before.name}以后{spent},最迟应当在{latest}"
        yield matter.say.warning(message, "核对两步的日期;确实晚了的,在“备注”里写明原因", "步骤", one.index, "日期")


def _counted_from(rule: FormStep, place: int, earlier: tuple[Taken, ...]) -> Taken | None:
    """The step that the form names, else the one before it; for a step that comes again, the one taken last."""
    if rule.counted_from:
        wanted = (one for one in reversed(earlier) if one.step.name == rule.counted_from)
    else:
        wanted = (one for one in reversed(earlier) if one.place < place or rule.repeatable)
    return next(wanted, None)


def _said(rule: FormStep) -> str:
    return "" if rule.counted_from else "上一步"


def _overdue(matter: Matter) -> Iterator[Finding]:
    """The next step, when its latest day has passed."""
    taken, today = matter.course.rounds[-1], matter.say.records.today
    furthest = max((one.place for one in taken), default=-1)
    following = next((p for p in matter.course.missing(taken) if p > furthest), None)
    if following is None or matter.record.stage != "进行中":
        return
    rule = matter.course.plan[following]
    before, span = _counted_from(rule, following, taken), Span(rule.within or 0, working(rule))
    if before is not None and rule.within is not None and matter.after(before.step.day, span) < today:
        since = f"{before.name}({before.step.day}){'以后' if span.days else '的'}{span.latest}"
        message = f"“{rule.name}”最迟应当在{since},到今天({today})还没有写"
        yield matter.say.warning(message, "办了就补上这一步;还没有办的抓紧办", "步骤", before.index, "日期")


def _publicity(matter: Matter, one: Taken, after: tuple[Taken, ...]) -> Iterator[Finding]:
    start, end = one.step.posted or one.step.day, one.step.removed
    needed = matter.board(one.rule, start)
    later = next((other for other in after if other.place > one.place), None)
    if end is not None and end < start:
        message = f"{one.name}的公示止 {end} 早于公示起 {start}"
        yield matter.say.error(message, "核对公示的起止日期", "步骤", one.index, "公示止")
        return
    if end is not None and (hung := matter.hung(start, end, needed.working)).days < needed.days:
        message = f"{one.name}从 {start} 公示到 {end},只有{hung},至少要{needed}"
        yield matter.say.error(message, "重新公示,公示满规定的天数", "步骤", one.index, "公示止")
    if needed.days and (later or matter.record.stage == "已完成") and (one.step.posted is None or end is None):
        message = f"{one.name}没有写全公示起止,看不出有没有公示满{needed}"
        yield matter.say.warning(message, "补上“公示起”和“公示止”", "步骤", one.index, "步骤")
    if later is not None and needed.days:
        yield from _premature(matter, one, later, needed)


def _premature(matter: Matter, one: Taken, later: Taken, needed: Span) -> Iterator[Finding]:
    start, end, day = one.step.posted or one.step.day, one.step.removed, later.step.day
    hung = matter.hung(start, day - timedelta(days=needed.working), needed.working)
    if day >= start and (day < end if end is not None else hung.days < needed.days):
        until = f"公示到 {end}" if end is not None else f"从 {start} 起公示,要满{needed}"
        message = f"{one.name}{until},{later.name}却在 {day},公示没有结束就往下办了"
        yield matter.say.error(message, "核对日期;公示期满、没有异议再实施", "步骤", later.index, "日期")
