"""An account code that does not mean what the line says.

What: every account code must stand in the chart of accounts that the sheet names; the chart must have been in force in
the period of the sheet; an income line may not stand on an account of expenses, nor a spending line on one of income.

Why: the chart of 2024 (财会〔2023〕14号) uses numbers of the one before (财会〔2004〕12号) for other things: 511 was
contracting income and is operating expense now. A sheet kept by the wrong chart turns income into spending in every
total that is made of it.

Example: a sheet of March 2026 by chart 2023 has the contract fee of the orchard under 511.

Mend: take the code from the chart that was in force in the period; the finding names the nearest. Money that is not
income (special funds, loans, deposits) stands on accounts of liabilities or equity, which either side may use.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import date

from generator.model import Finding, Records
from generator.model.text import clip
from generator.records.chart import Account, Chart
from generator.records.finance import Finance, Line
from generator.rules._common import Report
from generator.rules._common.books import chart_of

NAME = "accounts"
TITLE = "科目不对"

_WRONG = {"收入": ("支出", "成本"), "支出": ("收入",)}
"""Side of the sheet → classes of accounts that cannot stand on it."""


def check(records: Records) -> Iterator[Finding]:
    """Every sheet whose chart there is."""
    for sheet in records.of(Finance):
        chart = chart_of(records, sheet)
        if chart is not None:
            say = Report(NAME, records, sheet)
            yield from _in_force(say, sheet, chart)
            for side, lines in (("收入", sheet.incomes), ("支出", sheet.expenses)):
                yield from _lines(say, chart, side, lines)


def _in_force(say: Report, sheet: Finance, chart: Chart) -> Iterator[Finding]:
    first, last = sheet.period.start, sheet.period.end
    if chart.in_force(first) and chart.in_force(last):
        return
    right = [c for c in say.records.of(Chart) if c.in_force(first) and c.in_force(last)]
    hint = f"科目制度写 {right[0].id},各行的科目换成这张表的代码" if right else "核对期间;那时用的科目表目录里没有"
    until = chart.until
    told = f"从{_day(chart.since)}起使用" if until is None or last <= until else f"用到{_day(until)}为止"
    yield say.error(f"{chart.id}科目表{told},{sheet.period}的账不能用", hint, "科目制度")


def _lines(say: Report, chart: Chart, side: str, lines: tuple[Line, ...]) -> Iterator[Finding]:
    for index, line in enumerate(lines):
        if line.account is None:
            continue
        account = chart.account(line.account)
        if account is None:
            message = f"{chart.id}科目表没有科目“{clip(line.account)}”"
            yield say.error(message, _suggestion(say.records, chart, side, line.account), side, index, "科目")
        elif account.kind in _WRONG[side]:
            meanings = "".join(f";{_meaning(c, line.account)}" for c in _others(say.records, chart, line.account))
            message = f"{side}“{clip(line.summary)}”用了科目 {line.account}:{_meaning(chart, line.account)}{meanings}"
            right = "、".join(str(one) for one in chart.accounts if one.kind == side)
            hint = f"{chart.id}科目表的{side}科目:{right}" if right else f"换成能记{side}的科目"
            yield say.error(message, hint, side, index, "科目")


def _meaning(chart: Chart, code: str) -> str:
    account = chart.account(code)
    return f"{chart.id}科目表里是“{account.name}”({account.kind})" if account else ""


def _others(records: Records, chart: Chart, code: str) -> list[Chart]:
    return [other for other in records.of(Chart) if other.id != chart.id and other.account(code)]


def _suggestion(records: Records, chart: Chart, side: str, code: str) -> str:
    """The account of the same name as in another chart, else the ones most like what was typed."""
    fitting = [account for account in chart.accounts if account.kind not in _WRONG[side]]
    for other in _others(records, chart, code):
        meant = other.account(code)
        for account in fitting:
            if meant and account.name == meant.name:
                return f"{other.id}科目表的“{meant}”,在{chart.id}科目表里是“{account}”"
    words: dict[str, Account] = {word: account for account in fitting for word in (account.code, account.name)}
    near = dict.fromkeys(str(words[word]) for word in difflib.get_close_matches(code, words, n=2, cutoff=0.5))
    listed = near or dict.fromkeys(str(account) for account in fitting if account.kind == side)
    return f"是不是{'、'.join(f'“{one}”' for one in listed)}?" if listed else "照科目表写三位的代码"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
