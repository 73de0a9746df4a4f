"""How far one record is open: which paths, in which way, and the record rebuilt from them.

What is closed is replaced by WITHHELD whatever its value was; what may only be counted comes as one row of sums.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from generator.model import WITHHELD, Audience, Mode, Record
from generator.model.record import Row, row_in
from generator.records.item import DisclosureItem


@dataclass(frozen=True)
class Opening:
    """The items that open the record, for whom, and what the record closes by itself."""

    items: list[DisclosureItem]
    audience: Audience
    closed: frozenset[str]
    modes: dict[str, Mode | None] = field(default_factory=dict)

    def mode(self, path: str) -> Mode | None:
        if path not in self.modes:
            self.modes[path] = self._mode(path)
        return self.modes[path]

    def _mode(self, path: str) -> Mode | None:
        if any(path == label or path.startswith(f"{label}.") for label in self.closed):
            return None
        return Mode.widest({mode for item in self.items if (mode := item.mode(path, self.audience)) is not None})

    def counts(self, path: str) -> bool:
        """Whether a total may be made of the field."""
        return self.mode(path) in (Mode.OPEN, Mode.TOTAL)

    def rebuild(self, row: Row, kept: Iterable[str] = (), above: str = "") -> Row | None:
        """The row with closed values withheld; None when no value is open."""
        values: dict[str, Any] = {}
        opened = False
        for name, info in type(row).model_fields.items():
            if name in kept:
                values[name] = getattr(row, name)
                opened = opened or self.mode(f"{above}{info.alias}") is Mode.OPEN
                continue
            if name == "extras" and isinstance(row, Record):
                values[name] = {label: text for label, text in row.extras.items() if self.mode(label) is Mode.OPEN}
                opened = opened or bool(values[name])
                continue
            path = f"{above}{info.alias}"
            values[name] = self.value(getattr(row, name), path, info.annotation)
            opened = opened or (values[name] is not WITHHELD and not self.only_counted(path, info.annotation))
        return type(row).model_construct(**values) if opened else None

    def value(self, value: Any, path: str, annotation: Any) -> Any:
        row_type = row_in(annotation)
        if row_type is None:
            mode = self.mode(path)
            return value if mode is Mode.OPEN else mask(value) if mode is Mode.MASKED else WITHHELD
        if not self.any_open(row_type, path):
            return WITHHELD
        if not isinstance(value, tuple):
            return value and self.rebuild(value, above=f"{path}.")
        if self.only_total(row_type, path):
            return self.total(row_type, value, path)
        return tuple(self.rebuild(row, above=f"{path}.") for row in value)

    def paths(self, row_type: type[Row], path: str) -> list[str]:
        """All paths below a nested row."""
        below: list[str] = []
        for info in row_type.model_fields.values():
            inner = row_in(info.annotation)
            label = f"{path}.{info.alias}"
            below += self.paths(inner, label) if inner else [label]
        return below

    def any_open(self, row_type: type[Row], path: str) -> bool:
        return any(self.mode(below) for below in self.paths(row_type, path))

    def only_counted(self, path: str, annotation: Any) -> bool:
        """Whether the field is rows of which no more than a total is open: that alone makes no record readable."""
        row_type = row_in(annotation)
        return row_type is not None and self.only_total(row_type, path)

    def only_total(self, row_type: type[Row], path: str) -> bool:
        return {self.mode(below) for below in self.paths(row_type, path)} <= {None, Mode.TOTAL}

    def total(self, row_type: type[Row], rows: tuple[Row, ...], path: str) -> tuple[Row, ...]:
        """One row instead of many: how many there were, and the sums of the amounts that may be summed."""
        values: dict[str, Any] = {}
        for name, info in row_type.model_fields.items():
            numbers = [
                v for row in rows if isinstance(v := getattr(row, name), (Decimal, int)) and not isinstance(v, bool)
            ]
            may = self.mode(f"{path}.{info.alias}") is Mode.TOTAL
            values[name] = sum(numbers, Decimal(0)) if may and numbers else WITHHELD
            if may and name == "summary":
                values[name] = f"共{len(rows)}笔"
        return (row_type.model_construct(**values),) if rows else ()


_COMPOUND = {"欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯"}


def mask(value: Any) -> Any:
    """A person's name with only the surname left; anything else is withheld."""
    if not isinstance(value, str):
        return WITHHELD
    kept = 2 if value[:2] in _COMPOUND else 1
    return value[:kept] + "*" * max(1, len(value) - kept)
