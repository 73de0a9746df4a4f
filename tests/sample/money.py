"""The vocabulary of income and spending: streams of money through the twelve months."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tests.sample.days import MONTHS

Amounts = Mapping[int, float]
"""Month → yuan."""


def each(amount: float) -> Amounts:
    return {month: amount for _, month in MONTHS}


def quarterly(amount: float) -> Amounts:
    return dict.fromkeys((10, 1, 4, 7), amount)


def by_season(base: float, factors: str) -> Amounts:
    """One factor in per cent for each month from October to September."""
    return {month: base * int(factor) / 100 for (_, month), factor in zip(MONTHS, factors.split(), strict=True)}


def sunshine(base: float) -> Amounts:
    return by_season(base, "82 63 51 54 68 93 112 127 121 116 118 99")


def darkness(base: float) -> Amounts:
    return by_season(base, "108 119 128 130 116 101 91 82 76 78 86 95")


def heating(base: float) -> Amounts:
    return by_season(base, "92 118 158 177 151 110 84 73 88 119 121 90")


def interest(*amounts: float) -> Amounts:
    """Paid at the end of each quarter."""
    return dict(zip((12, 3, 6, 9), amounts, strict=True))


@dataclass(frozen=True)
class Stream:
    """A kind of income or spending: in which months, how much, on which day, over how many vouchers."""

    summary: str
    account: str
    amounts: Amounts
    day: int
    parts: tuple[str, ...] = ()
    metered: bool = False
    """A bill that is never twice the same: a few per cent up or down, to the cent."""
    spending: bool = False

    def amount(self, village: str, month: int) -> Decimal:
        value = self.amounts[month]
        if self.metered:
            value *= 1 + random.Random(f"{village} {self.summary} {month}").uniform(-0.06, 0.06)
        return Decimal(round(value * 100)) / 100


def income(summary: str, account: int, amounts: Amounts, day: int, **more: Any) -> Stream:
    return Stream(summary, str(account), amounts, day, **more)


def spend(summary: str, account: int, amounts: Amounts, day: int, **more: Any) -> Stream:
    return Stream(summary, str(account), amounts, day, spending=True, **more)
