"""What must be published, by when, and where it stands."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

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
        ({"上网日期": "2026-08-10"}, "2026-10-20", DutyState.DONE),
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


@pytest.mark.parametrize(
    "labels",
    [
        {"approved": None, "上墙日期": "2026-08-10"},
        {"approved": "2026-10-21", "上墙日期": "2026-08-10"},
        {"上墙日期": "2026-10-21"},
        {"approved": None, "不适用": "7月没有收支"},
        {"approved": "2026-10-21", "不适用": "7月没有收支"},
        {"期间": "2026-08", "上墙日期": "2026-08-10"},
        {"地方": "wangcun", "上墙日期": "2026-08-10"},
        {"事项": ["other"], "上墙日期": "2026-08-10"},
    ],
)
def test_what_does_not_count_as_publishing(labels: dict[str, Any]) -> None:
    """Unapproved, not yet posted, another period, another place, another item — neither is a claimed exemption."""
    duty = july(publication(**JULY | labels))

    assert (duty.state, duty.publication, duty.done) == (DutyState.OVERDUE, "", None)


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
