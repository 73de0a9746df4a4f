"""Places in a ranking, and what may be worked out of a record of which parts are closed."""

from __future__ import annotations

import pytest

from generator.mechanisms.ranks import grade_of, ranking, tally
from generator.model import WITHHELD
from generator.records.assessment import Assessment, Result
from generator.records.scale import GradeScale
from tests.derive.making import make

GRADES = [{"等次": "甲", "下限": "80"}, {"等次": "乙"}]


def scale(mode: str) -> GradeScale:
    return make(GradeScale, "s", 名称="考核", 考核谁="村", 等次=GRADES, 排名=mode)


def result(name: str, score: str | None) -> Result:
    return Result.model_validate({"名称": name} | ({"得分": score} if score else {}))


@pytest.mark.parametrize(
    ("mode", "places"),
    [("并列占位", [1, 1, 3, 4, None]), ("并列不占位", [1, 1, 2, 3, None]), ("不排名", [None] * 5)],
)
def test_ties(mode: str, places: list[int | None]) -> None:
    """Two first places are followed by the third or by the second; who has no score has no place."""
    results = [result("一", "70"), result("二", "90"), result("三", "90.0"), result("四", None), result("五", "60")]
    placed = ranking(scale(mode), results)

    assert [one.place for one in placed] == places
    names = [one.result.subject for one in placed]
    assert names == (["一", "二", "三", "四", "五"] if mode == "不排名" else ["二", "三", "一", "五", "四"])


def test_a_score_of_nought_is_a_score() -> None:
    """It is the last place, not none."""
    assert [one.place for one in ranking(scale("并列占位"), [result("一", "0"), result("二", "-1")])] == [1, 2]


def test_withheld_scores_and_grades_stay_withheld() -> None:
    """Nobody is ranked by what may not be read, and no closed grade is worked out from an open score."""
    closed = result("一", "90").model_copy(update={"score": WITHHELD})
    graded = result("一", "90").model_copy(update={"grade": WITHHELD})

    assert [one.place for one in ranking(scale("并列占位"), [closed, result("二", "80")])] == [None, None]
    assert grade_of(scale("不排名"), closed) == ""
    assert grade_of(scale("不排名"), graded) == ""


def test_written_counts_go_before_results() -> None:
    """The results may name the best only."""
    labels = {"地方": "anping", "标准": "s", "主题": "考核", "期间": "2025"}
    results = [{"名称": "一", "等次": "甲"}]
    both = make(
        Assessment, "a", **labels, 结果=results, 等次人数=[{"等次": "甲", "人数": "1"}, {"等次": "乙", "人数": "9"}]
    )

    assert tally(scale("不排名"), both).took == 10
    assert tally(scale("不排名"), make(Assessment, "a", **labels, 结果=results)).counts == {"甲": 1, "乙": 0}
