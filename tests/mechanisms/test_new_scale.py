"""A scale that nobody has heard of, written as YAML alone, has its page, its checks, its figures and its place in prose."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.derive import derive
from generator.disclose import disclose
from generator.load import load
from generator.model import Audience, Records
from generator.pages import plan
from generator.records.indicator import Indicator
from generator.rules import check
from generator.write import write
from tests import world

SCALE = """
编号: lamps
名称: 点灯评比
考核谁: 村
单位: 个
满分: 10
分数单位: 盏
等次:
  - {等次: 长明, 下限: 8, 占比上限: 50, 结果运用: 奖灯油一桶}
  - {等次: 常亮, 下限: 5}
  - {等次: 未亮, 合格: 否, 结果运用: 限期点亮}
考核项目:
  - {项目: 村口, 分值: 4}
  - {项目: 巷道, 分值: 6}
排名: 并列占位
"""
ITEMS = """
- 编号: lamps
  事项: 点灯评比结果
  类别: 村务公开
  依据: [{法: vcol-2025, 条: 35}]
  数据: assessment
  条件: {标准: lamps}
  要素:
    - 地方
    - 标准
    - 主题
    - 期间
    - 日期
    - 应评
    - 结果: [村, 得分, 等次, 结果运用, {明细: [项目, 分数]}]
    - 等次人数: [等次, 人数]
    - 说明
  频次: 每年
  主体: 乡镇人民政府
  层级: [乡镇]
  对象: {社会: 公开}
  例外:
    - {字段: [结果.村, 结果.得分, 结果.结果运用, 结果.明细.项目, 结果.明细.分数], 对象: {党内: 公开}}
    - {字段: [结果.等次], 对象: {社会: 合计, 党内: 公开}}
  须审批: 否
- 编号: lamps-figures
  事项: 考核评议的数字
  类别: 基本情况
  依据: [{法: vcol-2025, 条: 35}]
  数据: indicator
  条件: {主题: 考核评议}
  要素: [地方, 名称, 主题, 期间, 数值, 单位, 缺失原因, 来源]
  频次: 不定期
  主体: 乡镇
  层级: [乡镇, 村]
  对象: {社会: 公开}
  须审批: 否
"""
ASSESSMENTS = """
- 编号: lamps-2026
  地方: demo
  标准: lamps
  主题: 2026年点灯评比
  期间: 2026
  日期: 2026-10-10
  应评: 3
  结果:
    - {村: shanghe, 得分: 9, 等次: 长明, 结果运用: 奖灯油一桶, 明细: [{项目: 村口, 分数: 4}, {项目: 巷道, 分数: 5}]}
    - {村: xiahe, 得分: 4, 等次: 未亮}
  备注: 督查底稿在镇里
"""


@pytest.fixture
def lit(site: Path) -> Records:
    """The small site with the scale, as loaded; only YAML was added to it."""
    written = {"catalogue/grades": SCALE, "catalogue/items": ITEMS, "townships/demo": ASSESSMENTS}
    for folder, text in written.items():
        path = site / "data" / folder / ("assessment.yml" if folder == "townships/demo" else "lamps.yml")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    records, findings = load(site)
    assert not findings
    return derive(records, world.TODAY)


def page(records: Records, audience: Audience, folder: Path) -> str:
    """The page of the assessment."""
    edition = disclose(records, audience)
    pages = [one for one in plan(edition) if one.path.startswith("demo/")]
    docs = write(edition, pages, folder / audience.value).docs
    return (docs / "demo" / "assessment" / "lamps-2026.md").read_text(encoding="utf-8")


def test_it_is_checked(lit: Records) -> None:
    """Who was left out, and what did not follow."""
    found = [f.message for f in check(lit) if f.rule == "grades"]

    assert sorted(found) == ["“下河村”评为“未亮”,没有写结果运用", "参评2个,应评3个,有1个没有参评"]


def test_it_has_figures_that_prose_can_take(lit: Records) -> None:
    """Counts, shares and coverage, under the names of the scale and its grades."""
    figures = {i.binding: str(i.amount.value) for i in lit.of(Indicator) if i.place == "demo" and i.theme == "考核评议"}

    assert figures == {
        "点灯评比参评数": "2",
        "点灯评比应评数": "3",
        "点灯评比未评数": "1",
        "点灯评比参评率": "66.67",
        "点灯评比长明数": "1",
        "点灯评比长明占比": "50.00",
        "点灯评比常亮数": "0",
        "点灯评比常亮占比": "0.00",
        "点灯评比未亮数": "1",
        "点灯评比未亮占比": "50.00",
    }
    assert all(name.isidentifier() for name in figures)


def test_members_read_the_ranking(lit: Records, tmp_path: Path) -> None:
    """Who stands where, with what score made of what, and what followed."""
    text = page(lit, Audience.PARTY, tmp_path)

    assert "应评 3 个，参评 2 个，参评率 66.67%，**没有参评 1 个**。" in text
    assert "| 长明 | 1 | 50.00 | 奖灯油一桶 |" in text
    assert "| 名称 | 名次 | 得分（盏） | 等次 | 结果运用 |" in text
    assert "| 上河村<br>村口 4，巷道 5 | 1 | 9 | 长明 | 奖灯油一桶 |" in text
    assert "| 下河村 | 2 | 4 | 未亮 |" in text
    assert "督查底稿" not in text


def test_society_reads_the_counts_only(lit: Records, tmp_path: Path) -> None:
    """The grades may be counted; who has which may not be told."""
    text = page(lit, Audience.PUBLIC, tmp_path)

    assert "| 长明 | 1 | 50.00 | 奖灯油一桶 |" in text
    assert "上河村" not in text
    assert "## 名次" not in text


def test_who_may_not_count_reads_no_counts(lit: Records, tmp_path: Path) -> None:
    """With the results closed altogether the figures are gone, and the page makes none up."""
    items = tuple(
        record.model_copy(update={"exceptions": (), "elements": ("地方", "标准", "主题", "应评")})
        if record.key == "item/lamps"
        else record
        for record in lit.items
    )
    text = page(replace(lit, items=items), Audience.PUBLIC, tmp_path)

    assert "各等次" not in text
    assert "参评 " not in text
