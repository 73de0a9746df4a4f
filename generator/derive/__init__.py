"""Step 2: what follows from the records — computed figures, and the duties that have fallen due.

Each kind of figure is one file; the order of `FIGURES` is the order of the work, and a later kind sees the earlier ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.derive import finance, grades, ledgers, measures, metrics, rhythm, stages, statements
from generator.derive.duties import coming, duties
from generator.model import Records
from generator.records.indicator import Indicator

__all__ = ["FIGURES", "coming", "derive"]

FIGURES: tuple[Callable[[Records], Iterable[Indicator]], ...] = (
    measures.figures,
    finance.figures,
    statements.figures,
    rhythm.figures,
    grades.figures,
    ledgers.figures,
    stages.figures,
    metrics.figures,  # last: it sees all the others
)


def derive(records: Records, today: date) -> Records:
    """The records with computed indicators and duties as of `today`; the clock is never read."""
    dated = replace(records, today=today)
    written = dated.of(Indicator)
    known, keys = {_name(one) for one in written}, {one.key for one in written}
    for figures in FIGURES:
        dated = dated.adding(tuple(_unwritten(figures(dated), known, keys)))
    return dated.adding((), duties=tuple(duties(dated)))


def _unwritten(figures: Iterable[Indicator], known: set[tuple[object, ...]], keys: set[str]) -> Iterator[Indicator]:
    """What a person has written is never computed again, and nothing is computed twice.

    Two figures of different names and one key are a fault of the program: one of them would vanish without a word.
    """
    for indicator in figures:
        if _name(indicator) not in known:
            if indicator.key in keys:
                raise ValueError(f"two figures have the key {indicator.key}; the second is {indicator.title}")
            known.add(_name(indicator))
            keys.add(indicator.key)
            yield indicator


def _name(indicator: Indicator) -> tuple[object, ...]:
    dimensions = tuple(sorted(indicator.dimensions.items()))
    return (indicator.township, indicator.place, indicator.name, indicator.period, dimensions)
