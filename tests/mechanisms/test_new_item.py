"""A catalogue item and a local rule that nobody has heard of, as YAML alone: duties, checks, pages, timeliness, figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.derive import derive
from generator.disclose import disclose
from generator.load import load
from generator.model import Audience, DutyState, Records
from generator.pages import plan
from generator.records.indicator import Indicator
from generator.rules import check
from generator.write import write
from tests import world

ITEMS = """
- 编号: lantern-oil
  事项: 灯油公示
  类别: 村务公开
  分组: [照明, 油料]
  依据: [{法: vcol-2025, 条: 35}]
  数据: asset
  条件: {类别: 灯油}
  要素: [村, 名称, 类别, 数量, 单位, 使用方式]
  频次: 每季
  期限: {触发: 期末, 天数: 15}
  公示天数: 15
  主体: 村民委员会
  层级: [村]
  对象: {社会: 公开}
- 编号: lantern-figures
  事项: 灯油的数字
  类别: 基本情况
  依据: [{法: vcol-2025, 条: 35}]
  数据: indicator
  条件: {主题: 照明}
  要素: [地方, 名称, 主题, 期间, 维度, 数值, 单位, 缺失原因, 来源]
  频次: 不定期
  主体: 乡镇
  层级: [乡镇, 村]
  对象: {社会: 公开}
  须审批: 否
"""
METRIC = """
编号: lantern-total
名称: 灯油总量
主题: 照明
算法: 求和
单位: 斤
数据: asset
条件: {类别: 灯油}
字段: 数量
层级: [乡镇, 村]
"""
RULE = """
编号: lantern-county
名称: 灯县规定
区划代码: "330000"
核实: 否
期限: [{频次: 每季, 天数: 10}]
改名: [{事项: lantern-oil, 名称: 灯油明白账}]
附加列: [{事项: lantern-oil, 列: x_油坊, 要点: 打油的油坊}]
"""
ASSETS = """
- 编号: oil-shanghe
  村: shanghe
  名称: 公用灯油
  类别: 灯油
  数量: 120
  单位: 斤
  使用方式: 自用
  x_油坊: 河口油坊
  x_油价: "7"
"""
ACT = """
- 编号: oil-2026-q3
  事项: lantern-oil
  地方: shanghe
  公开主体: 上河村村民委员会
  期间: 2026-Q3
  记录: asset/oil-shanghe
  审核: {职务: 村务监督委员会主任, 日期: 2026-10-08}
  审批: {职务: 村民委员会主任, 日期: 2026-10-11}
  上墙日期: 2026-10-12
  上网日期: 2026-10-12
"""


@pytest.fixture
def oiled(site: Path) -> Records:
    """The small site with the item, the metric and the local rule; only YAML was added to it."""
    written = {
        "catalogue/items/lantern.yml": ITEMS,
        "catalogue/metrics/lantern.yml": METRIC,
        "catalogue/jurisdictions/lantern.yml": RULE,
        "townships/demo/asset.yml": ASSETS,
        "townships/demo/publication/lantern.yml": ACT,
    }
    home = site / "data" / "townships" / "demo"
    (home / "publication").mkdir()
    (home / "publication.yml").rename(home / "publication" / "all.yml")
    for name, text in written.items():
        path = site / "data" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    records, findings = load(site)
    assert not findings
    return derive(records, world.TODAY)


def test_it_makes_duties_by_the_stricter_clock(oiled: Records) -> None:
    """The county's ten days, not the item's fifteen: shanghe was late, xiahe is overdue."""
    duties = {
        duty.place: duty for duty in oiled.duties if duty.item == "lantern-oil" and str(duty.period) == "2026年第3季度"
    }

    assert {place: str(duty.due) for place, duty in duties.items()} == {"shanghe": "2026-10-10", "xiahe": "2026-10-10"}
    assert duties["shanghe"].state is DutyState.LATE
    assert duties["xiahe"].state is DutyState.OVERDUE


def test_it_is_checked(oiled: Records) -> None:
    """By its local name, and a column that no rule asked for is told."""
    found = [f.message for f in check(oiled) if f.rule in ("overdue", "columns")]

    assert any("下河村 2026年第3季度 “灯油明白账”应当在 2026-10-10 以前公开,已经逾期10天" in one for one in found)
    assert any("x_油价" in one for one in found)
    assert not any("x_油坊" in one for one in found)


def test_it_has_pages_and_a_figure(oiled: Records, tmp_path: Path) -> None:
    """The register with the local column, the catalogue with the local name, what is due, the statistics."""
    edition = disclose(oiled, Audience.PUBLIC)
    docs = write(edition, [p for p in plan(edition) if p.path.startswith("demo/")], tmp_path / "out").docs
    text = {path: (docs / "demo" / path).read_text(encoding="utf-8") for path in PAGES}

    assert "| 油坊 |" in text["shanghe/asset/index.md"]
    assert "河口油坊" in text["shanghe/asset/index.md"]
    assert "油价" not in text["shanghe/asset/index.md"]
    assert "灯油明白账" in text["catalogue.md"]
    assert "灯油明白账" in text["due.md"]
    assert "灯油总量" in text["indicators.md"]
    figures = {i.place: str(i.amount.value) for i in edition.of(Indicator) if i.name == "灯油总量"}
    assert figures["demo"] == figures["shanghe"] == "120"


PAGES = ("shanghe/asset/index.md", "catalogue.md", "due.md", "indicators.md")


def test_it_has_up_to_four_levels(oiled: Records, tmp_path: Path) -> None:
    """Category, two groups, the item."""
    edition = disclose(oiled, Audience.PUBLIC)
    docs = write(edition, [p for p in plan(edition) if p.path.startswith("demo/")], tmp_path / "out").docs
    text = (docs / "demo" / "catalogue.md").read_text(encoding="utf-8").partition("## 村务公开")[2]
    levels = [text.index(word) for word in ("照明", "油料", "灯油明白账")]

    assert levels == sorted(levels)
