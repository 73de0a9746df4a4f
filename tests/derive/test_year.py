"""What holds of duties on every day of a year, in a small world and in worlds made by chance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import local
from generator.derive import coming
from generator.derive.duties import duties
from generator.model import Duty, DutyState, Record, Records
from generator.records.holiday import HolidayYear
from generator.records.item import DisclosureItem
from generator.records.jurisdiction import Jurisdiction
from generator.records.procedure import Procedure
from generator.records.publication import PublicationRecord
from tests.derive.making import make, township, village

FIRST = date(2026, 1, 1)
FREQUENCIES = ("每月", "每季", "每半年", "每年", "事后", "长期")
SHOWN = (DutyState.DONE, DutyState.LATE, DutyState.WITHDRAWN)
Name = tuple[str, str, object, str]


def item(name: str, frequency: str, days: int, **labels: Any) -> DisclosureItem:
    deadline = {"触发": "期末", "天数": str(days), "历": labels.pop("历", "日历日")}
    defaults = {
        "事项": name,
        "类别": "财务公开",
        "依据": [],
        "主体": "村",
        "层级": ["村", "乡镇"],
        "对象": {"社会": "公开"},
    }
    data = {"数据": "procedure"} if frequency == "事后" else {}
    return make(DisclosureItem, name, **defaults, **data, 频次=frequency, 期限=deadline, **labels)


def matter(name: str, day: date) -> Procedure:
    vote = {"步骤": "决议", "日期": str(day), "应到": "3", "实到": "3", "同意": "3", "反对": "0", "弃权": "0"}
    return make(Procedure, name, 村="liucun", 程序="four-two", 事项=name, 状态="进行中", 步骤=[vote])


def act(name: str, items: str, day: date, **labels: Any) -> PublicationRecord:
    signed = {"职务": "书记", "日期": str(day)}
    return make(PublicationRecord, name, 事项=[items], 地方="liucun", 公开主体="刘村", 审批=signed, **labels)


def holidays(year: int) -> HolidayYear:
    off = [{"名称": "国庆节", "自": f"{year}-10-01", "至": f"{year}-10-07"}]
    return make(HolidayYear, f"h{year}", 年=str(year), 核实="是", 放假=off, 上班=[f"{year}-10-10"])


def owed(records: Records, today: date) -> tuple[Duty, ...]:
    return tuple(duties(replace(records, today=today)))


def walk(records: Records, days: Iterator[date]) -> Iterator[tuple[date, dict[Name, Duty]]]:
    """Each day with its duties; what has to hold of all of them is looked at on the way."""
    before: dict[Name, Duty] = {}
    for today in days:
        found = owed(records, today)
        named = {(duty.item, duty.place, duty.period, duty.record): duty for duty in found}
        assert len(named) == len(found), "a duty stands there once, in one state"
        assert named.keys() >= before.keys(), "a duty never disappears"
        assert all(named[name].due == duty.due and named[name].opens == duty.opens for name, duty in before.items())
        for duty in found:
            _look(duty, today)
        before = named
        yield today, named


def _look(duty: Duty, today: date) -> None:
    assert isinstance(duty.state, DutyState)
    assert duty.opens <= today
    assert duty.opens <= duty.due, "never due before the trigger"
    assert duty.period is None or duty.period.end == duty.opens
    assert (duty.state is DutyState.DUE) <= (today <= duty.due)
    assert (duty.state is DutyState.OVERDUE) <= (today > duty.due)
    assert (duty.done is not None) == (duty.state in SHOWN)
    assert duty.done is None or duty.done <= today
    assert duty.state is not DutyState.DONE or duty.done is None or duty.done <= duty.due
    assert duty.state is not DutyState.LATE or duty.done is None or duty.done > duty.due


def year(step: int = 1, length: int = 400) -> Iterator[date]:
    return (FIRST + timedelta(days=n) for n in range(0, length, step))


WITHDRAWN = {"日期": "2026-06-01", "理由": "户数有误", "职务": "书记"}
WORLD: tuple[Record, ...] = (
    township(启用日期="2026-01-01"),
    village("liucun", "刘村"),
    *(item(f"i{number}", frequency, 10) for number, frequency in enumerate(FREQUENCIES)),
    item("working", "每月", 5, 历="工作日"),
    matter("road", date(2026, 3, 5)),
    matter("bridge", date(2026, 9, 28)),
    act("a", "i0", date(2026, 2, 3), 期间="2026-01", 上墙日期="2026-02-03", 下墙日期="2026-03-03"),
    act("b", "i0", date(2026, 3, 3), 期间="2026-02", 上墙日期="2026-03-20", 上网日期="2026-03-20"),
    act("c", "i0", date(2026, 4, 3), 期间="2026-03", 上墙日期="2026-04-05", 撤回=WITHDRAWN),
    act("d", "i0", date(2026, 6, 2), 期间="2026-03", 上墙日期="2026-06-03", 上网日期="2026-06-03"),
    act("e", "i1", date(2026, 4, 3), 期间="2026-q1", 不适用="没有"),
    act("f", "i4", date(2026, 3, 8), 记录=["procedure/road"], 上墙日期="2026-03-09"),
    holidays(2026),
)


def test_every_day_of_a_year_in_a_small_world() -> None:
    """All six states are passed through, and what was foretold on the first day has come."""
    records = Records(WORLD)
    passed: set[DutyState] = set()
    for _, found in walk(records, year()):
        passed |= {duty.state for duty in found.values()}

    last = FIRST + timedelta(days=399)
    foretold = {(d.item, d.place, d.period): d.due for d in coming(replace(records, today=FIRST), last)}
    come = {(d.item, d.place, d.period): d.due for d in owed(records, last + timedelta(days=1)) if d.opens > FIRST}

    assert passed == set(DutyState)
    assert foretold
    assert foretold.items() <= come.items()
    assert {name for name in come if name[2]} == foretold.keys()


@st.composite
def worlds(draw: st.DrawFn) -> tuple[tuple[Record, ...], Jurisdiction]:
    """A few items of any rhythm, decisions, acts of publishing; holidays of some years or none; a local rule."""
    rhythm = st.sampled_from(FREQUENCIES)
    calendars = st.sampled_from(["日历日", "工作日"])
    items = [
        item(
            f"i{number}",
            draw(rhythm),
            draw(st.integers(0, 40)),
            历=draw(calendars),
            公示天数=str(draw(st.integers(0, 20))),
        )
        for number in range(draw(st.integers(1, 4)))
    ]
    days = st.dates(date(2025, 12, 1), date(2027, 3, 1))
    acts = []
    for number in range(draw(st.integers(0, 5))):
        labels: dict[str, Any] = {"期间": draw(st.sampled_from(["2026-01", "2026-02", "2026-q1", "2026-h1", "2026"]))}
        labels |= {label: str(draw(days)) for label in ("上墙日期", "下墙日期", "上网日期") if draw(st.booleans())}
        labels |= {"不适用": "没有"} if draw(st.integers(0, 4)) == 0 else {}
        labels |= {"撤回": WITHDRAWN | {"日期": str(draw(days))}} if draw(st.integers(0, 3)) == 0 else {}
        labels |= {"记录": ["procedure/m0"]} if draw(st.booleans()) else {}
        acts.append(act(f"a{number}", draw(st.sampled_from(items)).id, draw(days), **labels))
    matters = [matter(f"m{number}", draw(days)) for number in range(draw(st.integers(0, 2)))]
    known = [holidays(year) for year in draw(st.sets(st.sampled_from([2025, 2026, 2027])))]
    since = draw(st.dates(date(2025, 12, 1), date(2026, 6, 1)))
    rows = [{"频次": draw(st.sampled_from(FREQUENCIES[:5])), "天数": str(draw(st.integers(0, 60)))} for _ in range(2)]
    rule = make(Jurisdiction, "sheng", 名称="示例省规定", 核实="否", 期限=rows, 公示天数=str(draw(st.integers(0, 30))))
    top = township(启用日期=str(since), 适用规定="sheng")
    return (top, village("liucun", "刘村"), *items, *matters, *acts, *known), rule


@settings(max_examples=60, deadline=None)
@given(made=worlds(), step=st.integers(3, 11))
def test_every_day_of_a_year_in_worlds_made_by_chance(made: tuple[tuple[Record, ...], Jurisdiction], step: int) -> None:
    """Holiday years are missing in most of them."""
    world, rule = made
    for _ in walk(Records((*world, rule)), year(step)):
        pass


@settings(max_examples=150, deadline=None)
@given(made=worlds(), today=st.dates(FIRST, date(2027, 2, 1)))
def test_a_local_rule_never_loosens(made: tuple[tuple[Record, ...], Jurisdiction], today: date) -> None:
    """Due no later, on the board no shorter, and nothing is done with the rule that was not done without it."""
    world, rule = made
    strict, mild = Records((*world, rule)), Records(world)
    without = {(duty.item, duty.place, duty.period, duty.record): duty for duty in owed(mild, today)}
    found = owed(strict, today)

    assert len(found) == len(without)
    for duty in found:
        other = without[duty.item, duty.place, duty.period, duty.record]
        assert duty.due <= other.due
        assert duty.state is not DutyState.DONE or other.state is DutyState.DONE
        assert duty.state is not DutyState.DUE or other.state in (DutyState.DUE, *SHOWN)
    for one in mild.of(DisclosureItem):
        assert local(strict, "anping").board_days(one, today) >= local(mild, "anping").board_days(one, today)
