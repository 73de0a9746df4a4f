"""What one number in a text is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Kind(Enum):
    """Why a number stands in a text; only a figure needs a record behind it."""

    FIGURE = "数字"
    DATE = "日期"
    ORDINAL = "序号"
    LAW = "文号"
    PHRASE = "固定用语"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands in a text: `约3.5万` of `投资约3.5万元` is 35,000 元, approximate."""

    start: int
    end: int
    text: str
    value: Decimal | None
    """None where the words are vague: 数十, 几百. Shares are in per cent."""
    unit: str
    """The measure word behind it, without 万 and 亿; empty when there is none."""
    kind: Kind
    approximate: bool = False
