"""A year without holidays: told once, and only where something is counted in working days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.derive import derive
from generator.model import Record, Records
from generator.records.holiday import HolidayYear
from generator.records.item import DisclosureItem
from generator.rules.holidays import check
from tests.derive.making import item, make, township, village

PLACES = (township(启用日期="2026-01-01"), village("liucun", "刘村"), village("wangcun", "王村"))


def counted(days: str = "20", calendar: str = "工作日", **labels: Any) -> DisclosureItem:
    return item("what", "finance", [], 频次="每月", 期限={"触发": "期末", "天数": days, "历": calendar}, **labels)


def year(number: int) -> HolidayYear:
    return make(HolidayYear, f"h{number}", 年=str(number), 核实="是", 放假=[])


def found(*records: Record, today: date = date(2026, 12, 20)) -> list[str]:
    return [finding.message for finding in check(derive(Records((*PLACES, *records)), today))]


def test_each_year_is_told_once_however_much_is_counted_in_it() -> None:
    """Two villages, eleven months; only December runs into the next year."""
    assert len(found(counted())) == 1
    assert found(counted(), year(2026)) == []
    (message,) = found(counted(), year(2026), today=date(2027, 1, 2))
    assert message.startswith("没有2027年的节假日数据,刘村“finance公开”按工作日算到 2027-01-28")


def test_this_year_is_told_even_when_nothing_runs_into_it() -> None:
    """Tomorrow something will."""
    (message,) = found(counted(), year(2025), today=date(2026, 1, 15))

    assert message == "没有今年(2026年)的节假日数据,“finance公开”等期限按工作日算,今年只扣了周末"


def test_who_counts_calendar_days_needs_no_holidays() -> None:
    """Nothing is said where nothing is counted so."""
    assert found(counted(calendar="日历日")) == []


@pytest.mark.parametrize("today", [date(1900, 1, 1), date(2199, 12, 31)])
def test_no_year_makes_it_fail(today: date) -> None:
    """However far from the data."""
    records = replace(Records((*PLACES, counted(), year(2026))), today=today)

    assert len(list(check(records))) == 1
