"""How much a written number leaves open: `40%` is 39.5 to 40.5, `120余` is 120 to 130, `近两成` is 15 to 20.

All figures are Decimals; shares are in per cent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_INFINITE = Decimal("Infinity")
_HALF = Decimal("0.5")
_MULTIPLES = {"千": Decimal(1000), "万": Decimal(10_000), "亿": Decimal(100_000_000)}

_BELOW = re.compile(r"(?:不到|不足|少于|低于|不满|不超过|最多|至多|未到|未满|小于)$")
_NEAR = re.compile(r"(?:接近|将近|近|临近)$")
_ABOVE = re.compile(r"(?:超过|超|逾|突破|不少于|不低于|至少|高于|多于|大于|不下|过)(?:了|全镇|全乡|全村|总数的|总数)?$")
_ABOUT = re.compile(r"(?:大约|约|约为|约占|大概|大致|基本)$")
_BEHIND = re.compile(r"(?P<more>多|余|来|强)|(?P<above>以上)|(?P<below>以下|以内|弱)|(?P<about>左右|上下)")


@dataclass(frozen=True, slots=True)
class Range:
    """From low to high, both included."""

    low: Decimal
    high: Decimal

    def meets(self, other: Range) -> bool:
        return self.low <= other.high and other.low <= self.high

    def holds(self, value: Decimal) -> bool:
        return self.low <= value <= self.high

    def over(self, whole: Range) -> Range:
        """What the one divided by the other may be; the whole must be above nothing."""
        high = _INFINITE if whole.low <= 0 else self.high / whole.low
        return Range(self.low / whole.high if whole.high < _INFINITE else Decimal(0), high)


def measure(value: Decimal, text: str, before: str, after: str, loose: bool) -> Range:
    """What a written count, sum of money or length may be. `loose`: the writer says that it is about so much."""
    half = digit(text) * _HALF if decimals(text) else Decimal(0)
    return _stretched(value, half, step(value), max(half, abs(value) / 10), text, before, after, loose)


def share(value: Decimal, text: str, before: str, after: str, loose: bool) -> Range:
    """What a written share may be, in per cent."""
    if re.search(r"[%％]|百分之", text):
        half, step = digit(text) * _HALF, Decimal(10)
    elif "成" in text:
        half, step = (_HALF, Decimal(5)) if value % 10 else (Decimal(5), Decimal(10))
    else:  # a third, half: said of what lies near it
        half, step = Decimal("2.5"), Decimal(10)
    if half > 1 and _NEAR.search(before):
        half = _HALF
    return _stretched(value, half, max(step / 2, value / 10), max(half, Decimal("2.5")), text, before, after, loose)


def _stretched(
    value: Decimal, half: Decimal, step: Decimal, about: Decimal, text: str, before: str, after: str, loose: bool
) -> Range:
    behind = _BEHIND.search(text) or _BEHIND.match(after)
    if _BELOW.search(before) or (behind and behind["below"]):
        return Range(Decimal(0), value)
    if _ABOVE.search(before) or (behind and behind["above"]):
        return Range(value, _INFINITE)
    if behind and behind["more"]:
        return Range(value, value + 2 * step)
    if _NEAR.search(before):
        return Range(value - step, value + half)
    if loose or _ABOUT.search(before) or (behind and behind["about"]):
        return Range(value - about, value + about)
    return Range(value - half, value + half)


def is_loose(before: str, text: str, after: str) -> bool:
    """Whether the words around a number say that it is not exact."""
    words = (_BELOW, _NEAR, _ABOVE, _ABOUT)
    return bool(_BEHIND.search(text) or _BEHIND.match(after)) or any(word.search(before) for word in words)


def decimals(text: str) -> int:
    """How many digits stand behind the point."""
    found = re.search(r"[.．点]([0-9０-９〇零一二三四五六七八九]+)", text)
    return len(found[1]) if found else 0


def digit(text: str) -> Decimal:
    """What one in the last written place is worth: 0.1 in `40.4%`, 100 in `3.51万`."""
    worth = Decimal(1).scaleb(-decimals(text))
    for word, multiple in _MULTIPLES.items():
        worth *= multiple if word in text else 1
    return worth


def step(value: Decimal) -> Decimal:
    """What one in the last place that is not nought is worth: 10 for 120, 1000 for 3.5万."""
    place = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(place) if isinstance(place, int) else Decimal(1)


def rounded(value: Decimal, places: int) -> Decimal:
    """Half away from zero, without needless noughts."""
    result = value.quantize(Decimal(1).scaleb(-places), "ROUND_HALF_UP")
    return result.quantize(Decimal(1)) if result == result.to_integral_value() else result.normalize()
