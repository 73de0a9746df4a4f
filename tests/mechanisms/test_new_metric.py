"""Metrics that nobody has heard of, written as YAML alone, are worked out, checked, shown to whom they may be, and cited."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.derive import derive
from generator.disclose import disclose
from generator.load import load
from generator.model import Audience, Level, Records, State
from generator.pages import plan
from generator.records.indicator import Indicator
from generator.rules import check
from generator.write import write
from tests import world

METRICS = """
- {编号: lantern-able, 名称: 掌灯能人占比, 主题: 党建, 算法: 占比, 分子: 能人干部, 分母: 三大职干部, 小数: 1}
- {编号: lantern-model, 名称: 亮灯支部占比, 主题: 党建, 算法: 占比, 分子: 示范支部, 分母: 三大职干部}
- {编号: lantern-growth, 名称: 党员增幅, 主题: 党建, 算法: 增幅, 指标: 党员总数}
- {编号: lantern-reserve, 名称: 后备占比, 主题: 党建, 算法: 占比, 分子: 后备力量, 分母: 党员总数}
- {编号: lantern-light, 名称: 每户亮灯, 主题: 集体经济, 算法: 合计, 指标: 亮灯数}
- 编号: lantern-tiers
  名称: 亮灯
  主题: 集体经济
  算法: 分档
  指标: 亮灯数
  档: [{档: 百盏以上, 下限: 100}]
- {编号: lantern-halls, 名称: 灯下讲堂, 主题: 集体经济, 算法: 计数, 数据: venue, 分组: 状态, 单位: 处, 层级: [乡镇, 村]}
"""
ITEM = """
- 编号: lantern-venues
  事项: 讲堂
  类别: 村务公开
  依据: [{法: vcol-2025, 条: 35}]
  数据: venue
  要素: [地方, 名称, 类别, 状态, 个数]
  频次: 不定期
  主体: 村民委员会
  层级: [村]
  对象: {社会: 合计, 审阅: 公开}
  须审批: 否
"""
FIGURES = """
- {编号: lights-shanghe, 地方: shanghe, 名称: 亮灯数, 主题: 集体经济, 期间: 2026, 数值: 120, 单位: 盏}
- {编号: lights-xiahe, 地方: xiahe, 名称: 亮灯数, 主题: 集体经济, 期间: 2026, 数值: 80, 单位: 盏}
"""
VENUES = """
- {编号: halls, 地方: shanghe, 名称: 上河夜讲堂, 类别: 活动场所, 状态: 已建, 个数: 3}
- {编号: hall, 地方: xiahe, 名称: 下河夜讲堂, 类别: 活动场所, 状态: 计划}
"""


@pytest.fixture
def records(site: Path) -> Records:
    """The small site with the metrics, as loaded; only YAML was added to it."""
    data = site / "data"
    (data / "catalogue" / "metrics").mkdir(exist_ok=True)
    (data / "catalogue" / "metrics" / "lantern.yml").write_text(METRICS, encoding="utf-8")
    (data / "catalogue" / "items" / "lantern.yml").write_text(ITEM, encoding="utf-8")
    (data / "townships" / "demo" / "venue.yml").write_text(VENUES, encoding="utf-8")
    figures = data / "townships" / "demo" / "indicator.yml"
    figures.write_text(figures.read_text(encoding="utf-8") + FIGURES, encoding="utf-8")
    article = data / "townships" / "demo" / "articles.yml"
    text = article.read_text(encoding="utf-8")
    (lead,) = [line for line in text.splitlines() if line.strip().startswith("导语:")]
    said = f"{lead}掌灯的能人占{{{{ 掌灯能人占比 }}}}%，百盏以上的村{{{{ 亮灯百盏以上村数 }}}}个。"
    article.write_text(text.replace(lead, said), encoding="utf-8")
    loaded, findings = load(site)
    assert findings == []
    return derive(loaded, world.TODAY)


def figures(records: Records) -> dict[str, Indicator]:
    """Binding and place → what was worked out by the new metrics."""
    return {f"{i.place}/{i.binding}": i for i in records.of(Indicator) if ".metric.lantern" in i.id}


def test_they_are_worked_out_and_in_order(records: Records) -> None:
    """Nothing but the YAML names them; the rules find nothing wrong."""
    found = figures(records)

    assert str(found["demo/掌灯能人占比"].amount.value) == "66.7"
    assert found["demo/亮灯支部占比"].amount.state is State.MASKED
    assert found["demo/每户亮灯"].amount.value == 200
    assert found["demo/亮灯百盏以上村数"].amount.value == 1
    assert found["demo/灯下讲堂_已建"].amount.value == 3
    assert found["xiahe/灯下讲堂"].amount.value == 1
    errors = [f.message for f in check(records) if f.rule in ("metrics", "parts", "unbound") and f.level is Level.ERROR]
    assert errors == []


def test_they_stand_on_the_statistics_page_and_in_prose(records: Records, tmp_path: Path) -> None:
    """With their sources; masked as masked."""
    edition = disclose(records, Audience.PUBLIC)
    planned = [page for page in plan(edition) if page.path.startswith("demo/")]
    docs = write(edition, planned, tmp_path / "public").docs
    page = re.sub("<span[^>]*></span>", "", (docs / "demo" / "indicators.md").read_text(encoding="utf-8"))

    assert "| 掌灯能人占比 | &#37; | 66.7 |" in page
    assert "| 亮灯支部占比 | &#37; | &#42;&#42; |" in page
    assert "由“能人干部”除以“三大职干部”" in page
    assert "亮灯百盏以上村占比" in page
    article = (docs / "demo" / "article" / "able-leaders.md").read_text(encoding="utf-8")
    assert "66&#46;7" in article


def test_what_is_closed_closes_what_is_made_of_it(records: Records) -> None:
    """The theme is open, the figure behind it is not; counts are, the halls themselves are not."""
    public = {i.name for i in disclose(records, Audience.PUBLIC).of(Indicator)}
    review = {i.name for i in disclose(records, Audience.REVIEW).of(Indicator)}

    assert "后备占比" not in public
    assert "后备占比" in review
    assert "灯下讲堂" in public
