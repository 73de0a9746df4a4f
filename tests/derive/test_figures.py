"""Computed figures: those of places, and what holds for all of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from generator.derive import derive
from generator.model import Amount
from generator.records.indicator import Indicator
from tests.derive.making import TODAY, derived, sheet, township, village

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
