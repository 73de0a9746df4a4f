"""Party members: side by side, through the years, in parts; nothing of what may not be compared."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts import Bars, Lines, Share, Stacked
from generator.exhibits import members
from generator.model import Amount
from tests.exhibits.showing import ONE, OTHER, SITE, TOP, edition, elsewhere, figure, shown

NAME = "党员总数"


def total(place: str, value: str | None, period: str = "2025") -> object:
    return figure(NAME, place, value, period)


def ages(place: str, *values: str | None, period: str = "2025") -> list:
    names = ("35岁以下", "36至59岁", "60岁以上")
    return [figure(NAME, place, one, period, 年龄段=name) for name, one in zip(names, values, strict=True)]


@pytest.mark.parametrize("where", [SITE, TOP, ONE])
def test_nothing_is_shown_of_nothing(where: tuple[str, str]) -> None:
    """No heading without figures."""
    assert shown(members, where, edition()) == {}


def test_villages_side_by_side() -> None:
    """Sum, ends, and who has more and fewer than the year before."""
    one = edition(
        total("liucun", "62"), total("liucun", "60", "2024"), total("xihe", "55"), total("xihe", "56", "2024"),
        total("shan", "48"), total("shan", "48", "2024"),
    )  # fmt: skip

    found = shown(members, TOP, one)["members"]

    assert found.sentence == (
        "2025年有数的村3个，合计165名。最多的是刘村（62名），最少的是山口村（48名）。"
        "比上年增加的1个（刘村），减少的1个（西河村），没有变的1个（山口村）。"
    )
    assert isinstance(found.chart, Bars)
    assert [row.cells[-1].value for row in found.sheet.rows] == [2, -1, 0]
    assert [row.place.id for row in found.sheet.rows] == ["liucun", "xihe", "shan"]


def test_ties_zero_masked_and_missing() -> None:
    """Equal ones are named together; what is not known is said and is not nothing, and there is no sum of it."""
    ties = edition(total("liucun", "62"), total("xihe", "62"), total("shan", "0"))
    dark = edition(total("liucun", "62"), total("xihe", "**"), total("shan", None))

    assert shown(members, TOP, ties)["members"].sentence == (
        "2025年有数的村3个，合计124名。最多的是刘村、西河村（并列，62名），最少的是山口村（0名）。"
    )
    found = shown(members, TOP, dark)["members"]
    assert (
        found.sentence
        == "2025年有数的村1个（刘村62名）。西河村的数原件遮盖了（**），山口村没有数（没有报），都不算在内。"
    )
    assert found.chart is None


def test_another_time_is_not_compared() -> None:
    """A village whose newest figure is of another year stands in the table alone."""
    one = edition(total("liucun", "62"), total("xihe", "55"), total("shan", "99", "2024"))

    found = shown(members, TOP, one)["members"]

    assert found.sentence == (
        "2025年有数的村2个，合计117名。最多的是刘村（62名），最少的是西河村（55名）。"
        "山口村的数不是同一时间的，只列在表里，不一起比。"
    )
    assert found.chart.labels == ("刘村", "西河村")
    assert len(found.sheet.rows) == 3


def test_townships_of_the_site() -> None:
    """Of the site its townships, not their villages."""
    one = edition(total("anping", "1460"), total("liucun", "62"), elsewhere(total("anping", "940")), also=(OTHER,))

    found = shown(members, SITE, one)

    assert list(found) == ["members"]
    assert found["members"].sentence == (
        "2025年有数的乡镇2个，合计2,400名。最多的是安平镇（1,460名），最少的是海滨镇（940名）。"
    )


def test_the_years_of_a_village() -> None:
    """Oldest first in the chart, newest first in the table, the change in the sentence."""
    found = shown(members, ONE, edition(total("liucun", "60", "2024"), total("liucun", "62")))["members-years"]

    assert found.sentence == "刘村2025年党员总数62名。比上年增加2名，增长3.3%。"
    assert isinstance(found.chart, Lines)
    assert found.chart.labels == ("2024年", "2025年")
    assert [row.cells[0] for row in found.sheet.rows] == ["2025年", "2024年"]


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ([("2025", "62")], "刘村2025年党员总数62名。"),
        ([("2023", "60"), ("2025", "62")], "刘村2025年党员总数62名。"),
        ([("2024", "0"), ("2025", "62")], "刘村2025年党员总数62名。比上年增加62名（上年不大于零，不算百分比）。"),
        ([("2024", "**"), ("2025", "62")], "刘村2025年党员总数62名。"),
        ([("2024", "60"), ("2025", "**")], "刘村2025年党员总数的数原件遮盖了（**），不算在内。"),
        (
            [("2025-H1", "60"), ("2025-H2", "61"), ("2026-H1", "63")],
            "刘村2026年上半年党员总数63名。比上年同期增加3名，增长5%。",
        ),
    ],
)
def test_a_change_is_told_of_the_year_before_alone(figures: list, sentence: str) -> None:
    """Not over a gap, not from nothing in per cent, not from what is not known; halves with the same half."""
    one = edition(*(total("liucun", value, period) for period, value in figures))

    assert shown(members, ONE, one)["members-years"].sentence == sentence


def test_units_do_not_mix() -> None:
    """What is counted in 户 is no part of what is counted in 名."""
    one = edition(total("liucun", "62"), figure(NAME, "xihe", "9", "2025", unit="户"), total("shan", "48"))

    assert shown(members, TOP, one)["members"].chart.labels == ("刘村", "山口村")


def test_parts_that_make_up_the_whole() -> None:
    """Shares, and each part against the year before."""
    one = edition(
        total("liucun", "62"), *ages("liucun", "9", "27", "26"),
        total("liucun", "60", "2024"), *ages("liucun", "8", "27", "25", period="2024"),
    )  # fmt: skip

    found = shown(members, ONE, one)["members-age"]

    assert found.sentence == (
        "刘村2025年：35岁以下9名，占14.5%；36至59岁27名，占43.5%；60岁以上26名，占41.9%。"
        "比上年：35岁以下增加1名，36至59岁没有变，60岁以上增加1名。"
    )
    assert isinstance(found.chart, Share)
    assert found.sheet.columns[-2:] == ("上年同期（名）", "增减（名）")
    assert found.sheet.rows[-1].total
    assert len(found.sheet.rows[0].keys) == 3


@pytest.mark.parametrize(
    ("whole", "values", "sentence"),
    [
        ("62", ("9", "27", "20"), "占32.3%。分项合计与总数差6名，没有分到的不在其中。"),
        ("50", ("9", "27", "26"), "60岁以上26名。分项合计与总数差12名（分项多），待核对，不算占比。"),
        (
            "30",
            ("9", "27", "**"),
            "36至59岁27名。60岁以上的数原件遮盖了（**），不算在内。分项相加比总数多，待核对，不算占比。",
        ),
        ("62", ("9", "27", None), "占43.5%。60岁以上没有数（没有报），不算在内。"),
        ("**", ("9", "27", "26"), "36至59岁27名；60岁以上26名。"),
        (None, ("9", "27", "26"), "36至59岁27名；60岁以上26名。"),
        ("0", ("0", "0", "0"), "36至59岁0名；60岁以上0名。"),
    ],
)
def test_parts_that_do_not(whole: str | None, values: tuple, sentence: str) -> None:
    """Said how much is apart; no share of what is less than its parts, and none where the whole is not known."""
    one = edition(total("liucun", whole), *ages("liucun", *values))

    found = shown(members, ONE, one)["members-age"]

    assert found.sentence.endswith(sentence)
    assert isinstance(found.chart, Bars)


def test_parts_of_which_nothing_is_known() -> None:
    """A table and a sentence, no empty picture."""
    found = shown(members, ONE, edition(*ages("liucun", "**", "**", None)))["members-age"]

    assert (
        found.sentence == "刘村2025年：35岁以下、36至59岁的数原件遮盖了（**），60岁以上没有数（没有报），都不算在内。"
    )
    assert found.chart is None


def test_parts_of_villages_side_by_side() -> None:
    """Only those that are complete, of the same year and the same parts; the others are named."""
    one = edition(
        total("liucun", "60"), *ages("liucun", "12", "24", "24"), total("xihe", "50"), *ages("xihe", "5", "20", "25"),
        total("shan", "50"), *ages("shan", "5", "20", "20"),
    )  # fmt: skip

    found = shown(members, TOP, one)["members-age-places"]

    assert found.sentence == (
        "2025年35岁以下占比最高的是刘村（20%），最低的是西河村（10%）。36至59岁占比刘村、西河村一样，都是40%。"
        "60岁以上占比最高的是西河村（50%），最低的是刘村（40%）。"
        "山口村的分项不全、对不上总数或者不是同一时间的，不放在一起。"
    )
    assert isinstance(found.chart, Stacked)
    assert found.chart.labels == ("刘村", "西河村")


VALUES = st.one_of(st.none(), st.just("**"), st.integers(0, 9999).map(str))


@given(whole=VALUES, parts=st.lists(VALUES, min_size=1, max_size=8), before=st.lists(VALUES, min_size=8, max_size=8))
def test_no_sentence_of_any_figures_fails(whole: str | None, parts: list, before: list) -> None:
    """Every exhibit is sound; shares that are told of a complete whole make 100 but for rounding."""
    now = [figure(NAME, "liucun", one, "2025", 年龄段=f"{n}档") for n, one in enumerate(parts)]
    then = [figure(NAME, "liucun", one, "2024", 年龄段=f"{n}档") for n, one in enumerate(before[: len(parts)])]

    found = shown(members, ONE, edition(total("liucun", whole), *now, *then))

    parts_of = found["members-age"]
    shares = [row.cells[2] for row in parts_of.sheet.rows if not row.total]
    assert all(isinstance(one, Amount) for one in shares)
    if isinstance(parts_of.chart, Share):
        assert abs(sum(one.value for one in shares) - 100) <= Decimal("0.05") * len(shares)
    assert all(0 <= one.value <= 100 for one in shares if one.value is not None)


@given(values=st.lists(VALUES, min_size=6, max_size=6))
def test_no_comparison_of_any_villages_fails(values: list) -> None:
    """Whatever is known of three villages in two years."""
    places = ("liucun", "xihe", "shan")
    figures = [total(place, value, year) for place, value in zip(places, values, strict=False) for year in ("2025",)]
    figures += [total(place, value, "2024") for place, value in zip(places, values[3:], strict=True)]

    for where in (SITE, TOP, ONE):
        shown(members, where, edition(*figures))
