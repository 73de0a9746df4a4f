"""A procedure that left its path.

What: the steps must be those of the procedure's form, in its order and in the order of their dates, without a gap; a
step may stand for its neighbour only where the form allows merging. Waiting days and days of publicity must be kept,
nothing may be carried out before the publicity has ended, and nothing can have happened after today.

Why: 四议两公开 is worth what its order is worth. 公示未满即实施 is a complaint of its own (F16), and the 15 days on the
board are law since 2026-01-01 (村民委员会组织法 art. 35); a local rule may ask for more, never for less.

Example: the decision was posted on 1 March and taken down on 8 March, while the form asks for 15 days.

Mend: correct a mistyped date. What really happened too early cannot be mended by typing: post it again for the full
time and say why in 备注.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Finding, Records, nearest
from generator.records.form import FormStep, ProcedureForm
from generator.records.procedure import Procedure, Step
from generator.rules._common import Report, local_rule

NAME = "steps"
TITLE = "程序走样"


@dataclass(frozen=True, slots=True)
class _Taken:
    """A step as taken: position in the record, position in the form."""

    index: int
    place: int
    step: Step
    rule: FormStep

    @property
    def name(self) -> str:
        return f"“{self.step.name}”"


def check(records: Records) -> Iterator[Finding]:
    """Each matter against the form of its procedure."""
    for procedure in records.of(Procedure):
        form = records.get(ProcedureForm, f"{ProcedureForm.family}/{procedure.form}")
        if form is None:
            continue
        say = Report(NAME, records, procedure)
        places = {step.name: place for place, step in enumerate(form.steps)}
        taken = [
            _Taken(index, places[step.name], step, form.steps[places[step.name]])
            for index, step in enumerate(procedure.steps)
            if step.name in places
        ]
        yield from _unknown(say, procedure, form)
        yield from _future(say, procedure)
        yield from _order(say, taken)
        yield from _missing(say, procedure, form, taken)
        yield from _gaps(say, taken)
        for position, one in enumerate(taken):
            yield from _publicity(say, procedure, one, taken[position + 1 :])


def _unknown(say: Report, procedure: Procedure, form: ProcedureForm) -> Iterator[Finding]:
    names = [step.name for step in form.steps]
    for index, step in enumerate(procedure.steps):
        if step.name not in names:
            hint = nearest(step.name, names) or f"步骤有:{'、'.join(names)}"
            yield say.error(f"“{form.name}”没有“{step.name}”这一步", hint, "步骤", index, "步骤")


def _future(say: Report, procedure: Procedure) -> Iterator[Finding]:
    today = say.records.today
    for index, step in enumerate(procedure.steps):
        for label, day in (("日期", step.day), ("公示起", step.posted)):
            if day is not None and day > today:
                message = f"“{step.name}”的{label} {day} 在今天({today})以后"
                yield say.error(message, "只写已经走过的步骤;日期写错就改正", "步骤", index, label)


def _order(say: Report, taken: list[_Taken]) -> Iterator[Finding]:
    for before, one in pairwise(taken):
        if one.step.day < before.step.day:
            message = f"{one.name}的日期 {one.step.day} 早于上一步{before.name}的 {before.step.day}"
            yield say.error(message, "核对两步的日期;步骤按先后写", "步骤", one.index, "日期")
        elif one.place < before.place:
            message = f"{one.name}({one.step.day})写在{before.name}({before.step.day})以后,按程序应当在它以前"
            yield say.error(message, "核对日期和步骤名称;重走一遍程序的,另写一条记录", "步骤", one.index, "步骤")


def _missing(say: Report, procedure: Procedure, form: ProcedureForm, taken: list[_Taken]) -> Iterator[Finding]:
    done = {one.place for one in taken}
    furthest = max(done, default=-1)
    absent = [p for p in range(len(form.steps)) if p not in done and not _merged(p, form, done)]
    skipped = [place for place in absent if place < furthest]
    if skipped:
        names = "、".join(f"“{form.steps[place].name}”" for place in skipped)
        after = next(one for one in taken if one.place > skipped[0])
        message = f"走到了{after.name},前面缺{names}"
        yield say.error(message, "补上缺的步骤;确实没有走的,这件事不能往下办", "步骤", after.index, "步骤")
    left = [place for place in absent if place > furthest]
    if left and procedure.stage == "已完成":
        names = "、".join(f"“{form.steps[place].name}”" for place in left)
        yield say.error(f"状态写“已完成”,还缺{names}", "补上缺的步骤,或把状态改为“进行中”", "状态")


def _merged(place: int, form: ProcedureForm, done: set[int]) -> bool:
    """Whether the step was taken together with the one before or after it, as the form allows."""
    with_previous = form.steps[place].mergeable and place - 1 in done
    with_next = place + 1 < len(form.steps) and form.steps[place + 1].mergeable and place + 1 in done
    return with_previous or with_next


def _gaps(say: Report, taken: list[_Taken]) -> Iterator[Finding]:
    for position, one in enumerate(taken):
        before = next((other for other in reversed(taken[:position]) if other.place < one.place), None)
        if before is None or one.rule.gap is None or one.step.day < before.step.day:
            continue
        days = (one.step.day - before.step.day).days
        if days < one.rule.gap:
            message = f"{one.name}与上一步{before.name}只隔{days}天,至少要隔{one.rule.gap}天"
            yield say.error(message, "核对两步的日期;间隔不足的要重新进行", "步骤", one.index, "日期")


def _publicity(say: Report, procedure: Procedure, one: _Taken, after: list[_Taken]) -> Iterator[Finding]:
    needed = _days(say, one.rule)
    start, end = one.step.posted or one.step.day, one.step.removed
    later = next((other for other in after if other.place > one.place), None)
    if end is not None and end < start:
        message = f"{one.name}的公示止 {end} 早于公示起 {start}"
        yield say.error(message, "核对公示的起止日期", "步骤", one.index, "公示止")
        return
    if end is not None and (end - start).days < needed:
        message = f"{one.name}从 {start} 公示到 {end},只有{(end - start).days}天,至少要{needed}天"
        yield say.error(message, "重新公示,公示满规定的天数", "步骤", one.index, "公示止")
    if needed and (later or procedure.stage == "已完成") and (one.step.posted is None or end is None):
        message = f"{one.name}没有写全公示起止,看不出有没有公示满{needed}天"
        yield say.warning(message, "补上“公示起”和“公示止”", "步骤", one.index, "步骤")
    if later is not None and needed:
        yield from _premature(say, one, later, needed)


def _premature(say: Report, one: _Taken, later: _Taken, needed: int) -> Iterator[Finding]:
    start, end = one.step.posted or one.step.day, one.step.removed
    days = (later.step.day - start).days
    if later.step.day >= start and (later.step.day < end if end is not None else days < needed):
        until = f"公示到 {end}" if end is not None else f"从 {start} 起公示,要满{needed}天"
        message = f"{one.name}{until},{later.name}却在 {later.step.day},公示没有结束就往下办了"
        yield say.error(message, "核对日期;公示期满、没有异议再实施", "步骤", later.index, "日期")


def _days(say: Report, rule: FormStep) -> int:
    """Days on the board: the stricter of the form and the local rule; none where the form asks for none."""
    if not rule.board_days:
        return 0
    local = local_rule(say.records, say.record.township)
    local_days = local.board_days if local is not None and not local.items else None
    return max(rule.board_days, local_days or 0)
