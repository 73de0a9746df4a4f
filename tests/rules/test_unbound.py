"""Figures in prose that some of its readers may not have."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model import Record
from generator.records.article import Article
from generator.records.indicator import Indicator
from generator.records.metric import Metric
from generator.records.project import Project
from generator.rules import unbound
from tests.derive.making import derived, item, make, township, village

FIGURES = item("figures", "indicator", ["地方", "名称", "主题", "期间", "数值", "单位"])
ARTICLES = item("articles", "article", ["标题", {"部分": ["标题", "正文"]}])


def figure(name: str, place: str, period: str, **labels: Any) -> Indicator:
    fields = {"地方": place, "名称": "投资", "主题": "项目", "期间": period, "数值": "3", "单位": "万元"}
    return make(Indicator, name, **(fields | labels))


def said(prose: str, *more: Record) -> list[tuple[str, str]]:
    """Level and message of every finding about an article with this paragraph."""
    sections = [{"标题": "项目", "正文": [prose]}]
    article = make(Article, "a", 标题="总结", 体裁="工作报告", 日期="2026-10-01", 部分=sections)
    records = derived(FIGURES, ARTICLES, township(), village("liucun", "刘村"), *more, article)
    return [(finding.level.value, finding.message) for finding in unbound.check(records)]


CLOSED = [{"对象": "社会", "理由": "还没有核定"}]


@pytest.mark.parametrize(
    ("prose", "message"),
    [
        ("{{ 投资['刘村'] }}", "“刘村2025年的投资”不对社会公开,材料却要给他们看"),
        ("{{ 投资['2024'] }}", "“2024年的投资”不对社会公开,材料却要给他们看"),
        ("{{ 投资 | 同比 }}", "“2024年的投资”不对社会公开,材料却要给他们看"),
        ("{{ 投资 }}", ""),
    ],
)
def test_figures_of_another_place_or_period_must_be_open_too(prose: str, message: str) -> None:
    """Also the one that a comparison looks back at; what is open is not spoken of."""
    closed = [figure("there", "liucun", "2025", 不公开=CLOSED), figure("before", "anping", "2024", 不公开=CLOSED)]

    assert said(prose, figure("here", "anping", "2025"), *closed) == ([("error", message)] if message else [])


def test_a_place_that_is_closed_closes_its_figures() -> None:
    """As at the gate."""
    here, there = figure("here", "anping", "2025"), figure("there", "wangcun", "2025")
    hidden = village("wangcun", "王村", 不公开=CLOSED)

    assert said("{{ 投资['王村'] }}", here, there, hidden) == [
        ("error", "“王村2025年的投资”不对社会公开,材料却要给他们看")
    ]


@pytest.mark.parametrize(
    ("prose", "message"),
    [
        ("{{ 投资 / 债户 }}", "“投资 ÷ 债户”算不出来,材料里会留空:除数为零"),
        ("{{ 投资 | 增减 }}", "“投资，与上年同期比”算不出来,材料里会留空:没有2024年的“投资”"),
        ("{{ 果园 / 债户 }}", "“果园”没有数值,材料里会留空"),
        ("{{ 果园 }}，{{ 果园 / 投资 }}", "“果园”没有数值,材料里会留空"),
        ("{{ 投资 / 遮住 | 百分比 }}", "“投资 ÷ 遮住”里的“遮住”已遮盖,算不出来,材料里印 **"),
        ("{{ 遮住 }}", ""),
    ],
)
def test_every_blank_is_noted_with_its_reason(prose: str, message: str) -> None:
    """Once for an indicator of a paragraph; a mask is no blank, but nothing can be computed with it."""
    figures = (
        figure("here", "anping", "2025"),
        figure("debtors", "anping", "2025", 名称="债户", 数值="0", 单位="户"),
        figure("orchards", "anping", "2025", 名称="果园", 数值=None, 缺失原因="没有丈量"),
        figure("masked", "anping", "2025", 名称="遮住", 数值="**"),
    )

    assert said(prose, *figures) == ([("note", message)] if message else [])


def test_all_wrong_figures_of_a_paragraph_are_reported() -> None:
    """And of a flood of them only as many as somebody mends at a time."""
    here = figure("here", "anping", "2025")

    assert len(said("{{ 甲 }}{{ 投资 }}{{ 7 }}{% x %}{{ 乙", here)) == 4
    assert len(said("{{ 甲 }}" * 50, here)) == 50
    for prose, more in (("{{ 甲 }}" * 500, 450), ("{{" * 2000, 1950), ("｛甲｝" * 1000, 950)):
        found = said(prose, here)
        assert (len(found), found[-1]) == (51, ("error", f"还有{more}个同类的问题没有列出,这里只列出50个"))


@pytest.mark.parametrize(
    ("opened", "closure", "said"),
    [
        (["地方", "名称", "状态", "个数"], [], []),
        (["地方", "名称", "个数"], [], ["“在建项目”不对社会公开,材料却要给他们看"]),
        (
            ["地方", "名称", "状态", "个数"],
            [{"对象": "社会", "理由": "涉密"}],
            ["“在建项目”不对社会公开,材料却要给他们看"],
        ),
    ],
)
def test_a_computed_figure_is_closed_with_what_it_was_computed_from(
    opened: list[str], closure: list[Any], said: list[str]
) -> None:
    """Its theme may be open as much as it likes."""
    metric = make(
        Metric, "m", 名称="在建项目", 主题="项目投入", 算法="计数", 单位="个", 数据="project", 条件={"状态": "在建"}
    )
    figures = item("figures", "indicator", ["地方", "名称", "主题", "期间", "数值", "单位"])
    projects = item(
        "projects",
        "project",
        opened,
        例外=[{"字段": ["状态"], "对象": {"本村": "公开"}}] if "状态" not in opened else [],
    )
    articles = item("articles", "article", ["标题", {"部分": ["标题", "正文"]}])
    project = make(Project, "p", 地方="anping", 名称="修路", 类别="民生实事", 状态="在建", 不公开=closure)
    article = make(
        Article,
        "a",
        标题="总结",
        体裁="工作报告",
        日期="2026-10-01",
        部分=[{"标题": "项目", "正文": ["在建{{ 在建项目 }}个"]}],
    )
    records = derived(metric, figures, projects, articles, township(), project, article)

    assert [finding.message for finding in unbound.check(records)] == said


@pytest.mark.parametrize(
    ("prose", "hint"),
    [
        ("{{ 投资['刘春'] }}", "是不是“刘村”?"),
        ("{{ 投资['去年'] }}", "地方写 place.yml 里的名称或编号,期间写成 '2026'、'2026-Q1'"),
        ("{{ 投姿 }}", "是不是“投资”?"),
        ("{{ 粮食产量 }}", "先在 indicator.yml 里写上这个指标"),
    ],
)
def test_the_hint_names_the_nearest_or_where_to_look(prose: str, hint: str) -> None:
    """Of a place among places, of a name among names."""
    article = make(
        Article, "a", 标题="总结", 体裁="工作报告", 日期="2026-10-01", 部分=[{"标题": "项目", "正文": [prose]}]
    )
    here = figure("here", "anping", "2025")
    (found,) = unbound.check(derived(FIGURES, ARTICLES, township(), village("liucun", "刘村"), here, article))

    assert found.hint == hint
