"""A schedule that nobody has heard of, written as YAML alone, has its page, its checks, its figures and its place in prose."""

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

SCHEDULE = """
编号: lantern
名称: 灯下夜话
适用组织: [村民委员会]
要求:
  - {类型: 夜话会, 周期: 每月, 固定日: [8]}
  - {类型: 季末回访, 周期: 每季}
"""
ITEMS = """
- 编号: lantern-talks
  事项: 灯下夜话
  类别: 村务公开
  依据: [{法: vcol-2025, 条: 35}]
  数据: activity
  条件: {制度: lantern}
  要素: [地方, 组织, 制度, 类型, 主题, 日期, 期间, 次数, 应到, 实到, 人次]
  频次: 不定期
  主体: 村民委员会
  层级: [村]
  对象: {社会: 合计, 党内: 公开}
  须审批: 否
- 编号: lantern-names
  事项: 村民委员会名称
  类别: 村务公开
  依据: [{法: vcol-2025, 条: 35}]
  数据: organisation
  条件: {类别: 村民委员会}
  要素: [名称, 地方]
  频次: 不定期
  主体: 村民委员会
  层级: [村]
  对象: {社会: 公开}
  须审批: 否
- 编号: lantern-figures
  事项: 活动开展的数字
  类别: 基本情况
  依据: [{法: vcol-2025, 条: 35}]
  数据: indicator
  条件: {主题: 活动开展}
  要素: [地方, 名称, 主题, 期间, 维度, 数值, 单位, 缺失原因, 来源]
  频次: 不定期
  主体: 乡镇
  层级: [乡镇, 村]
  对象: {社会: 公开}
  须审批: 否
"""
MEETINGS = (
    ("shanghe", "夜话会", "2026-07-08", 20),
    ("shanghe", "夜话会", "2026-08-08", 24),
    ("shanghe", "夜话会", "2026-09-09", 18),
    ("shanghe", "季末回访", "2026-09-28", 6),
    ("xiahe", "夜话会", "2026-07-08", 31),
    ("xiahe", "夜话", "2026-08-08", 30),
)


@pytest.fixture
def lit(site: Path) -> Records:
    """The small site with the schedule, as loaded; only YAML was added to it."""
    data = site / "data"
    (data / "catalogue" / "schedules").mkdir(exist_ok=True)
    (data / "catalogue" / "schedules" / "lantern.yml").write_text(SCHEDULE, encoding="utf-8")
    (data / "catalogue" / "items" / "lantern.yml").write_text(ITEMS, encoding="utf-8")
    place = data / "townships" / "demo" / "place.yml"
    text = place.read_text(encoding="utf-8")
    place.write_text(text.replace("  示例: 是\n", "  示例: 是\n  执行制度: [lantern]\n", 1), encoding="utf-8")
    rows = "".join(
        f"- {{编号: talk-{number}, 地方: {village}, 组织: {village}-committee, 制度: lantern, 类型: {kind}, "
        f"主题: 夜话, 日期: {day}, 应到: {people}, 实到: {people}}}\n"
        for number, (village, kind, day, people) in enumerate(MEETINGS)
    )
    (data / "townships" / "demo" / "activity.yml").write_text(rows, encoding="utf-8")
    records, findings = load(site)
    assert not findings
    return derive(records, world.TODAY)


def test_it_is_checked(lit: Records) -> None:
    """What is missing, what is not of the schedule, what was on another day."""
    found = [f.message for f in check(lit) if f.rule == "rhythm"]

    assert found == [
        "“夜话会”固定在每月8日,这一次在9月9日(星期三)",
        "“灯下夜话”里没有“夜话”",
        "下河村村民委员会 夜话会:2026年8月、9月没有记录",
        "下河村村民委员会 季末回访:2026年第3季度没有记录",
    ]


def test_it_has_figures_that_prose_can_take(lit: Records) -> None:
    """The rate of the schedule and of each kind, and the people of the year."""
    figures = {i.name: i.amount.value for i in lit.of(Indicator) if i.place == "demo" and not i.dimensions}

    assert [figures[f"灯下夜话{word}"] for word in ("应开展次数", "已开展次数")] == [8, 5]
    assert str(figures["灯下夜话完成率"]) == "62.5"
    assert str(figures["夜话会完成率"]) == "66.7"
    assert figures["夜话会人次"] == 93
    assert all(name.isidentifier() for name in figures)


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.PARTY])
def test_it_has_a_page(lit: Records, audience: Audience, tmp_path: Path) -> None:
    """For society the counts without the records; members are led on to the records."""
    edition = disclose(lit, audience)
    docs = write(edition, [page for page in plan(edition) if page.path.startswith("demo/")], tmp_path / "out").docs
    text = (docs / "demo" / "activities.md").read_text(encoding="utf-8")
    home = (docs / "demo" / "index.md").read_text(encoding="utf-8")
    linked = audience is Audience.PARTY

    assert "截至2026年10月20日，2个村民委员会2026年到期应开展 8 次，已开展 5 次，完成率 62.5%。" in text
    shanghe = "[上河村村民委员会](shanghe/activity/index.md)" if linked else "上河村村民委员会"
    assert f"| {shanghe} | 4/4 | 4/4 | 100.0% |" in text
    assert "| 夜话会 | 6 | 4 | 66.7% |" in text
    assert "夜话会每月8日，季末回访每季1次" in text
    assert ("逐次的记录见" in text) is linked
    assert "(activities.md)" in home


def test_who_may_not_count_has_no_page(lit: Records) -> None:
    """Nothing to show, no page, no link to it."""
    items = tuple(record for record in lit.items if record.id != "lantern-talks")
    pages = {page.path: page for page in plan(disclose(replace(lit, items=items), Audience.PUBLIC))}

    assert "demo/activities.md" not in pages
    assert not pages["demo/index.md"].context["rhythm"]
