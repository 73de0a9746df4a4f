"""A sheet as it was sent: its cells from A1 on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

Spot = tuple[int, int]
"""Line and column from 0."""


@dataclass(frozen=True)
class Grid:
    """One sheet. merged: (first, last) of each merged range; marks: cells without a value, `#REF!` or `=` (a formula)."""

    name: str
    hidden: bool
    rows: tuple[tuple[Any, ...], ...]
    merged: tuple[tuple[Spot, Spot], ...] = ()
    marks: Mapping[Spot, str] = field(default_factory=dict)

    def marked(self, marks: Mapping[Spot, str]) -> Grid:
        """The same with these marks, and lines long enough for them."""
        if not marks:
            return self
        deep, wide = max(row for row, _ in marks) + 1, max(column for _, column in marks) + 1
        wide = max(wide, *(len(row) for row in self.rows)) if self.rows else wide
        rows = [(*row, *("",) * (wide - len(row))) for row in self.rows]
        rows += [("",) * wide] * (deep - len(rows))
        return replace(self, rows=tuple(rows), marks=marks)

    def at(self, row: int, column: int) -> Any:
        """The value of a cell; of a merged one that of the range; None where nothing is."""
        value = self._own(row, column)
        if value is None:
            first = next((one for one, last in self.merged if _inside(one, last, row, column)), None)
            return self._own(*first) if first else None
        return value

    def _own(self, row: int, column: int) -> Any:
        line = self.rows[row] if 0 <= row < len(self.rows) else ()
        value = line[column] if column < len(line) else None
        return None if isinstance(value, str) and not value.strip() else value

    def spread(self, row: int, column: int) -> bool:
        """Whether the cell is inside a merged range and not its first."""
        return any(_inside(one, last, row, column) and one != (row, column) for one, last in self.merged)

    def address(self, row: int, column: int) -> str:
        """`财务!D14`."""
        letters, number = "", column + 1
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(65 + rest) + letters
        return f"{self.name}!{letters}{row + 1}"


def _inside(first: Spot, last: Spot, row: int, column: int) -> bool:
    return first[0] <= row <= last[0] and first[1] <= column <= last[1]
