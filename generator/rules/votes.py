"""A vote that does not count, or was not counted.

What: nobody more than entitled can be present; for, against and abstaining together are those present; where the form
of the procedure asks for a quorum and a majority, both must be reached on the base that the form names. Of several
ways to be quorate one is enough; a meeting of households' delegates (计数: 户) is judged by the ways that count
households. Where a step with a vote was merged into its neighbour, the neighbour carries the vote and must meet both.

Why: 表决数不合法 (F18) undoes the decision. The bases differ and are easily mixed up: a villagers' representatives'
meeting needs two thirds of its members present and more than half of those present (村民委员会组织法 art. 30), the
collective's assembly needs two thirds of all its members (农村集体经济组织法 art. 27).

Example: 45 entitled, 28 present, 26 for: the quorum of 30 was missed and the vote is void.

Mend: compare with the minutes and the sign-in sheet. A vote that failed may stay as it is when the matter was ended
(已终止) or voted on again; then only the last vote on that step is judged. Each time of a repeatable step counts by
itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.mechanisms.courses import Taken, course
from generator.model import Finding, Records
from generator.records._threshold import Threshold
from generator.records.form import ProcedureForm
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
        if form is None:
            continue
        path = course(procedure, form, records.today)
        for turn, taken in enumerate(path.rounds, start=1):
            over = turn < len(path.rounds) or procedure.stage == "已完成"
            for one in (*(one for _, one in path.standing(taken)), *path.carried(taken, over)):
                yield from _lawful(say, procedure, one)


def _figures(say: Report, index: int, step: Step) -> Iterator[Finding]:
    path, unit = ("步骤", index), step.counted
    if step.present is not None and step.entitled is not None and step.present > step.entitled:
        message = f"“{step.name}”实到 {step.present} {unit},比应到 {step.entitled} {unit}还多"
        yield say.error(message, "对照签到表,改正应到或实到", *path, "实到")
    if step.entitled is not None and step.everyone is not None and step.entitled > step.everyone:
        message = f"“{step.name}”应到 {step.entitled} {unit},比全体 {step.everyone} {unit}还多"
        yield say.error(message, "对照名册,改正应到或全体", *path, "应到")
    votes = (step.ayes, step.noes, step.abstentions)
    if all(count is None for count in votes):
        return
    ayes, noes, abstentions = (count or 0 for count in votes)
    cast = ayes + noes + abstentions
    if step.present is not None and cast != step.present:
        message = (
            f"“{step.name}”同意 {ayes} + 反对 {noes} + 弃权 {abstentions} = {cast},"
            f"实到 {step.present} {unit},相差 {abs(cast - step.present)}"
        )
        unwritten = any(count is None for count in votes)
        hint = "反对、弃权没有写的也要写上,没有就写 0" if unwritten else "对照计票单和签到表,改正写错的数"
        yield say.error(message, hint, *path, "同意" if step.ayes is not None else "步骤")


def _lawful(say: Report, procedure: Procedure, one: Taken) -> Iterator[Finding]:
    step, rule, path = one.step, one.rule, ("步骤", one.index, "步骤")
    quorum = tuple(way for way in rule.quorum if way.counted == step.counted)
    needed = (*quorum, *((rule.majority,) if rule.majority else ()))
    if step.ayes is None and (rule.vote or rule.majority is not None):
        yield say.warning(f"{one.name}要表决,没有写票数", "补上应到、实到、同意、反对、弃权", *path)
    elif needed and (step.entitled is None or step.present is None):
        message = f"{one.name}没有写全应到和实到{step.counted}数,看不出够不够法定{step.counted}数"
        yield say.warning(message, f"补上应到和实到{step.counted}数", *path)
    elif step.everyone is None and any(threshold.base == "全体" for threshold in needed):
        message = f"{one.name}要按全体{step.counted}数计算,没有写全体{step.counted}数"
        yield say.warning(message, "补上“全体”,即使和应到相同也要写", *path)
    if rule.quorum and not quorum:
        message = f"{one.name}按{step.counted}计数,到会要求只按{rule.quorum[0].counted}数,看不出够不够法定人数"
        yield say.warning(message, f"改按{rule.quorum[0].counted}数写,或核对“计数”", *path)
    yield from _reached(say, procedure, one, quorum, "实到")
    if rule.majority is not None:
        yield from _reached(say, procedure, one, (rule.majority,), "同意")


def _reached(
    say: Report, procedure: Procedure, one: Taken, ways: tuple[Threshold, ...], label: str
) -> Iterator[Finding]:
    """Whether one of several ways to be quorate, or the one majority, was reached; unknown figures say nothing."""
    step = one.step
    count = step.present if label == "实到" else step.ayes
    bases = [(way, *_base(step, way)) for way in ways]
    known = [(way, of, base) for way, of, base in bases if base is not None]
    if count is None or not known or len(known) < len(ways) or procedure.stage == "已终止":
        return
    if any(way.met(count, base) for way, _, base in known):
        return
    wanted = ",或者".join(_wanted(step, *way) for way in known)
    message = f"{one.name}{label} {count} {step.counted},{wanted}"
    path = ("步骤", one.index, label)
    if _went_on(procedure, one):
        hint = "对照会议记录核对人数;确实不够的,决定无效,要重新开会"
        yield say.error(f"{message},却往下办了", hint, *path)
    else:
        yield say.note(f"{message},没有通过", "重新开会后另写一步,或把状态写成“已终止”", *path)


def _base(step: Step, threshold: Threshold) -> tuple[str, int | None]:
    """What the share is taken of; of an unknown whole membership at least those entitled are known."""
    if threshold.base == "全体" and step.everyone is not None:
        return "全体", step.everyone
    return ("实到", step.present) if threshold.base == "实到" else ("应到", step.entitled)


def _wanted(step: Step, threshold: Threshold, of: str, base: int) -> str:
    share = f"{threshold.base}{step.counted}数的 {threshold.ratio.numerator}/{threshold.ratio.denominator}"
    least = f"({of} {base} {step.counted},至少 {threshold.least(base)} {step.counted})"
    return f"要{'超过' if threshold.above else '达到'}{share}{least}"


def _went_on(procedure: Procedure, one: Taken) -> bool:
    """Whether the matter took another step, or was closed, although this one had failed."""
    following = procedure.steps[one.index + 1 : one.index + 2]
    return following[0].name != one.step.name if following else procedure.stage == "已完成"
