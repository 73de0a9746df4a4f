"""The figures of a scope, found by what they are called: every exhibit asks for the same name, unit and period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.figures import rounded
from generator.model import Amount, Period
from generator.records.indicator import Indicator
from generator.records.place import Place

YEAR, QUARTER = 12, 3


def of(figures: Iterable[Indicator], place: Place, name: str = "") -> list[Indicator]:
    """The place's figures of the name; all of them without a name."""
    mine = (one for one in figures if one.township == place.township and one.place == place.id)
    return [one for one in mine if not name or one.name == name]


def whole(figures: Iterable[Indicator]) -> list[Indicator]:
    """Those that are no part of a breakdown, the oldest period first; what has no period comes last."""
    return sorted((one for one in figures if not one.dimensions), key=_when)


def newest(figures: Iterable[Indicator]) -> Indicator | None:
    """The one of the newest period."""
    return max(figures, key=_when, default=None)


def _when(one: Indicator) -> tuple[int, int, int]:
    return (one.period.end.toordinal(), one.period.length, 0) if one.period else (0, 0, 0)


def keys(*figures: Indicator | None) -> tuple[str, ...]:
    """The records behind the figures: what they were computed from, or the written figures themselves."""
    return tuple(dict.fromkeys(key for one in figures if one for key in one.inputs or (one.key,)))


def amount(one: Indicator | None, unit: str = "") -> Amount:
    """The figure; missing where there is none."""
    return one.amount if one else Amount.missing(unit, "没有这个数")


def share(part: Amount, total: Amount) -> Amount:
    """Per cent with one decimal; missing where either is not known or there is no whole."""
    if part.value is None or total.value is None or total.value <= 0:
        return Amount.missing("%", "算不出")
    return Amount.known(rounded(Decimal(100) * part.value / total.value, 1), "%")


def same_period(figures: Iterable[Indicator]) -> tuple[Period | None, list[Indicator]]:
    """The newest period that most of the figures have, and those that have it: others are not put beside them."""
    listed = list(figures)
    counts: dict[Period | None, int] = {}
    for one in listed:
        counts[one.period] = counts.get(one.period, 0) + 1
    best = max(counts, key=lambda p: (counts[p], p.end.toordinal() if p else 0), default=None)
    return best, [one for one in listed if one.period == best]


def parts(figures: Iterable[Indicator], dimension: str) -> Iterator[tuple[Period | None, list[Indicator]]]:
    """The breakdown by one dimension, period by period, the oldest first."""
    broken = [one for one in figures if tuple(one.dimensions) == (dimension,)]
    for period in sorted({one.period for one in broken}, key=lambda p: p.end.toordinal() if p else 0):
        yield period, [one for one in broken if one.period == period]
