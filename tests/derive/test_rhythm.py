"""Rates of activity schedules, quarter by quarter, and the counts of all activities."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.mechanisms.rhythm import named
from generator.model import Amount, Period, Record, State
from generator.records.activity import Activity
from generator.records.holiday import HolidayYear
from generator.records.indicator import Indicator
from generator.records.organisation import Organisation
from generator.records.schedule import Schedule
from tests.derive.making import TODAY, derived, make, village
from tests.derive.making import township as bare

Q1 = Period.parse("2026-Q1")
LIUCUN, WANGCUN = village("liucun", "刘村"), village("wangcun", "王村")
LIU = make(Organisation, "liu", 名称="刘村党支部", 类别="党支部", 地方="liucun")
WANG = make(Organisation, "wang", 名称="王村党支部", 类别="党支部", 地方="wangcun")


def township(*schedules: str, since: str | None = "2026-01-01") -> Record:
    """The township that keeps the schedules."""
    return bare(启用日期=since, 执行制度=list(schedules or ["meetings"]))


def schedule(*requirements: dict[str, Any], name: str = "例会制度", id: str = "meetings", **labels: Any) -> Schedule:
    """A schedule of party branches unless it says otherwise."""
    who = {} if "层级" in labels else {"适用组织": ["党支部"]}
    return make(Schedule, id, 名称=name, 要求=list(requirements), **(who | labels))


MONTHLY = schedule({"类型": "月会", "周期": "每月"})


def held(day: str, kind: str = "月会", place: str = "liucun", by: str | None = None, **labels: Any) -> Activity:
    """An activity under the schedule; `day` may be a period."""
    when = {"日期": day} if len(day) == 10 else {"期间": day}
    by = by or ("liu" if place == "liucun" else "wang")
    words = {"地方": place, "组织": by, "制度": "meetings", "类型": kind, "主题": kind} | when | labels
    name = f"{place}-{by}-{day}-{words['类型'].encode().hex()[:8]}".lower()[:40]
    return make(Activity, name, **{label: value for label, value in words.items() if value is not None})


BEGUN = held("2024-12-30")
"""Before anything is asked for; without one activity a schedule has no figures."""


def told(*records: Record, today: date = TODAY) -> dict[tuple[str, str, str], Amount]:
    """(name, organisation or nothing for the township, period) → amount."""
    found = [i for i in derived(*records, today=today).of(Indicator) if i.dimensions or i.place == "anping"]
    return {(i.name, next(iter(i.dimensions.values()), ""), i.period.key): i.amount for i in found if i.period}


def values(amounts: dict[tuple[str, str, str], Amount], kind: str, part: str, period: str) -> tuple[object, ...]:
    """Asked for, held, rate."""
    words = ("应开展次数", "已开展次数", "完成率")
    return tuple(str(a.value) if (a := amounts.get((f"{kind}{word}", part, period))) else None for word in words)


def test_a_branch_is_asked_for_every_month_that_has_ended() -> None:
    """Quarter by quarter, and the year so far; the month that is not over is not asked for."""
    days = [held(f"2026-{month:02}-05") for month in (1, 3, 4, 5, 6, 7, 8, 9, 10)]
    found = told(township(), LIUCUN, LIU, MONTHLY, *days)

    assert values(found, "月会", "刘村党支部", "2026-q1") == ("3", "2", "66.7")
    assert values(found, "月会", "刘村党支部", "2026-q3") == ("3", "3", "100.0")
    assert values(found, "月会", "刘村党支部", "2026-q4") == (None, None, None)
    assert values(found, "月会", "刘村党支部", "2026") == ("9", "8", "88.9")


def test_a_busy_branch_does_not_hide_an_idle_one() -> None:
    """All meetings are counted, but a rate counts no more than a month asks for."""
    days = [held(f"2026-01-{day:02}") for day in (5, 6, 7, 8)]
    found = told(township(), LIUCUN, WANGCUN, LIU, WANG, MONTHLY, *days)

    assert values(found, "月会", "", "2026-q1") == ("6", "4", "16.7")
    assert values(found, "月会", "王村党支部", "2026-q1") == ("3", "0", "0.0")


def test_who_held_nothing_stands_beside_a_witness() -> None:
    """A nought also has a source, and only those who may count the activities of others may learn of it."""
    records = derived(township(), LIUCUN, WANGCUN, LIU, WANG, MONTHLY, held("2026-01-05"))
    found = {(i.name, *i.dimensions.values()): i for i in records.of(Indicator) if i.period == Q1}

    activity = "anping/activity/liucun-liu-2026-01-05-e69c88e4"

    assert found["月会已开展次数", "王村党支部"].inputs == ("anping/organisation/wang", activity)
    assert found["月会已开展次数", "刘村党支部"].inputs == (activity,)
    assert set(found["月会完成率",].inputs) == {"anping/organisation/wang", activity}
    assert {"activity/制度", "activity/日期", "organisation/名称"} <= set(found["月会完成率",].uses)
    assert "activity/期间" not in found["月会完成率",].uses


def test_several_meetings_in_one_record_fill_their_period() -> None:
    """Three meetings in the third quarter: one a month."""
    found = told(township(), LIUCUN, LIU, MONTHLY, held("2026-Q3", 次数="3"))

    assert values(found, "月会", "刘村党支部", "2026-q3") == ("3", "3", "100.0")


def test_a_record_of_more_than_the_quarter_leaves_the_quarter_open() -> None:
    """Nobody knows how much of the half-year was held in its first quarter; the year is known."""
    found = told(township(), LIUCUN, LIU, MONTHLY, held("2026-H1", 次数="6"), held("2026-Q3", 次数="3"))

    assert found["月会完成率", "刘村党支部", "2026-q1"].state is State.MISSING
    assert found["月会完成率", "", "2026-q1"].reason == "1条记录写的期间不全在2026年第1季度,分不开"
    assert values(found, "月会", "刘村党支部", "2026") == ("9", "9", "100.0")


@pytest.mark.parametrize(
    ("requirement", "quarter", "due"),
    [
        ({"周期": "每周"}, "2026-q1", "13"),  # Mondays
        ({"周期": "每周", "次数": "2"}, "2026-q3", "26"),
        ({"周期": "每周", "星期": ["一", "三", "五"]}, "2026-q1", "38"),
        ({"周期": "每月", "固定日": ["10", "20"]}, "2026-q1", "6"),
        ({"周期": "每月", "固定日": ["31"]}, "2026-q2", "1"),
        ({"周期": "每季", "次数": "2"}, "2026-q2", "2"),
        ({"周期": "每半年"}, "2026", "1"),
        ({"周期": "每年"}, "2025", "1"),
    ],
)
def test_every_cycle_is_counted(requirement: dict[str, Any], quarter: str, due: str) -> None:
    """Mondays, fixed days, months, quarters; rarer ones by the year."""
    found = told(township(since="2025-01-01"), LIUCUN, LIU, schedule({"类型": "月会"} | requirement), BEGUN)

    assert values(found, "月会", "刘村党支部", quarter)[0] == due


def test_public_holidays_are_no_study_days() -> None:
    """New Year's Day 2026 is a Thursday, the day after a Friday."""
    off = make(
        HolidayYear, "2026", 年="2026", 核实="是", 放假=[{"名称": "元旦", "自": "2026-01-01", "至": "2026-01-03"}]
    )
    study = schedule({"类型": "月会", "周期": "每周", "星期": ["一", "三", "五"]})

    assert values(told(township(), LIUCUN, LIU, study, off, BEGUN), "月会", "", "2026-q1")[0] == "37"


def test_a_schedule_begins_with_its_first_month_where_no_day_is_set() -> None:
    """The earlier months are not asked for, nor is a quarter that had begun."""
    both = schedule({"类型": "月会", "周期": "每月"}, {"类型": "季会", "周期": "每季"})
    found = told(township(since=None), LIUCUN, LIU, both, held("2026-02-25"))

    assert values(found, "月会", "", "2026-q1")[0] == "2"
    assert values(found, "季会", "", "2026-q1")[0] is None
    assert values(found, "季会", "", "2026-q2")[0] == "1"


def test_a_schedule_is_asked_for_only_while_in_force() -> None:
    """Whole months between 施行 and 废止."""
    short = schedule({"类型": "月会", "周期": "每月"}, 施行="2026-02-10", 废止="2026-05-30")

    assert values(told(township(), LIUCUN, LIU, short, BEGUN), "月会", "", "2026")[0] == "2"


def test_a_schedule_without_one_activity_has_no_figures() -> None:
    """Nothing is recorded yet, which is not the same as nothing held."""
    assert told(township(), LIUCUN, LIU, MONTHLY) == {}


def test_nothing_is_asked_for_where_the_schedule_is_not_kept() -> None:
    """Unless the township lists it; the activities are counted all the same."""
    found = told(bare(), LIUCUN, LIU, MONTHLY, held("2026-01-05"))

    assert {name for name, _, _ in found} == {"月会次数", "月会人次"}


def test_a_schedule_of_several_kinds_has_a_rate_of_its_own() -> None:
    """Of all its requirements together; a year has the yearly ones too."""
    several = schedule(
        {"类型": "月会", "周期": "每月"}, {"类型": "季会", "周期": "每季"}, {"类型": "半年会", "周期": "每半年"}
    )
    found = told(township(), LIUCUN, LIU, several, held("2026-01-05"), held("2026-06-30", "半年会"))

    assert values(found, "例会制度", "刘村党支部", "2026-q1") == ("4", "1", "25.0")
    assert values(found, "例会制度", "", "2026") == ("13", "2", "15.4")


def test_a_requirement_may_be_for_other_organisations() -> None:
    """A branch without groups is not asked for meetings of groups."""
    several = schedule({"类型": "月会", "周期": "每月"}, {"类型": "组会", "周期": "每月", "适用组织": ["党小组"]})
    group = make(Organisation, "g1", 名称="一组", 类别="党小组", 地方="liucun", 上级="liu")
    found = told(township(), LIUCUN, WANGCUN, LIU, WANG, group, several, BEGUN)

    assert values(found, "组会", "", "2026-q1")[0] == "3"
    assert values(found, "例会制度", "", "2026-q1")[0] == "9"


def test_places_may_keep_a_schedule() -> None:
    """Villages meet on fixed days, without an organisation."""
    days = schedule({"类型": "说事", "周期": "每月", "固定日": ["10", "20"]}, 层级=["村"])
    found = told(township(), LIUCUN, WANGCUN, LIU, days, held("2026-01-10", "说事", by=None, 组织=None))

    assert values(found, "说事", "刘村", "2026-q1") == ("6", "1", "16.7")
    assert values(found, "说事", "", "2026-q1")[0] == "12"


def test_an_activity_without_organisation_is_the_only_ones_at_its_place() -> None:
    """With two branches at the place nobody knows whose it was."""
    other = make(Organisation, "liu-2", 名称="刘村第二党支部", 类别="党支部", 地方="liucun")
    day = held("2026-01-05", 组织=None)

    assert values(told(township(), LIUCUN, LIU, MONTHLY, day), "月会", "", "2026-q1")[1] == "1"
    assert values(told(township(), LIUCUN, LIU, other, MONTHLY, day, BEGUN), "月会", "", "2026-q1")[1] == "0"


def test_a_day_without_meetings_due_has_no_rate() -> None:
    """The base is zero."""
    found = told(township(), LIUCUN, LIU, schedule({"类型": "月会", "周期": "每月", "次数": "0"}), BEGUN)

    assert found["月会完成率", "", "2026-q1"] == Amount.missing("%", "没有应开展的次数")


def test_all_activities_of_a_year_are_counted_with_their_people() -> None:
    """Of a village, and of the township with its villages; present people stand for person-times of one meeting."""
    talks = [
        held("2026-03-01", "培训", 制度=None, 实到="30"),
        held("2026-H1", "培训", 制度=None, 次数="4", 人次="100"),
        held("2026-04-01", "培训", "wangcun", 制度=None, 实到="20"),
    ]
    found = told(bare(), LIUCUN, WANGCUN, *talks)

    assert found["培训次数", "", "2026"] == Amount.known(6, "次")
    assert found["培训人次", "", "2026"] == Amount.known(150, "人次")
    people = [i for i in derived(bare(), LIUCUN, WANGCUN, *talks).of(Indicator) if i.name == "培训人次"]
    places = {i.place: i.amount.value for i in people}
    assert places == {"anping": 150, "liucun": 130, "wangcun": 20}


def test_people_are_missing_when_one_record_lacks_them() -> None:
    """Several meetings with one attendance do not say how many person-times."""
    talks = [held("2026-03-01", "培训", 实到="30"), held("2026-H1", "培训", 次数="4", 实到="25")]

    assert told(bare(), LIUCUN, *talks)["培训人次", "", "2026"] == Amount.missing("人次", "1条记录没有写人次")


def test_kinds_that_two_schedules_share_are_told_apart() -> None:
    """The figures bear the schedule's name then."""
    other = schedule({"类型": "月会", "周期": "每季"}, name="另一制度", id="other")
    found = told(township("meetings", "other"), LIUCUN, LIU, MONTHLY, other, BEGUN, held("2024-12-31", 制度="other"))

    assert values(found, "例会制度月会", "", "2026-q1")[0] == "3"
    assert values(found, "另一制度月会", "", "2026-q1")[0] == "1"


def test_names_can_be_used_in_prose() -> None:
    """Whatever the schedule is called."""
    assert named("“双百”(试点) 会议", "完成率") == "双百试点会议完成率"
    assert named("3+X学习", "次数").isidentifier()


def test_a_mistyped_year_costs_nothing() -> None:
    """Nothing is asked for more than ten years back."""
    found = told(township(since=None), LIUCUN, LIU, MONTHLY, held("1926-01-05"))

    assert min(period for name, _, period in found if name == "月会完成率") == "2016"


def test_ids_are_unique() -> None:
    """Of units, kinds, wholes and years."""
    several = schedule({"类型": "月会", "周期": "每月"}, {"类型": "季会", "周期": "每季"})
    days = [held("2026-01-05"), held("2026-01-05", "季会"), held("2026-01-06", place="wangcun")]
    found = derived(township(), LIUCUN, WANGCUN, LIU, WANG, several, *days).of(Indicator)

    assert len({i.key for i in found}) == len(found)


def test_no_two_figures_share_a_key() -> None:
    """Requirement 1 of `study` is not `study-1`, nor an organisation a place of the same id."""
    monthly = [{"类型": "月会", "周期": "每月"}, {"类型": "季会", "周期": "每季"}]
    study = schedule(*monthly, id="study", name="学习")
    more = schedule({"类型": "年会", "周期": "每月"}, id="study-1", name="再学习")
    activities = [held("2026-01-05", 制度="study"), held("2026-01-05", "季会", 制度="study")]
    records = derived(
        township("study", "study-1"), LIUCUN, LIU, study, more, *activities, held("2026-01-06", "年会", 制度="study-1")
    )
    told = [i for i in records.of(Indicator) if i.theme == "活动开展"]

    assert len({i.key for i in told}) == len(told)
    assert {"季会完成率", "年会完成率", "学习完成率", "再学习完成率"} <= {i.name for i in told}
