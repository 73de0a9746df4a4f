"""Fingerprints of what was published, so that a later change is noticed: label → eight hexadecimal digits.

They stand in the publication record and are never shown: a short hash of a small value is easily undone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from generator.model import Amount, Audience, Period, Record
from generator.model.record import Row
from generator.records.item import DisclosureItem


def fingerprints(record: Record, items: Iterable[DisclosureItem]) -> dict[str, str]:
    """The fingerprint of each top-level field of which one of the items opens anything, in the order of the form.

    What only reviewers read may change, for it was never published; what is not written has no fingerprint.
    """
    items = tuple(items)
    named = {path for item in items for path in (*item.elements, *(p for e in item.exceptions for p in e.fields))}
    opened = {path for path in named if any(item.mode(path, Audience.PARTY) for item in items)}
    found: dict[str, str] = {}
    for name, field in type(record).model_fields.items():
        label = str(field.alias)
        value = _open(getattr(record, name), label, opened)
        if value is not None:
            text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            found[label] = hashlib.sha256(text.encode()).hexdigest()[:8]
    return found


def _open(value: Any, path: str, opened: set[str]) -> Any:
    """The value as plain JSON, of rows only the open fields; None when nothing of it is open or written."""
    if isinstance(value, Row):
        below = {
            str(field.alias): one
            for name, field in type(value).model_fields.items()
            if (one := _open(getattr(value, name), f"{path}.{field.alias}", opened)) is not None
        }
        return below or None
    if isinstance(value, tuple) and value and isinstance(value[0], Row):
        rows = [_open(row, path, opened) for row in value]
        return rows if any(rows) else None
    return _plain(value) if path in opened and value not in (None, ()) else None


def _plain(value: Any) -> Any:
    """The same for every way of typing one value: 12,000.00 and 12000 have one fingerprint."""
    match value:
        case Decimal():
            return format(value.normalize(), "f")
        case Amount():
            return [value.state.name, _plain(value.value)]
        case date():
            return value.isoformat()
        case Period():
            return value.key
        case tuple() | list():
            return [_plain(one) for one in value]
        case dict():
            return {str(key): _plain(one) for key, one in value.items()}
        case frozenset() | set():
            return sorted(str(one) for one in value)
        case None | bool() | int() | str():
            return value
    return str(value)
