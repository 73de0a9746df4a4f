"""A share against its part and whole: `57名三大职干部中有能人25名，占40%` — 25 ÷ 57 is 43.9%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from math import ceil, floor

from generator.model import Level
from generator.numerals.claims.bases import later
from generator.numerals.claims.doubt import Doubt
from generator.numerals.claims.fractions import Share, read
from generator.numerals.claims.quantity import Quantity, Sentence
from generator.numerals.claims.ranges import decimals, rounded

_TO_HUNDRED = Decimal(100)
_TARGET = re.compile(r"任务|计划|目标|指标|预算|去年|上年|同期|定额")
"""What can be more than reached."""


def shares(sentence: Sentence) -> Iterator[Doubt]:
    """What is wrong with the shares of a sentence."""
    for claim in (*read(sentence), *later(sentence)):
        if claim.proper and not _TARGET.search(claim.base) and claim.share.range.low > _TO_HUNDRED:
            message = f"“{claim.words}”:占比不会超过100%"
            yield _doubt(claim, claim.part or claim.share, Level.ERROR, message, "核对占比")
        elif claim.part is not None and claim.wholes:
            yield from _judged(claim, claim.part)


def fits(share: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether the share can be that of the part in the whole, with the rounding of all three."""
    if whole.value <= 0 or part.value < 0:
        return False
    ratio = part.range.over(whole.range)
    return share.range.meets(type(ratio)(ratio.low * 100, ratio.high * 100))


def _judged(claim: Share, part: Quantity) -> Iterator[Doubt]:
    wholes = [whole for whole in claim.wholes if whole.value > 0]
    whole = next((whole for whole in wholes if fits(claim.share, part, whole)), None)
    if whole is None:
        if claim.level is not None and wholes:
            yield _wrong(claim, part, wholes[0])
    elif (part.loose or whole.loose) and not claim.share.loose and decimals(claim.share.text):
        message = f"“{claim.share.text}”由约数{part.text if part.loose else whole.text}算出,不会这样精确"
        yield _doubt(claim, part, Level.NOTE, message, "写明确数,或写成“约”“近”")
    else:
        yield from _rounded(claim, part, whole)


def _wrong(claim: Share, part: Quantity, whole: Quantity) -> Doubt:
    message = f"“{claim.words}”与“{whole.text}中的{part.text}”不符:{division(part, whole, max(1, decimals(claim.share.text)))}"
    fitting = base(claim.share, part)
    hint = f"核对占比、部分和总数;按{claim.share.text}倒推,总数是{fitting}" if fitting else "核对占比、部分和总数"
    return _doubt(claim, part, claim.level or Level.ERROR, message, hint)


def _rounded(claim: Share, part: Quantity, whole: Quantity) -> Iterator[Doubt]:
    """A whole number of per cent that is not the exact share."""
    exact = part.value * 100 / whole.value
    plain = not claim.share.loose and not part.loose and not whole.loose and "%" in claim.share.text
    if plain and not decimals(claim.share.text) and rounded(exact, 1) != claim.share.value:
        message = f"“{claim.words}”是四舍五入的:{division(part, whole, 2)}"
        yield _doubt(claim, part, Level.NOTE, message, "可以不改;要精确就多写一位小数", typed=True)


def division(part: Quantity, whole: Quantity, places: int) -> str:
    """`25 ÷ 57 = 43.9%`."""
    return f"{part.shown} ÷ {whole.shown} = {rounded(part.value * 100 / whole.value, places):f}%"


def base(share: Quantity, part: Quantity) -> int | None:
    """The one whole number of which the part is that share; None when there are several or none."""
    low, high = share.range.low, share.range.high
    if low <= 0 or share.loose or part.loose or not part.value or part.value % 1 or part.unit == "元":
        return None
    least, most = ceil(part.value * 100 / high), floor(part.value * 100 / low)
    return least if least == most else None


def _doubt(claim: Share, part: Quantity, level: Level, message: str, hint: str, *, typed: bool = False) -> Doubt:
    start, stop = min(part.start, claim.share.start), max(part.stop, claim.share.stop)
    return Doubt(start, stop, level, message, hint, claim.share.start, typed)
