"""A figure that knows whether it is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class State(Enum):
    KNOWN = "已知"
    MASKED = "已遮盖"
    """The source prints `**`: the figure exists but may not be read."""
    MISSING = "缺失"
    """The source has no figure; the reason says why."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A decimal with its unit, or a masked or missing figure with its reason.

    Arithmetic with a masked figure is masked, with a missing one missing: nothing is ever computed from a blank. Sums
    and differences of unlike units are missing too; a figure without a unit goes with any.
    """

    value: Decimal | None
    unit: str = ""
    state: State = State.KNOWN
    reason: str = ""

    @classmethod
    def known(cls, value: Decimal | int, unit: str = "") -> Amount:
        return cls(Decimal(value), unit)

    @classmethod
    def masked(cls, unit: str = "", reason: str = "") -> Amount:
        return cls(None, unit, State.MASKED, reason)

    @classmethod
    def missing(cls, unit: str = "", reason: str = "") -> Amount:
        return cls(None, unit, State.MISSING, reason)

    @classmethod
    def total(cls, amounts: Iterable[Amount], unit: str = "") -> Amount:
        """The sum; empty input is a known zero."""
        result = cls.known(0, unit)
        for amount in amounts:
            result = result + amount
        return result

    def __add__(self, other: Amount) -> Amount:
        return self._like(other) or self._with(other, lambda a, b: a + b, self.unit or other.unit)

    def __sub__(self, other: Amount) -> Amount:
        return self._like(other) or self._with(other, lambda a, b: a - b, self.unit or other.unit)

    def __mul__(self, other: Amount) -> Amount:
        return self._with(other, lambda a, b: a * b, self.unit or other.unit)

    def __truediv__(self, other: Amount) -> Amount:
        unit = "" if self.unit == other.unit else self.unit
        if self.state is other.state is State.KNOWN and not other.value:
            return Amount.missing(unit, "除数为零")
        return self._with(other, lambda a, b: a / b, unit)

    def _like(self, other: Amount) -> Amount | None:
        """What stands in place of a sum of 元 and 万元; None when the two can be added."""
        known = self.state is other.state is State.KNOWN
        if known and self.unit and other.unit and self.unit != other.unit:
            return Amount.missing(self.unit, f"单位不同:{self.unit}、{other.unit}")
        return None

    def _with(self, other: Amount, combine: Callable[[Decimal, Decimal], Decimal], unit: str) -> Amount:
        for state in (State.MASKED, State.MISSING):
            for amount in (self, other):
                if amount.state is state:
                    return Amount(None, unit, state, amount.reason)
        if self.value is None or other.value is None:  # a known amount always has a value
            raise ValueError("a known amount has no value")
        return Amount(combine(self.value, other.value), unit)
