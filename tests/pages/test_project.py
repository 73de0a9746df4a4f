"""The page of a project: how far, whose money, what is paid and left, planned and reached; survives what is closed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.model import WITHHELD, Audience, Edition
from generator.pages.project import pages
from generator.records.place import Place
from generator.records.procedure import Procedure
from generator.records.project import Project
from generator.write import write

TOWN = Place.model_validate({"@乡镇": "demo", "编号": "demo", "名称": "河口镇", "级别": "乡镇"})
VILLAGE = Place.model_validate({"@乡镇": "demo", "编号": "shanghe", "名称": "上河村", "级别": "村", "上级": "demo"})
MATTER = Procedure.model_validate(
    {"@乡镇": "demo", "编号": "road", "村": "shanghe", "程序": "four-two", "事项": "修路", "状态": "进行中", "步骤": []}
)
LEAST = {
    "编号": "road",
    "地方": "shanghe",
    "名称": "上河村道路硬化",
    "类别": "公益事业",
    "状态": "在建",
    "总投资": "100,000",
}
FULL: dict[str, Any] = LEAST | {
    "期间": "2026",
    "内容": "三百米",
    "资金来源": [{"来源": "上级补助", "金额": "60,000", "占比": "60"}, {"来源": "村集体", "金额": "40,000"}],
    "招标": [
        {
            "标段": "一标",
            "招标方式": "公开招标",
            "控制价": "95,000",
            "中标单位": "示例建筑公司",
            "中标价": "90,000",
            "合同号": "HT-1",
            "签订日期": "2026-03-01",
        }
    ],
    "节点": [
        {"节点": "开工", "计划日期": "2026-03-10", "完成日期": "2026-03-12"},
        {"节点": "路基", "计划日期": "2026-05-10", "完成日期": "2026-05-10"},
        {"节点": "完工", "计划日期": "2026-10-10"},
        {"节点": "验收", "计划日期": "2026-11-10"},
    ],
    "进度": "70",
    "支付": [
        {"日期": "2026-06-01", "金额": "30,000", "收款单位": "示例建筑公司", "摘要": "进度款"},
        {"日期": "2026-03-20", "金额": "20,000", "摘要": "预付款"},
    ],
    "验收": {"日期": "2026-10-19", "主体": "村务监督委员会", "结论": "合格"},
    "受益户数": "120",
    "决策程序": "road",
    "责任单位": "上河村村民委员会",
    "备注": "内部",
}


def project(labels: dict[str, Any], **changes: Any) -> Project:
    """A project of the township demo; changes are made as the gate makes them."""
    return Project.model_validate({"@乡镇": "demo"} | labels).model_copy(update=changes)


def text(folder: Path, one: Project, *others: Any) -> str:
    """The page as Markdown."""
    edition = Edition(items=(TOWN, VILLAGE, one, *others), today=date(2026, 10, 20), audience=Audience.PUBLIC)
    found = list(pages(edition))
    write(edition, found, folder / "page")
    return (folder / "page" / "docs" / found[0].path).read_text(encoding="utf-8")


def test_the_whole_page(tmp_path: Path) -> None:
    """Two narrow columns of money, payments in the order of the days, delays in words."""
    page = text(tmp_path, project(FULL), MATTER)
    wanted = """
        上河村 · 公益事业 · 在建 · 2026年 · 进度 70%
        | **总投资** | **100,000.00** |
        | 来源：上级补助<br>占 60&#37; | 60,000.00 |
        | 来源：村集体<br>占 40.0&#37; | 40,000.00 |
        | 中标：一标<br>示例建筑公司<br>公开招标<br>控制价 95,000.00 元<br>合同 HT&#45;1<br>签订于 2026年3月1日 | 90,000.00 |
        | **已付款** | **50,000.00** |
        | 还没有付：按中标价计算 | 40,000.00 |
        | 2026年3月20日<br>预付款 | 20,000.00 |
        | 2026年6月1日<br>进度款<br>示例建筑公司 | 30,000.00<br>累计 50,000.00 |
        1. **开工**　2026年3月12日完成<br>计划2026年3月10日，比计划晚2天
        1. **路基**　2026年5月10日完成<br>计划2026年5月10日，按计划完成
        1. **完工**　尚未完成<br>计划2026年10月10日，已过计划日期10天，还没有完成
        1. **验收**　尚未完成<br>计划2026年11月10日，还没有到计划日期
        2026年10月19日，村务监督委员会验收：合格
        受益：120 户
        - 决策程序：修路
        - 责任单位：上河村村民委员会
        > 内部备注：内部
    """
    for line in filter(None, map(str.strip, wanted.splitlines())):
        assert line in page


def test_the_least_project_has_no_empty_part(tmp_path: Path) -> None:
    """Only the investment is known."""
    page = text(tmp_path, project(LEAST))

    assert [line for line in page.splitlines() if line.startswith("## ")] == ["## 资金"]
    assert "还没有付" not in page


@pytest.mark.parametrize(("budget", "shown"), [("**", "&#42;&#42;"), (None, "缺")])
def test_a_blank_investment_stays_blank(budget: str | None, shown: str, tmp_path: Path) -> None:
    """And no share is worked out from it."""
    page = text(tmp_path, project(LEAST | {"总投资": budget, "资金来源": [{"来源": "乡镇", "金额": "5"}]}))

    assert f"| **总投资** | **{shown}** |" in page
    assert "| 来源：乡镇 | 5.00 |" in page


def test_what_is_closed_shows_as_a_dash_or_not_at_all(tmp_path: Path) -> None:
    """Whatever the gate withholds, the page is written and nothing is worked out from it."""
    whole = project(FULL)
    kept = {"id", "township", "place", "title"}
    closed = whole.model_copy(
        update={name: WITHHELD for name in type(whole).model_fields if name not in {*kept, "extras"}}
    )
    rows = whole.payments[0].model_copy(update={"day": WITHHELD, "amount": WITHHELD})
    source = whole.funding[1].model_copy(update={"amount": WITHHELD})
    some = whole.model_copy(update={"payments": (rows,), "funding": (source,), "acceptance": WITHHELD})

    assert "资金" not in text(tmp_path / "closed", closed)
    page = text(tmp_path / "some", some)
    assert "| 来源：村集体 | — |" in page
    assert "| 进度款<br>示例建筑公司 | — |" in page
    assert "已付款" not in page


@pytest.mark.parametrize(
    "name", [name for name in Project.model_fields if name not in ("id", "township", "place", "title")]
)
def test_any_single_field_may_be_closed(name: str, tmp_path: Path) -> None:
    """One at a time."""
    value: Any = {} if name == "extras" else WITHHELD

    assert "# 上河村道路硬化" in text(tmp_path, project(FULL, **{name: value}))


def test_total_only_payments_have_no_days(tmp_path: Path) -> None:
    """One row of sums in place of the entries."""
    one = (
        project(FULL)
        .payments[0]
        .model_copy(
            update={"day": WITHHELD, "payee": WITHHELD, "summary": "共2笔", "amount": project(FULL).payments[0].amount}
        )
    )

    assert "| 共2笔 | 30,000.00 |" in text(tmp_path, project(FULL, payments=(one,)))
