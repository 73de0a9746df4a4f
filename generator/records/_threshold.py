"""A share of the people that must come or agree, and of whom."""

from __future__ import annotations

import math
import re
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from generator.model.record import Row
from generator.model.text import clip
from generator.model.types import YesNo, refuse


def _fraction(value: Any) -> Any:
    if isinstance(value, Fraction):
        return value
    # Fraction() itself would read 1e999999999, which never ends.
    found = re.fullmatch(r"\s*([1-9]\d{0,3})(?:/([1-9]\d{0,3}))?\s*", str(value), re.ASCII)
    if not found:
        raise refuse("fraction", f"“{clip(value)}”不是比例", "写成 2/3 或 1/2")
    share = Fraction(int(found[1]), int(found[2] or 1))
    if share > 1:
        raise refuse("fraction", f"“{clip(value)}”比全体还多", "比例最大是 1,写成 2/3 或 1/2")
    return share


Ratio = Annotated[Fraction, BeforeValidator(_fraction)]


class Threshold(Row):
    """A share of a base that must be reached; `过半` style rules must exceed it."""

    ratio: Ratio = Field(alias="比例", description="例如 2/3")
    base: Literal["应到", "实到", "全体"] = Field("应到", alias="基数", description="按应到、实到还是全体计算")
    counted: Literal["人", "户"] = Field("人", alias="计数", description="按人数还是按户数;按户数的,每户派一名代表")
    above: YesNo = Field(False, alias="须超过", description="“过半数”写“是”;“达到”写“否”")

    def met(self, count: int, base: int) -> bool:
        """Whether `count` of `base` reaches the threshold."""
        needed = self.ratio * base
        return count > needed if self.above else count >= needed

    def least(self, base: int) -> int:
        """The smallest count that reaches the threshold."""
        needed = self.ratio * base
        return math.floor(needed) + 1 if self.above else math.ceil(needed)

    @property
    def words(self) -> str:
        """For readers: `三分之二`, `半数`, `全部`."""
        above, below = self.ratio.numerator, self.ratio.denominator
        if below == 1:
            return "全部"
        return "半数" if (above, below) == (1, 2) else f"{_chinese(below)}分之{_chinese(above)}"

    def __str__(self) -> str:
        return f"{self.base}{self.counted}数的{'超过' if self.above else ''}{self.ratio.numerator}/{self.ratio.denominator}"


def _chinese(number: int) -> str:
    return "零一二三四五六七八九十"[number] if number <= 10 else str(number)
