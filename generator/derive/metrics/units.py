"""Sums and shares that never mix units, and never make up what is masked or missing."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.figures import rounded
from generator.model import Amount, State
from generator.records.metric import MAX_DIGITS, Metric

Named = tuple[str, Amount]
"""Whose figure, and the figure."""

_MONEY = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
_PEOPLE = {"名": "人", "位": "人"}
_QUOTIENTS = ("占比", "增幅", "平均", "加权平均")
_NAMED = 3  # that many are named in a reason


def converted(amount: Amount, unit: str) -> Amount:
    """The amount in this unit; missing where it cannot be had in it."""
    own = amount.unit
    if amount.value is None or not own or not unit or _PEOPLE.get(own, own) == _PEOPLE.get(unit, unit):
        return Amount(amount.value, unit or own, amount.state, amount.reason)
    if own in _MONEY and unit in _MONEY:
        return Amount.known(amount.value * _MONEY[own] / _MONEY[unit], unit)
    return Amount.missing(unit, f"的单位是{own},不是{unit}")


def total(parts: Sequence[Named], unit: str) -> Amount:
    """The sum in this unit; masked or missing, with the names of those to blame, when one of the parts is."""
    parts = [(who, converted(amount, unit)) for who, amount in parts]
    blank = blanked(parts, unit)
    return blank or Amount.known(sum((a.value for _, a in parts if a.value is not None), Decimal(0)), unit)


def blanked(parts: Sequence[Named], unit: str) -> Amount | None:
    """What stands in place of a figure worked out from these; None when all of them are known."""
    masked = [who for who, amount in parts if amount.state is State.MASKED]
    if masked:
        return Amount.masked(unit, f"{some(masked)}的数已遮盖")
    missing = [f"{who}{amount.reason or '没有数'}" for who, amount in parts if amount.state is State.MISSING]
    return Amount.missing(unit, some(missing, ";")) if missing else None


def quotient(over: Named, under: Named, unit: str, factor: int = 1) -> Amount:
    """`over / under × factor`; the base must be above zero."""
    blank = blanked((over, under), unit)
    if blank or over[1].value is None or under[1].value is None:
        return blank or Amount.missing(unit)
    if under[1].value <= 0:
        return Amount.missing(unit, f"{under[0]}是{'0' if not under[1].value else '负数'},不能作除数")
    return Amount.known(over[1].value * factor / under[1].value, unit)


def tidy(metric: Metric, amount: Amount) -> Amount:
    """Rounded as the metric asks, quotients to two decimals where it does not; how many villages is whole anyway."""
    quotient = metric.method in _QUOTIENTS or amount.unit == "%"
    digits = metric.digits if metric.digits is not None else 2 if quotient else None
    if amount.value is None or digits is None or (metric.method == "分档" and not quotient):
        return amount
    return Amount(rounded(amount.value, min(digits, MAX_DIGITS)), amount.unit, amount.state, amount.reason)


def some(words: Sequence[str], between: str = "、") -> str:
    """The first few, and how many there are."""
    words = list(dict.fromkeys(words))
    return between.join(words[:_NAMED]) + (f"等{len(words)}处" if len(words) > _NAMED else "")
