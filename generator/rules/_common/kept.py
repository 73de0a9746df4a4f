"""Whether a field that no longer has its fingerprint still holds all that was published of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.mechanisms.fingerprints import fingerprints
from generator.model import Record
from generator.model.record import Row, row_in
from generator.records.item import DisclosureItem

Items = tuple[DisclosureItem, ...]
_MOST_ROWS = 30
"""Longer lists are not tried row by row."""


def reopened(record: Record, label: str, before: str, items: Items) -> bool:
    """Whether the fingerprint is that of the same rows with one or two of their columns opened or closed since."""
    field = next((field for field in type(record).model_fields.values() if field.alias == label), None)
    kind = row_in(field.annotation) if field is not None else None
    columns = [f"{label}.{column.alias}" for column in kind.model_fields.values()] if kind and items else []
    paths = (*combinations(columns, 1), *combinations(columns, 2))
    return any(fingerprints(record, _toggled(items, set(some))).get(label, "-") == before for some in paths)


def _toggled(items: Items, paths: set[str]) -> Items:
    """The items with these paths closed where they are open, open where they are closed."""
    opened = {path for item in items for path in (*item.elements, *(p for e in item.exceptions for p in e.fields))}
    changed = []
    for item in items:
        exceptions = tuple(e for e in item.exceptions if paths.isdisjoint(e.fields))
        elements = (*(path for path in item.elements if path not in paths), *(paths - opened))
        changed.append(item.model_copy(update={"elements": elements, "exceptions": exceptions}))
    return tuple(changed)


def grown(record: Record, name: str, label: str, before: str, items: Items) -> bool:
    """Whether nothing was published yet, or rows were added at the end, or blanks of the last row filled in."""
    rows = getattr(record, name, None)
    if not before:
        return True
    if not isinstance(rows, tuple) or len(rows) > _MOST_ROWS or not rows or not isinstance(rows[0], Row):
        return False
    for count in range(len(rows), 0, -1):
        for last in (rows[count - 1], *_blanked(rows[count - 1])):
            then = record.model_copy(update={name: (*rows[: count - 1], last)})
            if fingerprints(then, items).get(label) == before:
                return True
    return False


def _blanked(row: Row) -> Iterator[Row]:
    """The row as it may have been before one or two of its fields were filled in."""
    fields = type(row).model_fields.items()
    optional = {n: f.default for n, f in fields if not f.is_required() and getattr(row, n) != f.default}
    for names in (*combinations(optional, 1), *combinations(optional, 2)):
        yield row.model_copy(update={name: optional[name] for name in names})
