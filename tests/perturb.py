"""Replaces, in loaded records, every value that an audience may not read: for canaries and for non-interference.

Which values those are is taken from the audience's own edition: what stands there as withheld, and every record that is
not there at all. Ids, references, dates and fixed words steer the gate itself and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from generator.catalogue import local
from generator.model import Amount, Edition, Mode, Record, Records, Ref, Withheld
from generator.model.record import Row

Change = Callable[[str, Any], Any]
"""(where, old value) → new value."""


KEPT = ("id", "township", "closures", "inputs", "uses", "attachments")
"""What names a record or steers the gate."""


def perturbed(records: Records, edition: Edition, change: Change) -> Records:
    """The records with every free value that the edition withholds put through `change`."""
    return replace(records, items=tuple(_record(records, record, edition, change) for record in records))


def _record(records: Records, record: Record, edition: Edition, change: Change) -> Record:
    if type(record).catalogue:
        return record
    items = local(records, record.township).publishing(record)

    def free(where: str, old: Any) -> Any:
        """A value that an item opens as a total is no secret from those who read the totals."""
        path = re.sub(r"\[\d+\]", "", where.removeprefix(f"{record.key}."))
        counted = any(item.mode(path, edition.audience) is Mode.TOTAL for item in items)
        return old if counted else change(where, old)

    changed = _row(record, edition.find(record.key), free, record.key)
    assert isinstance(changed, Record)
    return changed


def _row(row: Row, view: Any, change: Change, where: str) -> Row:
    """`view` is the row as the audience sees it; None when it does not see it at all."""
    values: dict[str, Any] = {}
    for name, field in type(row).model_fields.items():
        if name in KEPT or _steers(field.annotation, field.metadata):
            continue
        old, seen = getattr(row, name), None if view is None else getattr(view, name)
        hidden = view is None or isinstance(seen, Withheld) or (_is_total(view) and isinstance(old, str))
        values[name] = _value(old, None if hidden else seen, change, f"{where}.{field.alias}")
    return row.model_copy(update=values)


def _value(old: Any, seen: Any, change: Change, where: str) -> Any:
    """`seen` is None when the value is hidden (or empty, which then is nothing to change either)."""
    if isinstance(old, Row):
        return _row(old, seen, change, where)
    if isinstance(old, tuple):
        views = seen if isinstance(seen, tuple) and len(seen) == len(old) else (None,) * len(old)
        views = seen * len(old) if seen and _is_total(seen[0]) else views  # the sums are open, the rows are not
        pairs = enumerate(zip(old, views, strict=True))
        return tuple(_value(one, view, change, f"{where}[{index}]") for index, (one, view) in pairs)
    if isinstance(old, dict):
        return {label: _value(one, (seen or {}).get(label), change, f"{where}.{label}") for label, one in old.items()}
    if seen is not None or isinstance(old, bool):
        return old
    if isinstance(old, Amount) and old.value is not None:
        return replace(old, value=change(where, old.value))
    return change(where, old) if isinstance(old, (str, Decimal, int)) else old


def _is_total(view: Any) -> bool:
    """Whether the row stands for many: `共3笔`."""
    return str(getattr(view, "summary", "")).startswith("共")


def _steers(annotation: Any, metadata: list[Any]) -> bool:
    """Whether the field names another record, is an id, or holds one of a few fixed words or a vocabulary's word."""
    if any(isinstance(one, Ref) or one == "word" for one in metadata):
        return True
    inner = get_args(annotation)
    if get_origin(annotation) is Literal:
        return True
    return any(
        isinstance(one, Ref) or one == "word" or get_origin(one) is Literal or _steers(one, [])
        for one in inner
        if one is not annotation
    )
