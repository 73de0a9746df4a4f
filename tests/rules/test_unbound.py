"""Figures in prose that some of its readers may not have."""

from __future__ import annotations

from typing import Any

import pytest

from generator.records.article import Article
from generator.records.metric import Metric
from generator.records.project import Project
from generator.rules import unbound
from tests.derive.making import derived, item, make, township


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
