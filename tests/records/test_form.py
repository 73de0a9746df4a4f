"""Shares in a procedure form."""

from fractions import Fraction
from pathlib import Path

import pytest

from generator.records.form import ProcedureForm, Threshold
from tests.load.world import Loaded, World


def form(tmp_path: Path, ratio: str) -> Loaded:
    """A form whose only step needs this share."""
    step = f"{{步骤: 决议, 主体: 村民代表会议, 通过: {{比例: {ratio}}}}}"
    return World(tmp_path).family(ProcedureForm, f"- 编号: a\n  名称: b\n  步骤:\n    - {step}\n")


@pytest.mark.parametrize(("typed", "share"), [("2/3", Fraction(2, 3)), ("1/2", Fraction(1, 2)), ("1", Fraction(1))])
def test_a_share_is_a_fraction(tmp_path: Path, typed: str, share: Fraction) -> None:
    """Exact, so that two thirds of 3 are 2."""
    record = form(tmp_path, typed).record

    assert isinstance(record, ProcedureForm)
    majority = record.steps[0].majority
    assert majority is not None
    assert share == majority.ratio
    assert majority.met(2, 3) is (share <= Fraction(2, 3))


@pytest.mark.parametrize("typed", ["过半", "2/0", "2:3", "nan", "1/2/3", "[1, 2]"])
def test_what_is_no_share_is_refused(tmp_path: Path, typed: str) -> None:
    """With an example."""
    finding, _ = form(tmp_path, typed).findings

    assert finding.hint == "写成 2/3 或 1/2"


@pytest.mark.parametrize("typed", ["1e5", "2e-1"])
def test_a_share_has_no_exponent(tmp_path: Path, typed: str) -> None:
    """An exponent is a slip, and a large one costs all the time and memory there is."""
    assert form(tmp_path, typed).errors


@pytest.mark.parametrize(("count", "met"), [(5, False), (6, True)])
def test_more_than_half(count: int, met: bool) -> None:
    """`须超过` is not `达到`."""
    half = Threshold.model_validate({"比例": "1/2", "须超过": "是"})

    assert met is half.met(count, 10)
