"""One statement of the books: its rows in the order and with the columns that the chart of accounts gives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.model import Edition, Page, Withheld
from generator.pages._common import books, places
from generator.pages._common.disclosure import disclosures, record_page, whose
from generator.records.chart import StatementForm
from generator.records.finance import BookRow, Finance

_COLUMNS = {str(field.alias): name for name, field in BookRow.model_fields.items() if name != "name"}
"""Column as the chart calls it → field of a row."""


@dataclass(frozen=True)
class Shown:
    """A row with its figures in the order of the columns."""

    name: str
    level: str
    figures: tuple[Any, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """One page a statement, linked to the ones before and after it and to what else is told of the period."""
    for sheet in edition.of(Finance):
        if sheet.is_cash:
            continue
        chart = books.chart_of(edition, sheet)
        form = chart.statement(sheet.statement) if chart else None
        columns = _columns(sheet, form)
        name = places.name(edition, sheet.township, sheet.place)
        context = {
            "sheet": sheet,
            "chart": chart,
            "columns": columns,
            "rows": _rows(sheet, form, columns),
            "empty": not isinstance(sheet.rows, Withheld) and not any(_closed(row, form) for row in sheet.rows),
            "neighbours": books.neighbours(edition, sheet),
            "beside": books.beside(edition, sheet),
            "disclosures": disclosures(edition, sheet),
            "place": name,
            "origin": sheet.key,
            "sample": places.is_sample(edition, sheet.township),
        }
        crumbs = places.crumbs(sheet.township, sheet.place)
        title = f"{name}{sheet.period.label}{sheet.statement}{whose(edition, sheet)}"
        yield Page(record_page(sheet), title, "statement.md.j2", context, crumbs=crumbs)


def _columns(sheet: Finance, form: StatementForm | None) -> list[str]:
    """The chart's columns first; of all only those with a figure."""
    known = [*(form.columns if form else ()), *_COLUMNS]
    filled = {label for label, name in _COLUMNS.items() if any(_told(getattr(row, name)) for row in sheet.rows)}
    return [label for label in dict.fromkeys(known) if label in filled]


def _rows(sheet: Finance, form: StatementForm | None, columns: list[str]) -> list[Shown]:
    """In the order of the chart; rows that it does not have come last."""
    levels = {row.name: row.level for row in form.rows} if form else {}
    places = {name: place for place, name in enumerate(levels)}
    named = [row for row in sheet.rows if isinstance(row.name, str)]
    ordered = sorted(named, key=lambda row: places.get(row.name, len(places)))
    return [
        Shown(row.name, levels.get(row.name, ""), tuple(getattr(row, _COLUMNS[column]) for column in columns))
        for row in ordered
    ]


def _closed(row: BookRow, form: StatementForm | None) -> bool:
    """Whether these readers may not know a figure that the form has."""
    asked = form.columns if form else _COLUMNS
    return any(isinstance(getattr(row, _COLUMNS[label]), Withheld) for label in asked)


def _told(figure: Any) -> bool:
    return isinstance(figure, Decimal)
