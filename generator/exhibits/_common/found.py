"""The figures of a scope, found by what they are called: every exhibit asks for the same name, unit and period."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from generator.figures import rounded
from generator.model import Amount, Period
from generator.records.indicator import Indicator
from generator.records.place import Place

YEAR, QUARTER = 12, 3


def of(figures: Iterable[Indicator], place: Place, name: str = "") -> list[Indicator]:
    """The place's figures of the name; all of them without a name."""
    township, here = place.township, place.id
    named = [one for one in figures if one.name == name] if name else figures
    return [one for one in named if one.place == here and one.township == township]


def whole(figures: Iterable[Indicator]) -> list[Indicator]:
    """Those that are no part of a breakdown, one a period, the oldest first; before all what has no period."""
    return sorted({one.period: one for one in figures if not one.dimensions}.values(), key=_when)


def newest(figures: Iterable[Indicator]) -> Indicator | None:
    """The one of the newest period."""
    return max(figures, key=_when, default=None)


def before(figures: Iterable[Indicator], one: Indicator | None) -> Indicator | None:
    """The figure of the same months of the year before."""
    if one is None or one.period is None:
        return None
    then = year_before(one.period)
    return next((other for other in whole(figures) if other.period == then and other.unit == one.unit), None)


def year_before(period: Period) -> Period:
    """The same months of the year before."""
    return Period(period.start.replace(year=period.start.year - 1), period.length)


def last_year(period: Period | None) -> str:
    """What the same months of the year before are called: `上年`, of a part of a year `上年同期`."""
    return "上年" if period is None or period.length == YEAR else "上年同期"


def _when(one: Indicator) -> tuple[int, int]:
    return (one.period.end.toordinal(), one.period.length) if one.period else (0, 0)


def keys(*figures: Indicator | None) -> tuple[str, ...]:
    """The records behind the figures: what they were computed from, or the written figures themselves."""
    return tuple(dict.fromkeys(key for one in figures if one for key in one.inputs or (one.key,)))


def units(figures: Iterable[Indicator]) -> dict[str, list[Indicator]]:
    """The figures by their unit: what is counted in 名 does not stand beside what is counted in 户."""
    found: dict[str, list[Indicator]] = {}
    for one in figures:
        found.setdefault(one.unit, []).append(one)
    return found


def amount(one: Indicator | None, unit: str = "") -> Amount:
    """The figure; missing where there is none."""
    return one.amount if one else Amount.missing(unit, "没有这个数")


def share(part: Amount, total: Amount) -> Amount:
    """Per cent with one decimal; missing where either is not known or there is no whole."""
    if part.value is None or total.value is None or total.value <= 0:
        return Amount.missing("%", "算不出")
    return Amount.known(rounded(Decimal(100) * part.value / total.value, 1), "%")


def same_period(figures: Iterable[Indicator]) -> tuple[Period | None, list[Indicator]]:
    """The newest period that most of the figures have, and those that have it: others are not put beside them.

    What has no period is of no known time, and nothing stands beside it.
    """
    listed = [one for one in figures if one.period]
    counts: dict[Period, int] = {}
    for one in listed:
        if one.period:
            counts[one.period] = counts.get(one.period, 0) + 1
    best = max(counts, key=lambda period: (counts[period], period.end, period.length), default=None)
    return best, [one for one in listed if one.period == best]


def so_far(period: Period, today: date) -> str:
    """`2025年`; of a period that is not over `2026年（截至10月20日）`."""
    return period.label if period.end < today else f"{period.label}（截至{today.month}月{today.day}日）"
