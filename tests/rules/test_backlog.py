"""What is overdue is told of by exactly one rule, whatever the history looks like."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.model import DutyState, Level
from generator.rules import blank, incomplete, overdue, spans
from generator.rules._common.backlog import Told, backlog, span
from generator.rules._common.lengths import too_long
from tests.rules.worlds import world

WORLDS = ("overdue", "blank", "incomplete", "spans", "signatures", "board")


@pytest.mark.parametrize("name", WORLDS)
def test_every_overdue_duty_stands_in_one_run(name: str, tmp_path: Path) -> None:
    """None is forgotten and none is told of twice."""
    records, _ = world(name, tmp_path)

    due = [duty for duty in records.duties if duty.state is DutyState.OVERDUE]
    told = [duty for runs in backlog(records).runs.values() for _, run in runs for duty in run]

    assert Counter(map(id, told)) == Counter(map(id, due))


def test_runs_are_of_one_complaint_each(tmp_path: Path) -> None:
    """A run names periods that follow one another; an event or a reason stands alone."""
    records, _ = world("overdue", tmp_path)
    runs = backlog(records).runs

    assert sorted(which.name for which in runs) == ["ELSEWHERE", "LATE"]
    assert {len(run) for _, run in runs[Told.LATE] if run[0].about or run[0].record} == {1}
    assert max(len(run) for _, run in runs[Told.LATE]) == 6


def test_a_sheet_of_a_quarter_silences_its_months(tmp_path: Path) -> None:
    """The months inside it are told of by the rule on spans, and by no other."""
    records, _ = world("spans", tmp_path)

    assert len(too_long(records)) == 2
    assert len(list(spans.check(records))) == 2
    assert not [f for f in overdue.check(records) if f.level is Level.WARNING and "收支公开榜" in f.message]
    assert not list(blank.check(records))


def test_a_blank_board_is_neither_late_nor_incomplete(tmp_path: Path) -> None:
    """One finding a village and category, and nothing else about it."""
    records, _ = world("blank", tmp_path)
    villages = Counter(finding.record for finding in blank.check(records))

    assert villages == {f"anping/place/{village}": 1 for village in ("liucun", "zhaocun", "qiancun")}
    assert not [f for f in overdue.check(records) if f.record == "anping/place/liucun"]
    assert not list(incomplete.check(records))


def test_a_span_says_its_year_once(tmp_path: Path) -> None:
    """`2026年4月至9月`; over the turn of a year both years."""
    records, _ = world("overdue", tmp_path)
    months = [duty for duty in records.duties if duty.place == "zhaocun" and duty.period]

    assert span(tuple(months[3:9])) == "2026年4月至9月"
    assert span(tuple(months[3:4])) == "2026年4月"
