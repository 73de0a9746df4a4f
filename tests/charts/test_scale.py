"""Figures in words, and axes in steps that can be read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts._common import said, scale, wide, wrapped


@pytest.mark.parametrize(
    ("values", "unit", "scaled", "words"),
    [
        (["86420.50", "12"], "元", "元", ["86,420.5", "12"]),
        (["1286420", "5", "-320000"], "元", "万元", ["128.64", "5元", "−32"]),
        (["1234500000"], "元", "亿元", ["12.35"]),
        (["99999"], "万元", "万元", ["99,999"]),
        (["1234567"], "万元", "亿元", ["123.46"]),
        (["25000000000000"], "元", "万亿元", ["25"]),
        (["250000"], "人", "万人", ["25"]),
        (["0.00123"], "亩", "亩", ["0.00123"]),
        (["100", "0.00123"], "亩", "亩", ["100", "接近0"]),
        (["125000"], "%", "%", ["125,000"]),
        (["1E+40"], "元", "万亿元", ["1.00e+28"]),
        ([], "人", "人", []),
    ],
)
def test_figures_are_said_in_the_unit_of_the_axis(values: list[str], unit: str, scaled: str, words: list[str]) -> None:
    given_values = [Decimal(one) for one in values]
    axis = scale(given_values, unit)
    assert axis.unit == scaled
    assert [axis.words(one) for one in given_values] == words


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([86, 42], ["0", "20", "40", "60", "80"]),
        ([1, 2], ["0", "1", "2"]),
        ([0], ["0", "1"]),
        ([], ["0"]),
        ([-30, 90], ["−20", "0", "20", "40", "60", "80"]),
        ([300000], ["0", "5", "10", "15", "20", "25", "30"]),
    ],
)
def test_steps_can_be_read(values: list[int], ticks: list[str]) -> None:
    assert [words for _, words in scale(map(Decimal, values), "元").points()] == ticks


@given(st.lists(st.decimals(-(10**12), 10**12, places=2), max_size=8))
def test_an_axis_holds_zero_and_every_figure_and_few_steps(values: list[Decimal]) -> None:
    axis = scale(values, "元")
    for one in [Decimal(0), *values]:
        assert axis.low <= one / axis.divisor <= axis.high
    assert 1 <= len(axis.ticks) <= 8
    assert Decimal(0) in axis.ticks


@given(st.decimals(-(10**6), 10**6, places=6), st.integers(0, 6))
def test_what_is_not_nothing_is_never_called_0(value: Decimal, places: int) -> None:
    assert (said(value, places) == "0") == (value == 0)


def test_widths_and_lines() -> None:
    assert wide("刘村") == 2 * wide("村") > wide("ab")
    assert wrapped("安平镇东石桥村", wide("安平镇东")) == ["安平镇…"]
    assert wrapped("安平镇东石桥村", wide("安平镇东"), 2) == ["安平镇东", "石桥村"]
    assert wrapped("", 100) == [""]
