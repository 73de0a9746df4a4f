"""A closing balance that is not carried over, or a period missing from the run.

What: the closing balance of a sheet must be the opening balance of the sheet that follows, of the same place and the
same publisher. A hole between two sheets is a warning.

Why: money that appears or disappears between two sheets is the oldest way to keep a third book (F5), and a missing
month is a common complaint (F3). It can only be seen by laying two sheets side by side, which is what a program does well.

Example: March closes with 96,020.00, April opens with 95,020.00; or March is followed by May.

Mend: correct the sheet that is wrong by a correction with a reason; add the missing sheet, even one without entries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from generator.model import Finding, Period, Records
from generator.records.finance import Finance
from generator.rules._common import Report, yuan

NAME = "carry"
TITLE = "上下期不衔接"

_NAMED = 6  # that many missing periods are named one by one


def check(records: Records) -> Iterator[Finding]:
    """Each run of sheets; a second sheet of the same period is the duplicates rule's affair."""
    runs: dict[tuple[str, str, str], dict[Period, Finance]] = defaultdict(dict)
    for sheet in records.of(Finance):
        runs[sheet.township, sheet.place, sheet.publisher].setdefault(sheet.period, sheet)
    for run in runs.values():
        yield from _carried(records, run)
        yield from _gaps(records, [run[period] for period in sorted(run)])


def _carried(records: Records, run: dict[Period, Finance]) -> Iterator[Finding]:
    starting: dict[date, list[Finance]] = defaultdict(list)
    for sheet in run.values():
        starting[sheet.period.start].append(sheet)
    for sheet in run.values():
        for later in starting[sheet.period.end + timedelta(days=1)]:
            if sheet.closing != later.opening:
                message = (
                    f"{later.period}期初结存 {yuan(later.opening)},与{sheet.period}期末结存 {yuan(sheet.closing)}"
                    f"({records.where(sheet, '期末结存')})不一致,相差 {yuan(abs(sheet.closing - later.opening))}"
                )
                hint = "期末结存要原样转到下一期:对照账本,改正写错的一张表"
                yield Report(NAME, records, later).error(message, hint, "期初结存")


def _gaps(records: Records, run: list[Finance]) -> Iterator[Finding]:
    last = run[0]
    for sheet in run[1:]:
        missing = _between(last.period, sheet.period)
        if missing:
            shown = "、".join(str(period) for period in missing[:_NAMED]) + ("等" if len(missing) > _NAMED else "")
            message = f"{last.period}({records.where(last, '期间')})之后就是{sheet.period},缺{shown}的表"
            yield Report(NAME, records, sheet).warning(message, "补上缺的一期;没有收支也要有一张表", "期间")
        last = max(last, sheet, key=lambda one: one.period.end)


def _between(one: Period, other: Period) -> list[Period]:
    """The periods as long as the first that have begun after it and before the other."""
    found = []
    period = one.next()
    while period.start < other.start:
        found.append(period)
        period = period.next()
    return found
