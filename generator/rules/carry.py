"""A closing balance that is not carried over, or a period missing from the run (F5, F3): seen only by laying two sheets side by side."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from generator.model import Explanation, Finding, Period, Records, fold
from generator.records.finance import Finance, Line
from generator.rules._common import Report, yuan
from generator.rules._common.books import Run, apart, earlier, runs

NAME = "carry"
EXPLANATION = Explanation(
    title="上下期不衔接",
    what=(
        "同一主体前后两张收支公开榜放在一起看:上一期的期末结存就是下一期的期初结存(错误);"
        "两期之间不缺一期(警告);写了累计的,上一期的累计加本期等于这一期的累计(错误)。累计不跨年、"
        "不跨科目制度比;一年的第一期可以不写累计。"
    ),
    why=(
        "《农村集体经济组织法》第四十五条:财务情况定期公布。检查实践:两张表之间多出来、少下去的钱,"
        "就是账外的账(三本账);缺一个月也是常写的问题。"
    ),
    wrong=(
        '- {编号: liucun-2026-03, 期间: 2026-03, 期末结存: "96,020.00"}\n'
        '- {编号: liucun-2026-04, 期间: 2026-04, 期初结存: "95,020.00"}'
    ),
    right=(
        '- {编号: liucun-2026-03, 期间: 2026-03, 期末结存: "96,020.00"}\n'
        '- {编号: liucun-2026-04, 期间: 2026-04, 期初结存: "96,020.00"}'
    ),
    mend="对照账本看哪一张写错了;已经公开的那一张写更正。缺的一期补上,没有收支也要有一张表。",
    inspection="F5",
)

_MONTH = re.compile(r"(\d{4}年)?\d{1,2}月份?|第?[1-4一二三四]季度")
_NAMED = 6  # that many missing periods are named one by one


def check(records: Records) -> Iterator[Finding]:
    """Each run of cash sheets; a second sheet of the same period is the duplicates rule's affair."""
    for run in runs(records):
        if run[0].is_cash:
            yield from _carried(records, run)
            yield from _gaps(records, run)
            yield from _running(records, run)


def _carried(records: Records, run: Run) -> Iterator[Finding]:
    starting: dict[date, list[Finance]] = defaultdict(list)
    for sheet in run:
        starting[sheet.period.start].append(sheet)
    for sheet in run:
        for later in starting[sheet.period.end + timedelta(days=1)]:
            if sheet.closing is not None and later.opening is not None and sheet.closing != later.opening:
                message = (
                    f"{later.period}期初结存 {yuan(later.opening)},与{sheet.period}期末结存 {yuan(sheet.closing)}"
                    f"({records.where(sheet, '期末结存')})不一致,{apart(sheet.closing, later.opening)}"
                )
                hint = "期末结存要原样转到下一期:对照账本,改正写错的一张表"
                yield Report(NAME, records, later).error(message, hint, "期初结存")


def _gaps(records: Records, run: Run) -> Iterator[Finding]:
    last = run[0]
    for sheet in run[1:]:
        missing = _between(last.period, sheet.period)
        if missing:
            shown = "、".join(str(period) for period in missing[:_NAMED]) + ("等" if len(missing) > _NAMED else "")
            message = f"{last.period}({records.where(last, '期间')})之后就是{sheet.period},缺{shown}的表"
            yield Report(NAME, records, sheet).warning(message, "补上缺的一期;没有收支也要有一张表", "期间")
        last = max(last, sheet, key=lambda one: one.period.end)


def _running(records: Records, run: Run) -> Iterator[Finding]:
    """The running totals of lines that stand on both of two sheets that follow each other."""
    for sheet in run:
        for before in earlier(run, sheet):
            say = Report(NAME, records, sheet)
            for side, lines, last in (
                ("收入", sheet.incomes, before.incomes),
                ("支出", sheet.expenses, before.expenses),
            ):
                yield from _added(say, before, side, _named(lines), _named(last))


def _added(
    say: Report, before: Finance, side: str, lines: dict[str, tuple[int, Line]], last: dict[str, tuple[int, Line]]
) -> Iterator[Finding]:
    for name in [name for name in lines if name in last]:
        (index, line), (place, old) = lines[name], last[name]
        told = "累计" if old.to_date is not None else "金额"
        if old.to_date is None and before.period.start.month != 1:
            continue
        so_far = old.amount if old.to_date is None else old.to_date  # what a year begins with is all of it so far
        if line.to_date is None or so_far + line.amount == line.to_date:
            continue
        message = (
            f"{before.period}{told} {yuan(so_far)}({say.records.where(before, side, place, told)})"
            f" + 本期 {yuan(line.amount)} = {yuan(so_far + line.amount)},“{line.summary}”的累计写的是"
            f" {yuan(line.to_date)},{apart(so_far + line.amount, line.to_date)}"
        )
        yield say.error(message, "累计等于上一期的累计加本期:对照账本,改正写错的一个", side, index, "累计")


def _named(lines: Iterable[Line]) -> dict[str, tuple[int, Line]]:
    """Account and words without the month → the line; words that stand twice could be either line."""
    named = [f"{line.account or ''} {_MONTH.sub('', fold(line.summary))}" for line in lines]
    often = Counter(named)
    return {name: (i, line) for i, (name, line) in enumerate(zip(named, lines, strict=True)) if often[name] == 1}


def _between(one: Period, other: Period) -> list[Period]:
    """The periods as long as the first that have begun after it and before the other."""
    found = []
    period = one.next()
    while period.start < other.start:
        found.append(period)
        period = period.next()
    return found
