"""Arithmetic that never computes anything from a blank."""

from collections.abc import Callable
from decimal import Decimal
from operator import add, mul, sub, truediv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Amount, State

Operation = Callable[[Amount, Amount], Amount]

TEN = Amount.known(10, "元")
FOUR = Amount.known(4, "元")
ZERO = Amount.known(0, "元")
MASKED = Amount.masked("元", "原件已遮盖")
MISSING = Amount.missing("元", "没有统计")
OPERATIONS = (add, sub, mul, truediv)

decimals = st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False)
amounts = st.one_of(st.just(MASKED), st.just(MISSING), decimals.map(lambda value: Amount.known(value, "元")))


@pytest.mark.parametrize(
    ("operation", "value", "unit"), [(add, "14", "元"), (sub, "6", "元"), (mul, "40", "元"), (truediv, "2.5", "")]
)
def test_known_figures_are_computed(operation: Operation, value: str, unit: str) -> None:
    """Sums keep the unit; a share of two figures of one unit has none."""
    assert Amount.known(Decimal(value), unit) == operation(TEN, FOUR)


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("other", [TEN, ZERO, MISSING, MASKED])
def test_masked_wins(operation: Operation, other: Amount) -> None:
    """With a masked figure on either side the result is masked, even against a missing one or a zero."""
    expected = MASKED.state, MASKED.value, MASKED.reason
    for result in (operation(MASKED, other), operation(other, MASKED)):
        assert expected == (result.state, result.value, result.reason)


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("other", [TEN, ZERO, MISSING])
def test_missing_stays_missing(operation: Operation, other: Amount) -> None:
    """With a missing figure on either side the result is missing and carries its reason."""
    expected = MISSING.state, MISSING.value, MISSING.reason
    for result in (operation(MISSING, other), operation(other, MISSING)):
        assert expected == (result.state, result.value, result.reason)


def test_division_by_zero_is_missing() -> None:
    """There is no such figure; the reason says so and nothing is raised."""
    assert Amount.missing(reason="除数为零") == TEN / ZERO
    assert Amount.missing("元", "除数为零") == TEN / Amount.known(Decimal("0.00"), "亩")
    assert Amount.known(0) == ZERO / TEN


@pytest.mark.parametrize("operation", [add, sub])
def test_unlike_units_are_not_added(operation: Operation) -> None:
    """元 and 万元 give no sum that could be printed; the reason names both."""
    assert Amount.missing("元", "单位不同:元、万元") == operation(TEN, Amount.known(1, "万元"))
    assert operation(MASKED, Amount.known(1, "万元")).state is State.MASKED


def test_a_figure_without_a_unit_goes_with_any() -> None:
    """The unit of the other one is taken over, from either side."""
    bare = Amount.known(1)

    assert Amount.known(11, "元") == TEN + bare == bare + TEN
    assert Amount.known(-9, "元") == bare - TEN
    assert Amount.known(9, "元") == TEN - bare
    assert TEN == bare * TEN == TEN * bare


def test_division_of_unlike_units_keeps_the_first() -> None:
    """元 by 人 is still 元."""
    assert Amount.known(Decimal("2.5"), "元") == TEN / Amount.known(4, "人")


def test_total() -> None:
    """The sum with its unit; nothing is a known zero; one blank makes it blank."""
    assert Amount.known(14, "元") == Amount.total([TEN, FOUR], "元")
    assert Amount.known(0, "元") == Amount.total([], "元")
    assert Amount.total([TEN, MISSING, FOUR], "元").state is State.MISSING
    assert Amount.total([TEN, MISSING, MASKED], "元").state is State.MASKED


def test_a_known_amount_without_a_value_is_a_fault() -> None:
    """A KNOWN amount that holds None cannot be computed with; that is a mistake of the program, not of the data."""
    with pytest.raises(ValueError, match="no value"):
        Amount(None) + TEN


@given(st.lists(amounts, max_size=6))
def test_a_total_is_known_only_when_everything_is(parts: list[Amount]) -> None:
    """Masked before missing before known; a known total is the exact sum."""
    total = Amount.total(parts, "元")
    states = {part.state for part in parts}

    expected = next((state for state in (State.MASKED, State.MISSING) if state in states), State.KNOWN)
    assert expected is total.state
    if expected is State.KNOWN:
        assert sum((part.value for part in parts if part.value is not None), Decimal(0)) == total.value


@given(amounts, amounts, st.sampled_from(OPERATIONS))
def test_a_value_only_comes_from_two_values(left: Amount, right: Amount, operation: Operation) -> None:
    """No operation makes a figure out of a blank, and none raises."""
    result = operation(left, right)

    assert (result.value is not None) is (result.state is State.KNOWN)
    if result.state is State.KNOWN:
        assert left.state is right.state is State.KNOWN
