"""The figures of places — area, population, households — as indicators that articles and tables can use."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive._common import Head, computed
from generator.model import Amount, Records
from generator.records.indicator import Indicator
from generator.records.place import Place

THEME = "基本情况"


def figures(records: Records) -> Iterator[Indicator]:
    """One indicator a measure of a place."""
    codes = {str(field.alias): name for name, field in Place.model_fields.items()}
    for place in records.of(Place):
        for label, unit, value in place.measures:
            head = Head(codes[label], label, THEME)
            source = f"{place.level}的基本情况"
            yield computed(place, head, Amount.known(value, unit), (place,), (f"place/{label}",), source)
