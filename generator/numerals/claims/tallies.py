"""Heads and ballots that must come out: `应到45名，实到38名，请假9名`, `收回118张，有效112张，废票3张`, `60户，已搬43户，尚有27户`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.model import Level
from generator.numerals.claims.adding import wrong
from generator.numerals.claims.doubt import Doubt
from generator.numerals.claims.quantity import Quantity, Sentence


@dataclass(frozen=True, slots=True)
class Tally:
    """A whole and what it falls into, by the words before the numbers."""

    whole: re.Pattern[str]
    parts: tuple[re.Pattern[str], ...]
    short: Level | None
    """What it is when the parts, all of them told, are less than the whole."""
    fewest: int = 2


TALLIES = (
    Tally(
        re.compile(r"应(?:该|当|实)?(?:到|参|出席|来)"),
        (
            re.compile(r"实(?:际)?(?:到|参|来)|(?<!应)(?:到会|出席)"),
            re.compile(r"请假|缺席|缺勤|未到|未参|没到|没来|因(?:事|病|公)"),
        ),
        Level.WARNING,
    ),
    Tally(
        re.compile(r"(?<!未)(?<!没有)收(?:回|到)"),
        (re.compile(r"(?<!无)有效"), re.compile(r"废|无效"), re.compile(r"弃权|空白")),
        Level.ERROR,
    ),
    Tally(
        re.compile(r"发(?:出|放)"),
        (re.compile(r"(?<!未)(?<!没有)收回"), re.compile(r"(?:未|没有)收回")),
        Level.ERROR,
        1,
    ),
    Tally(
        re.compile(r"(?<!应)到会|实(?:际)?(?:到|参)|参加(?:投票|表决)|(?<!无)有效"),
        (re.compile(r"(?<!不)(?:同意|赞成)"), re.compile(r"反对|不同意|不赞成"), re.compile(r"弃权")),
        None,
    ),
    Tally(
        re.compile(r"选民|应参加(?:投票|表决)?"),
        (re.compile(r"(?<![未应])参加(?:了)?(?:投票|表决)"), re.compile(r"(?:未|没有)(?:参加|投票)(?:投票|表决)?")),
        Level.WARNING,
    ),
    Tally(
        re.compile(r"应[收缴交]"),
        (re.compile(r"[实已][收缴交]"), re.compile(r"欠[收缴交]?|[未没][收缴交]")),
        Level.WARNING,
    ),
)
_VOTERS = (
    r"(?:的)?(?:有|为|是|了|共|计|合计|票|会|选票|表决票|问卷|党员|代表|村民|群众|户|人员|人数|同志|委员|参会|到会|人|数|"
    r"村民代表|党代表|党费|费|款|资金)*"
)
"""Who or what is counted, between the word and the number."""
_DONE = re.compile(r"已(?:经)?\w{0,6}$")
_LEFT = re.compile(
    r"(?:剩余|剩下|余下|还剩|尚剩|尚余|尚欠|还欠|尚有|还差|尚缺|其余|尚未\w{1,4}|仍有|未\w{1,4})(?:的|有)*$"
)
_MORE = re.compile(r"还有$")
_UNDONE = re.compile(r"(?:没有|没|未|尚未)\w{0,4}$")
_PLAN = re.compile(r"拟|力争|预计|其中|比|增|减|每")
_PLANNED = re.compile(r"计划|任务|目标|指标|拟|力争|预计|限")
_BEYOND = re.compile(r"其中|连本|利息|本息|连同|另|加上|含|新增|以外")


def tallies(sentence: Sentence) -> Iterator[Doubt]:
    """What does not come out."""
    for clause in sentence.clauses():
        for tally in TALLIES:
            yield from _tallied(sentence, tally, clause)
        yield from _left(sentence, clause)


def _tallied(sentence: Sentence, tally: Tally, clause: Sequence[Quantity]) -> Iterator[Doubt]:
    wholes = [q for q in clause if _is(q, tally.whole)]
    if not wholes or any(q.loose for q in wholes):
        return
    whole = wholes[0]
    parts = [[q for q in clause if q is not whole and q.counts_like(whole) and _is(q, part)] for part in tally.parts]
    told = [one for one in parts if one]
    ahead = any(q.start < whole.start for one in told for q in one)
    if len(told) < tally.fewest or (ahead and (tally is not TALLIES[0] or len(told) < len(parts))):
        return
    if any(len(one) > 1 and not _different(tally, one) for one in told):
        return
    firsts = [one[0] for one in told]
    low, added = (
        sum((q.range.low for q in firsts), Decimal(0)),
        sum((q.value for one in told for q in one), Decimal(0)),
    )
    every = [q for one in told for q in one]
    beside = re.search(r"其中|[（(]", sentence.between(firsts[0].stop, every[-1].stop)) is None and len(wholes) == 1
    if all(low > one.range.high for one in wholes):
        yield wrong(sentence, whole, firsts, Level.ERROR)
    elif beside and added > whole.range.high and not any(q.loose for q in every):
        yield wrong(sentence, whole, every, Level.ERROR)
    elif tally.short and len(told) > 1 and added < whole.range.low and not any(q.loose for q in firsts):
        yield wrong(sentence, whole, every, tally.short)


def _different(tally: Tally, parts: Sequence[Quantity]) -> bool:
    """`请假5人，缺席4人` are two things; two numbers of the same word are of two meetings."""
    words = [found[0] for q in parts for part in tally.parts if (found := part.search(q.before))]
    return len(set(words)) == len(parts)


def _is(quantity: Quantity, words: re.Pattern[str]) -> bool:
    """The words, and behind them only who is counted."""
    return (
        quantity.unit not in ("%", "点", "")
        and re.search(f"(?:{words.pattern}){_VOTERS}$", quantity.before) is not None
    )


def _left(sentence: Sentence, clause: Sequence[Quantity]) -> Iterator[Doubt]:
    """`60户，已搬43户，尚有27户`: three numbers in a row."""
    for whole, done, left in zip(clause, clause[1:], clause[2:], strict=False):
        alike = whole.counts_like(done) and done.counts_like(left) and not whole.loose
        between = sentence.between(whole.stop, left.start)
        if not alike or not _undone(whole, done, left) or _BEYOND.search(whole.before + between):
            continue
        other = left.unit in ("个", "件") and len(left.after) >= 8
        if (
            done.range.low + left.range.low > whole.range.high
            and not other
            and not sentence.unknown(whole.start, left.stop)
        ):
            yield wrong(sentence, whole, (done, left), Level.ERROR)


def _undone(whole: Quantity, done: Quantity, left: Quantity) -> bool:
    """Whether the second number is what was done and the third what was not; a plan may be more than fulfilled."""
    rest = _LEFT.search(left.before) or (_MORE.search(left.before) and _UNDONE.match(left.after))
    if not rest or not _DONE.search(done.before) or _PLAN.search(done.before + left.before):
        return False
    return _PLANNED.search(whole.before) is None or re.search(r"剩|欠|余", left.before) is not None
