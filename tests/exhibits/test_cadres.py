"""Cadres: before and after the election, and the rosters; what the gate keeps back is not there."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts import Bars, Share
from generator.exhibits import cadres
from tests.exhibits.showing import ONE, OTHER, SITE, TOP, edition, elsewhere, figure, shown


def election(
    before: str | None, after: str | None, period: str = "2026", name: str = "平均年龄", unit: str = "岁"
) -> list:
    return [
        figure(f"{word}{name}", "anping", one, period, unit) for word, one in (("换届前", before), ("换届后", after))
    ]


def listed(place: str, **kinds: str) -> list:
    total = figure("登记人员", place, str(sum(map(int, kinds.values()))), inputs=("anping/person/a", "anping/person/b"))
    parts = [
        figure("登记人员", place, one, inputs=(f"anping/person/{n}",), 类别=kind)
        for n, (kind, one) in enumerate(kinds.items())
    ]
    return [total, *parts]


@pytest.mark.parametrize("where", [SITE, TOP, ONE])
def test_nothing_is_shown_of_nothing(where: tuple[str, str]) -> None:
    """No heading without figures."""
    assert shown(cadres, where, edition()) == {}


@pytest.mark.parametrize(
    ("figures", "sentence", "drawn"),
    [
        (election("56", "42"), "安平镇2026年换届后平均年龄42岁，换届前56岁，降低14岁。", True),
        (election("42", "42"), "安平镇2026年换届后平均年龄42岁，换届前42岁，没有变。", True),
        (election("0", "4", name="女性", unit="名"), "安平镇2026年换届后女性4名，换届前0名，增加4名。", True),
        (election("40", "55.5", name="大专以上占比", unit="%"), "安平镇2026年换届后大专以上占比55.5%，换届前40%，提高15.5个百分点。", True),
        (election("**", "42"), "安平镇2026年平均年龄：换届前的数原件遮盖了（**），不比较。", False),
        (election("**", None), "安平镇2026年平均年龄：换届前的数原件遮盖了（**），换届后没有数，不比较。", False),
    ],
)  # fmt: skip
def test_before_and_after(figures: list, sentence: str, drawn: bool) -> None:
    """The change in words that fit the unit; nothing is drawn of what is not known."""
    for where in (SITE, TOP):
        found = shown(cadres, where, edition(*figures))["cadres-1"]

        assert found.sentence == sentence
        assert (found.chart is not None) == drawn
        assert len(found.sheet.rows[0].keys) == 2


def test_only_the_same_period_is_compared() -> None:
    """Before of one election beside after of another says nothing."""
    one = edition(election("56", "42", "2021")[0], election("56", "42", "2026")[1])

    assert shown(cadres, TOP, one) == {}


def test_elections_of_different_years_say_so() -> None:
    """The year stands beside the name where the bars are not of one year; units have charts of their own."""
    others = [elsewhere(one) for one in election("50", "45", "2025")]
    points = [elsewhere(one) for one in election("5", "6", "2025", unit="分")]

    found = shown(cadres, SITE, edition(*election("56", "42"), *others, *points, also=(OTHER,)))

    assert found["cadres-1"].chart.labels == ("安平镇2026年", "海滨镇2025年")
    assert found["cadres-2"].chart.unit == "分"


def test_rosters() -> None:
    """The most first, the sum apart, and a note that one person can be in several."""
    found = shown(cadres, ONE, edition(*listed("liucun", 第一书记="1", 村两委成员="5")))["cadres-rosters"]

    assert found.sentence == "到2026年10月20日，刘村登记在册6名：村两委成员5名、第一书记1名。"
    assert [row.cells[0] for row in found.sheet.rows] == ["村两委成员", "第一书记", "合计"]
    assert found.sheet.rows[0].keys == ("anping/person/1",)
    assert "各类和合计里都数" in found.note


def test_committees_of_villages_are_listed_and_not_ranked() -> None:
    """Registers are not equally full: nobody has most."""
    one = edition(*listed("liucun", 村两委成员="5"), *listed("xihe", 村两委成员="7"), *listed("shan", 第一书记="1"))

    found = shown(cadres, TOP, one)["cadres-committees"]

    assert found.sentence == (
        "到2026年10月20日登记在册的村两委成员：西河村7名、刘村5名。登记全不全各地不一样，不能直接比多少。"
    )
    assert "最多" not in found.sentence


def test_schooling_is_shown_where_it_may_be_seen() -> None:
    """The gate drops the parts that stand on a closed field; what is left has no breakdown."""
    parts = [figure("登记两委成员学历", "liucun", one, 学历=name) for name, one in (("大专", "3"), ("中专", "1"))]
    total = figure("登记两委成员学历", "liucun", "4")

    found = shown(cadres, ONE, edition(total, *parts))["cadres-committee-schooling"]

    assert found.sentence == "到2026年10月20日，刘村登记在册的两委成员：大专3名，占75%；中专1名，占25%。"
    assert isinstance(found.chart, Share)
    assert shown(cadres, ONE, edition(total)) == {}


@given(
    values=st.lists(st.one_of(st.none(), st.just("**"), st.decimals(0, 999, places=1).map(str)), min_size=4, max_size=4)
)
def test_no_figures_make_it_fail(values: list) -> None:
    """Any mix of known, masked and missing; a bar is drawn of two known figures alone."""
    others = [elsewhere(one) for one in election(*values[2:], "2025")]

    found = shown(cadres, SITE, edition(*election(*values[:2]), *others, also=(OTHER,)))["cadres-1"]

    if isinstance(found.chart, Bars):
        assert all(isinstance(one.value, Decimal) for run in found.chart.series for one in run.values)
    else:
        assert found.sentence.count("不比较") == 2
