"""Totals of the books: quarters and years, villages and townships, income told apart from other cash."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Amount, Period, Record, State
from generator.records.chart import Chart
from generator.records.finance import Finance
from generator.records.indicator import Indicator
from tests.derive.making import derived, make, sheet, township, village

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
    """The same money stands in both sheets: the longer one tells of it all."""
    found = computed(LIUCUN, sheet("liucun", "2026-Q3", income="600"), *MONTHS[:2])["收入合计"]

    assert found.amount.value == 600
    assert found.inputs == ("anping/finance/liucun-2026-q3",)


def test_two_sheets_of_one_month_are_no_total() -> None:
    """Which of them is right, nobody can tell."""
    found = amounts(LIUCUN, *MONTHS, sheet("liucun", "2026-07", income="1", also="-b"))["收入合计"]

    assert (found.state, found.reason) == (State.MISSING, "同一期有几张表")


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


def test_a_community_that_keeps_books_may_not_leave_a_quarter_out() -> None:
    """With sheets before and after, the quarter between is a gap; before the first and after the last there is none."""
    jie = village("jie", "街道社区", "社区")
    around = [sheet("jie", quarter, income="5") for quarter in ("2026-Q2", "2026-Q4")]

    assert amounts(LIUCUN, jie, *MONTHS, *around, place="anping")["收入合计"].reason == "缺街道社区的表"
    assert amounts(LIUCUN, jie, *MONTHS, *around[:1], place="anping")["收入合计"].value == Decimal("600.60")


def test_a_publisher_may_not_leave_a_quarter_out() -> None:
    """What the village committee kept before and after is missing between, though the collective's books are whole."""
    around = [
        sheet("liucun", quarter, publisher="刘村村民委员会", also="-b", income="5")
        for quarter in ("2026-Q2", "2026-Q4")
    ]

    assert amounts(LIUCUN, *MONTHS, *around)["收入合计"].reason == "缺2026年7月、2026年8月、2026年9月的表"


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


# ------------------------------------------------------------------------------------------------------------- the year

YEAR = Period.parse("2026")
QUARTERS = tuple(
    sheet("liucun", f"2026-Q{number}", income="100", expense="60", closing=f"{number}0") for number in (1, 2, 3, 4)
)


def test_a_year_adds_up_sheets_of_any_length() -> None:
    """Months, quarters and a half-year; the balance is that of its end."""
    mixed = (*MONTHS, QUARTERS[3], sheet("liucun", "2026-H1", income="1000", expense="7", closing="9"))
    found = amounts(LIUCUN, *mixed, period=YEAR)

    assert found["收入合计"].value == Decimal("1700.60")
    assert found["支出合计"].value == Decimal("217.00")
    assert found["期末结存"].value == 40


def test_a_year_that_is_over_nowhere_is_not_told_of() -> None:
    """Its quarters say more."""
    assert amounts(LIUCUN, *QUARTERS[:3], period=YEAR) == {}


def test_a_year_that_one_village_has_not_finished_leaves_the_township_open() -> None:
    """And says which months are missing."""
    wangcun = village("wangcun", "王村")
    found = amounts(LIUCUN, wangcun, *QUARTERS, sheet("wangcun", "2026-Q1"), place="anping", period=YEAR)

    assert found["收入合计"].reason == "王村缺2026年4月、2026年5月、2026年6月等9个月的表"


# ----------------------------------------------------------------------------------------------------- what is not income

CHART = make(
    Chart,
    "2023",
    名称="会计制度",
    施行="2024-01-01",
    核实="否",
    会计科目=[
        {"代码": code, "名称": name, "类别": kind}
        for code, name, kind in (
            ("112", "应收款", "资产"),
            ("241", "专项应付款", "负债"),
            ("311", "公积公益金", "权益"),
            ("501", "经营收入", "收入"),
            ("513", "管理费用", "支出"),
            ("514", "公益支出", "支出"),
        )
    ],
    报表=[
        {
            "表": "收益及收益分配表",
            "栏": ["本期", "累计"],
            "行": [{"项目": "经营收入", "统计为": "集体经营收入"}, {"项目": "收益总额", "统计为": "收益总额"}],
        },
        {"表": "资产负债表", "栏": ["年初", "期末"], "行": [{"项目": "资产总计", "统计为": "集体资产总额"}]},
    ],
)


def coded(place: str, period: str, incomes: dict[str, int], expenses: dict[str, int], **labels: str) -> Finance:
    """A cash sheet whose lines have account codes; `-` stands for none."""

    def lines(side: dict[str, int]) -> list[dict[str, str]]:
        return [{"摘要": "款", "金额": str(n)} | ({} if code == "-" else {"科目": code}) for code, n in side.items()]

    return make(
        Finance,
        f"{place}-{period.lower()}",
        村=place,
        公开主体=f"{place}合作社",
        期间=period,
        科目制度=labels.get("chart", "2023"),
        期初结存="0",
        收入=lines(incomes),
        支出=lines(expenses),
        期末结存=str(sum(incomes.values()) - sum(expenses.values())),
    )


def values(found: dict[str, Amount]) -> dict[str, Decimal | None]:
    return {name: amount.value for name, amount in found.items() if name not in ("收入合计", "支出合计", "期末结存")}


def test_cash_that_came_in_is_not_all_income() -> None:
    """Special funds and land compensation are told apart; codes of the village's own detail count with their account."""
    found = amounts(CHART, LIUCUN, coded("liucun", "2026-Q3", {"50101": 100, "241": 30, "311": 5}, {"513": 7}))

    assert found["收入合计"].value == 135
    assert values(found) == {"专项资金收入": 35, "当期收入": 100, "管理费用支出": 7}


def test_money_got_back_is_neither_income_nor_a_special_fund() -> None:
    """A debt that was paid is shown by itself, so that the parts still make the whole."""
    found = amounts(CHART, LIUCUN, coded("liucun", "2026-Q3", {"501": 100, "112": 40}, {}))

    assert values(found) == {"专项资金收入": 0, "收回款项": 40, "当期收入": 100}


def test_spending_is_told_by_account_for_all_villages_alike() -> None:
    """The name ends with 支出 once; a village that spent nothing on an account has a nought."""
    sheets = (
        coded("liucun", "2026-Q3", {}, {"513": 7, "51402": 3}),
        coded("wangcun", "2026-Q3", {}, {"513": 2}),
    )
    both = (CHART, LIUCUN, village("wangcun", "王村"), *sheets)

    assert values(amounts(*both, place="wangcun")) == {"管理费用支出": 2, "公益支出": 0}
    assert values(amounts(*both, place="anping")) == {"管理费用支出": 9, "公益支出": 3}


@pytest.mark.parametrize("code", ["-", "999"])
def test_a_line_without_an_account_leaves_the_parts_open(code: str) -> None:
    """It could be any of them; the totals do not need to know."""
    found = amounts(CHART, LIUCUN, coded("liucun", "2026-Q3", {"501": 100, code: 1}, {"513": 7}))

    assert found["收入合计"].value == 101
    assert found["专项资金收入"].reason == "2026年第3季度的表有的行没有科目或科目不在科目表里"
    assert found["管理费用支出"].value == 7


def test_without_any_account_there_are_only_totals() -> None:
    """A column of blanks helps nobody."""
    assert set(amounts(CHART, LIUCUN, *MONTHS)) == {"收入合计", "支出合计", "期末结存"}


def test_without_the_chart_a_code_means_nothing() -> None:
    """The same number is income in one and spending in another."""
    assert set(amounts(LIUCUN, coded("liucun", "2026-Q3", {"501": 1}, {}))) == {"收入合计", "支出合计", "期末结存"}


def test_a_figure_says_which_fields_it_used() -> None:
    """Readers from whom the accounts are closed may still see the totals."""
    found = computed(CHART, LIUCUN, coded("liucun", "2026-Q3", {"501": 1}, {}))

    assert "finance/收入.科目" in found["当期收入"].uses
    assert "finance/科目制度" in found["当期收入"].uses
    assert found["收入合计"].uses == ("finance/公开主体", "finance/收入.金额")


# --------------------------------------------------------------------------------------------------------- the statements


def statement(place: str, period: str, name: str, rows: dict[str, dict[str, str]], **labels: str) -> Finance:
    return make(
        Finance,
        f"{place}-{period.lower()}-{'balance' if name == '资产负债表' else 'income'}",
        村=place,
        公开主体=f"{place}合作社",
        期间=period,
        科目制度="2023",
        表=name,
        报表行=[{"项目": row} | cells for row, cells in rows.items()],
        **labels,
    )


def test_flows_of_statements_are_added_and_balances_are_not() -> None:
    """Which row is which figure, the chart says."""
    income = [
        statement("liucun", f"2026-Q{n}", "收益及收益分配表", {"经营收入": {"本期": "10"}, "收益总额": {"本期": "4"}})
        for n in (1, 2, 3, 4)
    ]
    balance = statement("liucun", "2026", "资产负债表", {"资产总计": {"年初": "7", "期末": "9"}})
    found = computed(CHART, LIUCUN, *income, balance, period=YEAR)

    assert {name: i.amount.value for name, i in found.items()} == {
        "集体经营收入": 40,
        "收益总额": 16,
        "集体资产总额": 9,
    }
    assert found["集体经营收入"].source == "由4张收益及收益分配表计算"
    assert {i.theme for i in found.values()} == {"集体经济"}


def test_the_running_total_of_a_year_will_do() -> None:
    """A yearly statement may have that column alone."""
    rows = {"经营收入": {"累计": "10"}}
    found = amounts(CHART, LIUCUN, statement("liucun", "2026", "收益及收益分配表", rows), period=YEAR)

    assert found["集体经营收入"].value == 10
    assert found["收益总额"].reason == "2026年的收益及收益分配表没有写"


def test_a_village_without_the_statement_leaves_the_township_open() -> None:
    """The reason names the statement."""
    rows = {"经营收入": {"本期": "10"}, "收益总额": {"本期": "4"}}
    one = statement("liucun", "2026-Q3", "收益及收益分配表", rows)
    found = amounts(CHART, LIUCUN, village("wangcun", "王村"), one, place="anping")

    assert found["收益总额"].reason == "缺王村的收益及收益分配表"


def test_a_statement_is_no_cash_sheet() -> None:
    """Its rows are not added to what came in."""
    one = statement("liucun", "2026-Q3", "收益及收益分配表", {"经营收入": {"本期": "10"}})

    assert amounts(CHART, LIUCUN, *MONTHS, one)["收入合计"].value == Decimal("600.60")
