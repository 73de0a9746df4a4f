"""The course of a matter: rounds, steps that come again, steps that were left out or merged, the law of the day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.mechanisms.courses import Course, course
from generator.records.form import ProcedureForm
from generator.records.procedure import Procedure

TODAY = date(2026, 10, 20)


def form(steps: str, **labels: Any) -> ProcedureForm:
    """`定 查* 补? 评+`: * comes again, ? may be left out, + may be merged with the one before."""
    marks = {"*": "可重复", "?": "可省略", "+": "可合并"}
    written = [
        {"步骤": step.rstrip("*?+"), "主体": "支部"} | {label: "是" for mark, label in marks.items() if mark in step}
        for step in steps.split()
    ]
    return ProcedureForm.model_validate({"编号": "a", "名称": "甲", "步骤": written} | labels)


def taken(steps: str, plan: ProcedureForm, day: str = "2026-01-01") -> Course:
    rows = [{"步骤": step, "日期": day} for step in steps.split()]
    written = {"@乡镇": "t", "编号": "m", "村": "c", "程序": "a", "事项": "b", "状态": "进行中", "步骤": rows}
    return course(Procedure.model_validate(written), plan, TODAY)


def shown(way: Course) -> list[str]:
    """Each round as a line."""
    return [" ".join(one.step.name for one in steps) for steps in way.rounds]


@pytest.mark.parametrize(
    ("steps", "rounds"),
    [
        ("", [""]),
        ("定 查 评", ["定 查 评"]),
        ("定 查 评 定 查", ["定 查 评", "定 查"]),
        ("定 定 查 评 定", ["定 定 查 评", "定"]),
        ("定 查 评 查 评", ["定 查 评 查 评"]),
        ("定 评 查", ["定 评", "查"]),
        ("查 定", ["查", "定"]),
    ],
)
def test_a_cycle_begins_anew(steps: str, rounds: list[str]) -> None:
    """Whenever it goes back, unless only a step came again that may."""
    assert shown(taken(steps, form("定 查* 评", 循环="是"))) == rounds


def test_what_is_no_cycle_has_one_round() -> None:
    """Going back is then a mistake, or a step that may come again."""
    way = taken("定 查 评 查 定", form("定 查* 评"))

    assert shown(way) == ["定 查 评 查 定"]
    assert [one.again for one in way.taken] == [False, False, False, True, False]


def test_missing_steps_are_neither_optional_nor_merged() -> None:
    """Merged into the one before, or the one after into it."""
    way = taken("定 评", form("定 议+ 补? 查 评 归+"))

    assert way.missing(way.rounds[0]) == [3]
    assert list(way.absent(way.rounds[0])) == [2, 3]
    assert [way.merged(place, {0, 4}) for place in (1, 2, 5)] == [0, None, 4]
    assert taken("议", form("定 议+")).missing(taken("议", form("定 议+")).rounds[0]) == []


@pytest.mark.parametrize(
    ("steps", "over", "carried"),
    [
        ("定", False, []),
        ("定", True, [("定", "议")]),
        ("定 查", False, [("定", "议")]),
        ("定 议 查", True, []),
        ("查 评", False, []),
        ("定 定 查 归", True, [("定", "议"), ("归", "评")]),
    ],
)
def test_the_neighbour_carries_what_was_merged_into_it(steps: str, over: bool, carried: list[tuple[str, str]]) -> None:
    """Once nothing can come in between; a step that may be left out was left out."""
    way = taken(steps, form("定 议+ 补?+ 查 评 归+"))
    found = list(way.carried(way.rounds[0], over))

    assert [(one.step.name, one.rule.name) for one in found] == carried
    assert all(one.name == f"“{one.step.name}”(与“{one.rule.name}”合并)" for one in found)


def test_what_was_done_again_counts_once_unless_it_may_come_again() -> None:
    """The last vote, but every inspection."""
    way = taken("定 查 查 评 评", form("定 查* 评"))

    assert [one.index for _, one in way.standing(way.rounds[0])] == [0, 1, 2, 4]


def test_a_step_is_judged_by_the_law_of_its_own_day() -> None:
    """The steps by the law of the first."""
    plan = form("定 评", 旧规=[{"至": "2025-12-31", "步骤": [{"步骤": "定", "主体": "旧"}]}])

    assert [step.name for step in taken("定", plan).plan] == ["定", "评"]
    assert [one.rule.body for one in taken("定", plan, "2025-12-31").taken] == ["旧"]
    assert [step.name for step in taken("定 评", plan, "2025-12-31").plan] == ["定"]
    assert [one.step.name for one in taken("定 评", plan, "2025-12-31").taken] == ["定"]


def test_unknown_steps_are_left_out() -> None:
    """The rule about steps names them."""
    assert shown(taken("定 不知道 评", form("定 查 评"))) == ["定 评"]


@given(st.lists(st.sampled_from("定查补评无")), st.booleans())
def test_every_known_step_is_in_one_round(steps: list[str], cyclic: bool) -> None:
    """In the order of the record, and no round but the only one is empty."""
    way = taken(" ".join(steps), form("定 查* 补? 评+", 循环="是" if cyclic else "否"))

    assert [one.step.name for one in way.taken] == [step for step in steps if step != "无"]
    assert all(way.rounds) or way.rounds == ((),)
    assert len(way.rounds) == 1 or cyclic
