"""Arithmetic that knows what a unit means: 万元 are ten thousand 元, % are hundredths."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from generator.model import Amount

PERCENT = "%"
_SCALES = (("千万", 10**7), ("百万", 10**6), ("十亿", 10**9), ("亿", 10**8), ("万", 10**4), ("千元", 10**3))
_OPERATORS: dict[str, Callable[[Amount, Amount], Amount]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}


def scale(unit: str) -> tuple[int, str]:
    """How many of the bare unit one of this unit is: 万元 → (10000, 元), 名 → (1, 名)."""
    for word, size in _SCALES:
        if unit.startswith(word):
            return size, "元" + unit[2:] if word == "千元" else unit[len(word) :]
    return 1, unit


def is_money(unit: str) -> bool:
    """Whether it is counted in 元: 元, 万元, 元/人."""
    bare = scale(unit)[1]
    return bare == "元" or bare.startswith(("元/", "元每"))


def percent(value: Decimal, unit: str) -> Decimal:
    """The share in hundredths: 40 of 40%, 40 of 0.4 without a unit."""
    return value if unit == PERCENT else value * 100


def operate(sign: str, left: Amount, right: Amount) -> Amount:
    """One of + - * /. Raises ArithmeticError for figures beyond all reason."""
    if sign in "+-":
        left, right = _shares(left, right)
    elif right.unit == PERCENT and (sign == "*" or left.unit != PERCENT):
        right = _times(right, Decimal("0.01"), "")
    elif left.unit == PERCENT and sign == "*":
        left = _times(left, Decimal("0.01"), "")
    elif sign == "/":
        right = _alike(left, right)
    return _OPERATORS[sign](left, right)


def _shares(left: Amount, right: Amount) -> tuple[Amount, Amount]:
    """A share that was divided out beside one in %: both in %."""
    if left.unit == PERCENT and not right.unit:
        right = _times(right, Decimal(100), PERCENT)
    elif right.unit == PERCENT and not left.unit:
        left = _times(left, Decimal(100), PERCENT)
    return left, right


def _alike(left: Amount, right: Amount) -> Amount:
    """The divisor in the unit of what is divided, where they differ in size alone: 元 ÷ 万元."""
    (ours, base), (theirs, other) = scale(left.unit), scale(right.unit)
    if ours == theirs or base != other:
        return right
    return _times(right, Decimal(theirs) / ours, left.unit)


def _times(amount: Amount, factor: Decimal, unit: str) -> Amount:
    value = None if amount.value is None else amount.value * factor
    return Amount(value, unit, amount.state, amount.reason)
