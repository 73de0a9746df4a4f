"""What ledgers come to: entries, closed, overdue as of today, by year, by kind, and where people went."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from generator.model import Amount, Period, Record, State
from generator.records.holiday import HolidayYear
from generator.records.indicator import Indicator
from generator.records.issue import Issue
from generator.records.ledger import Ledger
from tests.derive.making import TODAY, derived, make, township, village

PLACES = (
    township(),
    village("liucun", "刘村"),
    village("wangcun", "王村"),
    village("beigou", "北沟组", "村民小组").model_copy(update={"parent": "liucun"}),
)
LEDGERS = (
    make(Ledger, "disputes", 名称="矛盾纠纷", 销号用语="化解", 办结天数="30"),
    make(Ledger, "errands", 名称="代办", 办结天数="10", 历="工作日"),
)


def issue(name: str, place: str = "liucun", opened: str = "2026-10-01", **labels: Any) -> Issue:
    return make(Issue, name, **{"地方": place, "台账": "disputes", "事项": name, "登记日期": opened} | labels)


def figures(
    *records: Record, place: str = "anping", period: str | None = None, today: date = TODAY
) -> dict[str, Indicator]:
    wanted = Period.parse(period) if period else None
    found = derived(*PLACES, *LEDGERS, *records, today=today).of(Indicator)
    return {i.binding: i for i in found if i.theme == "台账办理" and i.place == place and i.period == wanted}


def values(*records: Record, **where: Any) -> dict[str, Decimal | None]:
    return {name: indicator.amount.value for name, indicator in figures(*records, **where).items()}


OPEN = issue("open")
CLOSED = issue("closed", 销号日期="2026-10-05", 结果="签字")
LATE = issue("late", "wangcun", "2025-08-01")


def test_entries_closed_and_overdue() -> None:
    """The township holds its villages' entries; a rate is of all of them."""
    assert values(OPEN, CLOSED, LATE) == {
        "矛盾纠纷件数": 3,
        "矛盾纠纷化解数": 1,
        "矛盾纠纷化解率": Decimal("33.33"),
        "矛盾纠纷逾期数": 1,
    }
    assert values(OPEN, CLOSED, LATE, place="liucun")["矛盾纠纷化解率"] == 50
    assert values(OPEN, CLOSED, LATE, place="wangcun")["矛盾纠纷逾期数"] == 1


def test_by_the_year_of_their_opening() -> None:
    """The year's figures need that day to be open to readers."""
    assert values(OPEN, CLOSED, LATE, period="2025")["矛盾纠纷件数"] == 1
    assert values(OPEN, CLOSED, LATE, period="2026")["矛盾纠纷化解率"] == 50

    found = figures(OPEN, CLOSED, LATE, period="2026")["矛盾纠纷件数"]
    assert found.uses == ("issue/件数", "issue/登记日期")
    assert found.inputs == (OPEN.key, CLOSED.key)


def test_entries_of_a_group_stand_with_its_village() -> None:
    """The group has no figures of its own."""
    group = issue("group", "beigou")

    assert values(group, place="liucun")["矛盾纠纷件数"] == 1
    assert values(group)["矛盾纠纷件数"] == 1
    assert values(group, place="beigou") == {}


def test_several_in_one_entry() -> None:
    """So many closed of so many; what is left is overdue after the last day."""
    many = issue("many", opened="2026-01-01", 件数="10", 办结件数="7")

    assert list(values(many).values()) == [10, 7, 70, 3]


def test_more_closed_than_there_are_is_no_figure() -> None:
    """The rules report it."""
    found = figures(issue("many", 件数="1", 办结件数="7"))

    assert found["矛盾纠纷化解数"].amount.state is State.MISSING
    assert found["矛盾纠纷化解率"].why_missing == "有的记录办结件数比件数还多,待核对"


def test_no_share_of_nought() -> None:
    """An entry that stands for no case at all."""
    found = figures(issue("none", 件数="0"))

    assert found["矛盾纠纷件数"].amount == Amount.known(0, "件")
    assert found["矛盾纠纷化解率"].why_missing == "还没有登记的"


def test_the_last_day_itself_is_not_overdue() -> None:
    """30 calendar days after 1 October; what is written goes before the ledger's days; closed is never overdue."""
    written = issue("written", 办结期限="2026-10-10")
    overdue = "矛盾纠纷逾期数"

    assert values(OPEN, today=date(2026, 10, 31))[overdue] == 0
    assert values(OPEN, today=date(2026, 11, 1))[overdue] == 1
    assert values(written, today=date(2026, 10, 11))[overdue] == 1
    assert values(CLOSED, today=date(2027, 1, 1))[overdue] == 0


def test_working_days_leave_out_holidays() -> None:
    """Ten working days after 30 September 2026 end on 20 October, one Saturday worked instead."""
    year = make(
        HolidayYear,
        "y",
        年="2026",
        核实="是",
        放假=[{"名称": "国庆节", "自": "2026-10-01", "至": "2026-10-07"}],
        上班=["2026-10-10"],
    )
    errand = issue("errand", opened="2026-09-30", 台账="errands")

    assert values(errand, year, today=date(2026, 10, 20))["代办逾期数"] == 0
    assert values(errand, year, today=date(2026, 10, 21))["代办逾期数"] == 1


def test_what_is_closed_tomorrow_is_open_today() -> None:
    """The rules report the day."""
    assert values(issue("future", 销号日期="2026-10-21"))["矛盾纠纷化解数"] == 0


def test_people_are_added_up_only_where_all_entries_tell() -> None:
    """A blank is not nought."""
    told = issue("told", 户数="3", 人数="9")

    assert values(told)["矛盾纠纷户数"] == 3
    assert figures(told)["矛盾纠纷人数"].amount == Amount.known(9, "名")
    assert not {"矛盾纠纷户数", "矛盾纠纷人数"} & set(values(told, OPEN))


def test_where_people_went() -> None:
    """One figure a destination; a blank in one row leaves that sum out."""
    one = issue("one", 安置=[{"去向": "投亲", "户数": "134", "人数": "434"}, {"去向": "宾馆", "户数": "100"}])
    two = issue("two", "wangcun", 安置=[{"去向": "投亲", "户数": "6"}])
    found = figures(one, two)

    assert found["矛盾纠纷户数_投亲"].amount.value == 140
    assert found["矛盾纠纷户数_宾馆"].amount.value == 100
    assert found["矛盾纠纷户数_投亲"].uses == ("issue/安置.去向", "issue/安置.户数")
    assert "矛盾纠纷人数_投亲" not in found
    assert len({indicator.id for indicator in found.values()}) == len(found)


def test_kinds_are_counted_where_they_are_told() -> None:
    """Entries without a kind are counted as such, and not at all when no entry has one."""
    land = issue("land", 类别="土地")

    assert values(land, OPEN)["矛盾纠纷件数_土地"] == 1
    assert values(land, OPEN)["矛盾纠纷件数_未写明"] == 1
    assert [name for name in values(OPEN) if "_" in name] == []


def test_entries_of_unknown_ledgers_and_places_are_left_to_the_rules() -> None:
    """Nothing is made up for them, and nothing fails."""
    assert figures(issue("x", 台账="unknown")) == {}
    assert values(issue("x", "nowhere"))["矛盾纠纷件数"] == 1
