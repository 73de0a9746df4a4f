"""An account code that does not mean what the line says: the charts of 2004 and 2023 use the same numbers for other things."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import date

from generator.model import Explanation, Finding, Records
from generator.model.text import clip
from generator.records.chart import Account, Chart
from generator.records.finance import Finance, Line
from generator.rules._common import Report
from generator.rules._common.books import chart_of

NAME = "accounts"
EXPLANATION = Explanation(
    title="科目不对",
    what=(
        "收支公开榜各行的科目,要在这张表写的“科目制度”里有;这套科目表在那一期要正在使用;"
        "收入的行不能用支出、成本类的科目,支出的行不能用收入类的科目。都是错误。"
    ),
    why=(
        "检查实践:新旧科目混用,汇总时收入成了支出。财会〔2004〕12号和财会〔2023〕14号两套科目表,"
        "同一个代码的意思不同:511 原来是发包及上交收入,现在是经营支出。"
    ),
    wrong='期间: 2026-03\n科目制度: "2023"\n收入:\n  - {摘要: 果园承包费, 科目: "511", 金额: "12,000.00"}',
    right='期间: 2026-03\n科目制度: "2023"\n收入:\n  - {摘要: 果园承包费, 科目: "501", 金额: "12,000.00"}',
    mend=(
        "照提示换成那一期正在使用的科目表里的代码。押金、借款、专项资金不是收入,用负债、权益类的科目,收支两边都可以写。"
    ),
    about="财务",
)

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
