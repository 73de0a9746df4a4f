"""Step 2: what follows from the records — computed figures, and the duties that have fallen due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.derive.duties import duties
from generator.derive.figures import figures
from generator.model import Records


def derive(records: Records, today: date) -> Records:
    """The records with computed indicators and duties as of `today`; the clock is never read."""
    dated = replace(records, today=today)
    return dated.adding(figures(dated), duties=tuple(duties(dated)))
