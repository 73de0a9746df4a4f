"""Figures that the statements of the collectives give, by quarter and by year, of villages and of the township.

Which row is which figure, the chart of accounts says; where a statement has a column of the end, the figure is a balance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.derive._books import PUBLISHER, Measure, periods, shelves, told
from generator.derive._common import Head
from generator.model import Amount, Records
from generator.records.chart import Chart, StatementForm
from generator.records.finance import Finance
from generator.records.indicator import Indicator

THEME = "集体经济"
_END = "期末"
_BALANCE = (PUBLISHER, "finance/科目制度", "finance/报表行.项目", f"finance/报表行.{_END}")
_FLOW = (PUBLISHER, "finance/科目制度", "finance/报表行.项目", "finance/报表行.本期", "finance/报表行.累计")


def figures(records: Records) -> Iterator[Indicator]:
    """All figures of every township, statement by statement."""
    names = dict.fromkeys(form.name for chart in records.of(Chart) for form in chart.statements)
    for statement in names:
        for township, shelf in shelves(records, statement):
            for period, books in periods(shelf):
                for measure in _measures(records, [sheet for one in books for sheet in one.sheets]):
                    head = Head(measure.code, measure.name, THEME, period)
                    yield from told(township, head, measure, books, statement)


def _measures(records: Records, sheets: Iterable[Finance]) -> Iterator[Measure]:
    """One for each row that is a figure by the chart of one of these sheets."""
    found: dict[str, Measure] = {}
    for sheet in sheets:
        chart, form = _layout(records, sheet)
        for number, row in enumerate(form.rows if form else ()):
            if chart and form and row.figure and row.figure not in found:
                balance = _END in form.columns
                code = f"row-{chart.id}-{chart.statements.index(form)}-{number}"
                worth = _row(records, row.figure, balance)
                found[row.figure] = Measure(code, row.figure, worth, _BALANCE if balance else _FLOW, last=balance)
    yield from found.values()


def _row(records: Records, figure: str, balance: bool) -> Callable[[Finance], Amount]:
    """What the row of this figure says in a statement; of flows the running total will do where the year begins."""

    def worth(sheet: Finance) -> Amount:
        _, form = _layout(records, sheet)
        wanted = {row.name for row in form.rows if row.figure == figure} if form else set()
        for row in sheet.rows:
            begins = sheet.period.start.month == 1
            value = row.end if balance else row.to_date if row.current is None and begins else row.current
            if row.name in wanted and value is not None:
                return Amount.known(value, "元")
        return Amount.missing("元", f"{sheet.period}的{sheet.statement}没有写")

    return worth


def _layout(records: Records, sheet: Finance) -> tuple[Chart | None, StatementForm | None]:
    chart = records.get(Chart, f"{Chart.family}/{sheet.chart}")
    return chart, chart.statement(sheet.statement) if chart else None
