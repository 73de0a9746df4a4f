"""A vote that does not count, or was not counted.

What: nobody more than entitled can be present; for, against and abstaining together are those present; where the form
of the procedure asks for a quorum and a majority, both must be reached on the base that the form names.

Why: 表决数不合法 (F18) undoes the decision. The bases differ and are easily mixed up: a villagers' representatives'
meeting needs two thirds of its members present and more than half of those present (村民委员会组织法 art. 30), the
collective's assembly needs two thirds of all its members (农村集体经济组织法 art. 27).

Example: 45 entitled, 28 present, 26 for: the quorum of 30 was missed and the vote is void.

Mend: compare with the minutes and the sign-in sheet. A vote that failed may stay as it is when the matter was ended
(已终止) or voted on again; then only the last vote on that step is judged.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from generator.model import Finding, Records
from generator.records.form import FormStep, ProcedureForm, Threshold
from generator.records.procedure import Procedure, Step
from generator.rules._common import Report

NAME = "votes"
TITLE = "表决数不合法"


def check(records: Records) -> Iterator[Finding]:
    """The figures of each meeting by themselves, then against the form."""
    for procedure in records.of(Procedure):
        say = Report(NAME, records, procedure)
        for index, step in enumerate(procedure.steps):
            yield from _figures(say, index, step)
        form = records.get(ProcedureForm, f"{ProcedureForm.family}/{procedure.form}")
        rules = {rule.name: rule for rule in form.steps} if form else {}
        for index, step in enumerate(procedure.steps):
            again = any(later.name == step.name for later in procedure.steps[index + 1 :])
            if step.name in rules and not again:
                yield from _lawful(say, procedure, index, rules[step.name])


def _figures(say: Report, index: int, step: Step) -> Iterator[Finding]:
    path = ("步骤", index)
    if step.present is not None and step.entitled is not None and step.present > step.entitled:
        message = f"“{step.name}”实到 {step.present} 人,比应到 {step.entitled} 人还多"
        yield say.error(message, "对照签到表,改正应到或实到", *path, "实到")
    votes = (step.ayes, step.noes, step.abstentions)
    if all(count is None for count in votes):
        return
    ayes, noes, abstentions = (count or 0 for count in votes)
    cast = ayes + noes + abstentions
    if step.present is not None and cast != step.present:
        message = (
            f"“{step.name}”同意 {ayes} + 反对 {noes} + 弃权 {abstentions} = {cast},"
            f"实到 {step.present} 人,相差 {abs(cast - step.present)}"
        )
        unwritten = any(count is None for count in votes)
        hint = "反对、弃权没有写的也要写上,没有就写 0" if unwritten else "对照计票单和签到表,改正写错的数"
        yield say.error(message, hint, *path, "同意" if step.ayes is not None else "步骤")


def _lawful(say: Report, procedure: Procedure, index: int, rule: FormStep) -> Iterator[Finding]:
    step = procedure.steps[index]
    needed = rule.quorum is not None or rule.majority is not None
    if step.ayes is None and (rule.vote or rule.majority is not None):
        message = f"“{step.name}”要表决,没有写票数"
        yield say.warning(message, "补上应到、实到、同意、反对、弃权", "步骤", index, "步骤")
    elif needed and (step.entitled is None or step.present is None):
        message = f"“{step.name}”没有写全应到和实到人数,看不出够不够法定人数"
        yield say.warning(message, "补上应到和实到人数", "步骤", index, "步骤")
    if rule.quorum is not None:
        yield from _reached(say, procedure, index, rule.quorum, "实到")
    if rule.majority is not None:
        yield from _reached(say, procedure, index, rule.majority, "同意")


def _reached(say: Report, procedure: Procedure, index: int, threshold: Threshold, label: str) -> Iterator[Finding]:
    step = procedure.steps[index]
    count = step.present if label == "实到" else step.ayes
    base = step.entitled if threshold.base == "应到" else step.present
    if count is None or base is None or threshold.met(count, base) or procedure.stage == "已终止":
        return
    share = f"{threshold.base}人数的 {threshold.ratio.numerator}/{threshold.ratio.denominator}"
    wanted = f"要{'超过' if threshold.above else '达到'}{share}({threshold.base} {base} 人,至少 {_least(threshold, base)} 人)"
    message = f"“{step.name}”{label} {count} 人,{wanted}"
    if procedure.stage == "已完成" or index + 1 < len(procedure.steps):
        yield say.error(
            f"{message},却往下办了", "对照会议记录核对人数;确实不够的,决定无效,要重新开会", "步骤", index, label
        )
    else:
        yield say.note(f"{message},没有通过", "重新开会后另写一步,或把状态写成“已终止”", "步骤", index, label)


def _least(threshold: Threshold, base: int) -> int:
    needed = threshold.ratio * base
    return math.floor(needed) + 1 if threshold.above else math.ceil(needed)
