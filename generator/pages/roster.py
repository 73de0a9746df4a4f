"""One list of a payment: how many households and how much, and the households as far as these readers may know them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.model import Edition, Page
from generator.pages._common import places
from generator.pages._common.disclosure import disclosures, record_page
from generator.records.roster import Entitled, Roster

_NUMBERS = {"people", "quantity", "standard", "amount"}


@dataclass(frozen=True)
class Shown:
    """A column of the list: the field's name, what it is called and counted in, whether it holds numbers."""

    name: str
    label: str
    unit: str
    number: bool


def pages(edition: Edition) -> Iterator[Page]:
    """One page a list."""
    for roster in edition.of(Roster):
        rows = [row for row in roster.rows or () if row is not None]
        place = places.name(edition, roster.township, roster.place)
        columns = _columns(roster, rows)
        context = {
            "roster": roster,
            "columns": columns,
            "rows": [tuple((getattr(row, column.name), column.unit) for column in columns) for row in rows],
            "disclosures": disclosures(edition, roster),
            "place": place,
            "origin": roster.key,
            "sample": places.is_sample(edition, roster.township),
        }
        title = roster.title if place in roster.title else f"{place}{roster.title}"
        crumbs = places.crumbs(roster.township, roster.place)
        yield Page(record_page(roster), title, "roster.md.j2", context, crumbs=crumbs)


def _columns(roster: Roster, rows: list[Entitled]) -> list[Shown]:
    """The fields of which at least one household has something to show."""
    shown = []
    for name, field in Entitled.model_fields.items():
        if any(_told(getattr(row, name)) for row in rows):
            unit = roster.unit if name == "quantity" else _unit(field.json_schema_extra)
            shown.append(Shown(name, str(field.alias), unit if isinstance(unit, str) else "", name in _NUMBERS))
    return shown


def _unit(extra: Any) -> str:
    return str(extra.get("unit", "")) if isinstance(extra, dict) else ""


def _told(value: Any) -> bool:
    return value == 0 or bool(value)
