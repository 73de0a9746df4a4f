"""Figures of another place or period, and comparisons with an earlier one."""

from __future__ import annotations

from itertools import count

import pytest

from generator.figures import BLANK, Piece, Unbound, Unwritable, bindings, render
from generator.model import Record, Records
from generator.records.article import Article
from generator.records.indicator import Indicator
from tests.derive.making import make, township, village

IDS = count()


def figure(
    period: str | None, value: str | None, place: str = "anping", name: str = "党员", unit: str = "名"
) -> Indicator:
    """One indicator; its id does not matter."""
    return make(
        Indicator,
        f"i{next(IDS)}",
        地方=place,
        名称=name,
        主题="党建",
        期间=period,
        数值=value,
        单位=unit,
        缺失原因="还没有统计",
    )


def article(place: str | None = None, day: str = "2026-07-15") -> Article:
    return make(Article, "a", 地方=place, 标题="文", 体裁="综述", 日期=day, 部分=[])


WORLD: tuple[Record, ...] = (
    township(),
    village("liucun", "刘村"),
    village("wangcun", "王村"),
    village("zu-a", "1组", "村民小组"),
    village("dong-a", "东庄", "自然村"),
    village("dong-b", "东庄", "自然村"),
    figure("2024", "100"),
    figure("2025", "105"),
    figure("2026-Q1", "80", name="来访", unit="件"),
    figure("2026-Q2", "88", name="来访", unit="件"),
    figure("2025-Q2", "110", name="来访", unit="件"),
    figure("2026-H1", "168", name="来访", unit="件"),
    figure("2026-Q3", "90", name="来访", unit="件"),
    figure("2026-Q4", "95", name="来访", unit="件"),
    figure("2026-06", "30", name="走访", unit="户"),
    figure("2026-05", "30", name="走访", unit="户"),
    figure("2026-01", "20", name="入户", unit="户"),
    figure("2025-12", "16", name="入户", unit="户"),
    figure("2025", "12", "liucun"),
    figure("2024", "15", "liucun"),
    figure("2025", "7", "zu-a"),
    figure("2025", "9", "wangcun", name="外出"),
    figure(None, "5", name="村数", unit="个"),
    figure("2025", "33", name="60岁以上党员"),
    figure("2027", "5", name="明年事", unit="件"),
    *(figure(year, value, name="利润", unit="元") for year, value in (("2023", "-5"), ("2024", "3"), ("2025", "-4"))),
    *(figure(year, value, name="出险", unit="起") for year, value in (("2023", "0"), ("2024", "0"), ("2025", "4"))),
    *(figure(year, value, name="到会率", unit="%") for year, value in (("2024", "91.5"), ("2025", "93"))),
    *(figure(year, value, name="债务", unit="元") for year, value in (("2024", "**"), ("2025", "93"))),
    *(figure(year, value, name="面积", unit="亩") for year, value in (("2024", None), ("2025", "93"))),
    *(figure(year, value, name="产量", unit="吨") for year, value in (("2024", "100000"), ("2025", "100001"))),
)
RECORDS = Records(WORLD)


def piece(figure: str, place: str | None = None, day: str = "2026-07-15") -> Piece:
    (found,) = render(f"{{{{ {figure} }}}}", bindings(article(place, day), RECORDS))
    return found


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("党员", "105"),
        ("党员['2024']", "100"),
        ("党员[2024]", "100"),
        ("党员['2024年']", "100"),
        ("党员['２０２４']", "100"),
        ("60岁以上党员", "33"),
        ("60岁以上党员['2025'] / 党员 | 百分比", "31.4%"),
        ("党员['刘村']", "12"),
        ("党员['liucun']", "12"),
        ("党员['安平镇']", "105"),
        ("党员['1组']", "7"),
        ("党员['刘村']['2024']", "15"),
        ("党员['2024']['刘村']", "15"),
        ("党员['刘村', '2024']", "15"),
        ("党员['2024', 'liucun']", "15"),
        ("来访", "90"),
        ("来访['2026-Q1']", "80"),
        ("来访['2026年第一季度']", "80"),
        ("来访['2026年上半年']", "168"),
        ("来访['2026-H1']", "168"),
        ("来访['2026-Q3']", "90"),
        ("村数", "5"),
        ("党员['刘村'] / 党员 | 百分比", "11.4%"),
        ("党员 - 党员['2024']", "5"),
        ("到会率 - 到会率['2024'] | 百分点", "1.5个百分点"),
    ],
)
def test_by_place_and_period(figure: str, expected: str) -> None:
    """Name or id of the place, any way of writing the period, in either order; the newest without one."""
    assert piece(figure).text == expected


def test_the_places_own_figure_needs_no_place() -> None:
    """A village's article takes the township's figure by name."""
    assert piece("党员", "liucun").text == "12"
    assert piece("党员['安平镇']", "liucun").text == "105"


@pytest.mark.parametrize(
    ("figure", "said", "hint"),
    [
        ("党圆", "没有叫“党圆”的指标", ""),
        ("党员['刘春']", "没有叫“刘春”的地方", ""),
        ("党员['东庄']", "有2个地方叫“东庄”", "dong-a、dong-b"),
        ("党员['王村']", "“党员”没有王村的数", "有这个指标的地方:安平镇、刘村、1组;写成 {{ 党员['安平镇'] }}"),
        ("外出", "“外出”没有安平镇的数", "{{ 外出['王村'] }}"),
        ("党员['2023']", "“党员”没有2023年的数", "改用有数的期间:2025年、2024年"),
        ("党员['2024-Q1']", "“党员”没有2024年第1季度的数", "改用有数的期间:2025年、2024年"),
        ("党员['2027']", "2027年在材料日期2026-07-15之后", ""),
        ("来访['2026-Q4']", "2026年第4季度在材料日期2026-07-15之后", ""),
        ("明年事", "“明年事”的数都在材料日期2026-07-15之后", ""),
        ("村数['2026']", "“村数”没有2026年的数", ""),
    ],
)
def test_what_is_not_there_is_named_with_the_nearest(figure: str, said: str, hint: str) -> None:
    """A word for every reason; nothing is ever taken in its place."""
    with pytest.raises(Unbound) as caught:
        piece(figure)

    assert said in str(caught.value)
    assert hint in caught.value.hint


def test_a_period_of_the_articles_own_day_is_not_too_late() -> None:
    """It has begun; as for a name without a period."""
    assert piece("来访['2026-Q3']", day="2026-07-01").text == "90"
    with pytest.raises(Unbound):
        piece("来访['2026-Q3']", day="2026-06-30")


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("党员 | 同比", "增长5.0%"),
        ("党员 | 同比(0)", "增长5%"),
        ("党员 | 增减", "增加5"),
        ("党员['刘村'] | 同比", "下降20.0%"),
        ("党员['刘村'] | 增减", "减少3"),
        ("来访['2026-Q2'] | 同比", "下降20.0%"),
        ("来访['2026-Q2'] | 环比", "增长10.0%"),
        ("走访 | 环比", "持平"),
        ("入户['2026-01'] | 环比", "增长25.0%"),
        ("到会率 | 同比", "提高1.5个百分点"),
        ("到会率 | 增减", "提高1.5个百分点"),
        ("产量 | 同比", "基本持平"),
        ("产量 | 同比(3)", "增长0.001%"),
        ("产量 | 增减", "增加1"),
        ("出险['2024'] | 同比", "持平"),
        ("出险 | 增减", "增加4"),
        ("利润 | 增减", "减少7"),
        ("党员 + 党员['刘村'] | 增减", "增加2"),
        ("债务 | 同比", "**"),
        ("债务 | 增减", "**"),
    ],
)
def test_comparisons(figure: str, expected: str) -> None:
    """With the same period of the year before, or with the one just before; shares in points."""
    assert piece(figure).text == expected


@pytest.mark.parametrize(
    ("figure", "reason"),
    [
        ("党员['2024'] | 同比", "没有2023年的“党员”"),
        ("来访['2026-Q1'] | 环比", "没有2025年第4季度的“来访”"),
        ("来访['2026-Q1'] | 增减", "没有2025年第1季度的“来访”"),
        ("面积 | 同比", "还没有统计"),
        ("出险 | 同比", "上年同期为零,比不出百分之几"),
        ("利润 | 同比", "本期是负数,比不出百分之几"),
        ("利润['2024'] | 同比", "上年同期是负数,比不出百分之几"),
    ],
)
def test_what_cannot_be_compared_is_a_blank_that_says_why(figure: str, reason: str) -> None:
    """Nothing is made up: no growth from zero, none of a loss."""
    assert (piece(figure).text, piece(figure).reason) == (BLANK, reason)


def test_both_figures_of_a_comparison_are_sources() -> None:
    """So that both stand in the list of figures, and both must be open."""
    found = piece("党员 | 同比")

    assert [str(source.period) for source in found.sources] == ["2025年", "2024年"]
    assert found.formula == "党员，与上年同期比"
    assert piece("来访['2026-Q2'] | 环比").formula == "来访（2026年第2季度），与上期比"


@pytest.mark.parametrize(("figure", "said"), [("党员 | 环比", "年度数"), ("村数 | 同比", "没有期间")])
def test_what_has_no_period_before_is_refused(figure: str, said: str) -> None:
    """A year is compared with 同比; a timeless figure not at all."""
    with pytest.raises(Unwritable, match=said):
        piece(figure)


def test_a_place_is_read_by_its_name() -> None:
    """Whichever way it was written."""
    assert piece("党员['liucun'] - 党员['刘村', 2024]").formula == "党员（刘村）− 党员（刘村，2024年）"


def test_places_and_figures_of_another_township_are_strangers() -> None:
    """Even where they are called the same."""
    other = figure("2025", "999", "beicun").model_copy(update={"township": "qingxi"})
    there = village("beicun", "北村").model_copy(update={"township": "qingxi"})

    with pytest.raises(Unbound, match="没有叫“北村”的地方"):
        render("{{ 党员['北村'] }}", bindings(article(), Records((*WORLD, other, there))))
