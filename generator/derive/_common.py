"""How every computed figure is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from generator.model import Amount, Period, Record
from generator.records.indicator import Indicator
from generator.records.place import Place


@dataclass(frozen=True)
class Head:
    """What a figure is: `code` is its ASCII name, unique at its place and period; the rest is for readers."""

    code: str
    name: str
    theme: str
    period: Period | None = None
    dimensions: Mapping[str, str] = field(default_factory=dict)


def computed(
    place: Place, head: Head, amount: Amount, inputs: Iterable[Record | str], uses: Iterable[str], source: str
) -> Indicator:
    """An indicator that a program worked out; the dots in its id keep it apart from every written one.

    inputs: the records that a person wrote and that it was worked out from, or their keys; an input that was worked out
    itself is replaced by its own inputs.
    uses: every field of theirs that was looked at, conditions and groups too, as `family/label`: only readers to whom
    all of them are open, at least as a total, may see the figure.
    source: how it was worked out, in Chinese.
    """
    keys: list[str] = []
    through: list[str] = []
    fields = list(uses)
    for one in inputs:
        worked_out = isinstance(one, Indicator) and bool(one.inputs)
        keys += one.inputs if worked_out else [one if isinstance(one, str) else one.key]  # type: ignore[union-attr]
        fields += one.uses if worked_out else ()  # type: ignore[union-attr]
        through += [one.key] if worked_out else []  # type: ignore[union-attr]
    known = {
        "township": place.township,
        "id": ".".join([place.id, head.code, *([head.period.key] if head.period else [])]),
        "place": place.id,
        "name": head.name,
        "theme": head.theme,
        "period": head.period,
        "dimensions": dict(head.dimensions),
        "figure": Amount(amount.value, "", amount.state, amount.reason),
        "unit": amount.unit,
        "why_missing": amount.reason or None,
        "source": source,
        "inputs": tuple(dict.fromkeys(keys)),
        "uses": tuple(dict.fromkeys(fields)),
        "through": tuple(dict.fromkeys(through)),
        "extras": {},
    }
    return Indicator.of_values(_unsaid() | known)


@cache
def _unsaid() -> dict[str, Any]:
    """Every field of an indicator, as it is where nothing is said."""
    return {name: field.get_default(call_default_factory=True) for name, field in Indicator.model_fields.items()}
