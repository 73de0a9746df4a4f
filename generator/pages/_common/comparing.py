"""Rates side by side as a chart, above the table that has them, too."""

from __future__ import annotations

from collections.abc import Sequence

from generator.charts import Progress
from generator.model import Amount

SEEN = 20
"""So many are drawn one by one; more would push the table out of sight."""
_NAMED = 3


def compared(title: str, lines: Sequence[tuple[str, Amount, str]]) -> Progress | None:
    """Lines of (name, rate in per cent, `done/due`); None where all are alike or too many."""
    known = [rate.value for _, rate, _ in lines if rate.value is not None]
    if len(set(known)) < 2 or len(lines) > SEEN:
        return None
    best, worst = max(known), min(known)
    names = [name for name, rate, _ in lines if rate.value == best]
    more = f"等{len(names)}个" if len(names) > _NAMED else ""
    said = f"最高{best}%（{'、'.join(names[:_NAMED])}{more}），最低{worst}%。"
    labels, rates, notes = zip(*lines, strict=True)
    return Progress(title, said, labels, rates, notes)
