"""The register: one page kind for every family, whatever its fields are."""

from __future__ import annotations

from pathlib import Path

from generator.disclose import disclose
from generator.model import Audience, Record
from generator.pages import plan
from generator.records.activity import Activity
from generator.records.assignment import Assignment
from generator.records.issue import Issue
from generator.records.jurisdiction import Jurisdiction
from generator.records.law import Law
from generator.records.ledger import Ledger
from generator.records.organisation import Organisation
from generator.records.venue import Venue
from generator.write import write
from tests.derive.making import derived, item, make, township, village

PLACES = item("places", "place", ["名称", "级别", "上级", "户数"])
LAW = make(Law, "law", 名称="示例法", 发布机关="示例", 施行="2020-01-01", 核实="是")


def pages(folder: Path, *records: Record, audience: Audience = Audience.PUBLIC) -> dict[str, str]:
    """Path → Markdown of a township with one village, a natural village below it, and these records."""
    ground = (
        township(),
        village("liucun", "刘村"),
        village("liuwan", "刘湾", "自然村").model_copy(update={"parent": "liucun"}),
    )
    edition = disclose(derived(LAW, PLACES, *ground, *records), audience)
    docs = write(edition, plan(edition), folder / audience.value).docs
    return {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in docs.rglob("*.md")}


def test_short_fields_are_columns_and_long_ones_stand_below_the_name(tmp_path: Path) -> None:
    """Blank columns are left out; units stand in the heading, days are written as people write them."""
    venue = make(
        Venue,
        "centre",
        地方="liucun",
        名称="党群服务中心",
        类别="服务中心",
        状态="已建",
        建筑面积="320.5",
        投入="120000",
        设备=[{"名称": "电脑", "数量": "3", "单位": "台"}, {"名称": "投影仪", "数量": "1", "单位": "台"}],
    )
    opened = item("venues", "venue", ["名称", "类别", "状态", "建筑面积", "投入", {"设备": ["名称", "数量", "单位"]}])

    text = pages(tmp_path, opened, venue)["anping/liucun/venue/index.md"]

    assert "| 名称 | 状态 | 建筑面积（平方米） | 投入（元） |" in text
    assert "**党群服务中心**<br>设备：名称 电脑，数量 3，单位 台；名称 投影仪，数量 1，单位 台" in text
    assert "| 已建 | 320.5 | 120,000.00 |" in text
    assert "## 服务中心" in text


def test_what_is_closed_makes_no_column(tmp_path: Path) -> None:
    """Neither the value nor the heading tells that something was written."""
    entry = make(
        Issue,
        "light",
        地方="liucun",
        台账="lamps",
        事项="路灯不亮",
        登记日期="2026-03-01",
        当事人="赵某",
        责任单位="村委会",
    )
    ledger = make(Ledger, "lamps", 名称="路灯台账")
    opened = item("issues", "issue", ["地方", "台账", "事项", "登记日期"])

    text = pages(tmp_path, opened, ledger, entry)["anping/liucun/issue/index.md"]

    assert "路灯台账" in text
    assert "2026年3月1日" in text
    assert "赵某" not in text
    assert "当事人" not in text
    assert "责任单位" not in text


def test_references_are_shown_by_what_they_lead_to(tmp_path: Path) -> None:
    """Nobody reads ids: a village, an organisation, a schedule go by their names."""
    branch = make(Organisation, "branch", 名称="刘村党支部", 类别="党支部", 地方="liucun")
    meeting = make(Activity, "m1", 地方="liucun", 组织="branch", 类型="党课", 主题="上党课", 日期="2026-03-05")
    pair = make(Assignment, "pair", 地方="anping", 类别="结对联村", 责任单位="镇农办", 联系地方=["liucun"])
    opened = (
        item("activities", "activity", ["地方", "组织", "类型", "主题", "日期"]),
        item("pairs", "assignment", ["地方", "类别", "责任单位", "联系地方"]),
        item("organisations", "organisation", ["名称", "类别", "地方"]),
    )

    found = pages(tmp_path, *opened, branch, meeting, pair)

    assert "| **上党课** | 刘村党支部 |" in found["anping/liucun/activity/index.md"]
    assert "| 刘村 |" in found["anping/assignment/index.md"]


def test_what_is_written_for_a_natural_village_stands_with_the_village_above_it(tmp_path: Path) -> None:
    """A natural village has no pages of its own; the village's home names it."""
    venue = make(Venue, "hall", 地方="liuwan", 名称="刘湾活动室", 类别="活动室", 状态="已建")
    opened = item("venues", "venue", ["地方", "名称", "类别", "状态"])

    found = pages(tmp_path, opened, venue)

    assert "刘湾活动室" in found["anping/liucun/venue/index.md"]
    assert "刘湾" in found["anping/liucun/index.md"]
    assert not any(path.startswith("anping/liuwan") for path in found)


def test_the_township_lists_the_registers_of_its_villages(tmp_path: Path) -> None:
    """With how many records there are; the homes lead there."""
    venues = [make(Venue, f"v{n}", 地方="liucun", 名称=f"第{n}处", 类别="活动室", 状态="已建") for n in range(3)]
    opened = item("venues", "venue", ["地方", "名称", "类别", "状态"])

    found = pages(tmp_path, opened, *venues)

    assert "| [刘村](../liucun/venue/index.md) | 3 |" in found["anping/venue/index.md"]
    assert "[阵地](venue/index.md)" in found["anping/liucun/index.md"]
    assert "[阵地](venue/index.md)" in found["anping/index.md"]


def test_a_local_column_is_shown_where_the_local_rule_opens_it(tmp_path: Path) -> None:
    """In the words of the local rule, without the sign that marks it in the file."""
    rule = make(
        Jurisdiction,
        "county",
        名称="示例县规定",
        核实="否",
        附加列=[
            {"事项": "venues", "列": "x_产权证号", "要点": "证书编号"},
            {"事项": "venues", "列": "x_内部编号", "要点": "内部用", "公开": "否"},
        ],
    )
    hall = {"地方": "liucun", "名称": "活动室", "类别": "活动室", "状态": "已建"}
    venue = make(Venue, "hall", **hall, x_产权证号="示证0001", x_内部编号="内0002")
    top = township(适用规定="county")
    opened = item("venues", "venue", ["地方", "名称", "类别", "状态"])
    edition = disclose(derived(LAW, PLACES, rule, opened, top, village("liucun", "刘村"), venue), Audience.PUBLIC)
    docs = write(edition, plan(edition), tmp_path / "out").docs

    text = (docs / "anping/liucun/venue/index.md").read_text(encoding="utf-8")

    assert "| 产权证号 |" in text
    assert "示证0001" in text
    assert "内部编号" not in text
    assert "内0002" not in text


def test_the_tree_shows_every_organisation_once_even_in_a_circle(tmp_path: Path) -> None:
    """A circle is a finding, not an endless page."""
    one = make(Organisation, "one", 名称="甲支部", 类别="党支部", 地方="liucun", 上级="two")
    two = make(Organisation, "two", 名称="乙支部", 类别="党支部", 地方="liucun", 上级="one")
    top = make(Organisation, "top", 名称="镇党委", 类别="乡镇党委", 地方="anping")
    below = make(Organisation, "below", 名称="丙支部", 类别="党支部", 地方="liucun", 上级="top")
    opened = item("organisations", "organisation", ["名称", "类别", "地方", "上级"])

    text = pages(tmp_path, opened, one, two, top, below)["anping/organisations.md"]

    assert [text.count(f"[{name}]") for name in ("甲支部", "乙支部", "镇党委", "丙支部")] == [1, 1, 1, 1]
    assert "\n    - [丙支部]" in text
