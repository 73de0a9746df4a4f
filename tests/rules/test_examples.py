"""The examples of the manual tell the truth: fed to the rule, the wrong one is found and the right one is not.

Each is put into the frame of a record, beside the base world and the catalogue of the rule's own broken world.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from generator.model import Finding, Level
from generator.rules import RULES
from generator.trees.reader import read
from tests.rules.worlds import BROKEN, read_world

RULE = {rule.NAME: rule for rule in RULES}
SHEET = {"村": "liucun", "公开主体": "刘村党支部", "科目制度": "2023", "期初结存": "96020", "期末结存": "96020"}
ENTRY = {"日期": "2026-03-05", "凭证号": "3-1", "摘要": "村部屋顶防水维修", "支出": "15000", "余额": "0"}
ACT = {"事项": ["finance-cash-statement"], "地方": "liucun", "公开主体": "刘村股份经济合作社", "期间": "2026-06"}
SIGNED = {
    "提出": {"职务": "报账员", "日期": "2026-04-01"},
    "审核": {"职务": "村务监督委员会主任", "日期": "2026-04-02"},
    "审批": {"职务": "村党支部书记", "日期": "2026-04-03"},
}
MATTER = {"村": "liucun", "程序": "four-two", "事项": "刘村路灯改造", "状态": "进行中"}
MATTER_SO_FAR = [
    {"步骤": "党支部提议", "日期": "2026-03-28"},
    {"步骤": "两委商议", "日期": "2026-03-29"},
    {"步骤": "党员大会审议", "日期": "2026-03-30", "应到": "30", "实到": "30", "同意": "30", "反对": "0", "弃权": "0"},
    {
        "步骤": "村民代表会议决议",
        "日期": "2026-04-06",
        "应到": "45",
        "实到": "45",
        "同意": "45",
        "反对": "0",
        "弃权": "0",
    },
]
ITEM = {
    "事项": "名单",
    "类别": "村务公开",
    "依据": [{"法": "vcol", "条": "35"}],
    "频次": "不定期",
    "主体": "村民委员会",
    "层级": ["村"],
    "对象": {"本村": "公开"},
}
ARTICLE = {"标题": "总结", "体裁": "工作报告", "日期": "2026-09-01"}


@dataclass(frozen=True)
class Frame:
    """The family, the labels that an example leaves out, the rows before its own, and the label of a list it is a row of."""

    family: str
    rest: dict[str, Any] = field(default_factory=dict)
    before: dict[str, list[Any]] = field(default_factory=dict)
    row_of: str = ""
    township: bool = False
    """Whether the broken world's own records are needed beside it."""
    folder: str = ""
    """Of a family of the catalogue its folder."""

    def record(self, given: dict[str, Any], number: int) -> dict[str, Any]:
        inner = {self.row_of: [{"标题": "数字", **given} if self.row_of == "部分" else given]} if self.row_of else given
        rows = {label: [*rows, *inner.get(label, [])] for label, rows in self.before.items()}
        own = {} if self.family == "place" else {"编号": f"fed-{number}"}  # of a place the id is what is wrong
        return self.rest | inner | rows | own


FRAMES = {
    "references": Frame("publication"),
    "addresses": Frame("place", {"上级": "anping"}),
    "words": Frame("organisation"),
    "columns": Frame("organisation", {"地方": "liucun"}),
    "sums": Frame("finance", SHEET | {"期间": "2026-03"}),
    "carry": Frame("finance", SHEET),
    "accounts": Frame("finance", SHEET),
    "statements": Frame("finance", SHEET | {"期间": "2025"}),
    "vague": Frame("finance", SHEET | {"期间": "2026-03", "逐笔": [ENTRY]}),
    "personal": Frame("finance", SHEET | {"期间": "2026-03"}, row_of="支出"),
    "parts": Frame("indicator", {"地方": "anping", "主题": "党建"}),
    "funding": Frame("project", {"地方": "liucun", "名称": "刘村活动室", "类别": "公益事业", "状态": "谋划"}),
    "leases": Frame("asset", {"村": "liucun", "类别": "房屋"}),
    "payouts": Frame("roster", {"村": "liucun", "名称": "补贴", "类别": "补贴", "发放日期": "2026-05-01"}),
    "steps": Frame("procedure", MATTER, {"步骤": MATTER_SO_FAR}),
    "grades": Frame("assessment", {"地方": "anping", "主题": "百分考核"}),
    "closure": Frame("issue", {"地方": "liucun", "措施": "换灯", "责任单位": "刘村党支部", "办结期限": "2026-04-01"}),
    "genres": Frame("article", ARTICLE),
    "typed": Frame("article", ARTICLE, row_of="部分", township=True),
    "claims": Frame("article", ARTICLE, row_of="部分"),
    "board": Frame("publication", ACT | SIGNED),
    "backdated": Frame("publication", ACT | {"期间": "2026-03"}),
    "signatures": Frame("publication", ACT | {"期间": "2026-03"}),
    "evidence": Frame("publication", ACT | SIGNED),
    "announcements": Frame("publication", ACT | {"期间": "2026-07", "上墙日期": "2026-08-14"} | SIGNED),
    "unanswered": Frame("publication", ACT | SIGNED | {"上墙日期": "2026-08-20"}),
    "filler": Frame(
        "publication",
        {"地方": "liucun", "公开主体": "刘村党支部", "期间": "2026-Q1", "上墙日期": "2026-04-10"} | SIGNED,
    ),
    "metrics": Frame("metric", {"主题": "人员队伍"}, folder="metrics"),
    "names": Frame("ledger", folder="ledgers"),
    "openings": Frame("item", ITEM, folder="items"),
    "masks": Frame("item", ITEM | {"数据": "roster", "要素": ["名称", {"名单": ["姓名"]}]}, folder="items"),
    "units": Frame("article", ARTICLE, row_of="部分", township=True),
    "unreadable": Frame("publication", ACT | SIGNED | {"上墙日期": "2026-04-10"}),
}


def example(name: str, side: str) -> list[dict[str, Any]]:
    """The records or rows of a snippet."""
    node, _ = read(f"{getattr(RULE[name].EXPLANATION, side)}\n".encode(), "manual.yml")
    assert node is not None
    given = node.plain()
    return given if isinstance(given, list) else [given]


def found(name: str, side: str, folder: Path) -> list[Finding]:
    """What the rule says of the example, and of nothing else."""
    frame, broken = FRAMES[name], BROKEN / name / "data"
    given = [frame.record(one, number) for number, one in enumerate(example(name, side))]
    for layer in (BROKEN / "_base", broken.parent if frame.township else None):
        if layer:
            shutil.copytree(layer, folder, dirs_exist_ok=True)
    if (broken / "catalogue").exists():
        shutil.copytree(broken / "catalogue", folder / "data" / "catalogue", dirs_exist_ok=True)
    place = folder / "data" / (f"catalogue/{frame.folder}" if frame.folder else "townships/anping")
    place.mkdir(parents=True, exist_ok=True)
    target = place / ("fed.yml" if frame.folder else f"{frame.family}.yml")
    lines = [f"- {json.dumps(one, ensure_ascii=False)}" for one in given]
    before = target.read_text(encoding="utf-8") if target.exists() else ""
    target.write_text("\n".join([before.rstrip("\n"), *lines, ""]), encoding="utf-8")
    records, misread = read_world(folder)
    owner = "" if frame.folder else "anping/"
    mine = {f"{owner}{frame.family}/{one['编号']}" for one in given}

    assert [finding.message for finding in misread if finding.rule != "files"] == [], (
        "but for pictures that are not there"
    )
    return [finding for finding in RULE[name].check(records) if finding.record in mine]


@pytest.mark.parametrize("name", FRAMES)
def test_the_wrong_example_is_found(name: str, tmp_path: Path) -> None:
    assert found(name, "wrong", tmp_path)


@pytest.mark.parametrize("name", FRAMES)
def test_the_right_example_is_not(name: str, tmp_path: Path) -> None:
    """A note may remain: an example is too short for a report."""
    said = [finding.message for finding in found(name, "right", tmp_path) if finding.level is not Level.NOTE]

    assert said == []
