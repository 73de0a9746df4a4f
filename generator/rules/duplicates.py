"""The same thing published twice.

What: two sheets of the same kind, place, publisher and period; two entries with the same voucher number in one sheet;
two written figures of one name, place, period and part of a breakdown.

Why: two sheets of one month that say different things are worse than none, and reviewers count repeated sheets as
padding (F15). A voucher entered twice makes spending look larger than it was.

Example: `liucun-2026-03` and `liucun-2026-03b` are both for March 2026; voucher 3-12 stands in two lines.

Mend: keep one sheet; what changed belongs into a correction (更正) of the publication. One voucher with several lines
is fine when the lines differ: then the finding is only a warning to look at.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model import Finding, Period, Records, fold
from generator.records.finance import Entry, Finance
from generator.records.indicator import Indicator
from generator.rules._common import Report

NAME = "duplicates"
TITLE = "重复"


def check(records: Records) -> Iterator[Finding]:
    """Sheets among each other, then the entries of each sheet."""
    seen: dict[tuple[str, str, str, str, Period], Finance] = {}
    for sheet in records.of(Finance):
        say = Report(NAME, records, sheet)
        kind = "表" if sheet.is_cash else sheet.statement
        first = seen.setdefault((sheet.township, sheet.place, sheet.publisher, sheet.statement, sheet.period), sheet)
        if first is not sheet:
            message = f"{sheet.publisher}{sheet.period}的{kind}已经有一张:{first.id}({records.where(first)})"
            yield say.error(message, "留下正确的一张,删去另一张;更正的内容写进公开记录的“更正”", "期间")
        yield from _vouchers(say, sheet)
    yield from _figures(records)


def _figures(records: Records) -> Iterator[Finding]:
    """Two written figures of one name, place, period and part: an article could take either."""
    seen: dict[tuple[Any, ...], Indicator] = {}
    for figure in records.of(Indicator):
        part = tuple(sorted(figure.dimensions.items()))
        first = seen.setdefault((figure.township, figure.place, figure.name, figure.period, part), figure)
        if first is not figure:
            period = figure.period.label if figure.period else ""
            message = f"“{figure.title}”{period}的数已经有一个:{first.id}({records.where(first)})"
            hint = "留下正确的一个;不是同一个数就换一个名称或写明期间"
            yield Report(NAME, records, figure).error(message, hint, "名称")


def _vouchers(say: Report, sheet: Finance) -> Iterator[Finding]:
    seen: dict[str, tuple[int, Entry]] = {}
    for index, entry in enumerate(sheet.entries):
        place, first = seen.setdefault(fold(entry.voucher), (index, entry))
        if place == index:
            continue
        message = (
            f"凭证号 {entry.voucher} 在第{place + 1}笔已经用了({say.records.where(sheet, '逐笔', place, '凭证号')})"
        )
        path = ("逐笔", index, "凭证号")
        if _content(entry) == _content(first):
            yield say.error(f"{message},两笔内容完全相同", "是重复录入就删去一笔", *path)
        else:
            yield say.warning(message, "核对凭证号;一张凭证分几行写时可以不改", *path)


def _content(entry: Entry) -> tuple[Any, ...]:
    return entry.day, fold(entry.summary), entry.income, entry.expense
