"""Computed figures: those of places, and what holds for all of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.derive import _unwritten, derive
from generator.derive._common import Head, computed
from generator.model import Amount
from generator.records.chart import Chart
from generator.records.indicator import Indicator
from tests.derive.making import TODAY, derived, make, sheet, township, village

LIUCUN = village("liucun", "刘村")
MONTHS = tuple(sheet("liucun", f"2026-0{month}", income="100.10", closing="60.10") for month in (7, 8, 9))


def test_the_figures_of_a_place_become_indicators() -> None:
    """Only those that are known, each with its unit and the place as its source."""
    found = derived(village("liucun", "刘村", 人口="1,234", 面积="3.50")).of(Indicator)

    assert [(i.name, i.amount, i.inputs) for i in found] == [
        ("面积", Amount.known(Decimal("3.50"), "平方公里"), ("anping/place/liucun",)),
        ("人口", Amount.known(1234, "人"), ("anping/place/liucun",)),
    ]


def test_ids_of_computed_figures_are_their_own() -> None:
    """No written id holds a dot, so a person's figure cannot take the place of a computed one; long names fit too."""
    long = "c" * 40
    found = derived(township(), village(long, "长村", 人口="1"), sheet(long[:30], "2026-Q3")).of(Indicator)

    assert all("." in i.id for i in found)
    assert len({i.key for i in found}) == len(found)


def test_figures_do_not_depend_on_the_day() -> None:
    """Only duties do."""
    records = derived(township(), LIUCUN, *MONTHS)
    later = derive(replace(records, items=records.items[:5]), TODAY.replace(year=2030))

    assert later.of(Indicator) == records.of(Indicator)


def test_two_figures_of_one_key_are_a_fault() -> None:
    """One of them would vanish without a word."""
    head = Head("twice", "甲", "基本情况")
    made = [computed(LIUCUN, one, Amount.known(1, "个"), (LIUCUN,), (), "") for one in (head, replace(head, name="乙"))]

    with pytest.raises(ValueError, match=r"two figures have the key anping/indicator/liucun\.twice; the second is 乙"):
        list(_unwritten(made, set(), set()))


def test_accounts_of_one_code_in_two_charts_are_two_figures() -> None:
    """A township whose villages keep different charts; 211 is 应付工资 in one of them and 应付款 in the other."""
    charts = [
        make(
            Chart,
            year,
            名称=year,
            施行=f"{year}-01-01",
            核实="是",
            会计科目=[{"代码": "211", "名称": name, "类别": "负债"}],
        )
        for year, name in (("2004", "应付工资"), ("2023", "应付款"))
    ]
    sheets = [
        sheet(place, "2026-07", chart=year, spent=[{"摘要": "支", "金额": "5", "科目": "211"}])
        for place, year in (("liucun", "2004"), ("wangcun", "2023"))
    ]
    found = derived(township(), LIUCUN, village("wangcun", "王村"), *charts, *sheets).of(Indicator)

    assert {"应付工资支出", "应付款支出"} <= {i.name for i in found}
    assert len({i.key for i in found}) == len(found)
