"""What the readers of an edition get for the figures of another place, of another period, and for comparisons."""

from __future__ import annotations

from typing import Any

import pytest

from generator.disclose import disclose
from generator.figures import render, shown
from generator.model import Audience, Record, Records
from generator.records.article import Article
from generator.records.indicator import Indicator
from tests.derive.making import derived, item, make, township, village

PROSE = (
    "{{ 投资['刘村'] }}；{{ 投资['2024'] }}；{{ 投资['刘村', '2024'] }}；{{ 投资 | 同比 }}；{{ 投资 | 增减 }}；"
    "{{ 投资['刘村'] / 投资 | 百分比 }}"
)
PLAIN = "30；500；20；增长20.0%；增加100；5.0%"
CLOSED = [{"对象": "社会", "理由": "还没有核定"}]


def figure(name: str, place: str, period: str, value: str, closed: tuple[str, ...]) -> Indicator:
    labels: dict[str, Any] = {
        "地方": place,
        "名称": "投资",
        "主题": "项目",
        "期间": period,
        "数值": value,
        "单位": "万元",
    }
    return make(Indicator, name, **labels, 不公开=CLOSED if name in closed else [])


ARTICLE = make(Article, "a", 标题="总结", 体裁="工作报告", 日期="2026-10-01", 部分=[{"标题": "项目", "正文": [PROSE]}])


def world(*closed: str, without: str = "", hidden: bool = False) -> Records:
    """Investment here and in a village, this year and two years before; some of it closed to society."""
    places = (township(), village("liucun", "刘村", 不公开=CLOSED if hidden else []))
    figures = [
        figure("here", "anping", "2025", "600", closed),
        figure("before", "anping", "2024", "500", closed),
        figure("there", "liucun", "2025", "30", closed),
        figure("there-before", "liucun", "2024", "20", closed),
        figure("long-ago", "anping", "2023", "400", closed),
    ]
    opening: tuple[Record, ...] = (
        item("figures", "indicator", ["地方", "名称", "主题", "期间", "数值", "单位"]),
        item("places", "place", ["名称", "级别", "上级"]),
        item("articles", "article", ["地方", "标题", "体裁", "日期", {"部分": ["标题", "正文"]}]),
    )
    return derived(*opening, *places, *(one for one in figures if one.id != without), ARTICLE)


def said(records: Records, audience: Audience, prose: str = PROSE) -> str:
    """The prose, or a part of it, as these readers get it."""
    return "".join(piece.text for piece in render(prose, shown(ARTICLE, disclose(records, audience))))


def test_everybody_reads_what_is_open_to_everybody() -> None:
    """The same for all."""
    assert [said(world(), audience) for audience in Audience] == [PLAIN] * len(Audience)


@pytest.mark.parametrize(
    ("closed", "expected"),
    [
        (("there",), "**；500；20；增长20.0%；增加100；**"),
        (("before",), "30；**；20；**；**；5.0%"),
        (("there-before",), "30；500；**；增长20.0%；增加100；5.0%"),
        (("here",), "30；500；20；**；**；**"),
        (("long-ago",), PLAIN),
    ],
)
def test_what_is_closed_is_a_mask_wherever_it_is_used(closed: tuple[str, ...], expected: str) -> None:
    """By place, by period and in comparisons; never an older figure in its place. Those who may read it read it."""
    assert said(world(*closed), Audience.PUBLIC) == expected
    assert said(world(*closed), Audience.REVIEW) == PLAIN


def test_a_figure_of_a_place_that_is_closed_is_a_mask() -> None:
    """Even when the figure itself would be open."""
    assert said(world(hidden=True), Audience.PUBLIC) == "**；500；**；增长20.0%；增加100；**"


def test_a_closed_source_says_nothing_of_itself() -> None:
    """Neither name nor unit nor place nor formula: its name alone would tell that there is one."""
    edition = disclose(world("there"), Audience.PUBLIC)
    (masked, *_) = [piece for piece in render(PROSE, shown(ARTICLE, edition)) if piece.text == "**"]

    assert (masked.formula, masked.reason) == ("", "")
    assert [(source.id, source.name, source.unit) for source in masked.sources] == [("", "未公开的指标", "")]


def test_which_indicator_is_meant_does_not_depend_on_the_readers() -> None:
    """Nor on what is closed to them."""
    meant = {
        audience: disclose(records, audience).bound for records in (world(), world("here")) for audience in Audience
    }

    assert all(bound == meant[Audience.PUBLIC] for bound in meant.values())
    assert meant[Audience.PUBLIC][ARTICLE.key]["投资|同比"] == "anping/indicator/before"
    assert meant[Audience.PUBLIC][ARTICLE.key]["投资[刘村][2024]"] == "anping/indicator/there-before"


def test_what_was_never_counted_leaves_a_blank_for_all() -> None:
    """A comparison with nothing; a mask where the figure itself is closed, so that nothing can be told from it."""
    prose = "{{ 投资 | 同比 }}{{ 投资 | 增减 }}"

    assert said(world(without="before"), Audience.PUBLIC, prose) == "＿＿＿＿"
    assert said(world("here", without="before"), Audience.PUBLIC, prose) == "****"
