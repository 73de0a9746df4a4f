"""Metrics of the catalogue: sums, shares, growth, tiers, counts of records; blanks stay blank and say whose."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclose import disclose
from generator.model import Amount, Audience, Record, State
from generator.records.asset import Asset
from generator.records.indicator import Indicator
from generator.records.metric import Metric, circles, in_order
from generator.records.person import PersonRecord
from generator.records.project import Project
from generator.rules.metrics import check
from tests.derive.making import derived, item, make, township, village

VILLAGES = (village("liucun", "刘村"), village("wangcun", "王村"))
COUNT = iter(range(10_000))


def metric(name: str, method: str, **labels: Any) -> Metric:
    """A metric of the theme 人员队伍."""
    return make(Metric, f"m{next(COUNT)}", 名称=name, 主题="人员队伍", 算法=method, **labels)


def figure(place: str, name: str, value: str | None, unit: str = "名", **labels: Any) -> Indicator:
    """A figure that a person wrote; `**` is masked, None missing."""
    why = {} if value is not None else {"缺失原因": "没有统计"}
    said = {"地方": place, "名称": name, "主题": "人员队伍", "数值": value, "单位": unit} | why | labels
    return make(Indicator, f"i{next(COUNT)}", **said)


def found(*records: Record, place: str = "anping") -> dict[str, Indicator]:
    """Binding (and period, where there is one) → what was worked out for the place."""
    all_of_them = derived(township(), *VILLAGES, *records).of(Indicator)
    return {
        f"{i.binding}{f'@{i.period.key}' if i.period else ''}": i for i in all_of_them if i.inputs and i.place == place
    }


def amounts(*records: Record, place: str = "anping") -> dict[str, Amount]:
    return {name: indicator.amount for name, indicator in found(*records, place=place).items()}


# ---- two figures of one place ----


def test_a_share_is_rounded_half_up_to_two_decimals() -> None:
    """23 of 57 are 40.35 %, whatever a speech says."""
    able = metric("能人干部占比", "占比", 分子="能人干部", 分母="三大职干部")
    made = found(able, figure("anping", "能人干部", "23"), figure("anping", "三大职干部", "57"))["能人干部占比"]

    assert made.amount == Amount.known(Decimal("40.35"), "%")
    assert made.source == "由“能人干部”除以“三大职干部”"
    assert len(made.inputs) == 2
    assert made.uses == ("indicator/数值",)


@pytest.mark.parametrize(("digits", "share"), [("0", "63"), ("1", "62.5"), ("3", "62.500")])
def test_digits_are_those_of_the_metric(digits: str, share: str) -> None:
    """Half a unit goes up."""
    one = metric("占", "占比", 分子="甲", 分母="乙", 小数=digits)

    assert amounts(one, figure("anping", "甲", "5"), figure("anping", "乙", "8"))["占"].value == Decimal(share)


def test_a_difference_may_be_negative() -> None:
    """From 56 to 42 years."""
    age = metric("平均年龄变化", "差额", 分子="换届后平均年龄", 分母="换届前平均年龄")
    ages = (figure("anping", "换届前平均年龄", "56", "岁"), figure("anping", "换届后平均年龄", "42", "岁"))

    assert amounts(age, *ages)["平均年龄变化"] == Amount.known(-14, "岁")


def test_each_part_of_a_breakdown_has_its_share_in_the_whole() -> None:
    """302 farmers of 425 members; prose takes the part by its name."""
    shares = metric("党员占比", "占比", 分子="党员总数", 分母="党员总数", 小数="1")
    old = metric("农民党员占比", "占比", 分子="党员总数_农民", 分母="党员总数", 小数="1")
    members = (figure("anping", "党员总数", "425"), figure("anping", "党员总数", "302", 维度={"身份": "农民"}))
    made = amounts(shares, old, *members)

    assert made == {
        "党员占比_农民": Amount.known(Decimal("71.1"), "%"),
        "农民党员占比": Amount.known(Decimal("71.1"), "%"),
    }


def test_periods_are_paired_and_a_figure_without_one_goes_with_any() -> None:
    """The population of a place has no period."""
    share = metric("占", "占比", 分子="甲", 分母="乙")
    made = amounts(
        share,
        figure("anping", "甲", "1", 期间="2025"),
        figure("anping", "甲", "3", 期间="2026"),
        figure("anping", "乙", "4"),
    )

    assert {name: amount.value for name, amount in made.items()} == {"占@2025": 25, "占@2026": 75}


def test_the_plan_of_a_year_is_the_base_of_its_half() -> None:
    """And the source says so."""
    done = metric("完成率", "占比", 分子="已完成", 分母="计划")
    made = found(done, figure("anping", "已完成", "8", 期间="2026-H1"), figure("anping", "计划", "16", 期间="2026"))

    assert made["完成率@2026-h1"].amount.value == 50
    assert made["完成率@2026-h1"].source == "由“已完成”除以“计划”(2026年的数)"


def test_a_base_that_is_not_there_is_named() -> None:
    """The reason says which place, which figure and which year."""
    share = metric("占", "占比", 分子="甲", 分母="乙")
    made = amounts(share, figure("anping", "甲", "1", 期间="2026"), figure("anping", "乙", "4", 期间="2025"))["占@2026"]

    assert (made.state, made.reason) == (State.MISSING, "安平镇没有2026年的“乙”,算不出来")


@pytest.mark.parametrize(
    ("base", "state", "reason"),
    [
        ("0", State.MISSING, "安平镇“乙”是0,不能作除数"),
        ("-3", State.MISSING, "安平镇“乙”是负数,不能作除数"),
        ("**", State.MASKED, "安平镇“乙”的数已遮盖"),
        (None, State.MISSING, "安平镇“乙”缺失"),
    ],
)
def test_a_base_that_cannot_be_divided_by_leaves_a_blank(base: str | None, state: State, reason: str) -> None:
    """And says why."""
    made = amounts(
        metric("占", "占比", 分子="甲", 分母="乙"), figure("anping", "甲", "1"), figure("anping", "乙", base)
    )["占"]

    assert (made.value, made.state, made.reason) == (None, state, reason)


def test_money_is_converted_and_other_units_are_not_mixed() -> None:
    """万元 of 元 is a share; 亩 of 元 is none."""
    share = metric("占", "占比", 分子="甲", 分母="乙")
    money = amounts(share, figure("anping", "甲", "1", "万元"), figure("anping", "乙", "40,000", "元"))["占"]
    mixed = amounts(share, figure("anping", "甲", "1", "亩"), figure("anping", "乙", "4", "元"))["占"]

    assert money.value == 25
    assert (mixed.state, mixed.reason) == (State.MISSING, "安平镇“乙”的单位是元,不是亩")


def test_growth_is_against_the_period_before() -> None:
    """The first period has none before it."""
    rise = metric("收入增幅", "增幅", 指标="收入")
    made = amounts(
        rise, figure("anping", "收入", "200", "元", 期间="2025"), figure("anping", "收入", "250", "元", 期间="2026")
    )

    assert made["收入增幅@2026"] == Amount.known(25, "%")
    assert (made["收入增幅@2025"].state, made["收入增幅@2025"].reason) == (
        State.MISSING,
        "安平镇没有2024年的“收入”,算不出来",
    )


def test_growth_may_be_against_the_year_before() -> None:
    """The first half-year with the first half-year."""
    rise = metric("收入增幅", "增幅", 指标="收入", 对比期="去年同期")
    income = [
        figure("anping", "收入", v, "元", 期间=p) for p, v in (("2025-H1", "10"), ("2025-H2", "1"), ("2026-H1", "9"))
    ]

    assert amounts(rise, *income)["收入增幅@2026-h1"].value == -10


# ---- over the villages ----


def test_a_sum_needs_every_village_and_names_who_lacks() -> None:
    """A community without the figure is not asked."""
    total = metric("合计收入", "合计", 指标="收入")
    street = village("jie", "街道社区", "社区")
    both = (figure("liucun", "收入", "1", "元"), figure("wangcun", "收入", "2", "元"))

    assert amounts(total, street, *both)["合计收入"] == Amount.known(3, "元")
    assert amounts(total, street, both[0])["合计收入"].reason == "王村没有“收入”"
    assert amounts(total, both[0], figure("wangcun", "收入", None, "元"))["合计收入"].reason == "王村“收入”缺失"
    assert amounts(total, both[0], figure("wangcun", "收入", "**", "元"))["合计收入"].state is State.MASKED


def test_a_sum_may_bear_the_name_of_what_it_sums_and_a_written_one_stays() -> None:
    """The villages' 收入 make the township's, unless somebody wrote that."""
    total = metric("收入", "合计", 指标="收入")
    both = (figure("liucun", "收入", "1", "元"), figure("wangcun", "收入", "2", "元"))

    assert amounts(total, *both)["收入"].value == 3
    assert amounts(total, *both, figure("anping", "收入", "7", "元")) == {}


def test_means_with_and_without_weights() -> None:
    """Weighted by the population of the places."""
    both = (figure("liucun", "人均", "10", "元"), figure("wangcun", "人均", "20", "元"))
    people = (figure("liucun", "人数", "300", "人"), figure("wangcun", "人数", "100", "名"))
    made = amounts(
        metric("平均值", "平均", 指标="人均"), metric("加权值", "加权平均", 指标="人均", 权重="人数"), *both, *people
    )

    assert made["平均值"] == Amount.known(Decimal("15.00"), "元")
    assert made["加权值"] == Amount.known(Decimal("12.50"), "元")


def test_tiers_count_of_those_whose_figure_is_known() -> None:
    """Two of three that are known are 66.7 %; the fourth is named and not counted."""
    rows = [{"档": "20万元以上", "下限": "20"}, {"档": "50万元以上", "下限": "50"}]
    tiers = metric("集体收入", "分档", 指标="收入", 单位="万元", 小数="1", 档=rows)
    more = (village("licun", "李村"), village("jie", "街道社区", "社区"))
    income = (("liucun", "20", "万元"), ("wangcun", "600,000", "元"), ("licun", "3", "万元"))
    made = found(tiers, *more, *(figure(place, "收入", value, unit) for place, value, unit in income))

    assert {name: str(i.amount.value) for name, i in made.items()} == {
        "集体收入统计村数": "3",
        "集体收入20万元以上村数": "2",
        "集体收入20万元以上村占比": "66.7",
        "集体收入50万元以上村数": "1",
        "集体收入50万元以上村占比": "33.3",
    }
    whole = made.pop("集体收入统计村数")
    assert whole.source == "按3个有“收入”的村(社区)计算,街道社区没有数,不计在内"
    assert {i.source for i in made.values()} == {"同“集体收入统计村数”"}, "the method is told once"
    assert len({i.id for i in (whole, *made.values())}) == 5


def test_tiers_of_masked_figures_are_masked() -> None:
    """Who reaches the tier would tell about what is masked."""
    tiers = metric("档", "分档", 指标="收入", 档=[{"档": "一", "下限": "1"}])
    made = amounts(tiers, figure("liucun", "收入", "**"), figure("wangcun", "收入", "5"))

    assert {amount.state for amount in made.values()} == {State.MASKED}


# ---- over records ----


def project(name: str, place: str, budget: str | None, *funding: tuple[str, str], **labels: Any) -> Project:
    sources = [{"来源": source, "金额": amount} for source, amount in funding]
    more = {"状态": "在建", "类别": "民生实事"} | labels
    return make(Project, name, 地方=place, 名称=f"工程{name}", 总投资=budget, 资金来源=sources, **more)


ROAD = project("road", "liucun", "100", ("上级补助", "60"), ("村集体", "40"), 期间="2025")
LAMPS = project("lamps", "anping", "50", ("上级补助", "50"), 个数="3", 期间="2026", 状态="完工")


def test_records_are_counted_by_what_they_stand_for() -> None:
    """One record of three projects counts three; the group becomes the breakdown."""
    made = found(metric("项目数", "计数", 数据="project", 分组="状态"), ROAD, LAMPS)

    assert {name: str(i.amount.value) for name, i in made.items()} == {
        "项目数": "4",
        "项目数_在建": "1",
        "项目数_完工": "3",
    }
    assert made["项目数_完工"].dimensions == {"状态": "完工"}
    assert made["项目数_完工"].uses == ("project/个数", "project/状态")
    assert made["项目数_完工"].inputs == ("anping/project/lamps",)
    assert made["项目数"].unit == "个"


def test_fields_in_rows_are_added_by_their_group() -> None:
    """By source of the money; a project without sources is mentioned."""
    bare = project("bare", "wangcun", "9")
    made = found(metric("投入", "求和", 数据="project", 字段="资金来源.金额", 分组="资金来源.来源"), ROAD, LAMPS, bare)

    assert {name: str(i.amount.value) for name, i in made.items()} == {
        "投入": "150", "投入_上级补助": "110", "投入_村集体": "40"
    }  # fmt: skip
    assert made["投入"].source == "由2条项目记录的“资金来源.金额”相加,另有1条没有写“资金来源”"
    assert made["投入"].unit == "元"


def test_sums_go_by_period_level_and_condition() -> None:
    """A village has its own records, the township all of them."""
    invested = metric(
        "投资", "求和", 数据="project", 字段="总投资", 周期="每年", 层级=["乡镇", "村"], 条件={"类别": "民生实事"}
    )
    other = project("other", "liucun", "999", 类别="重点项目", 期间="2025")

    assert {n: a.value for n, a in amounts(invested, ROAD, LAMPS, other).items()} == {"投资@2025": 100, "投资@2026": 50}
    assert {n: a.value for n, a in amounts(invested, ROAD, LAMPS, other, place="liucun").items()} == {"投资@2025": 100}


def test_a_condition_on_rows_picks_the_rows() -> None:
    """Only the money of the village."""
    own = metric("自筹", "求和", 数据="project", 字段="资金来源.金额", 条件={"资金来源.来源": "村集体"})

    assert amounts(own, ROAD, LAMPS)["自筹"].value == 40


def test_sums_of_fields_are_converted_to_the_unit_of_the_metric() -> None:
    """Records are in 元, reports in 万元."""
    made = amounts(
        metric("投资", "求和", 数据="project", 字段="总投资", 单位="万元"), project("x", "liucun", "480,000")
    )

    assert made["投资"] == Amount.known(48, "万元")


def test_records_without_the_group_are_one_part_beside_named_ones() -> None:
    """Alone they would only repeat the whole."""
    posts = [
        make(PersonRecord, f"p{n}", 地方="liucun", 类别="村两委成员", 性别=gender) for n, gender in enumerate("男女")
    ]
    more = make(PersonRecord, "more", 地方="liucun", 类别="村两委成员", 人数="5")
    by_gender = metric("两委", "计数", 数据="person", 分组="性别")

    assert {n: a.value for n, a in amounts(by_gender, *posts, more).items()} == {
        "两委": 7, "两委_男": 1, "两委_女": 1, "两委_未写明": 5
    }  # fmt: skip
    assert list(amounts(by_gender, more)) == ["两委"]


@pytest.mark.parametrize(("budget", "state"), [("**", State.MASKED), (None, State.MISSING)])
def test_a_blank_in_a_record_is_a_blank_in_the_sum(budget: str | None, state: State) -> None:
    """The place is named, the record is not: its name may be closed."""
    made = amounts(metric("投资", "求和", 数据="project", 字段="总投资"), ROAD, project("x", "wangcun", budget))["投资"]

    assert made.state is state
    assert "王村" in made.reason
    assert "工程" not in made.reason


def test_rents_fall_due_year_by_year_until_today() -> None:
    """A lease over two years has two rents; those of years to come are not due."""
    lease = {"自": "2025-03-01", "至": "2027-02-28", "年租金": "1,000"}
    long = {"自": "2026-12-01", "至": "2036-11-30", "年租金": "10"}
    orchard = make(Asset, "orchard", 村="liucun", 名称="果园", 类别="园地", 使用方式="发包", 承租=[lease, long])
    made = found(metric("应收租金", "求和", 数据="asset", 字段="承租.年租金", 周期="每年"), orchard)

    assert {n: i.amount.value for n, i in made.items()} == {"应收租金@2025": 1000, "应收租金@2026": 1010}
    assert set(made["应收租金@2025"].uses) == {"asset/承租.年租金", "asset/承租.自", "asset/承租.至"}


def test_who_has_left_is_not_counted_as_of_today() -> None:
    """The day of leaving is looked at, so it must be open too."""
    rosters = [
        make(PersonRecord, "a", 地方="liucun", 类别="第一书记", 人数="2"),
        make(PersonRecord, "b", 地方="liucun", 类别="第一书记", 离任日期="2026-10-19"),
        make(PersonRecord, "c", 地方="liucun", 类别="第一书记", 离任日期="2026-10-20", 能人="是"),
    ]
    made = found(
        metric("人数", "计数", 数据="person", 单位="名"),
        metric("能人", "计数", 数据="person", 条件={"能人": "是"}),
        *rosters,
    )

    assert made["人数"].amount == Amount.known(3, "名")
    assert "person/离任日期" in made["人数"].uses
    assert made["能人"].amount.value == 1


# ---- the order of things ----


def test_metrics_are_worked_out_from_metrics_whatever_their_order() -> None:
    """The share of a count in a count; its inputs are the records behind it."""
    share = metric("完工率", "占比", 分子="项目数_完工", 分母="项目数")
    made = found(share, metric("项目数", "计数", 数据="project", 分组="状态"), ROAD, LAMPS)["完工率"]

    assert made.amount.value == 75
    assert made.inputs == ("anping/project/lamps", "anping/project/road")
    assert made.uses == ("project/个数", "project/状态")


def test_circles_give_nothing_and_end() -> None:
    """What hangs on a circle is still tried."""
    ring = [
        metric("甲", "占比", 分子="乙", 分母="丙"),
        metric("乙", "差额", 分子="甲", 分母="丁"),
        metric("自", "增幅", 指标="自"),
    ]
    after = metric("后", "占比", 分子="甲", 分母="丁")

    assert found(*ring, after, figure("anping", "丁", "1")) == {}
    assert [{m.name for m in circle} for circle in circles([*ring, after])] == [{"甲", "乙"}, {"自"}]
    assert [m.name for m in in_order([*ring, after])] == ["后"]


def test_metrics_that_lack_something_give_nothing() -> None:
    """The rule says what is wrong; nothing falls over."""
    wrong = [
        metric("一", "合计"), metric("二", "占比", 分子="甲"), metric("三", "求和", 数据="project", 字段="没有"),
        metric("四", "计数", 数据="没有"), metric("五", "求和", 数据="project", 字段="名称"),
        metric("六", "求和", 数据="project", 字段="总投资", 分组="支付.摘要"), metric("七", "计数", 数据="project", 条件={"没": "有"}),
        metric("八", "分档", 指标="甲"), metric("九", "计数", 数据="project", 归期字段="没有", 周期="每年"),
    ]  # fmt: skip

    assert found(*wrong, ROAD, figure("anping", "甲", "1")) == {}


def test_what_comes_from_rough_figures_is_rough() -> None:
    """“余” does not vanish by dividing."""
    made = found(
        metric("占", "占比", 分子="甲", 分母="乙"), figure("anping", "甲", "1", 约数="是"), figure("anping", "乙", "4")
    )

    assert made["占"].approximate
    assert made["占"].uses == ("indicator/数值", "indicator/约数")


FIELDS = ["地方", "名称", "主题", "期间", "数值", "单位", "约数", "来源"]
OPEN = (
    item("places", "place", ["名称", "级别"], 层级=["乡镇", "村"]),
    item("figures", "indicator", FIELDS, 层级=["乡镇", "村"], 条件={"名称": ["甲", "乙"]}),
    item("totals", "indicator", [*FIELDS, "缺失原因"], 层级=["乡镇", "村"], 条件={"名称": "丙"}),
)
"""Why a figure is missing is open of totals only."""


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (metric("丙", "合计", 指标="甲"), "刘村“甲”缺失"),
        (metric("丙", "平均", 指标="甲"), "刘村“甲”缺失"),
        (metric("丙", "占比", 分子="甲", 分母="乙", 层级=["村"]), "刘村“甲”缺失"),
        (metric("丙", "差额", 分子="乙", 分母="甲", 层级=["村"]), "刘村“甲”缺失"),
    ],
)
def test_a_total_does_not_tell_the_reason_that_a_person_wrote(one: Metric, reason: str) -> None:
    """It is a field of its own, here closed to society, which may yet see why the total is missing."""
    lacking = figure("liucun", "甲", None, 缺失原因="账被纪委封存")
    more = [figure("wangcun", "甲", "2"), figure("liucun", "乙", "3"), figure("wangcun", "乙", "3")]
    public = disclose(derived(township(), *VILLAGES, *OPEN, one, lacking, *more), Audience.PUBLIC)
    made = next(i for i in public.of(Indicator) if i.name == "丙" and i.place != "wangcun")

    assert (made.amount.state, made.amount.reason) == (State.MISSING, reason)
    assert "纪委" not in "".join(str(i) for i in public.of(Indicator) if i.inputs)


def test_whose_figure_is_masked_a_mean_says_too() -> None:
    """As the sum does."""
    figures = (figure("liucun", "收入", "**"), figure("wangcun", "收入", "5"))

    assert amounts(metric("均", "平均", 指标="收入"), *figures)["均"].reason == "刘村的数已遮盖"


def test_who_is_left_out_is_looked_at_too() -> None:
    """“另有1条” speaks of records, so whoever may not count these does not get the figure."""
    bare = project("bare", "wangcun", "9")
    money = metric("投入", "求和", 数据="project", 字段="资金来源.金额", 分组="资金来源.来源")
    yearly = metric("投资", "求和", 数据="project", 字段="总投资", 周期="每年")
    made = found(money, yearly, ROAD, bare)

    assert set(made["投入"].inputs) == set(made["投入_村集体"].inputs) == {ROAD.key, bare.key}
    assert made["投入"].source == "由1条项目记录的“资金来源.金额”相加,另有1条没有写“资金来源”"
    assert set(made["投资@2025"].inputs) == {ROAD.key, bare.key}
    assert made["投资@2025"].source == "由1条项目记录的“总投资”相加,另有1条没有日期,不计在内"


# ---- wild figures ----

values = st.one_of(
    st.none(), st.just("**"), st.decimals(min_value=-(10**12), max_value=10**12, places=2).map(lambda v: f"{v:f}")
)
units = st.sampled_from(["元", "万元", "亩", "名", "人"])


@given(st.lists(st.tuples(values, units), min_size=2, max_size=2), st.sampled_from(["占比", "差额"]))
def test_nothing_is_made_of_blanks(pair: list[tuple[str | None, str]], method: str) -> None:
    """A figure comes out exactly when both are known, of like units, and the base can be divided by."""
    over, under = (figure("anping", name, *one, 期间="2026") for name, one in zip("甲乙", pair, strict=True))
    made = amounts(metric("丙", method, 分子="甲", 分母="乙"), over, under)["丙@2026"]
    kinds = [{"万元": "元", "名": "人"}.get(unit, unit) for _, unit in pair]
    states = {i.amount.state for i in (over, under)}

    if State.MASKED in states:
        assert made.state is State.MASKED
    elif State.MISSING in states or kinds[0] != kinds[1]:
        assert made.state is State.MISSING
        assert made.reason
    elif method == "占比" and under.figure.value is not None and under.figure.value <= 0:
        assert made.state is State.MISSING
    else:
        assert made.state is State.KNOWN
        assert made.value is not None


@given(st.lists(values, min_size=2, max_size=2), st.lists(values, min_size=2, max_size=2))
def test_over_the_villages_too(income: list[str | None], weights: list[str | None]) -> None:
    """Sum, means and tiers of any mix end, and are known only when all they need is."""
    places = ("liucun", "wangcun")
    written = [figure(p, "收", v, "元") for p, v in zip(places, income, strict=True)]
    weighing = [figure(p, "权", v, "人") for p, v in zip(places, weights, strict=True)]
    made = amounts(
        metric("和", "合计", 指标="收"), metric("均", "平均", 指标="收"), metric("加", "加权平均", 指标="收", 权重="权"),
        metric("档", "分档", 指标="收", 档=[{"档": "上", "下限": "1"}]), *written, *weighing,
    )  # fmt: skip
    states = [i.amount.state for i in written]
    worst = next((s for s in (State.MASKED, State.MISSING) if s in states), State.KNOWN)

    assert made["和"].state is made["均"].state is worst
    if worst is State.KNOWN:
        assert made["和"].value == sum(i.figure.value or 0 for i in written)
    assert made["档上村数"].state is (State.MASKED if "**" in income else State.KNOWN if any(income) else State.MISSING)
    assert made["加"].state in (worst, State.MASKED, State.MISSING)


words = st.sampled_from(["甲", "乙", "甲_上", "收", "", "没有"]).map(lambda word: word or None)
paths = st.sampled_from(
    [None, "总投资", "资金来源.金额", "资金来源.来源", "支付.金额", "名称", "状态", "验收.日期", "没有", "资金来源"]
)


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "算法": st.sampled_from(["合计", "计数", "求和", "占比", "差额", "增幅", "加权平均", "平均", "分档"]),
                "名称": st.sampled_from(["甲", "乙", "丙", "项"]),
                "指标": words,
                "分子": words,
                "分母": words,
                "权重": words,
                "数据": st.sampled_from([None, "project", "place", "indicator", "没有"]),
                "字段": paths,
                "分组": paths,
                "归期字段": paths,
                "周期": st.sampled_from(["全部", "每年", "每季"]),
                "档": st.just([{"档": "上", "下限": "1"}]),
            }
        ),
        max_size=4,
    ),
    st.lists(
        st.tuples(st.sampled_from(["anping", "liucun", "wangcun"]), st.sampled_from("甲乙收"), values), max_size=6
    ),
)
def test_no_catalogue_stops_the_work(metrics: list[dict[str, Any]], written: list[tuple[str, str, str | None]]) -> None:
    """Whatever metrics say, in circles or not: figures come out or do not, and the rule can speak of it."""
    made = [
        make(Metric, f"wild{n}", 主题="人员队伍", **{k: v for k, v in m.items() if v}) for n, m in enumerate(metrics)
    ]
    records = derived(township(), *VILLAGES, *made, ROAD, LAMPS, *(figure(*one, 期间="2026") for one in written))

    assert all(i.amount.state is State.KNOWN or i.amount.reason for i in records.of(Indicator) if i.inputs)
    assert all(finding.hint for finding in check(records))
