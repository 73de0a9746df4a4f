"""What became of a publication, on its pages: announced, corrected, objected to, withdrawn."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.derive import derive
from generator.disclose import disclose
from generator.load import load
from generator.model import Audience
from generator.pages import plan
from generator.records.publication import PublicationRecord
from generator.write import write
from tests import world

RAW, _ = load(world.ROOT)
GOLDEN = Path(__file__).parent / "history"
CASH = "demo/publication/shanghe-2026-07-cash"
NOTICE = "demo/publication/shanghe-2026-q3-affairs"
ORGANISATIONS = "demo/publication/shanghe-orgs"
SHEET_PAGE = "demo/shanghe/finance/shanghe-2026-07.md"
NOTICE_PAGE = "demo/shanghe/notices/shanghe-2026-q3-affairs.md"

WITHDRAWN = {"日期": "2026-10-15", "理由": "第二项的金额要重新核对", "职务": "村委会主任"}
CORRECTIONS = [
    {"日期": "2026-08-12", "更正项": "路灯电费", "原为": "368.20元", "改为": "386.20元", "理由": "抄写时两个数字颠倒"},
    {
        "日期": "2026-08-20",
        "更正项": "期末结存",
        "原为": "1.00",
        "改为": "2.00",
        "理由": "漏记一笔",
        "职务": "村党支部书记",
    },
    {"日期": "2026-08-20", "更正项": "制表", "原为": "甲", "改为": "乙", "理由": "签错了名字"},
    {"日期": "2026-10-21", "更正项": "以后的", "原为": "1", "改为": "2", "理由": "还没有到"},
]
ANNOUNCED = [
    {"日期": "2026-08-01", "状态": "计划", "公开日期": "2026-08-05"},
    {"日期": "2026-08-04", "状态": "确认", "公开日期": "2026-08-07", "理由": "等银行对账单"},
    {"日期": "2026-10-21", "状态": "取消", "理由": "还没有到"},
]
OBJECTIONS = [
    {
        "日期": "2026-08-10",
        "提出人": "孙家和",
        "内容": "电费怎么多了？",
        "答复": "新装了6盏灯。",
        "答复日期": "2026-08-12",
    },
    {"日期": "2026-08-20", "内容": "路灯装在哪几处？"},
    {"日期": "2026-10-15", "内容": "灯泡谁换？"},
]


def act(key: str, **labels: Any) -> PublicationRecord:
    """The publication with these labels written otherwise."""
    made = PublicationRecord.model_validate(
        {"@乡镇": "demo", "编号": "x", "事项": ["x"], "地方": "x", "公开主体": "x"} | labels
    )
    found = RAW.find(key)
    assert isinstance(found, PublicationRecord)
    new = {name: getattr(made, name) for name, field in PublicationRecord.model_fields.items() if field.alias in labels}
    return found.model_copy(update=new)


def pages(publication: PublicationRecord, audience: Audience, folder: Path) -> dict[str, str]:
    items = tuple(publication if record.key == publication.key else record for record in RAW)
    edition = disclose(derive(replace(RAW, items=items), world.TODAY), audience)
    docs = write(edition, plan(edition), folder / "site").docs
    return {path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in docs.rglob("*.md")}


@pytest.mark.parametrize(
    ("name", "publication", "path", "audience"),
    [
        ("sheet", act(CASH, 更正=CORRECTIONS, 预告=ANNOUNCED, 异议=OBJECTIONS), SHEET_PAGE, Audience.PUBLIC),
        ("sheet-review", act(CASH, 更正=CORRECTIONS, 预告=ANNOUNCED, 异议=OBJECTIONS), SHEET_PAGE, Audience.REVIEW),
        ("sheet-withdrawn", act(CASH, 更正=CORRECTIONS, 撤回=WITHDRAWN), SHEET_PAGE, Audience.PUBLIC),
        ("notice-withdrawn", act(NOTICE, 撤回=WITHDRAWN, 预告=ANNOUNCED), NOTICE_PAGE, Audience.PUBLIC),
        ("notice-withdrawn-review", act(NOTICE, 撤回=WITHDRAWN), NOTICE_PAGE, Audience.REVIEW),
    ],
)
def test_a_page_tells_what_happened_as_in_its_golden_file(
    name: str, publication: PublicationRecord, path: str, audience: Audience, tmp_path: Path
) -> None:
    """Old and new value, reason, day and post; the reply or the last day for it; when and why it was withdrawn."""
    text = pages(publication, audience, tmp_path)[path]
    expected = GOLDEN / f"{name}.md"
    if os.environ.get("GOLDEN"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(text, encoding="utf-8")

    assert text.splitlines() == expected.read_text("utf-8").splitlines()


def test_revisions_are_numbered_by_the_days_of_the_corrections(tmp_path: Path) -> None:
    """What was published first is the first; what has not happened yet is not told."""
    text = pages(act(CASH, 更正=CORRECTIONS[::-1]), Audience.PUBLIC, tmp_path)[SHEET_PAGE]

    assert [line for line in text.splitlines() if line.startswith("**第")] == [
        "**第2版**，2026年8月12日更正：",
        "**第3版**，2026年8月20日更正：",
    ]
    assert "| 版次 | 第3版，2026年8月20日更正 |" in text
    assert "以后的" not in text


def test_a_page_tells_only_of_its_own_corrections(tmp_path: Path) -> None:
    """One act published two organisations; each page has what was wrong with it."""
    rows = [
        {
            "日期": f"2026-08-{day}",
            "更正项": field,
            "原为": "1",
            "改为": "2",
            "理由": "写错",
            "记录": f"organisation/{name}",
        }
        for day, field, name in (("01", "甲项", "shanghe-committee"), ("02", "乙项", "shanghe-coop"))
    ]
    told = pages(act(ORGANISATIONS, 更正=rows), Audience.PUBLIC, tmp_path)
    committee, coop = (told[f"demo/shanghe/organisation/shanghe-{name}.md"] for name in ("committee", "coop"))

    assert ("甲项" in committee, "乙项" in committee) == (True, False)
    assert ("甲项" in coop, "乙项" in coop) == (False, True)
    assert "**第2版**，2026年8月2日更正：" in coop


def test_lists_say_that_something_was_withdrawn(tmp_path: Path) -> None:
    """With the page that tells why."""
    told = pages(act(CASH, 撤回=WITHDRAWN), Audience.PUBLIC, tmp_path)

    assert "[上河村2026年7月收支公开榜（已撤回）](finance/shanghe-2026-07.md)" in told["demo/shanghe/index.md"]


@pytest.mark.parametrize(
    ("dates", "board"),
    [
        ({"上墙日期": "2026-10-10"}, "2026年10月10日上墙，仍在公开栏"),
        ({"上墙日期": "2026-10-10", "下墙日期": "2026-10-19"}, "2026年10月10日上墙，2026年10月19日取下"),
        ({"上墙日期": "2026-10-10", "下墙日期": "2026-10-30"}, "2026年10月10日上墙，准备2026年10月30日取下"),
        ({"上墙日期": "2026-10-21"}, "准备2026年10月21日上墙"),
        ({"上墙日期": "2026-10-10", "撤回": WITHDRAWN}, "2026年10月10日上墙"),
    ],
)
def test_what_hangs_is_said_to_hang_and_nothing_else(dates: dict[str, Any], board: str, tmp_path: Path) -> None:
    """Neither what will hang nor what was withdrawn."""
    text = pages(act("demo/publication/shanghe-2026-09-cash", **dates), Audience.REVIEW, tmp_path)

    assert f"| 公示起止 | {board} |" in text["demo/shanghe/finance/shanghe-2026-09.md"]
