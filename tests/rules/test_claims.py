"""Articles whose numbers contradict one another, or the records of the place that they are about."""

from __future__ import annotations

from typing import Any
from zlib import crc32

import pytest

from generator.model import Level
from generator.records.article import Article
from generator.records.indicator import Indicator
from generator.rules import claims
from tests.derive.making import derived, make, township, village


def article(*body: str, **labels: Any) -> Article:
    sections = [{"标题": "数字", "正文": list(body)}]
    return make(Article, "a", 标题="总结", 体裁="工作报告", 日期="2026-10-01", 部分=sections, **labels)


def figure(name: str, value: str, unit: str, place: str = "anping", **labels: Any) -> Indicator:
    fields = {"地方": place, "名称": name, "主题": "党建", "期间": "2026", "数值": value, "单位": unit}
    return make(Indicator, f"{place}-{crc32(name.encode())}", **(fields | labels))


def said(*records: Any) -> list[tuple[Level, str]]:
    return [(finding.level, finding.message) for finding in claims.check(derived(township(), *records))]


MEMBERS = figure("党员总数", "1460", "名")


@pytest.mark.parametrize(
    ("known", "text", "message"),
    [
        (MEMBERS, "全镇有党员1400名。", "手写的 1400 与 党员总数 1460 不符"),
        (MEMBERS, "安平镇有党员1400名。", "手写的 1400 与 党员总数 1460 不符"),
        (figure("集体收入", "120", "万元"), "全镇集体收入130万元。", "手写的 130万 与 集体收入 120万 不符"),
        (figure("村和社区数", "25", "个"), "全镇共有23个村和社区。", "手写的 23 与 村和社区数 25 不符"),
    ],
)
def test_typed_figure_that_is_not_the_record(known: Indicator, text: str, message: str) -> None:
    assert said(known, article(text)) == [(Level.ERROR, message)]


@pytest.mark.parametrize(
    "known",
    [
        figure("党员总数", "1400", "名"),
        figure("党员总数", "**", "名"),
        figure("党员总数", "1460", "名", 约数="是"),
        figure("党员总数", "1460", "名", 维度={"年龄段": "60岁以上"}),
        figure("党员总数", "1460", "名", 期间="2027"),
        figure("党员总数", "1460", "个百分点"),
        figure("流动党员", "83", "名"),
        figure("数", "83", "名"),
    ],
)
def test_what_prose_cannot_be_held_to(known: Indicator) -> None:
    """Equal, masked, approximate, of a part, of a later day, of another unit or another thing."""
    assert said(known, article("全镇有党员1400名。")) == []


def test_bound_figure_is_the_record() -> None:
    """It is what the record says, also where another record bears a like name."""
    assert said(figure("村和社区数", "25", "个"), MEMBERS, article("全镇有党员{{ 党员总数 }}名。")) == []


def test_village_is_not_the_township() -> None:
    """An article of a village is held to the village's own records, and 全村 is not 全镇."""
    own, other = figure("党员总数", "45", "名", "liucun"), MEMBERS
    text = article("全镇有党员1400名。", "全村有党员44名。", "刘村有党员43名。", 地方="liucun")

    assert said(village("liucun", "刘村"), own, other, text) == [
        (Level.ERROR, "手写的 44 与 党员总数 45 不符"),
        (Level.ERROR, "手写的 43 与 党员总数 45 不符"),
    ]


def test_place_with_odd_signs_in_its_name() -> None:
    """A name is no pattern."""
    odd = village("odd", "刘[村+")

    assert said(odd, figure("党员总数", "45", "名", "odd"), article("刘[村+有党员44名。", 地方="odd")) == [
        (Level.ERROR, "手写的 44 与 党员总数 45 不符")
    ]


def test_taken_figures_can_contradict_too() -> None:
    """Nothing was typed, and the records do not fit together."""
    five, four, all_ = figure("五星", "14", "个"), figure("四星支部", "3", "个"), figure("上星的支部", "18", "个")
    text = article("评出五星{{ 五星 }}个、四星{{ 四星支部 }}个，共{{ 上星的支部 }}个。")

    assert said(five, four, all_, text) == [(Level.ERROR, "“评出五星14个、四星3个，共18个”加不拢:14 + 3 = 17,不是18")]


def test_rounding_is_mentioned_only_where_it_was_typed() -> None:
    """`百分比(0)` is meant; a typed 40% may be a mistake."""
    whole, part = figure("干部", "57", "名"), figure("能人干部", "23", "名")
    meant = article("{{ 干部 }}名干部中有能人{{ 能人干部 }}名，占{{ 能人干部 / 干部 | 百分比(0) }}。")
    typed = article("{{ 干部 }}名干部中有能人{{ 能人干部 }}名，占40%。")

    assert said(whole, part, meant) == []
    assert said(whole, part, typed) == [(Level.NOTE, "“占40%”是四舍五入的:23 ÷ 57 = 40.35%")]


def test_blank_and_masked_are_passed_over() -> None:
    """What cannot be read cannot contradict."""
    known = figure("能人干部", "**", "名"), figure("干部", "0", "名", 数值=None, 缺失原因="没有统计")
    text = article(
        "57名干部中有能人{{ 能人干部 }}名，占40%。", "{{ 干部 }}名干部中有能人25名，占40%。", "{{ 没有 }}名，占40%。"
    )

    assert said(*known, text) == []


def test_title_and_table_are_read_too() -> None:
    table = {"栏": ["事项"], "行": [{"格": ["查出20个问题，整改18个，整改率100%"]}]}
    text = make(
        Article,
        "a",
        标题="57名干部中有能人25名，占40%",
        体裁="工作报告",
        日期="2026-10-01",
        部分=[{"标题": "共18个，分别为14个、3个", "表格": table}],
    )

    assert [message for _, message in said(text)] == [
        "“占40%”与“57名中的25名”不符:25 ÷ 57 = 43.9%",
        "“共18个，分别为14个、3个”加不拢:14 + 3 = 17,不是18",
        "“整改率100%”与“20个中的18个”不符:18 ÷ 20 = 90%",
    ]


def test_of_many_the_worst_are_listed() -> None:
    """Fifty notes do not hide the error behind them, and what is left out is counted."""
    notes = ["全乡党员594名，民主评议好的379名、较好的142名、差的19名。"] * 60
    found = said(article(*notes, "57名干部中有能人25名，占40%。"))

    assert [level for level, _ in found[:2]] == [Level.ERROR, Level.NOTE]
    assert len(found) == 51
    assert found[-1] == (Level.NOTE, "还有11个同类的问题没有列出,这里只列出50个")
