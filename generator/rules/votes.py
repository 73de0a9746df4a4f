"""A vote that does not count, or was not counted (F18).

Of several ways to be quorate one is enough; a meeting of households' delegates (计数: 户) is judged by the ways that count
households. Where a step with a vote was merged into its neighbour, the neighbour carries the vote and must meet both. Of
a step that was taken again only the last vote is judged; each time of a repeatable step counts by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from generator.mechanisms.courses import Taken, course
from generator.model import Explanation, Finding, Records
from generator.records._threshold import Threshold
from generator.records.form import ProcedureForm
from generator.records.procedure import Procedure, Step
from generator.rules._common import Report

NAME = "votes"
EXPLANATION = Explanation(
    title="表决数不合法",
    what=(
        "实到比应到多、应到比全体多,同意、反对、弃权相加不等于实到(错误);到会人数、同意票数没有达到程序目录要求的比例,"
        "却往下办了(错误),没有往下办的是提示;要表决的步骤没有写票数、应到、实到或全体(警告);"
        "“内容”里写的到会率、同意率和票数对不上(警告)。"
    ),
    why=(
        "《村民委员会组织法》第三十条:村民代表会议有三分之二以上的组成人员参加方可召开,所作决定经到会人员的过半数同意;"
        "《农村集体经济组织法》第二十七条:成员大会按全体成员计算。两种算法的基数不同,最容易弄混;表决数不合法,决定无效。"
    ),
    wrong="- {步骤: 决议, 日期: 2026-04-09, 应到: 45, 实到: 28, 同意: 26, 反对: 1, 弃权: 1}",
    right="- {步骤: 决议, 日期: 2026-04-09, 应到: 45, 实到: 31, 同意: 26, 反对: 3, 弃权: 2}",
    mend=(
        "对照签到表、计票单和会议记录,写错的改正。确实没有通过的照实写,重新开会的另写一步,不再办的把状态写成“已终止”。"
    ),
    inspection="F18",
)

_SHARE = re.compile(r"(到会率|参会率|同意率|赞成率|支持率|通过率)[^\d%％。;；]{0,6}(\d{1,3}(?:\.\d+)?)\s*[%％]")


def check(records: Records) -> Iterator[Finding]:
    """The figures of each meeting by themselves, then against the form."""
    for procedure in records.of(Procedure):
        say = Report(NAME, records, procedure)
        for index, step in enumerate(procedure.steps):
            yield from _figures(say, index, step)
            yield from _shares(say, index, step)
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


def _shares(say: Report, index: int, step: Step) -> Iterator[Finding]:
    """A share in words is that of the figures beside it, of whatever base, rounded or cut off."""
    for found in _SHARE.finditer(step.outcome or ""):
        attending = found[1] in ("到会率", "参会率")
        part = step.present if attending else step.ayes
        bases = (step.entitled, step.everyone) if attending else (step.present, step.entitled, step.everyone)
        shares = [Decimal(100 * part) / base for base in bases if base] if part is not None else []
        said = Decimal(found[2])
        unit = Decimal(1).scaleb(int(said.as_tuple().exponent))
        if shares and not any(said in (s.quantize(unit, ROUND_HALF_UP), s.quantize(unit, ROUND_DOWN)) for s in shares):
            right = f"{shares[0].quantize(Decimal('0.1'), ROUND_HALF_UP)}%"
            message = f"“{step.name}”的内容里写{found[1]} {found[2]}%,按人数算是 {right}"
            yield say.warning(message, "对照计票单,改正写错的一个", "步骤", index, "内容")


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
