"""A township's own slogan procedure is YAML alone: no line of the program knows it, and everything works."""

from __future__ import annotations

import html
from dataclasses import replace
from pathlib import Path

import pytest

from generator.derive.stages import figures
from generator.disclose import disclose
from generator.load import load
from generator.model import Audience, Records
from generator.pages.procedure import pages
from generator.records.procedure import Procedure
from generator.rules import steps, votes
from generator.write import write
from tests import world

FORM = """\
编号: six-lamps
名称: “六盏灯”议事法
依据: [{法: vcol-2025, 条: 28}]
循环: 是
步骤:
  - {步骤: 点灯, 主体: 村民, 材料: 登记表}
  - {步骤: 添油, 主体: 村民小组会议, 可重复: 是}
  - 步骤: 照亮
    主体: 村民代表会议
    表决: 是
    决定: 是
    提前天数: 3
    到会: [{比例: 1/2, 须超过: 是}, {比例: 2/3, 计数: 户}]
    通过: {比例: 3/5, 基数: 实到}
  - {步骤: 挂灯, 主体: 村民委员会, 公示天数: 5, 历: 工作日}
  - {步骤: 熄灯, 主体: 村民委员会, 可省略: 是, 最迟天数: 30, 起算步骤: 挂灯}
说明: 一件小事从提出到办结
"""
ITEM = """\
编号: six-lamps
事项: 议事灯
类别: 村务公开
依据: [{法: vcol-2025, 条: 35}]
数据: procedure
条件: {程序: six-lamps}
要素: [事项, 状态, {步骤: [步骤, 日期, 主体, 通知日期, 计数, 应到, 实到, 同意, 反对, 弃权, 公示起, 公示止]}]
频次: 不定期
主体: 村民委员会
层级: [村]
对象: {社会: 公开}
须审批: 否
"""
MATTER = """\
编号: six-lamps-1
村: shanghe
程序: six-lamps
事项: 村口路灯
状态: 进行中
步骤:
  - {步骤: 点灯, 日期: 2026-08-01}
  - {步骤: 添油, 日期: 2026-08-03}
  - {步骤: 添油, 日期: 2026-08-04}
  - {步骤: 照亮, 日期: 2026-08-10, 通知日期: 2026-08-07, 计数: 户, 应到: 90, 实到: 60, 同意: 36, 反对: 24, 弃权: 0}
  - {步骤: 挂灯, 日期: 2026-08-11, 公示起: 2026-08-11, 公示止: 2026-08-28}
  - {步骤: 点灯, 日期: 2026-09-01}
"""


def loaded(site: Path, matter: str = MATTER, form: str = FORM) -> Records:
    """The small site with three more files."""
    catalogue, town = site / "data" / "catalogue", site / "data" / "townships" / "demo"
    (catalogue / "procedures" / "six-lamps.yml").write_text(form, encoding="utf-8")
    (catalogue / "items" / "six-lamps.yml").write_text(ITEM, encoding="utf-8")
    (town / "procedure").mkdir()
    (town / "procedure.yml").rename(town / "procedure" / "four-two.yml")
    (town / "procedure" / "six-lamps.yml").write_text(matter, encoding="utf-8")
    records, misread = load(site)
    assert misread == []
    return replace(records, today=world.TODAY)


def said(records: Records) -> list[str]:
    return [f.message for rule in (steps, votes) for f in rule.check(records) if f.record.endswith("six-lamps-1")]


def test_a_lawful_matter_is_silent(site: Path) -> None:
    """Two rounds, the second under way."""
    assert said(loaded(site)) == []


@pytest.mark.parametrize(
    ("typed", "wrong", "message"),
    [
        ("通知日期: 2026-08-07", "通知日期: 2026-08-08", "只提前2天通知,至少要提前3天"),
        ("实到: 60", "实到: 59", "要达到应到户数的 2/3(应到 90 户,至少 60 户)"),
        ("同意: 36, 反对: 24", "同意: 35, 反对: 25", "要达到实到户数的 3/5(实到 60 户,至少 36 户)"),
        ("公示止: 2026-08-28", "公示止: 2026-08-14", "只有3天,至少要15天"),
        ("  - {步骤: 添油, 日期: 2026-08-03}\n  - {步骤: 添油, 日期: 2026-08-04}\n", "", "前面缺“添油”"),
        ("{步骤: 点灯, 日期: 2026-09-01}", "{步骤: 吹灯, 日期: 2026-09-01}", "没有“吹灯”这一步"),
        ("状态: 进行中", "状态: 已完成", "第2轮还缺“添油”、“照亮”、“挂灯”"),
        ("日期: 2026-08-11,", "日期: 2027-08-11,", "在今天(2026-10-20)以后"),
    ],
)
def test_every_check_works(site: Path, typed: str, wrong: str, message: str) -> None:
    """Each wrong that the form forbids."""
    assert typed in MATTER
    assert any(message in one for one in said(loaded(site, MATTER.replace(typed, wrong))))


def test_it_has_a_page(site: Path, tmp_path: Path) -> None:
    """Open to everyone, by the item; two rounds, what was decided and what is still to come."""
    edition = disclose(loaded(site), Audience.PUBLIC)
    docs = write(edition, pages(edition), tmp_path / "out").docs
    page = html.unescape((docs / "demo/shanghe/procedure/six-lamps-1.md").read_text(encoding="utf-8"))

    assert "按““六盏灯”议事法”办理" in page
    assert page.index("## 第1轮") < page.index("**熄灯**　本次没有这一步") < page.index("## 第2轮")
    assert "**添油**（第2次）" in page
    assert "应到 90 户，实到 60 户，达到应到户数的三分之二（至少 60 户）" in page
    assert "同意 36 票，反对 24 票，弃权 0 票，达到实到户数的五分之三（至少 36 票）" in page
    assert "**照亮**　尚未进行" in page
    assert "程序依据：《村委会组织法》第28条" in page


def test_it_is_counted(site: Path) -> None:
    """Under a name that prose can use."""
    found = {(i.place, i.name): i.figure.value for i in figures(loaded(site))}

    assert found["shanghe", "六盏灯议事法件数"] == 1
    assert found["demo", "六盏灯议事法点灯件数"] == 1
    assert found["demo", "六盏灯议事法添油次数"] == 2


@pytest.mark.parametrize(
    "form",
    [
        FORM.replace("循环: 是", "循环: 常常"),
        FORM.replace("比例: 3/5", "比例: 五分之三"),
        FORM.replace("历: 工作日", "历: 农历"),
        FORM.replace("公示天数: 5", "公示天数: 五天"),
        FORM.replace("可重复: 是", "再来: 是"),
        FORM.replace("名称:", "名字:"),
    ],
)
def test_a_form_that_cannot_be_read_is_reported_and_the_rest_goes_on(site: Path, form: str) -> None:
    """The matter stays, nothing fails, and the finding names the file."""
    (site / "data/catalogue/procedures/six-lamps.yml").write_text(form, encoding="utf-8")
    records, misread = load(site)

    assert misread
    assert {finding.where.file for finding in misread} == {"data/catalogue/procedures/six-lamps.yml"}
    assert records.of(Procedure)
    assert said(replace(records, today=world.TODAY)) == []
