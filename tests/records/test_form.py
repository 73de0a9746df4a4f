"""Procedure forms: shares, meetings, and what an earlier law asked for."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from generator.records._threshold import Threshold
from generator.records.form import FormStep, ProcedureForm
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


TWO_THIRDS, HALF = Threshold.model_validate({"比例": "2/3"}), Threshold.model_validate({"比例": "1/2", "须超过": "是"})


@pytest.mark.parametrize(
    ("threshold", "base", "least"),
    [(TWO_THIRDS, 45, 30), (TWO_THIRDS, 46, 31), (HALF, 40, 21), (HALF, 41, 21), (HALF, 0, 1)],
)
def test_the_least_count_that_is_enough(threshold: Threshold, base: int, least: int) -> None:
    """Half of an odd number is a half more."""
    assert threshold.least(base) == least
    assert threshold.met(least, base)
    assert not threshold.met(least - 1, base)


@pytest.mark.parametrize(
    ("ratio", "words"),
    [("2/3", "三分之二"), ("1/2", "半数"), ("1", "全部"), ("4/5", "五分之四"), ("11/20", "20分之11")],
)
def test_a_share_in_words(ratio: str, words: str) -> None:
    """As a notice says it."""
    assert Threshold.model_validate({"比例": ratio}).words == words


STEP = FormStep.model_validate(
    {
        "步骤": "决议",
        "主体": "村民会议或村民代表会议",
        "到会": {"比例": "2/3"},
        "通过": {"比例": "1/2", "基数": "实到", "须超过": "是"},
        "按会议": [
            {
                "会议": "村民会议",
                "到会": [{"比例": "1/2", "须超过": "是"}, {"比例": "2/3", "计数": "户"}],
                "提前天数": "10",
            }
        ],
    }
)


@pytest.mark.parametrize("body", [None, "", "刘村村民代表会议", "党员大会"])
def test_a_step_is_as_it_stands_for_any_other_body(body: str | None) -> None:
    """A villagers' delegates' meeting is no villagers' meeting."""
    assert STEP.held_by(body) is STEP


def test_a_meeting_has_its_own_requirements_and_keeps_the_rest() -> None:
    """Either way to be quorate, ten days' notice, and the majority of the step."""
    held = STEP.held_by("刘村村民会议")

    assert [way.counted for way in held.quorum] == ["人", "户"]
    assert held.notice_days == 10
    assert held.majority == STEP.majority


def test_the_steps_of_a_day_are_those_of_its_law() -> None:
    """Of several earlier laws the first that still held; every step has a name somewhere."""
    steps = {name: [{"步骤": name, "主体": "支部"}] for name in ("新", "旧", "更旧")}
    form = ProcedureForm.model_validate(
        {
            "编号": "a",
            "名称": "b",
            "步骤": steps["新"],
            "旧规": [{"至": "2025-12-31", "步骤": steps["旧"]}, {"至": "2018-12-31", "步骤": steps["更旧"]}],
        }
    )

    days = (date(2026, 1, 1), date(2025, 12, 31), date(2018, 12, 31))
    assert [form.steps_on(day)[0].name for day in days] == ["新", "旧", "更旧"]
    assert form.step_names == ("新", "旧", "更旧")


@pytest.mark.parametrize(
    "line",
    ["到会: 三分之二", "到会: [2/3]", "按会议: [{到会: {比例: 2/3}}]", "历: 农历", "最迟天数: -1", "最迟天数: 9999"],
)
def test_what_no_step_can_ask_for_is_refused(tmp_path: Path, line: str) -> None:
    """With a finding, and without the record."""
    text = f"- 编号: a\n  名称: b\n  步骤:\n    - {{步骤: 决议, 主体: 会议, {line}}}\n"

    assert World(tmp_path).family(ProcedureForm, text).errors


@pytest.mark.parametrize(
    ("steps", "message", "hint"),
    [
        ("{步骤: 议, 主体: 会}, {步骤: 议, 主体: 会}", "有两步都叫“议”", "步骤名称不能重复;能走几次的写“可重复: 是”"),
        (
            "{步骤: 议事, 主体: 会}, {步骤: 办, 主体: 会, 起算步骤: 议示}",
            "起算步骤“议示”不是这个程序的步骤",
            "是不是“议事”?",
        ),
        ("{步骤: 议, 主体: 会, 起算步骤: 完全没有}", "起算步骤“完全没有”不是这个程序的步骤", "步骤有:议"),
    ],
)
def test_the_steps_of_a_form_fit_together(tmp_path: Path, steps: str, message: str, hint: str) -> None:
    """A name that leads nowhere would check nothing, without a word."""
    finding = World(tmp_path).family(ProcedureForm, f"- 编号: a\n  名称: b\n  步骤: [{steps}]\n").findings[0]

    assert (finding.message, finding.hint) == (f"步骤: {message}", hint)
    assert finding.where.line == 3
