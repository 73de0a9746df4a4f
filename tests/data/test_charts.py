"""The charts of accounts as they stand in the catalogue."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.load import load
from generator.model import Records
from generator.records.chart import Chart
from generator.records.law import Law

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def records() -> Records:
    return load(ROOT)[0]


@pytest.fixture(scope="module")
def charts(records: Records) -> dict[str, Chart]:
    return {chart.id: chart for chart in records.of(Chart)}


def test_one_chart_follows_the_other(records: Records, charts: dict[str, Chart]) -> None:
    """Without a gap, on the days of the laws that they are from."""
    assert charts["2004"].until == date(2023, 12, 31)
    assert charts["2023"].since == date(2023, 12, 31) + timedelta(days=1)
    assert not charts["2023"].until
    for chart in charts.values():
        laws = [records.get(Law, f"law/{basis.law}") for basis in chart.bases]
        assert [(law.since, law.until) for law in laws if law] == [(chart.since, chart.until)]


def test_the_same_code_is_income_in_one_and_spending_in_the_other(charts: dict[str, Chart]) -> None:
    """The reason why every sheet names its chart."""
    old, new = charts["2004"].account("511"), charts["2023"].account("511")
    assert old
    assert new

    assert (old.name, old.kind) == ("发包及上交收入", "收入")
    assert (new.name, new.kind) == ("经营支出", "支出")


def test_the_accounts_are_all_there_once(charts: dict[str, Chart]) -> None:
    """In order, each code and each name once."""
    assert len(charts["2023"].accounts) == 42
    for chart in charts.values():
        codes = [account.code for account in chart.accounts]
        assert codes == sorted(set(codes))
        assert len({account.name for account in chart.accounts}) == len(codes)


def test_the_class_of_an_account_is_its_first_digit(charts: dict[str, Chart]) -> None:
    """Assets, liabilities, equity, costs; the fives are income or spending."""
    for chart in charts.values():
        for account in chart.accounts:
            wanted = {"1": {"资产"}, "2": {"负债"}, "3": {"权益"}, "4": {"成本"}, "5": {"收入", "支出"}}
            assert account.kind in wanted[account.code[0]], account


def test_income_and_spending_add_up_every_account_of_theirs(charts: dict[str, Chart]) -> None:
    """An account without a row would fall out of the totals."""
    for chart in charts.values():
        form = chart.statement("收支明细表")
        assert form
        for side in ("收入", "支出"):
            total = form.row(f"{side}合计")
            assert total
            assert {part for _, part in total.parts} == {a.name for a in chart.accounts if a.kind == side}


def test_every_total_is_worked_out(charts: dict[str, Chart]) -> None:
    """A row that calls itself a total says of what."""
    rows = [row for chart in charts.values() for form in chart.statements for row in form.rows]

    assert all(row.sums for row in rows if row.level == "合计")
    assert all(row.level == "合计" for row in rows if row.sums)
    assert {row.figure for row in rows if row.figure} == {"集体经营收入", "收益总额", "集体资产总额", "集体负债总额"}


def test_the_balance_sheet_balances(charts: dict[str, Chart]) -> None:
    """Both sides are named."""
    form = charts["2023"].statement("资产负债表")
    assert form

    assert form.equal == ("资产总计", "负债和所有者权益总计")
    assert form.columns == ("年初", "期末")
