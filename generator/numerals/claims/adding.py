"""Whether parts add up to their total, and what is said when they do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from generator.model import Level
from generator.numerals.claims.doubt import Doubt
from generator.numerals.claims.quantity import Quantity, Sentence

TOTAL = re.compile(
    r"(?:一共|总共|共计|合计|总计|总长|总面积|(?<![公中])共(?![同青享产治赢富识和]|建(?!成)))(?P<verb>.{0,6}?)(?:约|近|超过|达|为|是|有|了|计)*$"
)
OPEN_END = re.compile(r"等|若干|以及其他|之类|\.\.\.|…")


def adds_up(total: Quantity, parts: Sequence[Quantity]) -> bool:
    low = sum((part.range.low for part in parts), Decimal(0))
    high = sum((part.range.high for part in parts), Decimal(0))
    if not any(part.loose for part in parts):  # rounded parts may miss a rounded total by half of its last place
        added = sum((part.value for part in parts), Decimal(0))
        return total.range.holds(added)
    return low <= total.range.high and total.range.low <= high


def level(total: Quantity, parts: Sequence[Quantity]) -> Level:
    """Decimals that were each rounded may add up to a little more or less."""
    low = sum((part.range.low for part in parts), Decimal(0))
    high = sum((part.range.high for part in parts), Decimal(0))
    close = low <= total.range.high and total.range.low <= high
    return Level.WARNING if close else Level.ERROR


def written(parts: Sequence[Quantity], total: Quantity) -> str:
    added = sum((part.value for part in parts), Decimal(0))
    return f"{' + '.join(part.shown for part in parts)} = {total.like(added)}"


def quoted(sentence: Sentence, total: Quantity, parts: Sequence[Quantity]) -> str:
    start, stop = min(total.opens, parts[0].opens), max(total.stop, parts[-1].stop)
    return sentence.quote(start, stop)


def wrong(sentence: Sentence, total: Quantity, parts: Sequence[Quantity], grade: Level) -> Doubt:
    message = f"“{quoted(sentence, total, parts)}”加不拢:{written(parts, total)},不是{total.shown}"
    return doubt(total, parts, grade, message, "核对各项和总数")


def doubt(
    total: Quantity, parts: Sequence[Quantity], grade: Level, message: str, hint: str, of: int | None = None
) -> Doubt:
    start, stop = min(total.start, parts[0].start), max(total.stop, parts[-1].stop)
    return Doubt(start, stop, grade, message, hint, total.start if of is None else of)
