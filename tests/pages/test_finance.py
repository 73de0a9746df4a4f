"""Sheets and statements as they are read: what is not income, running totals, whose books, which chart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.disclose import disclose
from generator.load import load
from generator.model import WITHHELD, Audience, Period, Record, Records
from generator.pages import finance, statement
from generator.records.finance import BookRow, Finance
from generator.write import write
from tests import world

RAW, _ = load(world.ROOT)
PLACE = "demo/shanghe/finance"


def sheet(**changes: Any) -> Finance:
    """The sheet of July with something changed."""
    found = RAW.get(Finance, "demo/finance/shanghe-2026-07")
    assert found is not None
    return found.model_copy(update=changes)


def text(folder: Path, *changed: Record, audience: Audience = Audience.REVIEW) -> dict[str, str]:
    """Name of the page → Markdown, of the sheets alone."""
    new = {record.key: record for record in changed}
    items = [new.pop(record.key, record) for record in RAW.items]
    edition = disclose(replace(RAW, items=(*items, *new.values()), today=world.TODAY), audience)
    return written(edition, folder)


def written(edition: Any, folder: Path) -> dict[str, str]:
    docs = write(edition, [*finance.pages(edition), *statement.pages(edition)], folder).docs
    return {path.stem: path.read_text(encoding="utf-8") for path in (docs / PLACE).glob("*.md")}


def opened(*records: Record) -> Any:
    """An edition in which everything is open: what the items of the small site open does not matter here."""
    edition = disclose(replace(RAW, today=world.TODAY), Audience.REVIEW)
    keys = {record.key for record in records}
    return replace(edition, items=(*(r for r in edition.items if r.key not in keys), *records))


def line(page: str, words: str) -> str:
    """The only line of the sheet that begins with these words."""
    (found,) = [one for one in page.splitlines() if one.startswith(f"| {words}")]
    return found


def statement_of(name: str, rows: list[dict[str, str]], **labels: Any) -> Finance:
    typed = {"@乡镇": "demo", "编号": name, "村": "shanghe", "公开主体": "上河村股份经济合作社", "期间": "2026-07"}
    return Finance.model_validate(
        typed | {"科目制度": "2023", "表": "收益及收益分配表", "报表行": rows, "制表": "村报账员"} | labels
    )


INCOME = [
    {"项目": "收益总额", "本期": "9.00"},
    {"项目": "管理费用", "本期": "1.00"},
    {"项目": "经营收入", "本期": "10.00"},
]


def test_an_account_stands_with_its_name(tmp_path: Path) -> None:
    """A code alone tells a villager nothing."""
    page = text(tmp_path)["shanghe-2026-07"]

    assert "| 501 经营收入 |" in line(page, "果园承包费")
    assert "| 514 公益支出 |" in line(page, "路灯电费 |")


def test_cash_that_is_not_income_is_marked_and_added_up(tmp_path: Path) -> None:
    """It stays in the sum of the cash, since the balance needs it."""
    first, *rest = sheet().incomes
    page = text(tmp_path, sheet(incomes=(first.model_copy(update={"account": "241"}), *rest)))["shanghe-2026-07"]

    assert line(page, "果园承包费").startswith("| 果园承包费（不是收入） | 241 专项应付款 |")
    assert "（不是收入）" not in line(page, "光伏发电收益")
    assert line(page, "其中不是收入的进账").endswith("| 12,000.00 |")
    assert line(page, "**收入合计**").endswith("**15,150.50** |")


def test_a_sheet_of_income_alone_has_no_subtotal(tmp_path: Path) -> None:
    """Nor has one whose codes the chart does not have: nobody knows what they are."""
    first, *rest = sheet().incomes
    odd = sheet(incomes=(first.model_copy(update={"account": "999"}), *rest))

    assert "不是收入" not in text(tmp_path / "a")["shanghe-2026-07"]
    assert "不是收入" not in text(tmp_path / "b", odd)["shanghe-2026-07"]


def test_running_totals_have_a_column_where_there_are_any(tmp_path: Path) -> None:
    """Lines without one have a blank, sums too: a line of an earlier month is not on this sheet."""
    first, *rest = sheet().incomes
    edition = opened(sheet(incomes=(first.model_copy(update={"to_date": first.amount * 2}), *rest)))
    page = written(edition, tmp_path)["shanghe-2026-07"]

    assert "本期（元） | 本年累计（元） |" in page
    assert line(page, "果园承包费").endswith("| 12,000.00 | 24,000.00 |")
    assert line(page, "路灯电费").endswith("| 386.20 |  |")
    assert line(page, "**收入合计**").endswith("**15,150.50** | |")
    assert "本年累计" not in text(tmp_path / "b")["shanghe-2026-07"]


def test_the_sheets_of_two_publishers_lead_to_each_other(tmp_path: Path) -> None:
    """Of the same period; the ones before and after are of the same books."""
    other = sheet(id="other", publisher="上河村村民委员会")
    pages = text(tmp_path, other)

    assert "同期：[上河村村民委员会收支公开榜](other.md)" in pages["shanghe-2026-07"]
    assert "同期：[上河村股份经济合作社收支公开榜](shanghe-2026-07.md)" in pages["other"]
    assert "同期" not in pages["shanghe-2026-08"]
    assert "下一期" not in pages["other"]


def test_a_month_is_followed_by_a_month_and_a_quarter_by_a_quarter(tmp_path: Path) -> None:
    """Where both are kept."""
    third, fourth = (sheet(id=f"q{n}", period=Period.parse(f"2026-Q{n}")) for n in (3, 4))
    october = sheet(id="october", period=Period.parse("2026-10"))
    pages = text(tmp_path, third, fourth, october)

    assert "[下一期](october.md)" in pages["shanghe-2026-09"]
    assert "[下一期](q4.md)" in pages["q3"]
    assert "[上一期](q3.md)" in pages["q4"]


def test_a_statement_has_the_order_of_its_chart(tmp_path: Path) -> None:
    """Totals are bold, columns without figures are left out, the chart is named."""
    pages = written(opened(statement_of("income", INCOME)), tmp_path)
    rows = [one for one in pages["income"].splitlines() if one.startswith("| ")]

    assert rows[0] == "| 项目 | 本期（元） |"
    assert rows[1:4] == ["| 经营收入 | 10.00 |", "| 管理费用 | 1.00 |", "| **收益总额** | **9.00** |"]
    assert "按《农村集体经济组织会计制度》（2023科目表）编制。" in pages["income"]
    assert 'title: "上河村2026年7月收益及收益分配表"' in pages["income"]
    assert "同期：[上河村股份经济合作社收益及收益分配表](income.md)" in pages["shanghe-2026-07"]


def test_a_statement_without_a_chart_is_shown_as_it_was_written(tmp_path: Path) -> None:
    """The rules report it; the page still comes out."""
    rows = [*INCOME, {"项目": "别的", "期末": "3.00"}]
    page = written(opened(statement_of("income", rows, 科目制度="1996")), tmp_path)["income"]

    assert "| 收益总额 | 9.00 |  |" in page
    assert "| 别的 |  | 3.00 |" in page
    assert "编制" not in page


@pytest.mark.parametrize("name", [name for name in Finance.model_fields if name not in Finance.identity])
def test_a_statement_may_close_any_field(tmp_path: Path, name: str) -> None:
    """A dash or nothing stands in its place."""
    page = written(opened(statement_of("income", INCOME).model_copy(update={name: WITHHELD})), tmp_path)["income"]

    assert "收益及收益分配表" in page
    assert ("不对这里的读者公开" in page) == (name == "rows")


@pytest.mark.parametrize("name", list(BookRow.model_fields))
def test_a_row_may_close_any_cell(tmp_path: Path, name: str) -> None:
    """A figure that is closed is a dash, a row without a name is not shown."""
    rows = tuple(row.model_copy(update={name: WITHHELD}) for row in statement_of("income", INCOME).rows)
    page = written(opened(statement_of("income", INCOME).model_copy(update={"rows": rows})), tmp_path)["income"]

    assert ("10.00" in page) == (name not in ("name", "current"))


@pytest.mark.parametrize("name", [name for name in Finance.model_fields if name not in Finance.identity])
def test_a_sheet_may_close_any_field(tmp_path: Path, name: str) -> None:
    """The account codes stay codes when the chart is closed."""
    page = written(opened(sheet(**{name: WITHHELD})), tmp_path)["shanghe-2026-07"]

    assert "期末结存" in page
    assert ("501 经营收入" in page) == (name not in ("chart", "incomes"))


def test_no_records_no_pages() -> None:
    """Of nothing there is nothing to show."""
    edition = disclose(Records(), Audience.PUBLIC)

    assert [*finance.pages(edition), *statement.pages(edition)] == []
