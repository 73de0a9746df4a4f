"""A sum against its parts: `14个五星、3个四星，共18个` — 14 + 3 is 17."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.numerals.claims.adding import OPEN_END, TOTAL, adds_up, level, wrong
from generator.numerals.claims.doubt import Doubt
from generator.numerals.claims.lists import totals_ahead
from generator.numerals.claims.quantity import Quantity, Sentence

_VERBS = re.compile(
    r"(?:有|是|为|达|计|建成|评出|评定|投入|完成|发展|化解|排查|查出|办理|办结|新建|筹集|筹资|支出|收入|安排|开展|举办|新增|种植|发放|检查|接待|培训|慰问|走访)*"
)
_AHEAD = re.compile(
    r"(?:全年|[上下]半年|今年|全镇|全乡|全村|前后|以上|各类|男女|\w[年级]|\w(?:季度|项|村|类|者|处|期|轮)|\w{0,2})"
)
"""What may stand before 共 and still mean the sum of what was listed."""
_JOINT = re.compile(r"^[^，,、；;。：:]*(?:[，,、]|和|及|与|以及|加|\+)[^，,、；;。：:]*$")
_FEW = 10
_GENERAL = ("人", "人员", "同志", "元", "资金", "单位", "类", "项", "问题", "党组织", "名")


def sums(sentence: Sentence) -> Iterator[Doubt]:
    """What is wrong with the sums of a sentence."""
    yield from _totals_behind(sentence)
    yield from totals_ahead(sentence)


def _totals_behind(sentence: Sentence) -> Iterator[Doubt]:
    """`A、B，共X`."""
    for total in sentence.quantities:
        found = TOTAL.search(total.before)
        if not found or not _AHEAD.fullmatch(total.before[: found.start()]) or total.unit in ("%", "点", ""):
            continue
        parts = _run_before(sentence, total)
        if len(parts) < 2 or not _speaks_of(sentence, total, found["verb"], parts):
            continue
        others = [part for part in parts if part.value != total.value]  # the total may head its own list
        listed = others if len(others) > 1 else parts
        if _near(total, listed) and not any(adds_up(total, parts[n:]) for n in range(len(parts) - 1)):
            yield wrong(sentence, total, listed, level(total, parts))


def _near(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the total is about as much as its parts: `新增18名，共有党员1460名` is no sum of theirs."""
    added = sum((part.value for part in parts), Decimal(0))
    return added <= total.value * 2 <= added * 3


def _run_before(sentence: Sentence, total: Quantity) -> tuple[Quantity, ...]:
    """The list of the same things directly before: nothing else counted in it, nothing left open."""
    run: list[Quantity] = []
    follower = total
    for quantity in reversed(sentence.before(total)):
        gap = sentence.between(quantity.stop, follower.start)
        if not run and quantity.value <= _FEW and TOTAL.fullmatch(gap):  # 两项合计
            continue
        if not _JOINT.match(gap.strip()) or OPEN_END.search(gap) or "其中" in gap:
            break
        if not quantity.counts_like(total) or re.search(r"每|比|从|由|均", quantity.before):
            break
        run.insert(0, quantity)
        follower = quantity
    if run and sentence.unknown(run[0].start, total.start):
        return ()
    whole = bool(run) and re.search(r"其中|占|率|年轻|提高|增", sentence.between(run[0].stop, total.start))
    return () if whole or _cut(sentence, run) else tuple(run)


def _cut(sentence: Sentence, run: list[Quantity]) -> bool:
    """Whether the list begins before the numbers that were read: another number stands in the same breath."""
    if not run:
        return True
    ahead = sentence.before(run[0])
    return bool(ahead) and bool(
        re.fullmatch(r"[^，,；;。]*[、][^，,；;。]*", sentence.between(ahead[-1].stop, run[0].start))
    )


def _speaks_of(sentence: Sentence, total: Quantity, verb: str, parts: Sequence[Quantity]) -> bool:
    """Whether the total counts what the parts count: no other noun, no other deed."""
    listed = sentence.between(parts[0].opens, total.opens)
    said = _VERBS.match(verb)
    if said and verb[said.end() :] not in listed:
        return total.unit == "元" and verb.endswith("资")
    noun = re.sub(r"(?:都|均|全部|已|以上|左右).*$", "", total.after)
    return not noun or noun in _GENERAL or any(noun in part.label or part.after in noun != "" for part in parts)
