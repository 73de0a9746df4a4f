"""Totals of the cash sheets, by quarter and by year, of villages and of the township.

Cash that came in is not yet income: what stands on accounts of liabilities or equity (special funds, land compensation,
what is only passed on) is told apart, as the chart of accounts has it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.derive._books import PUBLISHER, Measure, periods, shelves, told
from generator.derive._common import Head
from generator.model import Amount, Records
from generator.records.chart import Account, Chart
from generator.records.finance import CASH, Finance, Line
from generator.records.indicator import Indicator

THEME = "财务统计"
_INCOMES = (PUBLISHER, "finance/收入.金额")
_EXPENSES = (PUBLISHER, "finance/支出.金额")
_CODED_INCOMES = (*_INCOMES, "finance/收入.科目", "finance/科目制度")
_CODED_EXPENSES = (*_EXPENSES, "finance/支出.科目", "finance/科目制度")


@dataclass(frozen=True)
class _Side:
    """One side of a sheet: what stands on each account, and whether every line has one."""

    on: Mapping[Account, Decimal]
    complete: bool


def figures(records: Records) -> Iterator[Indicator]:
    """All totals of every township."""
    for township, shelf in shelves(records, CASH):
        for period, books in periods(shelf):
            sheets = [sheet for one in books for sheet in one.sheets]
            for measure in (*_totals(), *_kinds(records, sheets), *_spending(records, sheets)):
                head = Head(measure.code, measure.name, THEME, period)
                yield from told(township, head, measure, books, "表")


def _totals() -> Iterator[Measure]:
    yield Measure("income", "收入合计", lambda sheet: _yuan(sheet.income), _INCOMES)
    yield Measure("expense", "支出合计", lambda sheet: _yuan(sheet.expense), _EXPENSES)
    balance = (PUBLISHER, "finance/期末结存")
    yield Measure("closing", "期末结存", lambda sheet: _yuan(sheet.closing or Decimal(0)), balance, last=True)


def _kinds(records: Records, sheets: Iterable[Finance]) -> Iterator[Measure]:
    """Income told apart from other cash, where accounts are written; money got back only where there is any."""
    incomes = records.once(_incomes)
    kinds = {account.kind for sheet in sheets for account in incomes[sheet].on}
    if not kinds:
        return
    yield _of("earmarked", "专项资金收入", incomes, lambda account: account.kind in ("负债", "权益"), _CODED_INCOMES)
    if "资产" in kinds:
        yield _of("recovered", "收回款项", incomes, lambda account: account.kind == "资产", _CODED_INCOMES)
    yield _of("earned", "当期收入", incomes, lambda account: account.kind == "收入", _CODED_INCOMES)


def _spending(records: Records, sheets: Iterable[Finance]) -> Iterator[Measure]:
    """One figure for each account that money was spent on, by its name: `管理费用支出`."""
    expenses = records.once(_expenses)
    accounts = {account.name: account for sheet in sheets for account in expenses[sheet].on}
    for name, account in sorted(accounts.items(), key=lambda one: one[1].code):
        title = name if name.endswith("支出") else f"{name}支出"
        mark = hashlib.sha256(name.encode()).hexdigest()[:8]  # charts give one code to different accounts
        yield _of(f"spent.{account.code}.{mark}", title, expenses, _called(name), _CODED_EXPENSES)


def _called(name: str) -> Callable[[Account], bool]:
    return lambda account: account.name == name


def _of(
    code: str, name: str, side: Mapping[Finance, _Side], wanted: Callable[[Account], bool], uses: tuple[str, ...]
) -> Measure:
    """What the sheets have on the wanted accounts; missing when a line's is unknown, because it could be one of them."""

    def worth(sheet: Finance) -> Amount:
        if not side[sheet].complete:
            return Amount.missing("元", f"{sheet.period}的表有的行没有科目或科目不在科目表里")
        return _yuan(sum((amount for account, amount in side[sheet].on.items() if wanted(account)), Decimal(0)))

    return Measure(code, name, worth, uses)


def _incomes(records: Records) -> dict[Finance, _Side]:
    return {sheet: _side(records, sheet, sheet.incomes) for sheet in records.of(Finance)}


def _expenses(records: Records) -> dict[Finance, _Side]:
    return {sheet: _side(records, sheet, sheet.expenses) for sheet in records.of(Finance)}


def _side(records: Records, sheet: Finance, lines: Iterable[Line]) -> _Side:
    chart = records.get(Chart, f"{Chart.family}/{sheet.chart}")
    found: dict[Account, Decimal] = {}
    complete = True
    for line in lines:
        account = chart.account(line.account) if chart and line.account else None
        complete = complete and account is not None
        if account is not None:
            found[account] = found.get(account, Decimal(0)) + line.amount
    return _Side(found, complete)


def _yuan(value: Decimal) -> Amount:
    return Amount.known(value, "元")
