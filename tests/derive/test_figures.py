"""Computed figures: quarterly totals, township sums, the figures of places."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive import derive
from generator.model import Amount, Period, Record, State
from generator.records.indicator import Indicator
from tests.derive.making import TODAY, derived, make, sheet, township, village

Q3 = Period.parse("2026-Q3")
LIUCUN = village("liucun", "刘村")
MONTHS = (
    sheet("liucun", "2026-07", income="100.10", expense="40.00", closing="60.10"),
    sheet("liucun", "2026-08", income="200.20", expense="50.00", closing="210.30"),
    sheet("liucun", "2026-09", income="300.30", expense="60.00", closing="450.60"),
)


def computed(*records: Record, place: str = "liucun", period: Period = Q3) -> dict[str, Indicator]:
    """Name → computed figure of the place and period."""
    found = derived(township(), *records).of(Indicator)
    return {i.name: i for i in found if i.inputs and i.place == place and i.period == period}


def amounts(*records: Record, **where: object) -> dict[str, Amount]:
    return {name: indicator.amount for name, indicator in computed(*records, **where).items()}  # type: ignore[arg-type]


def test_a_quarter_adds_up_its_three_months() -> None:
    """Income and spending are summed to the cent."""
    found = amounts(LIUCUN, *MONTHS)

    assert found["收入合计"] == Amount.known(Decimal("600.60"), "元")
    assert found["支出合计"] == Amount.known(Decimal("150.00"), "元")


def test_the_closing_of_a_quarter_is_that_of_its_last_month() -> None:
    """Balances are not added up over time."""
    assert amounts(LIUCUN, *MONTHS)["期末结存"] == Amount.known(Decimal("450.60"), "元")


def test_a_computed_figure_names_its_inputs_in_the_order_of_time() -> None:
    """Whoever doubts the figure can open the three sheets."""
    found = computed(LIUCUN, *reversed(MONTHS))["收入合计"]

    assert found.inputs == tuple(f"anping/finance/liucun-2026-{month}" for month in ("07", "08", "09"))
    assert found.source == "由3张收支表计算"


def test_a_missing_month_makes_the_quarter_missing_and_says_which() -> None:
    """Nothing is made up, neither totals nor closing."""
    found = amounts(LIUCUN, MONTHS[0], MONTHS[2])

    assert {amount.state for amount in found.values()} == {State.MISSING}
    assert {amount.reason for amount in found.values()} == {"缺2026年8月的表"}


def test_one_sheet_for_the_whole_quarter_will_do() -> None:
    """Small villages keep quarterly accounts."""
    found = amounts(LIUCUN, sheet("liucun", "2026-Q3", income="600", closing="450"))

    assert found["收入合计"].value == 600
    assert found["期末结存"].value == 450


def test_a_month_within_a_quarterly_sheet_is_not_counted_twice() -> None:
    """The same money stands in both sheets."""
    found = amounts(LIUCUN, sheet("liucun", "2026-Q3", income="600"), MONTHS[0])["收入合计"]

    assert (found.state, found.reason) == (State.MISSING, "几张表的期间重叠")


def test_half_years_and_years_have_no_quarters() -> None:
    """A year's sheet says nothing about its quarters."""
    assert amounts(LIUCUN, sheet("liucun", "2026-H2", income="1"), sheet("liucun", "2026", income="1")) == {}


def test_two_publishers_of_a_village_are_added_when_both_are_complete() -> None:
    """The village committee and the cooperative keep separate books."""
    others = [
        sheet("liucun", f"2026-{m}", income="10", closing="5", publisher="刘村村民委员会", also="-b")
        for m in ("07", "08", "09")
    ]

    assert amounts(LIUCUN, *MONTHS, *others)["收入合计"].value == Decimal("630.60")
    assert amounts(LIUCUN, *MONTHS, *others)["期末结存"].value == Decimal("455.60")
    assert amounts(LIUCUN, *MONTHS, *others[:2])["收入合计"].reason == "缺2026年9月的表"


def test_the_township_is_the_sum_of_its_villages() -> None:
    """And names every sheet below it."""
    wangcun = village("wangcun", "王村")
    more = [sheet("wangcun", f"2026-{m}", income="1", closing="2") for m in ("07", "08", "09")]
    found = computed(LIUCUN, wangcun, *MONTHS, *more, place="anping")

    assert found["收入合计"].amount == Amount.known(Decimal("603.60"), "元")
    assert found["期末结存"].amount == Amount.known(Decimal("452.60"), "元")
    assert len(found["收入合计"].inputs) == 6


def test_a_village_without_sheets_leaves_the_sum_of_the_township_open() -> None:
    """A sum over some of the villages would pass for the township's."""
    found = amounts(LIUCUN, village("wangcun", "王村"), *MONTHS, place="anping")["收入合计"]

    assert (found.state, found.reason) == (State.MISSING, "缺王村的表")


def test_many_villages_without_sheets_are_counted_not_listed() -> None:
    """The reason stands in a table cell."""
    others = [village(f"cun{number}", f"{name}村") for number, name in enumerate("王李张陈")]

    assert amounts(LIUCUN, *others, *MONTHS, place="anping")["收入合计"].reason == "缺王村、李村、张村等4个村的表"


def test_a_missing_month_of_a_village_is_named_in_the_sum_of_the_township() -> None:
    """Which village, which month."""
    assert amounts(LIUCUN, *MONTHS[:2], place="anping")["收入合计"].reason == "刘村缺2026年9月的表"


def test_a_community_without_accounts_does_not_leave_the_sum_open() -> None:
    """Communities often have no collective."""
    assert amounts(LIUCUN, village("jie", "街道社区", "社区"), *MONTHS, place="anping")["收入合计"].value == Decimal(
        "600.60"
    )


def test_sheets_of_the_township_itself_are_not_mixed_with_those_of_its_villages() -> None:
    """Otherwise two figures of one name would stand for the township."""
    own = sheet("anping", "2026-Q3", income="9999")

    assert amounts(LIUCUN, *MONTHS, own, place="anping")["收入合计"].value == Decimal("600.60")


def test_a_written_figure_is_never_computed_again() -> None:
    """What a person has written stays, alone; other names are still computed."""
    own = make(Indicator, "own", 地方="liucun", 名称="收入合计", 主题="财务统计", 期间="2026-Q3", 数值="7", 单位="元")
    found = [i for i in derived(township(), LIUCUN, *MONTHS, own).of(Indicator) if i.place == "liucun"]

    assert [i.figure.value for i in found if i.name == "收入合计"] == [7]
    assert [i.figure.value for i in found if i.name == "支出合计"] == [150]


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


money = st.decimals(min_value=0, max_value=Decimal("9999999.99"), places=2)


@given(st.lists(st.tuples(money, money, money), min_size=3, max_size=3))
def test_totals_are_exact(rows: list[tuple[Decimal, Decimal, Decimal]]) -> None:
    """Decimals, never floats."""
    months = [
        sheet("liucun", f"2026-0{number}", income=str(row[0]), expense=str(row[1]), closing=str(row[2]))
        for number, row in enumerate(rows, start=7)
    ]
    found = amounts(LIUCUN, *months)

    assert found["收入合计"].value == rows[0][0] + rows[1][0] + rows[2][0]
    assert found["支出合计"].value == rows[0][1] + rows[1][1] + rows[2][1]
    assert found["期末结存"].value == rows[2][2]


@pytest.mark.parametrize("dropped", [0, 1, 2])
def test_no_month_may_be_missing(dropped: int) -> None:
    """Whichever it is."""
    left = [month for number, month in enumerate(MONTHS) if number != dropped]

    assert amounts(LIUCUN, *left)["期末结存"].state is State.MISSING
