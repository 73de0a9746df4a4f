"""One cash sheet: the statement as it hangs on the board, its entries, its metadata, sign-off and corrections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.model import Edition, Page, Withheld
from generator.model.record import Row
from generator.pages._common import books, places
from generator.pages._common.disclosure import disclosures, record_page, whose
from generator.records.chart import Account, Chart
from generator.records.finance import Entry, Finance, Line


@dataclass(frozen=True)
class Shown:
    """A line with what the chart says of its account."""

    line: Line
    account: str
    """`501 经营收入`; the code alone when the chart does not have it."""
    earned: bool
    """False for cash that came in without being income."""


@dataclass(frozen=True)
class Month:
    """The entries of one month, or all of them where nothing is to be divided."""

    title: str
    entries: tuple[Entry, ...]
    income: Decimal
    expense: Decimal


_MANY = 30
"""From more entries on those of several months stand month by month."""


def pages(edition: Edition) -> Iterator[Page]:
    """One page a sheet, linked to the sheets before and after it and to those beside it."""
    for sheet in edition.of(Finance):
        if not sheet.is_cash:
            continue
        chart = books.chart_of(edition, sheet)
        incomes = [_shown(chart, line, coming=True) for line in sheet.incomes]
        expenses = [_shown(chart, line, coming=False) for line in sheet.expenses]
        name = places.name(edition, sheet.township, sheet.place)
        context = {
            "sheet": sheet,
            "incomes": incomes,
            "expenses": expenses,
            "income": _sum(sheet.incomes),
            "unearned": _sum([one.line for one in incomes if not one.earned]),
            "all_earned": all(one.earned for one in incomes),
            "expense": _sum(sheet.expenses),
            "handlers": any(one.line.handler for one in (*incomes, *expenses)),
            "year": any(isinstance(one.line.to_date, Decimal) for one in (*incomes, *expenses)),
            "entry_handlers": any(entry.handler for entry in sheet.entries),
            "months": _months(sheet),
            "negative": _negative(sheet),
            "total_only": len(sheet.entries) == 1 and not sheet.entries[0].day,
            "neighbours": books.neighbours(edition, sheet),
            "beside": books.beside(edition, sheet),
            "disclosures": disclosures(edition, sheet),
            "place": name,
            "origin": sheet.key,
            "sample": places.is_sample(edition, sheet.township),
        }
        title = f"{name}{sheet.period.label}收支公开榜{whose(edition, sheet)}"
        yield Page(
            record_page(sheet), title, "finance.md.j2", context, crumbs=places.crumbs(sheet.township, sheet.place)
        )


def _shown(chart: Chart | None, line: Line, *, coming: bool) -> Shown:
    if not isinstance(line.account, str):
        return Shown(line, "", earned=True)
    account: Account | None = chart.account(line.account) if chart else None
    called = f"{line.account} {account.name}" if account else line.account
    return Shown(line, called, earned=not coming or account is None or account.kind == "收入")


def _months(sheet: Finance) -> list[Month]:
    """The entries in the order of the sheet; month by month where they are many and their days may be known."""
    entries = tuple(sheet.entries)
    days = [entry.day for entry in entries if isinstance(entry.day, date)]
    if len(entries) <= _MANY or len(days) < len(entries) or len({(day.year, day.month) for day in days}) < 2:
        return [_month("", entries)]
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(f"{entry.day.year}年{entry.day.month}月", []).append(entry)
    return [_month(title, tuple(those)) for title, those in found.items()]


def _month(title: str, entries: tuple[Entry, ...]) -> Month:
    come = [entry.income for entry in entries if isinstance(entry.income, Decimal)]
    gone = [entry.expense for entry in entries if isinstance(entry.expense, Decimal)]
    return Month(title, entries, sum(come, Decimal(0)), sum(gone, Decimal(0)))


def _negative(sheet: Finance) -> list[str]:
    """What a minus means here: of money that came or went, of money that is left."""
    rows = (*sheet.incomes, *sheet.expenses)
    amounts = [row.amount for row in rows] + [e.income for e in sheet.entries] + [e.expense for e in sheet.entries]
    left = [sheet.opening, sheet.closing, sheet.cash, sheet.bank, *(e.balance for e in sheet.entries)]
    meanings = (("收入、支出前面有“−”的，是冲减以前登记的数", amounts), ("结存、余额前面有“−”的，是透支", left))
    return [words for words, given in meanings if any(isinstance(one, Decimal) and one < 0 for one in given)]


def _sum(rows: Iterable[Row]) -> Decimal | None:
    """The total of the rows; None when they or an amount among them are closed to these readers."""
    amounts = [getattr(row, "amount", None) for row in rows]
    known = [amount for amount in amounts if isinstance(amount, Decimal)]
    return None if isinstance(rows, Withheld) or len(known) < len(amounts) else sum(known, Decimal(0))
