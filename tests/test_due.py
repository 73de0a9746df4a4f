"""`gongkai due`: the most urgent first, a useful first screen however many there are, JSON, and calendars."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click
import pytest
from icalendar import Calendar

from generator import cli as command_line
from generator import console
from generator.model import Duty, DutyState, Period, Record, Records, Unusable
from generator.records.item import DisclosureItem
from generator.records.place import Place
from generator.records.procedure import Procedure

TODAY = date(2026, 10, 20)
ITEM = {"类别": "财务公开", "依据": [], "频次": "每月", "主体": "村", "层级": ["村"], "对象": {}}


def duty(state: DutyState, due: str, **changes: object) -> Duty:
    given = {"item": "cash", "township": "anping", "place": "liucun", "opens": date(2026, 7, 31)} | changes
    return Duty(due=date.fromisoformat(due), state=state, **given)  # type: ignore[arg-type]


def records(*more: Record) -> Records:
    places = [
        {"@乡镇": "anping", "编号": "anping", "名称": "安平镇", "级别": "乡镇"},
        {"@乡镇": "anping", "编号": "liucun", "名称": "刘村", "级别": "村", "上级": "anping"},
        {"@乡镇": "shiguan", "编号": "shiguan", "名称": "石关镇", "级别": "乡镇"},
        {"@乡镇": "shiguan", "编号": "liucun", "名称": "刘村", "级别": "村", "上级": "shiguan"},
        {"@乡镇": "shiguan", "编号": "heyan", "名称": "河沿村", "级别": "村", "上级": "shiguan"},
    ]
    items = [{"编号": "cash", "事项": "收支公开榜"} | ITEM, {"编号": "orders", "事项": "诉求办理"} | ITEM]
    made = [*map(Place.model_validate, places), *map(DisclosureItem.model_validate, items)]
    return Records((*made, *more), today=TODAY)


def text(*duties: Duty, more: tuple[Record, ...] = (), **asked: object) -> list[str]:
    return console.duties_text(duties, records(*more), **asked).splitlines()  # type: ignore[arg-type]


# -------------------------------------------------------------------------------------------------------------- text


def test_the_most_urgent_duty_comes_first() -> None:
    """Overdue, the longest first; then what falls due next; what is done last."""
    mixed = [
        duty(DutyState.EXEMPT, "2026-01-01"),
        duty(DutyState.DONE, "2026-01-01"),
        duty(DutyState.DUE, "2026-11-15"),
        duty(DutyState.OVERDUE, "2026-09-15"),
        duty(DutyState.LATE, "2026-01-01"),
        duty(DutyState.OVERDUE, "2026-08-15"),
        duty(DutyState.DUE, "2026-10-25"),
    ]
    order = [(d.state.code, d.due.month) for d in console.by_urgency(mixed)]

    assert order == [("overdue", 8), ("overdue", 9), ("due", 10), ("due", 11), ("late", 1), ("done", 1), ("na", 1)]


def test_every_state_has_a_group() -> None:
    """None can be forgotten when one is added."""
    duties = [duty(state, "2026-10-01") for state in DutyState]

    assert len(console.by_urgency(duties)) == len(DutyState)
    assert sum(line.endswith("项次)") for line in text(*duties, everything=True)) == len(DutyState)


def test_duties_stand_below_their_township_and_village() -> None:
    """Days late or left, last day, item, period or event, what was announced and why nothing counts yet; in columns."""
    road = Procedure.model_validate(
        {"@乡镇": "anping", "编号": "road", "村": "liucun", "程序": "x", "事项": "修路", "状态": "进行中", "步骤": []}
    )
    july, august = Period.parse("2026-07"), Period.parse("2026-08")
    planned = {"planned": date(2026, 10, 25), "announced": "确认"}
    lines = text(
        duty(DutyState.OVERDUE, "2026-09-15", period=august, item="orders", **planned),
        duty(DutyState.OVERDUE, "2026-08-15", period=july, reason="没有审批"),
        duty(DutyState.OVERDUE, "2026-09-01", township="shiguan"),
        duty(DutyState.DUE, "2026-10-21", record="anping/procedure/road"),
        duty(DutyState.DUE, "2026-10-20", record="anping/procedure/gone", place="wangcun", item="other"),
        duty(DutyState.DUE, "2026-11-05", place="anping"),
        more=(road,),
    )

    assert lines == [
        "逾期(3 项次)",
        "  安平镇 刘村",
        "    ✗ 逾期 66 天(最迟 2026-08-15)  收支公开榜  2026年7月  没有审批",
        "    ✗ 逾期 35 天(最迟 2026-09-15)  诉求办理    2026年8月  预告 2026-10-25 公开(确认)",
        "  石关镇 刘村",
        "    ✗ 逾期 49 天(最迟 2026-09-01)  收支公开榜",
        "",
        "即将到期(2 项次)",
        "  安平镇 wangcun",
        "    … 今天到期(最迟 2026-10-20)  other  anping/procedure/gone",
        "  安平镇 刘村",
        "    … 还有 1 天(最迟 2026-10-21)  收支公开榜  修路",
        "",
        "应公开,还不急(1 项次):安平镇 1",
    ]


@pytest.mark.parametrize(("within", "soon"), [(0, 1), (5, 2), (15, 3), (366, 4)])
def test_soon_is_as_many_days_as_asked(within: int, soon: int) -> None:
    """The last day itself is inside."""
    duties = [duty(DutyState.DUE, day) for day in ("2026-10-20", "2026-10-25", "2026-11-04", "2026-11-30")]

    assert f"即将到期({soon} 项次)" in text(*duties, within=within)


def test_what_is_done_is_listed_when_everything_is_asked_for() -> None:
    """With its day and how late it was; a long reason is cut."""
    duties = (
        duty(DutyState.LATE, "2026-08-15", done=date(2026, 8, 20)),
        duty(DutyState.DONE, "2026-08-15", done=date(2026, 8, 15)),
        duty(DutyState.EXEMPT, "2026-08-15", reason="没" * 50),
        duty(DutyState.WITHDRAWN, "2026-08-15", done=date(2026, 8, 1), reason="公示期满下墙"),
    )

    assert [line for line in text(*duties, everything=True) if line.startswith("    ")] == [
        "    ◷ 2026-08-20 公开,迟 5 天(最迟 2026-08-15)  收支公开榜",
        "    ↓ 已撤下(最迟 2026-08-15)  收支公开榜  公示期满下墙",
        "    ✓ 2026-08-15 公开(最迟 2026-08-15)  收支公开榜",
        f"    — 不适用  收支公开榜  {'没' * 40}…",
    ]
    assert text(*duties) == [
        *("迟公开(1 项次):刘村 1", "", "已撤下(1 项次):刘村 1", ""),
        *("已公开(1 项次):刘村 1", "", "不适用(1 项次):刘村 1"),
    ]


def thousand() -> list[Duty]:
    """Thirty villages, ten overdue and due of each month and item."""
    return [
        duty(
            (DutyState.OVERDUE, DutyState.DUE)[number % 2],
            f"2026-{(8, 11)[number % 2]:02}-{1 + number % 4:02}",
            place=f"village-{number % 30}",
            item=("cash", "orders", "debts")[number % 3],
            period=Period(date(2000 + number // 30, 1, 1), 12),
        )
        for number in range(1000)
    ]


def test_the_first_screen_of_a_thousand_is_useful() -> None:
    """The longest overdue are listed, the rest is counted by village and item; with everything, none is missing."""
    lines = text(*thousand())

    assert len(lines) <= 50
    assert lines[0] == "逾期(500 项次)"
    assert sum(line.startswith("    ✗") for line in lines) == 12
    assert all("最迟 2026-08-01" in line for line in lines if line.startswith("    ✗"))
    assert "  另外 488 项次没有逐项列出,加 --all 全部列出:" in lines
    assert sum("还有 10 个地方" in line for line in lines) == 2
    assert sum(line.startswith(("    ✗", "    …")) for line in text(*thousand(), everything=True)) == 1000


def test_the_count_is_of_all() -> None:
    """Also of what the first screen leaves out; the parts add up."""
    told = console.duties_count(thousand(), records())

    assert told == "截至 2026-10-20:应公开 1000 项次:逾期 500、即将到期 500。"
    assert console.duties_count([], records()) == "截至 2026-10-20:应公开 0 项次。"


def test_the_next_step_is_that_of_the_most_urgent() -> None:
    """What is done asks for nothing."""
    late = duty(DutyState.LATE, "2026-08-15", done=date(2026, 8, 20))
    open_ = duty(DutyState.OVERDUE, "2026-08-15", period=Period.parse("2026-07"))
    said = "下一步:公开刘村的“收支公开榜”(2026年7月),输入 gongkai publish --item cash --place liucun --period 2026-07"
    assert console.next_step([late, open_], records()) == f"{said} --township anping"
    road = duty(DutyState.OVERDUE, "2026-08-15", record="anping/procedure/road")
    assert "gongkai publish procedure/road --township anping" in console.next_step([road], records())
    assert console.next_step([late], records()) == "都公开了,现在没有要做的。"


def test_names_cannot_play_tricks_on_the_terminal() -> None:
    """No escape sequence and no line of its own, from a title or a reason."""
    lines = text(duty(DutyState.OVERDUE, "2026-08-15", place="a\x1b[31m\n逾期(0 项次)", reason="\r\x1b]0;x\x07"))

    assert len(lines) == 3
    assert not any(char in "".join(lines) for char in "\x1b\r\x07")


# -------------------------------------------------------------------------------------------------------------- json


def test_duties_as_json() -> None:
    """Every duty, with null where there is nothing; days are those left, of what is done when it was done."""
    met = duty(
        DutyState.LATE,
        "2026-08-15",
        period=Period.parse("2026-07"),
        done=date(2026, 8, 20),
        publication="anping/publication/p",
        planned=date(2026, 8, 12),
        announced="计划",
        publisher="刘村股份经济合作社",
    )
    exempt = duty(DutyState.EXEMPT, "2026-08-15", reason="没有收支")
    first, second = json.loads(console.duties_json([exempt, met], records()))["duties"]

    assert first == {
        "state": "late",
        "township": "anping",
        "place": "liucun",
        "item": "cash",
        "name": "收支公开榜",
        "period": "2026-07",
        "record": None,
        "publisher": "刘村股份经济合作社",
        "opens": "2026-07-31",
        "due": "2026-08-15",
        "planned": "2026-08-12",
        "announced": "计划",
        "done": "2026-08-20",
        "days": -5,
        "reason": None,
        "publication": "anping/publication/p",
    }
    assert (second["days"], second["reason"], second["planned"]) == (None, "没有收支", None)
    open_ = [duty(DutyState.OVERDUE, "2026-10-10"), duty(DutyState.DUE, "2026-10-30")]
    assert [one["days"] for one in json.loads(console.duties_json(open_, records()))["duties"]] == [-10, 10]


# ------------------------------------------------------------------------------------------------------------ wanted


def held(townships: tuple[str, ...], villages: tuple[str, ...], items: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    wanted = console.Wanted.of(records(), townships, villages, items)
    everywhere = [("anping", "anping"), ("anping", "liucun"), ("shiguan", "liucun"), ("shiguan", "heyan")]
    return [one for one in everywhere if wanted.holds(duty(DutyState.DUE, "2026-10-30", township=one[0], place=one[1]))]


def test_a_village_is_found_by_id_or_name() -> None:
    """In every township that has one of that name, unless a township is named; a township is a place, too."""
    both = [("anping", "liucun"), ("shiguan", "liucun")]

    assert held((), ("liucun",)) == held((), ("刘村",)) == both
    assert held(("shiguan",), ("刘村",)) == both[1:]
    assert held((), ("安平镇", "heyan")) == [("anping", "anping"), ("shiguan", "heyan")]
    assert len(held((), (), ("收支公开榜",))) == 4
    assert held((), (), ("诉求办理",)) == []


@pytest.mark.parametrize(
    ("townships", "villages", "items", "said"),
    [
        ((), ("liucn",), (), "没有“liucn”这个村。是不是“liucun”"),
        (("anping",), ("河沿村",), (), "没有“河沿村”这个村。"),
        ((), (), ("公开榜",), "没有“公开榜”这个事项。是不是“收支公开榜”"),
        ((), ("\x1b[2J",), (), "没有“�[2J”这个村。"),
    ],
)
def test_what_is_not_there_is_said(
    townships: tuple[str, ...], villages: tuple[str, ...], items: tuple[str, ...], said: str
) -> None:
    with pytest.raises(Unusable) as error:
        console.Wanted.of(records(), townships, villages, items)

    assert said in str(error.value)


# ------------------------------------------------------------------------------------------------------- the command


@pytest.fixture
def run(site: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple]:
    """Runs `gongkai due` in the small site; (code, bytes of stdout, stderr)."""
    monkeypatch.chdir(site)

    def call(*arguments: str) -> tuple[int, bytes, str]:
        code = command_line.main(["due", "--today", "2026-10-20", *arguments])
        said = capfdbinary.readouterr()
        return code, said.out, click.unstyle(said.err.decode())

    return call


def test_only_what_is_asked_for_is_listed(run: Callable[..., tuple]) -> None:
    """By village and item, in every format."""
    code, out, err = run("--village", "下河村", "--item", "收支公开榜")

    assert code == 0
    assert "逾期(2 项次)" in out.decode()
    assert "上河村" not in out.decode()
    assert "应公开 3 项次:逾期 2、不适用 1" in err
    duties = json.loads(run("--village", "xiahe", "--format", "json")[1])["duties"]
    assert {one["place"] for one in duties} == {"xiahe"}
    assert run("--village", "nowhere")[0] == 2
    assert run("--quiet")[2] == ""


def test_a_calendar_a_township_and_a_village(run: Callable[..., tuple], site: Path) -> None:
    """In a folder; the village's own to stdout when just one is asked for, the same bytes."""
    code, out, err = run("--format", "ics", "--out", "日历")
    files = {path.name: path.read_bytes() for path in (site / "日历").iterdir()}

    assert code == 0
    assert sorted(files) == ["demo-shanghe.ics", "demo-xiahe.ics", "demo.ics"]
    assert out.decode().split() == ["日历/demo.ics", "日历/demo-shanghe.ics", "日历/demo-xiahe.ics"]
    assert "写好了 3 个日历" in err
    assert run("--format", "ics", "--village", "xiahe")[1] == files["demo-xiahe.ics"]
    assert run("--format", "ics", "--township", "demo")[1] == files["demo.ics"]
    uids = [[event["uid"] for event in Calendar.from_ical(data).walk("VEVENT")] for data in files.values()]
    assert all(len(set(mine)) == len(mine) for mine in uids)


def test_coming_duties_reach_as_far_as_asked(run: Callable[..., tuple]) -> None:
    """Without any the open ones alone; a year by default."""

    def last(*arguments: str) -> date:
        calendar = Calendar.from_ical(run("--format", "ics", "--village", "xiahe", *arguments)[1])
        return max(event["dtstart"].dt for event in calendar.walk("VEVENT"))

    assert last("--ahead", "0") == date(2026, 10, 26)
    assert last("--ahead", "31") < date(2026, 12, 1)
    assert last() > date(2027, 9, 1)


@pytest.mark.parametrize(
    "arguments",
    [("--out", "x"), ("--format", "json", "--out", "x"), ("--within", "-1"), ("--within", "x"), ("--ahead", "99999")],
)
def test_wrong_use_is_said_in_chinese(run: Callable[..., tuple], arguments: tuple[str, ...]) -> None:
    """And nothing is written."""
    code, out, err = run(*arguments)

    assert (code, out) == (2, b"")
    assert any("\u4e00" <= char <= "\u9fff" for char in err)


def test_calendars_are_not_put_among_the_data(run: Callable[..., tuple], site: Path) -> None:
    """Nor in place of a file."""
    assert run("--format", "ics", "--out", "data/townships")[0] == 2
    assert run("--format", "ics", "--out", "mkdocs.yml")[0] == 2
    assert not list((site / "data").rglob("*.ics"))
