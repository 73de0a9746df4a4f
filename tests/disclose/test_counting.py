"""Figures worked out of a figure that was withheld are withheld too."""

from __future__ import annotations

from datetime import date

import pytest

from generator.derive import derive
from generator.disclose import disclose
from generator.model import Audience, Records
from generator.records.indicator import Indicator
from generator.records.metric import Metric
from generator.records.person import PersonRecord
from tests.derive.making import item, make, township, village


def titles(women: int) -> set[str]:
    """The figures of five cadres that the public may see, of whom so many are women."""
    count = {"主题": "人员队伍", "算法": "计数", "单位": "名", "数据": "person", "层级": ["乡镇"]}
    metrics = [
        make(Metric, "all", 名称="干部数", **count),
        make(Metric, "women", 名称="女干部数", 条件={"性别": "女"}, **count),
        make(
            Metric,
            "share",
            名称="女干部占比",
            主题="人员队伍",
            算法="占比",
            单位="%",
            分子="女干部数",
            分母="干部数",
            层级=["乡镇"],
        ),
        make(
            Metric,
            "gap",
            名称="男干部数",
            主题="人员队伍",
            算法="差额",
            单位="名",
            分子="干部数",
            分母="女干部数",
            层级=["乡镇"],
        ),
    ]
    people = [
        make(PersonRecord, f"p{n}", 地方="liucun", 类别="村干部", 性别="女" if n < women else "男") for n in range(5)
    ]
    opened = [
        item("figures", "indicator", ["地方", "名称", "主题", "期间", "维度", "数值", "单位"]),
        item("places", "place", ["名称", "级别", "上级"]),
        item("rosters", "person", ["地方", "类别", "性别", "人数"], 对象={"社会": "合计"}),
    ]
    records = Records((*metrics, *opened, township(), village("liucun", "刘村"), *people))
    edition = disclose(derive(records, date(2026, 10, 20)), Audience.PUBLIC)
    return {figure.title for figure in edition.of(Indicator)}


@pytest.mark.parametrize("women", [1, 2])
def test_a_share_of_too_few_is_withheld_with_them(women: int) -> None:
    """20 % of five cadres is one woman."""
    assert titles(women) == {"干部数"}


def test_of_enough_people_all_is_shown() -> None:
    assert titles(3) == {"干部数", "女干部数", "女干部占比", "男干部数"}
