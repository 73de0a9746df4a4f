"""Books laid side by side: whose they are, which sheet came before, what the chart says of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from generator.model import Period, Records
from generator.records.chart import Chart
from generator.records.finance import Finance
from generator.rules._common import yuan

Run = tuple[Finance, ...]


def chart_of(records: Records, sheet: Finance) -> Chart | None:
    """The chart that the sheet names; None when there is no such chart."""
    return records.get(Chart, f"{Chart.family}/{sheet.chart}")


def runs(records: Records) -> tuple[Run, ...]:
    """The sheets of one kind of one publisher, in the order of time; a second one of a period is left out."""
    return records.once(_runs)


def _runs(records: Records) -> tuple[Run, ...]:
    found: dict[tuple[str, ...], dict[Period, Finance]] = defaultdict(dict)
    for sheet in records.of(Finance):
        found[sheet.township, sheet.place, sheet.publisher, sheet.statement].setdefault(sheet.period, sheet)
    return tuple(tuple(run[period] for period in sorted(run)) for run in found.values())


def earlier(run: Run, sheet: Finance) -> Iterator[Finance]:
    """The sheets of the same year and the same chart that end where this one begins: sums of the year run on from them."""
    for other in run:
        same = other.chart == sheet.chart and other.period.start.year == sheet.period.start.year
        if same and other.period.end + timedelta(days=1) == sheet.period.start:
            yield other


def apart(one: Decimal, other: Decimal) -> str:
    """`相差 20.00`."""
    return f"相差 {yuan(abs(one - other))}"
