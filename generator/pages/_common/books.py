"""Sheets and statements of one village: their chart, what came before and after, what stands beside them."""

from __future__ import annotations

from generator.model import Edition, Withheld
from generator.pages._common.disclosure import record_page
from generator.records.chart import Chart
from generator.records.finance import Finance

Links = list[tuple[str, str]]
"""(words, path)."""


def chart_of(edition: Edition, sheet: Finance) -> Chart | None:
    """The chart that the sheet names, when these readers may know which."""
    named = not isinstance(sheet.chart, Withheld)
    return edition.get(Chart, f"{Chart.family}/{sheet.chart}") if named else None


def neighbours(edition: Edition, sheet: Finance) -> Links:
    """The publisher's sheets of the same kind just before and after; of those that start together, one as long."""
    own = [s for s in _of_village(edition, sheet) if s.publisher == sheet.publisher and s.statement == sheet.statement]
    length = sheet.period.length
    before = max(
        (s for s in own if s.period.end < sheet.period.start),
        key=lambda s: (s.period.end, s.period.length == length),
        default=None,
    )
    after = min(
        (s for s in own if s.period.start > sheet.period.end),
        key=lambda s: (s.period.start, s.period.length != length),
        default=None,
    )
    found = [("上一期", before), ("下一期", after)]
    return [(word, record_page(other)) for word, other in found if other is not None]


def beside(edition: Edition, sheet: Finance) -> Links:
    """What else is told of the village and period: the other publisher's sheet, the statements."""
    others = [s for s in _of_village(edition, sheet) if s.period == sheet.period and s.key != sheet.key]
    return [(_called(other), record_page(other)) for other in others]


def _called(sheet: Finance) -> str:
    return sheet.statement if isinstance(sheet.publisher, Withheld) else f"{sheet.publisher}{sheet.statement}"


def _of_village(edition: Edition, sheet: Finance) -> list[Finance]:
    return edition.once(_by_village)[sheet.township, sheet.place]


def _by_village(edition: Edition) -> dict[tuple[str, str], list[Finance]]:
    found: dict[tuple[str, str], list[Finance]] = {}
    for sheet in edition.of(Finance):
        found.setdefault((sheet.township, sheet.place), []).append(sheet)
    return found
