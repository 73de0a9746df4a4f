"""A ledger that nobody has heard of, written as YAML alone, has its page, its checks, its figures and its place in prose."""

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

LEDGER = """
编号: lamps
名称: 坏灯登记
单位: 盏
销号用语: 修好
办结天数: 7
可选来源: [巡夜, 来电]
必填: [责任单位]
说明: 亮了一夜不再灭的才算修好。
"""
ITEMS = """
- 编号: lamps
  事项: 坏灯登记
  类别: 村务公开
  依据: [{法: vcol-2025, 条: 35}]
  数据: issue
  条件: {台账: lamps}
  要素: [地方, 台账, 事项, 登记日期, 件数, 办结件数, 类别, 户数, 办结期限, 销号日期, 结果, {安置: [去向, 户数]}]
  频次: 不定期
  主体: 村民委员会
  层级: [乡镇, 村]
  对象: {社会: 合计, 党内: 公开}
  例外:
    - {字段: [安置.去向, 安置.户数], 对象: {党内: 公开}}
  须审批: 否
- 编号: lamps-figures
  事项: 台账办理的数字
  类别: 基本情况
  依据: [{法: vcol-2025, 条: 35}]
  数据: indicator
  条件: {主题: 台账办理}
  要素: [地方, 名称, 主题, 期间, 维度, 数值, 单位, 缺失原因, 来源]
  频次: 不定期
  主体: 乡镇
  层级: [乡镇, 村]
  对象: {社会: 公开}
  须审批: 否
"""
ISSUES = """
- 编号: lamp-1
  地方: shanghe
  台账: lamps
  事项: 村口三盏不亮
  登记日期: 2026-09-01
  件数: 3
  类别: 线路
  户数: 4
  来源: 巡夜
  责任单位: 上河村村民委员会
  销号日期: 2026-09-05
  结果: 换线后都亮了
  安置: [{去向: 借灯, 户数: 4}]
- 编号: lamp-2
  地方: xiahe
  台账: lamps
  事项: 巷口一盏不亮
  登记日期: 2025-12-20
  类别: 灯泡
  户数: 2
  来源: 巡液
"""


@pytest.fixture
def lit(site: Path) -> Records:
    """The small site with the ledger, as loaded; only YAML was added to it."""
    written = {"catalogue/ledgers": LEDGER, "catalogue/items": ITEMS, "townships/demo": ISSUES}
    for folder, text in written.items():
        path = site / "data" / folder / ("issue.yml" if folder == "townships/demo" else "lamps.yml")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    records, findings = load(site)
    assert not findings
    return derive(records, world.TODAY)


def test_it_is_checked(lit: Records) -> None:
    """What is missing, what is not of the ledger, what is late."""
    found = [f.message for f in check(lit) if f.rule == "closure"]

    assert found == [
        "“坏灯登记”必须写责任单位",
        "应当在 2025-12-27 以前修好,已经逾期297天,还没有修好",
        "“坏灯登记”的来源没有“巡液”",
    ]


def test_it_has_figures_that_prose_can_take(lit: Records) -> None:
    """Under the names of the ledger, its unit and its word for being done with."""
    figures = {
        i.binding: str(i.amount.value)
        for i in lit.of(Indicator)
        if i.place == "demo" and i.theme == "台账办理" and i.period is None
    }

    assert figures == {
        "坏灯登记盏数": "4",
        "坏灯登记修好数": "3",
        "坏灯登记修好率": "75.00",
        "坏灯登记逾期数": "1",
        "坏灯登记户数": "6",
        "坏灯登记盏数_灯泡": "1",
        "坏灯登记盏数_线路": "3",
        "坏灯登记户数_借灯": "4",
    }
    assert all(name.isidentifier() for name in figures)


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.PARTY])
def test_it_has_a_page(lit: Records, audience: Audience, tmp_path: Path) -> None:
    """For society the counts without the entries; members are led on to the entries."""
    edition = disclose(lit, audience)
    docs = write(edition, [page for page in plan(edition) if page.path.startswith("demo/")], tmp_path / "out").docs
    text = (docs / "demo" / "ledgers.md").read_text(encoding="utf-8")
    linked = audience is Audience.PARTY

    assert "登记 4 盏，已修好 3 盏，修好率 75.00%，逾期 1 盏，涉及户数 6 户" in text
    assert "| 地方 | 登记（盏） | 已修好 | 修好率（%） | 逾期 |" in text
    assert f"| {'[上河村](shanghe/issue/index.md)' if linked else '上河村'} | 3 | 3 | 100.00 | 0 |" in text
    assert "| 2025年 | 1 | 0 | 0.00 | 1 |" in text
    assert "| 线路 | 3 |" in text
    assert ("| 借灯 | 4 |" in text) is linked
    assert "亮了一夜不再灭的才算修好。" in text
    assert "换线后都亮了" not in text
    assert "(ledgers.md)" in (docs / "demo" / "index.md").read_text(encoding="utf-8")
    assert (docs / "demo" / "shanghe" / "issue" / "index.md").exists() is linked


def test_who_may_not_count_has_no_page(lit: Records) -> None:
    """Nothing to show, no page, no link to it."""
    items = tuple(record for record in lit.items if record.key != "item/lamps")
    pages = {page.path: page for page in plan(disclose(replace(lit, items=items), Audience.PUBLIC))}

    assert "demo/ledgers.md" not in pages
    assert not pages["demo/index.md"].context["ledgers"]
