"""The scale figures are read by, and figures in words: 元, 万元, 亿元."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from generator.model import Amount, State

_POWERS = (("万亿", 12), ("亿", 8), ("万", 4))
"""A word is used from ten of it on: 86,420元, but 12.5万元."""


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis that holds zero and all figures, with readable steps inside, and how figures on it are said."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]
    divisor: Decimal
    unit: str
    own: str
    """The unit the figures came in."""
    places: int

    def at(self, value: Decimal) -> float:
        """Where the figure stands between the ends of the axis, from 0 to 1."""
        return float(min(max((value / self.divisor - self.low) / (self.high - self.low), Decimal(0)), Decimal(1)))

    def words(self, value: Decimal) -> str:
        """The figure in the unit of the axis, rounded where it is too long: `1,234.57`; a small one in its own: `5元`."""
        if value and self.divisor > 1 and abs(value / self.divisor) < Decimal("0.01"):
            return said(value, 2) + self.own
        return said(value / self.divisor, self.places)

    def points(self) -> Iterable[tuple[float, str]]:
        """The steps: where each stands, and its words."""
        for tick in self.ticks:
            yield self.at(tick * self.divisor), said(tick, 8)


def scale(values: Iterable[Decimal], unit: str, steps: int = 6) -> Scale:
    """The axis for these figures, in steps of 1, 2 or 5; large ones go to 万, 亿, 万亿 of the unit, but for per cents."""
    given = [Decimal(0), *values]
    own = unit
    divisor, unit = _power(max(abs(value) for value in given), own)
    low, high = min(given) / divisor, max(given) / divisor
    high = high if high > low else Decimal(1)
    step = _step((high - low) / steps)
    if divisor == 1 and step < 1 and all(value == value.to_integral_value() for value in given):
        step = Decimal(1)
    first, last = (low / step).to_integral_value(ROUND_CEILING), (high / step).to_integral_value(ROUND_FLOOR)
    ticks = tuple(step * count for count in range(int(first), int(last) + 1)) if len(given) > 1 else (Decimal(0),)
    largest = max(-low, high)
    return Scale(low, high, ticks, divisor, unit, own, 2 if largest >= 1 or not largest else 2 - largest.adjusted())


def _power(largest: Decimal, unit: str) -> tuple[Decimal, str]:
    if unit.endswith(("%", "％", "‰")):
        return Decimal(1), unit
    own = next((power for word, power in _POWERS if unit.startswith(word)), 0)
    base = unit.lstrip("万亿") if own else unit
    for word, power in _POWERS:
        if power > own and largest >= Decimal(1).scaleb(power + 1 - own):
            return Decimal(1).scaleb(power - own), word + base
    return Decimal(1), unit


def _step(least: Decimal) -> Decimal:
    power = least.adjusted()
    head = least.scaleb(-power)
    return next(Decimal(one) for one in (1, 2, 5, 10) if one >= head).scaleb(power)


def said(value: Decimal, places: int) -> str:
    """A figure with grouping, rounded to so many decimals, without idle zeros; never a 0 for what is not nothing."""
    if value and not -7 < value.adjusted() < 7:
        return f"{value:.2e}".replace("-", "−")
    rounded = value.quantize(Decimal(1).scaleb(-min(places, 9)), ROUND_HALF_UP)
    if not rounded:
        return "接近0" if value else "0"
    text = f"{rounded:,f}".replace("-", "−")
    return text.rstrip("0").rstrip(".") if "." in text else text


def mark(amount: Amount) -> str:
    """What stands in place of a figure that is not known."""
    return "**" if amount.state is State.MASKED else "缺"


def explained(amounts: Iterable[Amount]) -> list[str]:
    """What the marks among these figures mean, and that there is nothing to draw where none is known."""
    given = list(amounts)
    marks = {mark(amount) for amount in given if amount.value is None}
    nothing = [] if any(amount.value is not None for amount in given) else ["没有可画的数"]
    return nothing + [words for sign, words in (("缺", "缺：没有这个数"), ("**", "**：原件已遮盖")) if sign in marks]


def capped(total: int, drawn: int, whole: str = "只画前 {drawn} 个，其余 {rest} 个见表") -> list[str]:
    """Said when not everything is drawn."""
    return [whole.format(drawn=drawn, rest=total - drawn)] if total > drawn else []


def ring(index: int) -> str:
    """The number that tells a run where colours do not: ①."""
    return chr(0x2460 + index) if index < 20 else f"[{index + 1}]"
