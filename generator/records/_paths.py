"""Fields by their labels: `总投资`, `资金来源.金额`."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic.fields import FieldInfo

from generator.model.record import Row, row_in


@cache
def field_at(kind: type[Row], path: str) -> FieldInfo | None:
    """The field that the path leads to; None when there is none."""
    head, _, below = path.partition(".")
    name = attribute(kind, head)
    if name is None:
        return None
    field = kind.model_fields[name]
    inner = row_in(field.annotation)
    if below:
        return field_at(inner, below) if inner else None
    return None if inner else field


@cache
def attribute(kind: type[Row], label: str) -> str | None:
    """The name in the program of the field with this label."""
    named = (name for name, field in kind.model_fields.items() if field.alias == label and not label.startswith("@"))
    return next(named, None)


def labels(kind: type[Row]) -> tuple[str, ...]:
    """Every path that a person may write, `资金来源.金额` for what stands in rows."""
    found: list[str] = []
    for field in kind.model_fields.values():
        label, inner = str(field.alias), row_in(field.annotation)
        if not label.startswith("@") and label != "不公开":
            found += [f"{label}.{below}" for below in labels(inner)] if inner else [label]
    return tuple(found)


def rows(record: Row, label: str) -> tuple[Row, ...]:
    """The rows that stand under the label."""
    name = attribute(type(record), label)
    value: Any = getattr(record, name) if name else None
    found = value if isinstance(value, tuple) else (value,)
    return tuple(row for row in found if isinstance(row, Row))


def values(record: Row, path: str) -> list[Any]:
    """Every value that the path leads to; rows one by one."""
    head, _, below = path.partition(".")
    if below:
        return [value for row in rows(record, head) for value in values(row, below)]
    name = attribute(type(record), head)
    return [getattr(record, name)] if name else []
