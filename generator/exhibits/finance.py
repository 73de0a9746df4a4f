"""财务收支: what came in, what was spent and what is left, by place, by account, month by month.

All of it is cash (收付实现制): money that came in is not yet income of the collective.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.charts import Bars, Lines, Series
from generator.exhibits._common import Exhibit, Row, Scope, Sheet
from generator.exhibits._common.accounts import CASH_BASIS, accounts, gap
from generator.exhibits._common.saying import extremes, said, unknown
from generator.model import Amount, Period, Withheld
from generator.records.finance import Finance
from generator.records.indicator import Indicator
from generator.records.place import Place

TITLE = "财务收支"
NAME = "finance"
THEME = "财务统计"
FIGURES = ("收入合计", "支出合计", "期末结存")
_INCOME, _EXPENSE, _CLOSING = FIGURES
UNLIKE = "各乡镇的村数不同。"
MONTHS = 24
_LENGTHS = (3, 12)

_Figures = Mapping[tuple[str, str, Period], Indicator]
"""(Key of a place, name, period) → the figure."""


def exhibits(scope: Scope) -> Iterator[Exhibit]:
    """Places side by side in the last quarter and the last full year, accounts, and the place itself through time."""
    figures = {
        (f"{one.township}/place/{one.place}", one.name, one.period): one
        for one in scope.figures()
        if one.theme == THEME and one.name in FIGURES and isinstance(one.period, Period)
    }
    for length in _LENGTHS:
        period = _latest(scope, figures, length)
        if period:
            yield from _places(scope, figures, period)
            yield from accounts(scope, period)
    yield from _quarters(scope, figures)
    if scope.place:
        yield from _months(scope)


def _latest(scope: Scope, figures: _Figures, length: int) -> Period | None:
    """The last period of this length that is over and of which some place has a figure."""
    over = {
        period
        for (_, _, period), one in figures.items()
        if period.length == length and period.end < scope.edition.today and one.amount.value is not None
    }
    return max(over, default=None)


def _amount(figures: _Figures, place: Place, name: str, period: Period) -> Amount:
    one = figures.get((place.key, name, period))
    return one.amount if one else Amount.missing("元", "没有这一期的表")


@dataclass(frozen=True)
class _Books:
    """A place in a period."""

    place: Place
    income: Amount
    expense: Amount
    closing: Amount
    keys: tuple[str, ...]


def _books(figures: _Figures, place: Place, period: Period) -> _Books:
    found = [figures[place.key, name, period] for name in FIGURES if (place.key, name, period) in figures]
    income, expense, closing = (_amount(figures, place, name, period) for name in FIGURES)
    return _Books(place, income, expense, closing, tuple(one.key for one in found))


def _open(scope: Scope, place: Place, period: Period) -> _Books:
    """A place that has figures of other periods but none of this one: it is not left out without a word."""
    reason, keys = gap(scope, place, period)
    blank = Amount.missing("元", reason)
    return _Books(place, blank, blank, blank, keys)


def _places(scope: Scope, figures: _Figures, period: Period) -> Iterator[Exhibit]:
    """Income, spending and what is left of each place; those whose months are not all there are not compared."""
    told = {key for key, _, _ in figures}
    books = [_books(figures, place, period) for place in scope.places if place.key in told]
    books = [one if one.keys else _open(scope, one.place, period) for one in books]
    parts = [one for one in books if not (one.place.is_top and scope.township)]
    title = f"{period.label}收支"
    names = [one.place.name for one in parts]
    sentence = "".join(_own(one, period) for one in books if one not in parts or len(parts) == 1)
    if len(parts) > 1:
        sentence += _compared(names, parts)
    sentence += unknown(_pairs(parts, lambda one: one.income)) + _behind(parts)
    runs = (Series("收入", tuple(one.income for one in parts)), Series("支出", tuple(one.expense for one in parts)))
    chart = Bars(title, sentence, "元", tuple(names), runs) if parts else None
    rows = tuple(
        Row(
            (one.place.name, one.income, one.expense, one.closing),
            one.keys,
            one.place,
            one not in parts,
        )
        for one in books
    )
    note = CASH_BASIS if scope.township else CASH_BASIS + UNLIKE
    columns = ("地方", "收入（元）", "支出（元）", "期末结存（元）")
    yield Exhibit(f"finance-{period.key}", title, sentence, Sheet(columns, rows), chart, note)
    yield from _closing(parts, period)


def _pairs(books: list[_Books], of: Callable[[_Books], Amount]) -> list[tuple[str, Amount]]:
    return [(one.place.name, of(one)) for one in books]


def _own(one: _Books, period: Period) -> str:
    """`安平镇2026年第3季度收入86,420.00元，支出…，收入比支出多，期末结存…。`"""
    if one.income.value is None or one.expense.value is None:
        return unknown([(f"{one.place.name}{period.label}的合计", one.income)]) if one.place.is_top else ""
    words = f"{one.place.name}{period.label}收入{said(one.income.value, '元')}，支出{said(one.expense.value, '元')}"
    more = one.income.value - one.expense.value
    words += f"，收入比支出{'多' if more > 0 else '少'}" if more else "，收支相等"  # the surplus may be a closed figure
    return words + (f"，期末结存{said(one.closing.value, '元')}。" if one.closing.value is not None else "。")


def _behind(parts: list[_Books]) -> str:
    """Whose balance is below zero: it is said, for the bar alone is easily overlooked."""
    below = [one.place.name for one in parts if one.closing.value is not None and one.closing.value < 0]
    return f"{'、'.join(below)}期末结存小于零。" if below else ""


def _closing(parts: list[_Books], period: Period) -> Iterator[Exhibit]:
    """What was left at the end of the period, where several are compared."""
    if len(parts) < 2:
        return
    pairs = _pairs(parts, lambda one: one.closing)
    title = f"{period.label}末结存"
    sentence = (extremes(pairs, "元") + unknown(pairs) + _behind(parts)) or "还没有可以比的数。"
    runs = (Series("期末结存", tuple(one.closing for one in parts)),)
    chart = Bars(title, sentence, "元", tuple(one.place.name for one in parts), runs)
    rows = tuple(Row((one.place.name, one.closing), one.keys[-1:], one.place) for one in parts)
    yield Exhibit(f"finance-{period.key}-closing", title, sentence, Sheet(("地方", "期末结存（元）"), rows), chart)


def _quarters(scope: Scope, figures: _Figures) -> Iterator[Exhibit]:
    """The township or village itself, quarter after quarter."""
    place = next((one for one in scope.places if one.id == (scope.place or scope.township)), None)
    if not place or not scope.township:
        return
    over = (p for key, _, p in figures if key == place.key and p.length == 3 and p.end < scope.edition.today)
    periods = sorted(set(over))
    if len(periods) > 1:
        lines = [_books(figures, place, period) for period in periods]
        yield _through("finance-quarters", f"{place.name}各季度收支", [p.label for p in periods], lines)


def _through(name: str, title: str, labels: list[str], lines: list[_Books]) -> Exhibit:
    """Income and spending of one place through time."""
    runs = tuple(Series(word, tuple(values)) for word, values in _runs(lines))
    sentence = (
        _compared(labels, lines) + unknown(zip(labels, _runs(lines)[0][1], strict=True))
    ) or f"{title}没有可以比的数。"
    chart = Lines(title, sentence, "元", tuple(labels), runs)
    rows = (
        Row((label, one.income, one.expense, one.closing), one.keys) for label, one in zip(labels, lines, strict=True)
    )
    sheet = Sheet(("期间", "收入（元）", "支出（元）", "期末结存（元）"), tuple(rows))
    return Exhibit(name, title, sentence, sheet, chart, CASH_BASIS)


def _compared(labels: list[str], lines: list[_Books]) -> str:
    """`收入最多的是…。支出最多的是…。`"""
    words = ((word, extremes(zip(labels, values, strict=True), "元")) for word, values in _runs(lines))
    return "".join(word + ends for word, ends in words if ends)


def _runs(lines: list[_Books]) -> tuple[tuple[str, list[Amount]], tuple[str, list[Amount]]]:
    return ("收入", [one.income for one in lines]), ("支出", [one.expense for one in lines])


def _months(scope: Scope) -> Iterator[Exhibit]:
    """Month by month, publisher by publisher: their books are never mixed; a month without a sheet stays blank."""
    (place,) = scope.places or (None,)
    publishers: dict[str, dict[Period, Finance]] = {}
    for sheet in scope.edition.of(Finance, scope.township):
        month = isinstance(sheet.period, Period) and sheet.period.length == 1
        if sheet.place == scope.place and month and sheet.is_cash:
            publishers.setdefault(str(sheet.publisher), {})[sheet.period] = sheet
    for number, (publisher, own) in enumerate(sorted(publishers.items())):
        months = _calendar(min(own), max(own))[-MONTHS:]
        if place and len(months) > 2:
            lines = [_sheet(place, own.get(month)) for month in months]
            whose = f"（{publisher}）" if len(publishers) > 1 else ""
            title = f"{place.name}各月收支{whose}"
            yield _through(f"finance-months{number or ''}", title, [month.label for month in months], lines)


def _calendar(first: Period, last: Period) -> list[Period]:
    months = [first]
    while months[-1] < last:
        months.append(months[-1].next())
    return months


def _sheet(place: Place, sheet: Finance | None) -> _Books:
    if sheet is None:
        blank = Amount.missing("元", "没有这个月的表")
        return _Books(place, blank, blank, blank, ())
    closed = Amount.missing("元", "不公开")
    amounts = []
    for lines in (sheet.incomes, sheet.expenses):
        open_ = not isinstance(lines, Withheld) and not any(isinstance(line.amount, Withheld) for line in lines)
        amounts.append(Amount.total((Amount.known(line.amount, "元") for line in lines), "元") if open_ else closed)
    closing = sheet.closing
    left = closed if isinstance(closing, Withheld) or closing is None else Amount.known(closing, "元")
    return _Books(place, amounts[0], amounts[1], left, (sheet.key,))
