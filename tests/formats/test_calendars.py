"""Calendars: whatever the duties are called, every open one is in once, and any program can read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from generator.formats.calendars import OPEN, calendar, named, uid
from generator.model import Duty, DutyState, Period, Records
from generator.records.item import DisclosureItem
from generator.records.place import Place
from generator.records.procedure import Procedure

TODAY = date(2026, 10, 20)
ITEM = {"依据": [], "频次": "每月", "主体": "村", "层级": ["村"], "对象": {}}


def records(title: str = "修路", place: str = "刘村") -> Records:
    given = [
        Place.model_validate({"@乡镇": "anping", "编号": "liucun", "名称": place, "级别": "村"}),
        Procedure.model_validate(
            {
                "@乡镇": "anping",
                "编号": "road",
                "村": "liucun",
                "程序": "x",
                "事项": title,
                "状态": "进行中",
                "步骤": [],
            }
        ),
        DisclosureItem.model_validate({"编号": "cash", "事项": "收支公开榜", "类别": "财务公开"} | ITEM),
    ]
    return Records(tuple(given), today=TODAY)


def duty(state: DutyState = DutyState.DUE, due: date = date(2026, 11, 15), **changes: object) -> Duty:
    given = {"item": "cash", "township": "anping", "place": "liucun", "opens": date(2026, 10, 31)} | changes
    return Duty(due=due, state=state, **given)  # type: ignore[arg-type]


def made(duties: Iterable[Duty], source: Records | None = None) -> bytes:
    return calendar("anping", "liucun", duties, source or records())


SLUGS = st.text("abcxyz019-", min_size=1, max_size=12)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
DUTIES = st.lists(
    st.builds(
        Duty,
        item=st.one_of(st.just("cash"), SLUGS),
        township=st.just("anping"),
        place=st.one_of(st.just("liucun"), SLUGS),
        opens=DAYS,
        due=DAYS,
        state=st.sampled_from(DutyState),
        period=st.none() | st.builds(Period.of, DAYS, st.sampled_from([1, 3, 6, 12])),
        record=st.sampled_from(["", "anping/procedure/road", "anping/procedure/gone"]),
        planned=st.none() | DAYS,
        announced=st.sampled_from(["", "计划", "确认"]),
        reason=st.text(max_size=60).filter(str.isprintable),
        publisher=st.text("村委会,;:\\\"'=\n|BEGIN END", max_size=80),
    ),
    max_size=20,
)
HOSTILE = st.text(
    st.one_of(st.sampled_from(",;:\\\"'\n\t🀄村公开"), st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])),
    min_size=1,
    max_size=120,
).filter(str.strip)


@given(DUTIES)
def test_every_open_duty_is_in_once(duties: list[Duty]) -> None:
    """Also when a list names one twice; what is done is in none."""
    events = Calendar.from_ical(made(duties)).walk("VEVENT")

    assert sorted(str(event["uid"]) for event in events) == sorted({uid(d) for d in duties if d.state in OPEN})
    days = {uid(d): d.due for d in duties if d.state in OPEN}
    assert {str(event["uid"]): event["dtstart"].dt for event in events} == days


@given(DUTIES, HOSTILE, HOSTILE)
def test_the_lines_are_those_of_the_standard(duties: list[Duty], title: str, place: str) -> None:
    """CRLF alone ends a line, no line is longer than 75 octets, no character is torn, nothing is injected."""
    data = made(duties, records(title, place))
    lines = data.decode("utf-8").split("\r\n")

    assert lines[-1] == ""
    assert not any("\n" in line or "\r" in line for line in lines)
    assert max(len(line.encode()) for line in lines) <= 75
    parsed = Calendar.from_ical(data)
    assert len(parsed.walk("VEVENT")) == sum(line == "BEGIN:VEVENT" for line in lines)
    for event in parsed.walk("VEVENT"):
        if "road" in str(event["uid"]):
            assert title.replace("\r\n", "\n") in str(event["summary"])


@given(DUTIES)
def test_the_same_duties_give_the_same_bytes(duties: list[Duty]) -> None:
    """In whatever order they come; the uid does not follow the state or the day."""
    single = list({uid(d): d for d in duties}.values())
    later = [replace(d, due=d.due + timedelta(days=1), reason="") for d in single]

    assert made(single) == made(single[::-1])
    assert [uid(d) for d in single] == [uid(d) for d in later]


@given(DUTIES)
def test_two_duties_never_share_a_uid(duties: list[Duty]) -> None:
    """They are told apart by place, item and what they are about: the period, else the record, else that it lasts."""
    about = {uid(d): (d.township, d.place, d.item, d.period or d.record) for d in duties}

    assert all(about[uid(d)] == (d.township, d.place, d.item, d.period or d.record) for d in duties)
    assert uid(duty(record="anping/procedure/road")) != uid(duty(record="anping/procedure/well"))


def test_one_event_as_a_phone_reads_it() -> None:
    """All day, no hour, no zone; stamped with the day of asking; reminders in the mornings before."""
    source = records()
    one = duty(period=Period.parse("2026-10"), planned=date(2026, 11, 12), announced="确认", publisher="刘村合作社")
    parsed = Calendar.from_ical(made([one], source))
    event = parsed.walk("VEVENT")[0]

    assert str(parsed["x-wr-calname"]) == "刘村公开日历"
    assert str(event["uid"]) == "anping.liucun.cash.2026-10@gongkai"
    assert str(event["summary"]) == "最迟今天公开：刘村 收支公开榜（2026年10月）"
    assert event.to_ical().count(b"VALUE=DATE") == 2
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 11, 15), date(2026, 11, 16))
    assert event["dtstamp"].dt.date() == TODAY
    assert event["categories"].cats == ["财务公开", "应公开"]
    assert str(event["description"]).splitlines() == [
        "最迟公开日期：2026-11-15",
        "公开主体：刘村合作社",
        "预告：2026-11-12公开（确认）",
        "2026-10-31以后才能公开",
    ]
    mornings = [event["dtstart"].dt + alarm["trigger"].dt for alarm in event.walk("VALARM")]
    assert mornings == [date(2026, 11, 15) + timedelta(days=-2, hours=-15), date(2026, 11, 15) + timedelta(hours=-15)]


def test_what_is_overdue_says_so_and_reminds_nobody() -> None:
    """Its day is over."""
    event = Calendar.from_ical(made([duty(DutyState.OVERDUE, date(2026, 9, 15))])).walk("VEVENT")[0]

    assert str(event["summary"]) == "逾期未公开：刘村 收支公开榜"
    assert event.walk("VALARM") == []


def test_a_township_s_calendar_holds_its_villages() -> None:
    """And what the township owes itself; nobody has a calendar without an event."""
    duties = [
        duty(),
        duty(place="anping"),
        duty(DutyState.DONE, place="xihe"),
        duty(township="shiguan", place="heyan"),
    ]

    assert [(township, village, len(mine)) for township, village, mine in named(duties)] == [
        ("anping", "", 2),
        ("anping", "liucun", 1),
        ("shiguan", "", 1),
        ("shiguan", "heyan", 1),
    ]
