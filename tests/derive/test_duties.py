"""What must be published, by when, and where it stands."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.derive import coming
from generator.model import Duty, DutyState, Record
from generator.records.holiday import HolidayYear
from generator.records.item import DisclosureItem
from generator.records.jurisdiction import Jurisdiction
from generator.records.procedure import Procedure
from generator.records.publication import PublicationRecord
from tests.derive.making import TODAY, derived, make, sheet, township, village

ANPING = township(启用日期="2026-07-01")
LIUCUN = village("liucun", "刘村")


def item(name: str = "cash", frequency: str = "每月", days: int | None = 15, **labels: Any) -> DisclosureItem:
    if days is not None:
        labels.setdefault("期限", {"触发": "期末", "天数": str(days)})
    return make(
        DisclosureItem,
        name,
        **{"事项": name, "类别": "财务公开", "依据": [], "主体": "村", "层级": ["村"], "对象": {"社会": "公开"}}
        | labels,
        频次=frequency,
    )


def publication(name: str = "p", approved: str | None = "2026-08-01", **labels: Any) -> PublicationRecord:
    if approved:
        labels["审批"] = {"职务": "书记", "日期": approved}
    defaults = {"事项": ["cash"], "地方": "liucun", "公开主体": "刘村"}
    return make(PublicationRecord, name, **defaults | labels)


def duties(*records: Record, today: date = TODAY, place: Record = LIUCUN, above: Record = ANPING) -> tuple[Duty, ...]:
    return derived(above, place, *records, today=today).duties


def july(*records: Record, today: date = TODAY) -> Duty:
    """The duty of July 2026, which falls due on 15 August."""
    return next(duty for duty in duties(item(), *records, today=today) if duty.period and duty.period.key == "2026-07")


# ---------------------------------------------------------------------------------------------------------- periods


@pytest.mark.parametrize(
    ("frequency", "since", "expected"),
    [
        ("每月", "2026-07-01", ["2026-07", "2026-08", "2026-09"]),
        ("每月", "2026-07-02", ["2026-08", "2026-09"]),
        ("每季", "2026-01-01", ["2026-q1", "2026-q2", "2026-q3"]),
        ("每季", "2026-02-01", ["2026-q2", "2026-q3"]),
        ("每半年", "2026-01-01", ["2026-h1"]),
        ("每年", "2024-01-01", ["2024", "2025"]),
        ("每年", "2026-01-01", []),
        ("不定期", "2026-01-01", []),
    ],
)
def test_a_period_opens_a_duty_once_it_has_ended(frequency: str, since: str, expected: list[str]) -> None:
    """From the first whole period after the township's start on; the running one is not due yet."""
    found = duties(item(frequency=frequency), above=township(启用日期=since))

    assert [duty.period.key for duty in found if duty.period] == expected
    assert len(found) == len(expected)


def test_a_period_that_ends_today_is_not_due_yet() -> None:
    """It has ended tomorrow."""
    assert [d.period.key for d in duties(item(), today=date(2026, 9, 30)) if d.period] == ["2026-07", "2026-08"]
    assert len(duties(item(), today=date(2026, 10, 1))) == 3


def test_only_places_of_the_items_levels_owe_it() -> None:
    """A duty of villages is none of the township."""
    assert {duty.place for duty in duties(item())} == {"liucun"}
    assert {duty.place for duty in duties(item(层级=["乡镇"]))} == {"anping"}
    assert {duty.place for duty in duties(item(层级=["乡镇", "村"]))} == {"anping", "liucun"}
    assert duties(item(层级=["社区"])) == ()


def test_a_township_without_a_starting_day_owes_nothing() -> None:
    """It has not begun to use the catalogue."""
    assert duties(item(), above=township()) == ()


def test_duties_come_in_the_order_of_item_place_and_period() -> None:
    """So that two runs give the same list."""
    wangcun = village("wangcun", "王村")
    found = duties(item("b"), item("a"), wangcun, today=date(2026, 9, 15))

    assert [(d.item, d.place, d.period and d.period.key) for d in found] == [
        (name, place, month)
        for name in ("b", "a")
        for place in ("liucun", "wangcun")
        for month in ("2026-07", "2026-08")
    ]


# --------------------------------------------------------------------------------------------------------- due days


def test_the_last_day_is_so_many_calendar_days_after_the_end() -> None:
    """July ends on the 31st; 15 days later is 15 August."""
    duty = july()

    assert (duty.opens, duty.due) == (date(2026, 7, 31), date(2026, 8, 15))


def test_working_days_leave_out_weekends_and_holidays() -> None:
    """Five working days after 30 September, over the holiday week with one Saturday worked instead."""
    year = make(
        HolidayYear,
        "y",
        年="2026",
        核实="是",
        放假=[{"名称": "国庆节", "自": "2026-10-01", "至": "2026-10-07"}],
        上班=["2026-10-10"],
    )
    september = duties(item(期限={"触发": "期末", "天数": "5", "历": "工作日"}), year)[-1]

    assert september.due == date(2026, 10, 13)


def local(**deadlines: int) -> Jurisdiction:
    rows = [{"频次": frequency, "天数": str(days)} for frequency, days in deadlines.items()]
    return make(Jurisdiction, "sheng", 名称="示例省规定", 核实="否", 期限=rows)


UNDER_LOCAL_RULE = township(启用日期="2026-07-01", 适用规定="sheng")


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        (local(每月=10), date(2026, 8, 10)),
        (local(每月=15), date(2026, 8, 15)),
        (local(每月=40), date(2026, 8, 15)),
        (local(每季=5), date(2026, 8, 15)),
        (local(每月=10).model_copy(update={"items": ("cash",)}), date(2026, 8, 10)),
        (local(每月=10).model_copy(update={"items": ("other",)}), date(2026, 8, 15)),
    ],
)
def test_a_local_rule_can_only_tighten(rule: Jurisdiction, due: date) -> None:
    """The shorter of both deadlines, for the rhythm and the items that the rule speaks of."""
    assert duties(item(), rule, above=UNDER_LOCAL_RULE)[0].due == due


def test_of_two_local_deadlines_the_shorter_holds() -> None:
    """In whichever order they stand."""
    rows = [{"频次": "每月", "天数": "8"}, {"频次": "每月", "天数": "12"}]
    for order in (rows, rows[::-1]):
        rule = make(Jurisdiction, "sheng", 名称="示例省规定", 核实="否", 期限=order)

        assert duties(item(), rule, above=UNDER_LOCAL_RULE)[0].due == date(2026, 8, 8)


def test_a_local_rule_that_is_not_the_townships_own_changes_nothing() -> None:
    """Only 适用规定 decides."""
    assert duties(item(), local(每月=1))[0].due == date(2026, 8, 15)


# ----------------------------------------------------------------------------------------------------------- states

JULY = {"期间": "2026-07"}


@pytest.mark.parametrize(
    ("labels", "today", "state"),
    [
        (None, "2026-08-15", DutyState.DUE),
        (None, "2026-08-16", DutyState.OVERDUE),
        ({"上墙日期": "2026-08-15"}, "2026-10-20", DutyState.DONE),
        ({"上墙日期": "2026-08-16"}, "2026-10-20", DutyState.LATE),
        ({"上墙日期": "2026-07-31", "approved": "2026-07-31"}, "2026-10-20", DutyState.DONE),
        ({"上墙日期": "2026-08-10", "上网日期": "2026-09-10"}, "2026-10-20", DutyState.DONE),
        ({"上墙日期": "2026-08-10", "下墙日期": "2026-08-26"}, "2026-10-20", DutyState.WITHDRAWN),
        ({"上墙日期": "2026-08-10", "下墙日期": "2026-08-26"}, "2026-08-25", DutyState.DONE),
        ({"上墙日期": "2026-08-10", "下墙日期": "2026-08-26", "上网日期": "2026-08-10"}, "2026-10-20", DutyState.DONE),
        ({"不适用": "7月没有收支"}, "2026-10-20", DutyState.EXEMPT),
        ({}, "2026-10-20", DutyState.OVERDUE),
    ],
)
def test_where_a_duty_stands(labels: dict[str, str] | None, today: str, state: DutyState) -> None:
    """Not published: due, then overdue. Published: done, late, withdrawn. Nothing to publish: exempt."""
    published = [] if labels is None else [publication(**JULY, **labels)]

    assert july(*published, today=date.fromisoformat(today)).state is state


WITHDRAWN = {"日期": "2026-09-01", "理由": "户数有误", "职务": "村党支部书记"}


@pytest.mark.parametrize(
    ("labels", "reason"),
    [
        ({"approved": None, "上墙日期": "2026-08-10"}, "还没有审批"),
        ({"approved": "2026-10-21", "上墙日期": "2026-08-10"}, "审批日期 2026-10-21 还没有到"),
        ({"approved": "2026-08-11", "上墙日期": "2026-08-10"}, "2026-08-10 公开 2026-08-11 才签字"),
        (
            {"上墙日期": "2026-08-10", "审核": {"职务": "监委会主任", "日期": "2026-08-11"}},
            "2026-08-10 公开 2026-08-11 才签字",
        ),
        ({"上墙日期": "2026-10-21"}, "准备 2026-10-21 公开 还没有到"),
        ({"approved": "2026-07-30", "上墙日期": "2026-07-30"}, "2026-07-30 公开 2026-07-31 才到期末或者发生"),
        ({"上网日期": "2026-08-10"}, "只上了网 还没有上墙"),
        ({}, "还没有公开"),
        ({"上墙日期": "2026-08-10", "撤回": WITHDRAWN}, "2026-09-01 撤回 户数有误"),
        ({"上墙日期": "2026-08-10", "上网日期": "2026-08-10", "撤回": WITHDRAWN}, "2026-09-01 撤回 户数有误"),
        ({"不适用": "7月没有收支", "撤回": WITHDRAWN}, "2026-09-01 撤回 户数有误"),
        ({"上墙日期": "2026-08-10", "下墙日期": "2026-08-09"}, "下墙日期 2026-08-09 早于上墙日期 2026-08-10"),
        ({"approved": None, "不适用": "7月没有收支"}, "还没有审批"),
        ({"approved": "2026-10-21", "不适用": "7月没有收支"}, "审批日期 2026-10-21 还没有到"),
        ({"期间": "2026-08", "上墙日期": "2026-08-10"}, ""),
        ({"地方": "wangcun", "上墙日期": "2026-08-10"}, ""),
        ({"事项": ["other"], "上墙日期": "2026-08-10"}, ""),
    ],
)
def test_what_does_not_count_as_publishing(labels: dict[str, Any], reason: str) -> None:
    """Whatever is odd leaves the duty open, says why, and names no publication that did it."""
    duty = july(publication(**JULY | labels))

    assert (duty.state, duty.publication, duty.done) == (DutyState.OVERDUE, "", None)
    assert (duty.reason, duty.about) == (reason, "anping/publication/p" if reason else "")


@pytest.mark.parametrize(
    ("removed", "web", "state"),
    [
        ("2026-08-24", "2026-08-10", DutyState.OVERDUE),
        ("2026-08-24", None, DutyState.OVERDUE),
        ("2026-08-25", "2026-08-10", DutyState.DONE),
        ("2026-08-25", "2026-10-21", DutyState.WITHDRAWN),
        ("2026-08-25", None, DutyState.WITHDRAWN),
        ("2026-10-21", None, DutyState.DONE),
    ],
)
def test_taken_down_too_early_is_to_be_shown_again(removed: str, web: str | None, state: DutyState) -> None:
    """Fifteen days on the board; a copy on the web makes up for what comes after them, never for them."""
    dates = {"上墙日期": "2026-08-10", "下墙日期": removed} | ({"上网日期": web} if web else {})
    (duty, *_) = duties(item(公示天数="15"), publication(**JULY, **dates))

    assert duty.state is state


def test_a_local_rule_for_longer_on_the_board_holds() -> None:
    """What the national days would allow is too early where the local rule asks for more."""
    rule = make(Jurisdiction, "sheng", 名称="示例省规定", 核实="否", 公示天数="20")
    act = publication(**JULY, 上墙日期="2026-08-10", 下墙日期="2026-08-26", 上网日期="2026-08-10")
    states = [duties(item(公示天数="15"), act, *more, above=UNDER_LOCAL_RULE)[0].state for more in ((), (rule,))]

    assert states == [DutyState.DONE, DutyState.OVERDUE]


def test_withdrawn_opens_the_duty_again_from_its_day_on() -> None:
    """Done until the day before; then due again, or overdue when the due day has passed."""
    taken_back = {"撤回": WITHDRAWN | {"日期": "2026-08-12"}}
    act = publication(**JULY, 上墙日期="2026-08-10", **taken_back)
    days = [date(2026, 8, day) for day in (11, 12, 15, 16)]

    assert [july(act, today=day).state for day in days] == [
        DutyState.DONE,
        DutyState.DUE,
        DutyState.DUE,
        DutyState.OVERDUE,
    ]


def test_what_is_published_again_after_a_withdrawal_counts_by_its_own_day() -> None:
    """The first, on time, was taken back; the second is the one that villagers read."""
    first = publication("first", **JULY, 上墙日期="2026-08-10", 撤回=WITHDRAWN)
    early, late = (publication("second", **JULY, 上墙日期=day) for day in ("2026-08-14", "2026-09-02"))

    assert (july(first, early).state, july(first, early).done) == (DutyState.DONE, date(2026, 8, 14))
    assert (july(first, late).state, july(first, late).reason) == (DutyState.LATE, "")


def test_what_was_taken_down_can_be_read_in_a_later_copy() -> None:
    """The first decides about the day, any of them about whether it can still be read."""
    first = publication("first", **JULY, 上墙日期="2026-08-10", 下墙日期="2026-08-26")
    again = publication("again", **JULY, 上墙日期="2026-10-01")

    assert july(first).state is DutyState.WITHDRAWN
    assert (july(first, again).state, july(first, again).done) == (DutyState.DONE, date(2026, 8, 10))


def test_an_item_for_the_web_alone_is_done_on_the_web() -> None:
    """And one for neither board nor web on whichever day is written."""
    on_board, on_web = (publication(**JULY, **{label: "2026-08-10"}) for label in ("上墙日期", "上网日期"))

    def state(channel: str, act: PublicationRecord) -> DutyState:
        return duties(item(渠道=[channel]), act)[0].state

    assert [state("网站", act) for act in (on_board, on_web)] == [DutyState.OVERDUE, DutyState.DONE]
    assert [state("党内通报", act) for act in (on_board, on_web)] == [DutyState.DONE, DutyState.DONE]


def test_corrections_and_objections_change_nothing() -> None:
    """A correction is a new revision of what was published in time."""
    change = {"日期": "2026-09-01", "更正项": "户数", "原为": "1", "改为": "2", "理由": "漏了一户"}
    objection = {"日期": "2026-08-12", "内容": "少一户"}

    assert july(publication(**JULY, 上墙日期="2026-08-10", 更正=[change], 异议=[objection])).state is DutyState.DONE


PLAN = {"日期": "2026-08-02", "状态": "计划", "公开日期": "2026-08-12"}
FIRM = {"日期": "2026-08-05", "状态": "确认", "公开日期": "2026-08-20", "理由": "等银行对账单"}
CANCEL = {"日期": "2026-08-06", "状态": "取消", "理由": "账还没有对上"}


@pytest.mark.parametrize(
    ("lines", "today", "planned", "announced"),
    [
        ([PLAN], "2026-08-01", None, ""),
        ([PLAN], "2026-08-02", date(2026, 8, 12), "计划"),
        ([PLAN, FIRM], "2026-08-04", date(2026, 8, 12), "计划"),
        ([PLAN, FIRM], "2026-08-05", date(2026, 8, 20), "确认"),
        ([PLAN, FIRM, CANCEL], "2026-08-06", None, "取消"),
        ([], "2026-08-06", None, ""),
    ],
)
def test_announcements_are_told_and_never_excuse(
    lines: list[dict[str, str]], today: str, planned: date | None, announced: str
) -> None:
    """The last line in force is told; the due day stands whatever is announced."""
    act = publication(approved=None, **JULY, 预告=lines)
    day = date.fromisoformat(today)

    assert (july(act, today=day).planned, july(act, today=day).announced) == (planned, announced)
    assert july(act, today=date(2026, 8, 16)).state is DutyState.OVERDUE


def test_coming_duties_are_those_of_periods_that_end_later() -> None:
    """With the same due days as when they are there; events and what is past are not among them."""
    records = derived(ANPING, LIUCUN, item(), DECISION, matter())
    found = coming(records, date(2026, 12, 31))

    assert [(str(d.period), d.opens, d.due, d.state) for d in found] == [
        ("2026年10月", date(2026, 10, 31), date(2026, 11, 15), DutyState.DUE),
        ("2026年11月", date(2026, 11, 30), date(2026, 12, 15), DutyState.DUE),
        ("2026年12月", date(2026, 12, 31), date(2027, 1, 15), DutyState.DUE),
    ]
    assert coming(records, date(2026, 10, 30)) == coming(records, date(2026, 1, 1)) == ()


def test_what_is_coming_is_there_when_its_day_has_come() -> None:
    """No duty is told twice and none falls between today's and the coming ones."""
    world = (item(), item("b", frequency="长期", days=20), item("c", frequency="每季"))
    above = township(启用日期="2026-10-01")
    early, late = (derived(above, LIUCUN, *world, today=day) for day in (date(2026, 9, 1), date(2027, 3, 1)))
    told = [(d.item, d.period, d.due) for d in (*early.duties, *coming(early, date(2027, 2, 28)))]

    assert sorted(told, key=str) == sorted(((d.item, d.period, d.due) for d in late.duties), key=str)


def test_what_is_said_not_to_apply_is_not_coming() -> None:
    """Said with approval, before the period has ended."""
    exempt = publication(期间="2026-10", 不适用="10月没有收支", approved="2026-10-10")

    assert coming(derived(ANPING, LIUCUN, item(), exempt), date(2026, 11, 1)) == ()


@pytest.mark.parametrize(
    ("named", "state"),
    [
        (["finance/liucun-2026-07"], DutyState.DONE),
        (["finance/liucun-2026-06", "finance/liucun-2026-07"], DutyState.DONE),
        (["finance/liucun-2026-q3"], DutyState.DONE),
        (["finance/liucun-2026-06"], DutyState.OVERDUE),
        (["finance/liucun-2026-05"], DutyState.OVERDUE),
        (["organisation/branch"], DutyState.OVERDUE),
    ],
)
def test_the_records_of_another_period_do_not_count(named: list[str], state: DutyState) -> None:
    """Whoever writes July and publishes June's sheet, or one that is not there, has not published July."""
    sheets = [sheet("liucun", period) for period in ("2026-06", "2026-07", "2026-Q3")]
    act = publication(**JULY, 上墙日期="2026-08-10", 记录=named)

    assert july(act, *sheets).state is state


def test_the_duty_names_the_publication_that_met_it() -> None:
    """And its day."""
    duty = july(publication(**JULY, 上墙日期="2026-08-10"))

    assert (duty.publication, duty.done) == ("anping/publication/p", date(2026, 8, 10))


def test_the_earliest_of_several_publications_counts() -> None:
    """Posting it again later does not make it late."""
    later = publication("later", **JULY, 上墙日期="2026-09-10")
    first = publication("first", **JULY, 上墙日期="2026-08-10")

    assert july(later, first).publication == "anping/publication/first"
    assert july(later, first).state is DutyState.DONE


def test_a_real_publication_goes_before_an_exemption() -> None:
    """Whoever wrote 不适用 first and published then has published."""
    exempt = publication("exempt", **JULY, 不适用="没有收支")

    assert july(exempt, publication(**JULY, 上墙日期="2026-08-10")).state is DutyState.DONE


# ------------------------------------------------------------------------------------------- long-term and events


def test_long_term_items_are_owed_once_by_every_place() -> None:
    """From the township's start on, within the deadline."""
    standing = item(frequency="长期", days=20)
    (duty,) = duties(standing)

    assert (duty.opens, duty.due, duty.period) == (date(2026, 7, 1), date(2026, 7, 21), None)
    assert duty.state is DutyState.OVERDUE
    assert duties(standing, publication(上墙日期="2026-07-20", approved="2026-07-10"))[0].state is DutyState.DONE


def test_long_term_items_without_a_deadline_are_no_duty() -> None:
    """There is no day on which they would be late."""
    assert duties(item(frequency="长期", days=None)) == ()


def test_a_township_that_starts_later_owes_nothing_yet() -> None:
    """Neither periods nor long-term items."""
    standing = item("b", frequency="长期", days=20)

    assert duties(item(), standing, above=township(启用日期="2026-10-21")) == ()
    assert len(duties(item(), standing, above=township(启用日期="2026-10-20"))) == 1


def matter(name: str = "road", voted: str = "2026-08-01", place: str = "liucun") -> Procedure:
    steps = [{"步骤": "提议", "日期": "2026-07-02"}]
    if voted:
        steps.append({"步骤": "决议", "日期": voted, "应到": "3", "实到": "3", "同意": "3", "反对": "0", "弃权": "0"})
    return make(Procedure, name, 村=place, 程序="four-two", 事项="修路", 状态="进行中", 步骤=steps)


DECISION = item(frequency="事后", days=10, 数据="procedure")


def test_an_event_opens_a_duty_for_its_record() -> None:
    """Ten days after the last vote."""
    (duty,) = duties(DECISION, matter())

    assert duty.record == "anping/procedure/road"
    assert (duty.opens, duty.due, duty.state) == (date(2026, 8, 1), date(2026, 8, 11), DutyState.OVERDUE)


def test_an_event_is_met_only_by_a_publication_that_names_it() -> None:
    """Two matters of one village are two duties."""
    act = publication(记录=["procedure/road"], 上墙日期="2026-08-09")
    states = {duty.record: duty.state for duty in duties(DECISION, matter(), matter("bridge"), act)}

    assert states == {"anping/procedure/road": DutyState.DONE, "anping/procedure/bridge": DutyState.OVERDUE}


@pytest.mark.parametrize("voted", ["", "2026-06-30", "2026-10-21"])
def test_no_event_no_duty(voted: str) -> None:
    """Not voted yet, voted before the township started, or dated in the future."""
    assert duties(DECISION, matter(voted=voted)) == ()


def test_an_event_of_another_family_or_kind_opens_nothing() -> None:
    """The item says which records it publishes."""
    assert duties(DECISION, sheet("liucun", "2026-08")) == ()
    assert duties(item(frequency="事后", days=10, 数据="procedure", 条件={"状态": "已完成"}), matter()) == ()


def test_the_day_is_an_argument() -> None:
    """The same records seen from two days; the clock is never asked."""
    early, late = (duties(item(), today=day) for day in (date(2026, 8, 10), date(2027, 8, 1)))

    assert [duty.state for duty in early] == [DutyState.DUE]
    assert [duty.state for duty in late] == [DutyState.OVERDUE] * 12 + [DutyState.DUE]
