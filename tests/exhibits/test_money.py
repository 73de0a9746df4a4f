"""Income, finance, projects and timeliness: sentences that are true, guarded comparisons, and keys behind every figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exhibits import Exhibit, Scope, finance, income, projects, timeliness
from generator.exhibits._common.saying import changed, extremes, growth, ranks, said, several, unknown
from generator.exhibits._common.tiers import BEYOND, NOTHING, tier
from generator.model import Amount, Audience, Duty, DutyState, Edition, Record
from generator.records.finance import Finance
from generator.records.indicator import Indicator
from generator.records.project import Project
from tests.derive.making import TODAY, derived, make, sheet, township, village

TOWN = township()
VILLAGES = (village("liucun", "刘村"), village("xihe", "西河村"), village("shan", "山口村"))
SITE, TOP, ONE = ("", ""), ("anping", ""), ("anping", "liucun")
SUBJECTS = (income, finance, projects, timeliness)


def edition(*records: Record, duties: tuple[Duty, ...] = ()) -> Edition:
    items = (TOWN, *VILLAGES, *records)
    return Edition(items=items, duties=duties, today=TODAY, audience=Audience.PUBLIC)


def earned(place: str, year: str, value: str, unit: str = "万元", name: str = "集体经营性收入") -> Indicator:
    figure = {"数值": value} if value else {"数值": None, "缺失原因": "没有报"}
    labels = {"名称": name, "主题": "集体经济", "期间": year, "单位": unit, **figure}
    return make(Indicator, f"{place}-{year}", 地方=place, **labels)


def shown(subject: object, where: tuple[str, str], one: Edition) -> dict[str, Exhibit]:
    found = {each.name: each for each in subject.exhibits(Scope(one, *where))}  # type: ignore[attr-defined]
    for each in found.values():
        assert "None" not in each.sentence
        assert all(len(row.cells) == len(each.sheet.columns) for row in each.sheet.rows)
        assert all(row.keys for row in each.sheet.rows if any(isinstance(c, Amount) and c.value for c in row.cells))
    return found


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("where", [SITE, TOP, ONE])
def test_nothing_is_shown_of_nothing(subject: object, where: tuple[str, str]) -> None:
    """No heading without figures."""
    assert shown(subject, where, edition()) == {}


def test_income_of_villages_with_a_tie_a_fall_and_a_blank() -> None:
    """Ties share a rank and the next is left out; the blank one is named and has none."""
    years = [("liucun", "7.5", "7.5"), ("xihe", "8", "7.5"), ("shan", "3", "")]
    records = [earned(place, year, v) for place, *vs in years for year, v in zip(("2024", "2025"), vs, strict=True)]

    found = shown(income, TOP, edition(*records))["income-operating"]

    assert found.sentence == (
        "2025年集体经营性收入有数的村2个。刘村、西河村一样，都是7.5万元。"
        "比上年一样的1个，少的1个（西河村）。山口村没有数（没有报），不算在内。"
    )
    assert [(row.cells[0], row.cells[-1]) for row in found.sheet.rows] == [("刘村", 1), ("西河村", 1), ("山口村", None)]
    assert found.sheet.rows[0].keys == ("anping/indicator/liucun-2024", "anping/indicator/liucun-2025")


def test_income_of_a_village() -> None:
    """One row: the figure and its change."""
    records = (earned("liucun", "2024", "6.85"), earned("liucun", "2025", "7.42"))

    found = shown(income, ONE, edition(*records))

    assert list(found) == ["income-operating"]
    assert found["income-operating"].sentence == "刘村2025年集体经营性收入7.42万元。比上年增加0.57万元，增长8.3%。"


def test_villages_are_counted_by_size() -> None:
    """Zero is no income and no blank; a blank is in no class; the site has a row a township."""
    one = edition(earned("liucun", "2025", "5"), earned("xihe", "2025", "0"), earned("shan", "2025", ""))

    found = shown(income, TOP, one)["income-operating-tiers"]
    site = shown(income, SITE, one)["income-operating-tiers"]

    told = "2025年有集体经营性收入数的2个村里，没有收入的1个，5万元至10万元的1个。山口村没有数，不算在内。"
    assert found.sentence == site.sentence == told
    assert [row.cells for row in site.sheet.rows] == [("安平镇", 2, 1, 1)]


@pytest.mark.parametrize(
    ("value", "unit", "name"),
    [
        ("-1", "万元", NOTHING),
        ("0", "万元", NOTHING),
        ("4.99", "万元", "5万元以下"),
        ("5", "万元", "5万元至10万元"),
        ("99999", "元", "5万元至10万元"),
        ("100", "万元", BEYOND),
    ],
)
def test_a_class_begins_with_its_least(value: str, unit: str, name: str) -> None:
    assert tier(Decimal(value), unit) == name


def test_units_are_not_put_side_by_side() -> None:
    """元 and 万元 are two exhibits, and a year that is not over is none."""
    records = (earned("liucun", "2025", "7"), earned("xihe", "2025", "70000", "元"), earned("shan", "2026", "9"))

    found = shown(income, TOP, edition(*records))

    assert {"income-operating", "income-operating1"} <= set(found)
    assert all(len(found[name].sheet.rows) == 1 for name in ("income-operating", "income-operating1"))


def test_years_of_different_charts_of_accounts_are_not_compared() -> None:
    """The chart of 2004 and that of 2023 count differently."""
    books = [sheet("liucun", period, chart=chart) for period, chart in (("2024", "2004"), ("2025", "2023"))]
    figures = [earned("liucun", one.period.label[:4], "5").model_copy(update={"inputs": (one.key,)}) for one in books]

    found = shown(income, ONE, edition(*books, *figures))["income-operating"]

    assert found.sentence == "刘村2025年集体经营性收入5万元。"
    assert found.sheet.rows[0].cells[1] == Amount.missing("万元", "两年的科目制度不同，不相比")


def books(place: str, *months: str, income: str = "100", closing: str = "0") -> list[Finance]:
    return [sheet(place, month, income=income, expense="40", closing=closing) for month in months]


QUARTER = ("2026-07", "2026-08", "2026-09")


def test_a_village_with_a_month_missing_is_not_ranked() -> None:
    """The month is named; a balance below zero is said."""
    sheets = [
        *books("liucun", *QUARTER),
        *books("xihe", *QUARTER, income="50", closing="-8"),
        *books("shan", *QUARTER[:2]),
    ]
    sheets += books("shan", "2026-10")
    records = derived(TOWN, *VILLAGES, *sheets)
    one = Edition(items=tuple(records), today=TODAY, audience=Audience.PUBLIC)

    found = shown(finance, TOP, one)["finance-2026-q3"]

    assert (
        "收入最多的是刘村（300.00元），最少的是西河村（150.00元）。支出刘村、西河村一样，都是120.00元。"
        in found.sentence
    )
    assert "山口村没有数（缺2026年9月的表），不算在内。西河村期末结存小于零。" in found.sentence
    assert [row.cells[1] for row in found.sheet.rows][2].value is None  # type: ignore[union-attr]


def test_finance_of_a_village_through_the_months() -> None:
    """A month without a sheet keeps its place and says so."""
    records = derived(TOWN, *VILLAGES, *books("liucun", "2026-04", "2026-06", "2026-07", "2026-08", "2026-09"))
    one = Edition(items=tuple(records), today=TODAY, audience=Audience.PUBLIC)

    found = shown(finance, ONE, one)

    assert [row.cells[0] for row in found["finance-months"].sheet.rows][:2] == ["2026年4月", "2026年5月"]
    assert found["finance-months"].sentence.endswith("2026年5月没有数（没有这个月的表），不算在内。")
    assert found["finance-2026-q3"].sentence == (
        "刘村2026年第3季度收入300.00元，支出120.00元，收入比支出多，期末结存0.00元。"
    )


def project(name: str, title: str, total: str | None, **labels: object) -> Project:
    return make(
        Project, name, 地方="liucun", 名称=title, **({"类别": "公益事业", "状态": "在建", "总投资": total} | labels)
    )


def test_projects_with_masked_and_missing_money() -> None:
    """Neither is counted as nothing; what was not recorded as paid is not called unpaid."""
    paid = [{"日期": "2026-05-01", "金额": "150", "摘要": "进度款"}]
    one = edition(
        project("road", "路", "120", 支付=paid, 进度="60"),
        project("bridge", "桥", "**"),
        project("ditch", "渠", None, 个数=3),
    )

    found = shown(projects, TOP, one)

    assert found["projects-stages"].sentence == "一共5个项目（记了3条）：在建5个。"
    assert found["projects-money"].sentence == (
        "写明总投资的1条，合计120.00元。“桥”的总投资的数原件遮盖了（**），“渠”的总投资没有数（没有写总投资），都不算在内。"
        "登记了付款的1条，已付150.00元。路的付款超过了总投资。"
    )
    assert found["projects-progress"].sentence == "写了进度的1条。“路”完成60%。另外2条没有写进度，不算在内。"
    assert shown(projects, SITE, one)["projects-money"].sheet.rows[0].cells[1:3] == (3, 1)
    assert list(shown(projects, ONE, one)) == ["projects-stages", "projects-money", "projects-progress"]


def duties(place: str, on_time: int, late: int) -> list[Duty]:
    states = [DutyState.DONE] * on_time + [DutyState.LATE] * late
    day = date(2026, 9, 15)
    return [Duty("cash", "anping", place, day, day, state, record=f"anping/finance/{place}") for state in states]


def test_timeliness_is_ranked_with_ties_and_too_few_have_no_rank() -> None:
    """1, 1, and none for two duties."""
    given = (*duties("liucun", 2, 1), *duties("xihe", 4, 2), *duties("shan", 2, 0))
    one = edition(duties=given)

    found = shown(timeliness, TOP, one)["timeliness"]

    assert found.sentence == (
        "截至2026年10月20日的近12个月，到期应公开11项次，按时8项次，及时率72.7%。"
        "刘村、西河村一样，都是66.7%。山口村到期的不到3项次，不排名次。其中迟公开3项次。"
    )
    ranked = {(row.cells[0], row.cells[-1]) for row in found.sheet.rows}
    assert ranked == {("刘村", 1), ("西河村", 1), ("山口村", None), ("合计", None)}
    assert all(row.keys for row in found.sheet.rows)
    assert shown(timeliness, SITE, one)["timeliness-villages"].sentence == (
        "有到期事项的村3个。及时率60–79.9%的2个。1个村到期的不到3项次，不算及时率。"
    )
    assert len(shown(timeliness, ONE, one)["timeliness"].sheet.rows) == 1


AMOUNTS = st.one_of(
    st.decimals(-(10**9), 10**9, places=2).map(lambda value: Amount.known(value, "元")),
    st.just(Amount.masked("元")),
    st.just(Amount.missing("元", "没有表")),
)


@given(st.lists(AMOUNTS, max_size=8))
def test_sentences_never_fail(values: list[Amount]) -> None:
    """Every figure is either compared or said to be unknown, and nobody reads None."""
    pairs = [(f"村{number}", one) for number, one in enumerate(values)]

    words = extremes(pairs, "元") + unknown(pairs)

    assert "None" not in words
    assert bool(unknown(pairs)) is any(one.value is None for one in values)
    assert [rank is None for rank in ranks(values)] == [one.value is None for one in values]


@given(AMOUNTS, AMOUNTS)
def test_no_change_from_what_is_not_above_zero(now: Amount, before: Amount) -> None:
    known = now.value is not None and before.value is not None
    assert (growth(now, before).value is not None) is (known and bool(before.value) and before.value > 0)  # type: ignore[operator]
    assert bool(changed(now, before, "元")) is known


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("0", "元", "0.00元"),
        ("640000", "元", "64万元"),
        ("112953.72", "元", "112,953.72元"),
        ("1453000000", "元", "14.53亿元"),
        ("-20000", "元", "−2万元"),
        ("7.50", "万元", "7.5万元"),
    ],
)
def test_large_sums_are_said_in_large_units_where_nothing_is_lost(value: str, unit: str, words: str) -> None:
    assert said(Decimal(value), unit) == words


def test_many_are_counted() -> None:
    assert several(["甲", "乙", "丙", "丁"]) == "甲、乙、丙等4个"
