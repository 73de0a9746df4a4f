"""Something that should have been published by now, or was published too late (F1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Duty, Explanation, Finding, Level, Records, Where
from generator.records.place import Place
from generator.records.publication import PublicationRecord
from generator.rules._common.backlog import MET, Series, Told, backlog, place_name, span

NAME = "overdue"
EXPLANATION = Explanation(
    title="逾期未公开",
    what=(
        "每个事项、每个村、每一期(或每一件事)都有最后一天,过了没有公开的是警告,晚了才公开的是提示。连着几期合成一条;"
        "以前公开过、后来不再更新的,写明停在哪一期。只上了网没有上墙的、撤回以后没有重新公开的,也算没有公开。"
        "一次也没有公开过的见 blank,中间缺一期的见 incomplete,几个月并成一张的见 spans,手续不全、提前下墙的在那一条公开记录上指出。"
    ),
    why=(
        "《村民委员会组织法》第三十五条:一般事项至少每季度公布一次,财务往来较多的每月公布一次,重大事项随时公布。"
        "检查实践:未更新、更新滞后是写得最多的问题。最后一天按公开目录和地方规定里早的一个。"
    ),
    wrong="事项: [finance-cash-statement]\n期间: 2026-03      # 4月、5月、6月都没有公开记录",
    right="事项: [finance-cash-statement]\n期间: 2026-06\n记录: [finance/liucun-2026-06]\n上墙日期: 2026-07-09",
    mend="先公开,再补一条公开记录,日期照实写。这一期确实没有的,写一条“不适用: 原因”并经审批。预告不改变最后一天。",
    inspection="F1",
)

_MEND = "公开后补一条公开记录;这一期没有这一项,就写“不适用: 原因”并经审批"


def check(records: Records) -> Iterator[Finding]:
    """What is overdue and has no finding elsewhere, then what came late."""
    found = backlog(records)
    for one in _together(records, found.runs[Told.LATE]):
        yield _overdue(records, one)
    for one in _together(records, found.late):
        yield _late(records, one)


@dataclass(frozen=True, slots=True)
class _Run:
    """Duties of one item that follow one another, and of the items that one publication was to do with it."""

    series: Series
    duties: tuple[Duty, ...]
    place: str
    items: str
    """`“收支公开榜”`; of several `“收支公开榜”、“收支逐笔公开”`."""
    matter: str = ""
    """What the event's record is called."""

    @property
    def named(self) -> str:
        """`刘村 2026年3月“收支公开榜”`, `刘村 2026年1月至6月共6期“…”`, for events what the record is called."""
        when = span(self.duties) or self.matter
        many = f"共{len(self.duties)}期" if len(self.duties) > 1 else " " if span(self.duties) else ""
        return f"{self.place}{f' {when}' if when else ''}{many}{self.items}"


def _together(records: Records, runs: Iterable[tuple[Series, tuple[Duty, ...]]]) -> Iterator[_Run]:
    """The runs, those of one act of publishing as one."""
    acts: dict[tuple[object, ...], list[tuple[Series, tuple[Duty, ...]]]] = defaultdict(list)
    for series, run in runs:
        by = tuple((duty.publication or duty.about, duty.due) for duty in run)
        alone = "" if all(publication for publication, _ in by) else series.item.id if series.item else run[0].item
        acts[series.township, series.place, by, alone, run[0].record].append((series, run))
    for several in acts.values():
        series, run = several[0]
        names = (one.item.name if one.item else duties[0].item for one, duties in several)
        items = "、".join(f"“{name}”" for name in names)
        yield _Run(series, run, place_name(records, series.township, series.place), items, _matter(records, run[0]))


def _matter(records: Records, duty: Duty) -> str:
    """The title or name of the record that caused the duty, else its id."""
    record = records.find(duty.record) if duty.record else None
    called = getattr(record, "title", None) or getattr(record, "name", None)
    return f"“{called}”的" if called else duty.record.partition("/")[2]


def _overdue(records: Records, run: _Run) -> Finding:
    first = run.duties[0]
    days = (records.today - first.due).days
    if len(run.duties) == 1:
        reason = f":{first.reason}" if first.reason else ""
        message = f"{run.named}应当在 {first.due} 以前公开,已经逾期{days}天{reason}"
    else:
        said = _stopped(run) or f"{run.named}都没有公开"
        message = f"{said},最早的应当在 {first.due} 以前公开,已经逾期{days}天"
    return _finding(records, run.series, Level.WARNING, message, _MEND, first.about)


def _stopped(run: _Run) -> str:
    """What to say of an item that was published at first and then no more."""
    every = run.series.duties
    first, last = every.index(run.duties[0]), every.index(run.duties[-1])
    before = every[first - 1] if first else None
    if before is None or before.state not in MET or any(duty.state in MET for duty in every[last:]):
        return ""
    return f"{run.place}{run.items}只公开到{before.period},{span(run.duties)}共{len(run.duties)}期没有更新"


def _late(records: Records, run: _Run) -> Finding:
    days = max(((duty.done - duty.due).days for duty in run.duties if duty.done is not None), default=0)
    first = run.duties[0]
    if len(run.duties) == 1:
        message = f"{run.named}应当在 {first.due} 以前公开,到 {first.done} 才公开,晚了{days}天"
    else:
        message = f"{run.named}都公开晚了,最多的一期晚了{days}天"
    return _finding(records, run.series, Level.NOTE, message, "以后按期公开;日期写错就改正公开记录")


def _finding(records: Records, series: Series, level: Level, message: str, hint: str, about: str = "") -> Finding:
    """At the publication that does not count, else at the place."""
    key = f"{series.township}/{Place.family}/{series.place}"
    place, publication = records.get(Place, key), records.get(PublicationRecord, about)
    if publication is not None:
        return Finding(NAME, level, records.where(publication), message, hint, publication.key)
    return Finding(NAME, level, records.where(place) if place else Where(key), message, hint, key)
