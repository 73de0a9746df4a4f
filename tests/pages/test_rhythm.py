"""The page of kept schedules, from an edition's figures alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.derive import derive
from generator.model import WITHHELD, Edition, Record, Records
from generator.pages.rhythm import pages
from generator.records.activity import Activity
from generator.records.indicator import Indicator
from generator.records.organisation import Organisation
from generator.records.schedule import Schedule
from generator.write import write
from tests.derive.making import TODAY, make, township, village

TOP = township(启用日期="2025-07-01", 执行制度=["meetings", "unknown"])
BRANCHES = tuple(
    one
    for name, chinese in (("liu", "刘村"), ("wang", "王村"))
    for one in (
        village(name, chinese),
        make(Organisation, f"{name}-b", 名称=f"{chinese}党支部", 类别="党支部", 地方=name),
    )
)
MEETINGS = make(
    Schedule,
    "meetings",
    名称="例会制度",
    适用组织=["党支部"],
    要求=[{"类型": "月会", "周期": "每月"}, {"类型": "季会", "周期": "每季"}, {"类型": "年会", "周期": "每年"}],
)


def held(period: str, times: str, kind: str = "月会", by: str = "liu") -> Activity:
    labels: dict[str, Any] = {"地方": by, "组织": f"{by}-b", "制度": "meetings", "类型": kind, "主题": "会"}
    name = f"{by}-{period.lower()}-{'m' if kind == '月会' else 'q'}"
    return make(Activity, name, 期间=period, 次数=times, **labels)


def text(folder: Path, *records: Record, closed: bool = False) -> str:
    """The page as Markdown; empty when there is none."""
    derived = derive(Records((TOP, *BRANCHES, MEETINGS, *records)), TODAY)
    items = [i.model_copy(update={"figure": WITHHELD}) if closed and isinstance(i, Indicator) else i for i in derived]
    edition = Edition(items=tuple(items), today=TODAY)
    planned = list(pages(edition))
    docs = write(edition, planned, folder).docs
    return "".join((docs / page.path).read_text(encoding="utf-8") for page in planned)


def test_organisations_down_quarters_across(tmp_path: Path) -> None:
    """Held of asked for, the year so far, the rate; a year that is over is called a whole one."""
    told = text(tmp_path, held("2026-Q1", "3"), held("2026-Q1", "1", "季会"), held("2025-Q4", "4", by="wang"))

    assert "截至2026年10月20日，2个党支部2026年到期应开展 24 次，已开展 4 次，完成率 16.7%。" in told
    assert "| 名称 | 第1季度 | 第2季度 | 第3季度 | 合计 | 完成率 |" in told
    assert "| 刘村党支部 | 4/4 | 0/4 | 0/4 | 4/12 | 33.3% |" in told
    assert "2个党支部2025年应开展 16 次，已开展 4 次，完成率 18.8%。" in told
    assert "| 王村党支部 | 0/4 | 4/4 | 4/8 | 37.5% |" in told
    assert "| 季会 | 6 | 1 | 16.7% |" in told
    assert "要求：月会每月1次，季会每季1次，年会每年1次。" in told
    assert "从2025年7月1日算起" in told


def test_what_cannot_be_known_says_why(tmp_path: Path) -> None:
    """Half a year in one record leaves its quarters open, never the year."""
    told = text(tmp_path, held("2026-H1", "6"))

    assert "| 刘村党支部 | 缺/4 | 缺/4 | 0/4 | 6/12 | 50.0% |" in told


@pytest.mark.parametrize("closed", [False, True])
def test_nothing_to_show_no_page(tmp_path: Path, closed: bool) -> None:
    """No activity, or figures that are closed to these readers."""
    assert text(tmp_path, *([held("2026-Q1", "3")] if closed else []), closed=closed) == ""
