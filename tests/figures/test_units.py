"""Arithmetic across units."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.figures.units import operate, scale
from generator.model import Amount, State


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("元", (1, "元")),
        ("万元", (10_000, "元")),
        ("亿元", (100_000_000, "元")),
        ("千元", (1000, "元")),
        ("百万元", (1_000_000, "元")),
        ("千万元", (10_000_000, "元")),
        ("万人次", (10_000, "人次")),
        ("千克", (1, "千克")),
        ("个百分点", (1, "个百分点")),
        ("", (1, "")),
    ],
)
def test_the_size_of_a_unit(unit: str, expected: tuple[int, str]) -> None:
    """万 and 亿 in front of any unit, 千 in front of 元 alone: a 千克 is a unit of its own."""
    assert scale(unit) == expected


@pytest.mark.parametrize(
    ("left", "sign", "right", "expected"),
    [
        (("500", "元"), "/", ("2", "万元"), ("0.025", "")),
        (("2", "亿元"), "/", ("5000", "万元"), ("4", "")),
        (("2", "万元"), "/", ("4", "人"), ("0.5", "万元")),
        (("200", "人"), "*", ("40", "%"), ("80", "人")),
        (("40", "%"), "*", ("200", "人"), ("80", "人")),
        (("50", "%"), "*", ("40", "%"), ("20", "%")),
        (("80", "人"), "/", ("40", "%"), ("200", "人")),
        (("40", "%"), "/", ("20", "%"), ("2", "")),
        (("40", "%"), "-", ("0.35", ""), ("5", "%")),
        (("0.35", ""), "+", ("40", "%"), ("75", "%")),
        (("40", "%"), "-", ("35.5", "%"), ("4.5", "%")),
        (("3", "人"), "+", ("4", "人"), ("7", "人")),
    ],
)
def test_shares_and_sizes(left: tuple[str, str], sign: str, right: tuple[str, str], expected: tuple[str, str]) -> None:
    """% counts as hundredths, and what is divided is brought to one size first."""
    result = operate(sign, *(Amount.known(Decimal(value), unit) for value, unit in (left, right)))

    assert (result.value, result.unit) == (Decimal(expected[0]), expected[1])


def test_what_is_not_known_stays_so() -> None:
    """Whatever the units."""
    masked, missing = Amount.masked("%"), Amount.missing("万元", "没有")
    for sign in "+-*/":
        assert operate(sign, masked, Amount.known(3)).state is State.MASKED
        assert operate(sign, Amount.known(3, "元"), missing).state is State.MISSING
        assert operate(sign, missing, masked).state is State.MASKED
