"""An item, a whole category or a whole board on which nothing was ever published (F2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.model import Duty, Explanation, Finding, Level, Records, Where
from generator.records.place import Place
from generator.rules._common.backlog import Series, Told, backlog, place_name

NAME = "blank"
EXPLANATION = Explanation(
    title="公开栏空白",
    what=(
        "应公开的事项,从启用以来一次也没有公开过(警告):长期公开的事项,或者已经逾期两期(两件)以上的。每个村每一类合成一条,写明是哪些事项;"
        "全村什么也没有公开过的,合成一条。只逾期一期的、以前公开过的,由 overdue 指出。"
    ),
    why=(
        "《村民委员会组织法》第三十五条:村民委员会应当设置村务公开栏,公布列举的事项;《农村集体经济组织法》第四十五条:"
        "定期公布财务情况。检查实践:公开栏空白、没有财务记录,是最先被拍下来的问题。"
    ),
    wrong="# 2025-10-01 启用,一年来没有一条“债权债务”的公开记录",
    right="事项: [finance-debts]\n期间: 2026-H1\n标题: 2026年上半年债权债务\n正文: 没有贷款,应收果园承包费两千元,年底收齐。\n上墙日期: 2026-07-09",
    mend="从最近一期补起,每个事项先公开一期;已经贴过的,把公开记录补上。村里没有的(例如没有集体资产),每期写“不适用: 原因”并经审批。",
    inspection="F2",
)

_NAMED = 8
"""So many items are named one by one."""


def check(records: Records) -> Iterator[Finding]:
    """The places, each by category; a place where all is blank is told of once."""
    found = backlog(records)
    places: dict[tuple[str, str], list[tuple[Series, tuple[Duty, ...]]]] = defaultdict(list)
    for series, run in found.runs[Told.BLANK]:
        places[series.township, series.place].append((series, run))
    for key, blank in places.items():
        everything = found.places[key]
        if len(everything) > 1 and all(series.never for series in everything):
            yield _finding(records, key, f"的公开栏是空白,{len(blank)}项一次也没有公开过", blank)
            continue
        for category, part in _by_category(blank).items():
            whole = [series for series in everything if _category(series) == category]
            empty = len(whole) > 1 and all(series.never for series in whole)
            said = "一项也没有公开过" if empty else f"有{len(part)}项一次也没有公开过"
            yield _finding(records, key, f"的{category}{said}", part)


def _category(series: Series) -> str:
    return series.item.category if series.item else "公开"


def _by_category(
    blank: Sequence[tuple[Series, tuple[Duty, ...]]],
) -> dict[str, list[tuple[Series, tuple[Duty, ...]]]]:
    found: dict[str, list[tuple[Series, tuple[Duty, ...]]]] = defaultdict(list)
    for series, run in blank:
        found[_category(series)].append((series, run))
    return found


def _finding(
    records: Records, key: tuple[str, str], said: str, blank: Sequence[tuple[Series, tuple[Duty, ...]]]
) -> Finding:
    township, place = key
    named = "、".join(_item(series, run) for series, run in blank[:_NAMED])
    more = "等" if len(blank) > _NAMED else ""
    oldest = min(duty.due for _, run in blank for duty in run)
    message = f"{place_name(records, township, place)}{said}:{named}{more};最早的应当在 {oldest} 以前公开"
    hint = "从最近一期补起;已经贴过的补上公开记录;没有这一项的写“不适用: 原因”并经审批"
    where = f"{township}/{Place.family}/{place}"
    found = records.get(Place, where)
    return Finding(NAME, Level.WARNING, records.where(found) if found else Where(where), message, hint, where)


def _item(series: Series, run: Sequence[Duty]) -> str:
    """`收支公开榜(12期)`; of what is due once and for all only the name."""
    name = series.item.name if series.item else run[0].item
    counted = f"({len(run)}期)" if run[0].period else f"({len(run)}件)" if run[0].record else ""
    return f"{name}{counted}"
