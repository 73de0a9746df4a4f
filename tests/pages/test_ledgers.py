"""The page of a township's ledgers: figures of the edition and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from generator.derive import derive
from generator.model import WITHHELD, Audience, Edition, Record, Records
from generator.pages import ledgers
from generator.records.indicator import Indicator
from generator.records.issue import Issue
from generator.records.ledger import Ledger
from generator.records.place import Place
from generator.write import write

TODAY = date(2026, 10, 20)
TOWN = Place.model_validate({"@乡镇": "demo", "编号": "demo", "名称": "河口镇", "级别": "乡镇"})
VILLAGE = Place.model_validate({"@乡镇": "demo", "编号": "shanghe", "名称": "上河村", "级别": "村", "上级": "demo"})
LEDGER = Ledger.model_validate(
    {"编号": "moves", "名称": "避险安置", "单位": "批", "销号用语": "安置", "办结天数": "10"}
)


def issue(name: str, place: str = "demo", **labels: Any) -> Issue:
    least = {"@乡镇": "demo", "编号": name, "地方": place, "台账": "moves", "事项": name, "登记日期": "2026-07-01"}
    return Issue.model_validate(least | labels)


def edition(*issues: Issue) -> Edition:
    """As for readers who may have every sum and no record."""
    records = derive(Records((TOWN, VILLAGE, LEDGER, *issues)), TODAY)
    return Edition(items=tuple(r for r in records if not isinstance(r, Issue)), today=TODAY, audience=Audience.PUBLIC)


def changed(one: Edition, **closed: Any) -> Edition:
    """The edition with the figures of some names changed."""

    def mend(record: Record) -> Record:
        update = closed.get(record.name) if isinstance(record, Indicator) else None
        return record.model_copy(update=update) if update else record

    return Edition(items=tuple(map(mend, one.items)), today=TODAY, audience=Audience.PUBLIC)


def text(folder: Path, one: Edition) -> str:
    """The page as Markdown; empty when there is none."""
    found = list(ledgers.pages(one))
    write(one, found, folder / "page")
    return "".join((folder / "page" / "docs" / page.path).read_text(encoding="utf-8") for page in found)


MOVES = (
    issue("one", 户数="3", 人数="9", 安置=[{"去向": "投亲", "户数": "1", "人数": "4"}, {"去向": "学校", "户数": "2"}]),
    issue("two", "shanghe", 登记日期="2025-07-01", 户数="1", 人数="2", 类别="滑坡", 销号日期="2025-07-02", 结果="已回"),
)


def test_the_whole_page(tmp_path: Path) -> None:
    """The whole, by place, by year, by kind, and where people went; closed entries have no link."""
    page = text(tmp_path, edition(*MOVES))
    wanted = """
        登记 2 批，已安置 1 批，安置率 50.00%，逾期 1 批，涉及户数 4 户，涉及人数 11 名
        | 上河村 | 1 | 1 | 100.00 | 0 |
        | 河口镇 | 2 | 1 | 50.00 | 1 |
        | 2025年 | 1 | 1 | 100.00 | 0 |
        | 2026年 | 1 | 0 | 0.00 | 1 |
        | 滑坡 | 1 |
        | 未写明 | 1 |
        | 投亲 | 1 | 4 |
        | 学校 | 2 |  |
    """
    assert [line for line in map(str.strip, wanted.splitlines()) if line not in page] == []


def test_nothing_to_show_is_no_page(tmp_path: Path) -> None:
    """Neither without entries nor where all figures are closed."""
    whole = edition(*MOVES)
    closed = Edition(
        items=tuple(r.model_copy(update={"figure": WITHHELD}) if isinstance(r, Indicator) else r for r in whole.items),
        today=TODAY,
    )

    assert text(tmp_path / "none", edition()) == ""
    assert text(tmp_path / "closed", closed) == ""


def test_a_closed_figure_is_a_blank_cell(tmp_path: Path) -> None:
    """And is not worked out from the others."""
    page = text(tmp_path, changed(edition(*MOVES), 避险安置安置率={"figure": WITHHELD}))

    assert "| 上河村 | 1 | 1 |  | 0 |" in page
    assert "安置率 " not in page


def test_a_missing_figure_says_so(tmp_path: Path) -> None:
    """More closed than there are is no rate."""
    page = text(tmp_path, edition(issue("odd", 件数="1", 办结件数="2")))

    assert "| 河口镇 | 1 | 缺 | 缺 | 0 |" in page
    assert "安置率 缺，" in page


def test_without_the_townships_figures_the_villages_stand_alone(tmp_path: Path) -> None:
    """Where the township's sum is closed no empty sentence and no empty row is left of it."""
    whole = edition(*MOVES)
    items = tuple(r for r in whole.items if not (isinstance(r, Indicator) and r.place == "demo"))
    page = text(tmp_path, Edition(items=items, today=TODAY, audience=Audience.PUBLIC))

    assert "| 上河村 | 1 | 1 | 100.00 | 0 |" in page
    assert "gk-lead" not in page
    assert "| 河口镇 |" not in page
