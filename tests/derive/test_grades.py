"""What assessments come to: grades counted, taken from scores, shares of those who took part, sums of villages."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.model import Amount, Record, State
from generator.records.assessment import Assessment
from generator.records.indicator import Indicator
from generator.records.scale import GradeScale
from tests.derive.making import derived, make, township, village

ANPING = township()
LIUCUN, WANGCUN = village("liucun", "刘村"), village("wangcun", "王村")
REVIEW = make(
    GradeScale,
    "review",
    名称="民主评议",
    考核谁="党员",
    等次=[{"等次": "好"}, {"等次": "一般"}, {"等次": "差", "合格": "否"}],
)
STARS = make(
    GradeScale,
    "stars",
    名称="创星",
    考核谁="党支部",
    单位="个",
    等次=[{"等次": "五星", "下限": "90"}, {"等次": "四星", "下限": "80"}, {"等次": "未评星"}],
)


def counts(good: int, fair: int, poor: int) -> list[dict[str, str]]:
    named = zip(("好", "一般", "差"), (good, fair, poor), strict=True)
    return [{"等次": name, "人数": str(count)} for name, count in named]


def review(place: str, entitled: str | None = "594", also: str = "", **labels: Any) -> Assessment:
    labels = {"期间": "2025", "等次人数": counts(379, 142, 19)} | labels
    if entitled is not None:
        labels["应评"] = entitled
    labels = {"主题": f"评议{also}"} | labels
    return make(Assessment, f"{place}-review{also}", 地方=place, 标准="review", **labels)


def figures(*records: Record, place: str = "anping") -> dict[str, Indicator]:
    found = derived(ANPING, LIUCUN, WANGCUN, REVIEW, STARS, *records).of(Indicator)
    return {i.name: i for i in found if i.theme == "考核评议" and i.place == place}


def values(*records: Record, place: str = "anping") -> dict[str, Decimal | None]:
    return {name: indicator.amount.value for name, indicator in figures(*records, place=place).items()}


def test_counts_shares_and_who_was_left_out() -> None:
    """Shares are of the 540 who took part, the rate is of the 594 who should have."""
    assert values(review("anping")) == {
        "民主评议参评数": 540,
        "民主评议应评数": 594,
        "民主评议未评数": 54,
        "民主评议参评率": Decimal("90.91"),
        "民主评议好数": 379,
        "民主评议好占比": Decimal("70.19"),
        "民主评议一般数": 142,
        "民主评议一般占比": Decimal("26.30"),
        "民主评议差数": 19,
        "民主评议差占比": Decimal("3.52"),
    }


def test_figures_name_their_records_fields_and_unit() -> None:
    """So that the gate can tell who may read them."""
    found = figures(review("anping"))

    assert found["民主评议好数"].amount == Amount.known(379, "名")
    assert found["民主评议好数"].inputs == ("anping/assessment/anping-review",)
    assert found["民主评议好数"].uses == ("assessment/等次人数.等次", "assessment/等次人数.人数")
    assert "assessment/应评" in found["民主评议未评数"].uses
    assert found["民主评议好数"].period is not None


def test_scores_lead_to_grades() -> None:
    """A grade that was written stands; below the last lower bound comes the last grade; without either nobody counts."""
    results = [
        {"名称": "一", "得分": "90"},
        {"名称": "二", "得分": "89.9"},
        {"名称": "三", "得分": "-3"},
        {"名称": "四", "得分": "95", "等次": "四星"},
        {"名称": "五"},
    ]
    found = figures(
        make(Assessment, "s", 地方="anping", 标准="stars", 主题="创星", 期间="2025", 应评="5", 结果=results)
    )

    assert [found[f"创星{name}数"].amount.value for name in ("五星", "四星", "未评星")] == [1, 2, 1]
    assert found["创星未评数"].amount.value == 1
    assert found["创星五星数"].uses == ("assessment/结果.等次", "assessment/结果.得分")


def test_nothing_is_said_of_those_left_out_when_nobody_wrote_how_many() -> None:
    """Coverage needs 应评; some with and some without it leave it open, with the reason."""
    assert not {"民主评议应评数", "民主评议未评数", "民主评议参评率"} & set(figures(review("anping", None)))

    mixed = figures(review("anping", "600"), review("anping", None, also="b", 主题="评议"))
    assert mixed["民主评议参评数"].amount.value == 1080
    assert mixed["民主评议参评率"].amount.state is State.MISSING
    assert mixed["民主评议参评率"].why_missing == "有1次考核没有写应评"


def test_more_than_entitled_is_no_negative_figure() -> None:
    """The rules report it; the figure stays open."""
    found = figures(review("anping", "500"))

    assert found["民主评议未评数"].amount.state is State.MISSING
    assert found["民主评议参评率"].why_missing == "参评数比应评数还多,待核对"


def test_nobody_assessed_has_no_shares() -> None:
    """Nought by nought is no share."""
    found = figures(review("anping", "0", 等次人数=counts(0, 0, 0)))

    assert found["民主评议好数"].amount.value == 0
    assert found["民主评议好占比"].why_missing == "没有参评的"
    assert found["民主评议参评率"].why_missing == "应评数是0"


def test_a_township_adds_up_several_villages() -> None:
    """Not one alone, and not when it has an assessment of its own."""
    both = review("liucun", "10", 等次人数=counts(5, 3, 1)), review("wangcun", "20", 等次人数=counts(10, 6, 2))
    found = figures(*both)

    assert found["民主评议参评数"].amount.value == 27
    assert found["民主评议未评数"].amount.value == 3
    assert found["民主评议好数"].inputs == tuple(one.key for one in both)
    assert values(*both, place="liucun")["民主评议参评数"] == 9
    assert figures(both[0]) == {}
    assert values(*both, review("anping"))["民主评议参评数"] == 540


def test_a_scale_without_grades_only_counts_those_who_took_part() -> None:
    """An arena ranks and grades nobody; an assessment without any content has no figures."""
    arena = make(GradeScale, "arena", 名称="擂台", 考核谁="村", 单位="个", 排名="并列占位")
    held: dict[str, Any] = {"地方": "anping", "标准": "arena", "主题": "项目擂台", "期间": "2025"}
    results = [{"村": "liucun", "得分": "120"}, {"村": "wangcun", "得分": "80"}]

    assert values(arena, make(Assessment, "a", **held, 结果=results)) == {"擂台参评数": 2}
    assert figures(arena, make(Assessment, "a", **held)) == {}
    assert figures(make(Assessment, "a", **held)) == {}, "a scale that does not exist"


def test_two_titles_of_one_period_are_not_added_up() -> None:
    """Nobody knows whether they are two halves or the same people twice; each stands by its title."""
    first, second = review("anping", "600"), review("anping", "600", also="b")
    found = [i for i in derived(ANPING, REVIEW, first, second).of(Indicator) if i.name == "民主评议参评数"]

    assert [(i.dimensions, i.amount.value, i.inputs) for i in found] == [
        ({"主题": "评议"}, 540, (first.key,)),
        ({"主题": "评议b"}, 540, (second.key,)),
    ]
    assert all("assessment/主题" in i.uses for i in found)
    assert len({i.key for i in found}) == 2


def test_a_township_adds_up_title_by_title_where_a_village_has_two() -> None:
    """The villages' own words for the one assessment that each had make no difference."""
    apart = [review("liucun", also="a"), review("wangcun", also="b")]
    assert figures(*apart)["民主评议参评数"].dimensions == {}

    more = derived(ANPING, LIUCUN, WANGCUN, REVIEW, *apart, review("wangcun", also="a")).of(Indicator)
    held = {
        tuple(i.dimensions.values()): i.amount.value for i in more if i.name == "民主评议参评数" and i.place == "anping"
    }
    assert held == {("评议a",): 1080, ("评议b",): 540}
