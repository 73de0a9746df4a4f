"""Metrics over two figures of one place: share, difference, growth."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.derive.metrics.desk import Desk, Shelf, Slot, of_figures, order, reason
from generator.derive.metrics.units import Named, blanked, converted, quotient, total
from generator.model import Amount, Period
from generator.records.indicator import Indicator
from generator.records.metric import Metric
from generator.records.place import Place


def share(desk: Desk, metric: Metric) -> Iterator[Indicator]:
    """分子 ÷ 分母 × 100; of a breakdown each part by the whole."""
    for place, slot, over, under in _pairs(desk, metric):
        above, below = _named(place, slot, metric.minuend, over), _named(place, slot, metric.base, under)
        base = (below[0], converted(below[1], above[1].unit))
        amount = quotient(above, base, metric.unit or "%", 100)
        part = f"“{metric.minuend}”的这一项除以总数" if metric.minuend == metric.base else ""
        source = part or f"由“{metric.minuend}”除以“{metric.base}”{_of_when(slot, under)}"
        yield desk.figure(metric, place, slot, amount, (over, under), of_figures(over, under), source)


def difference(desk: Desk, metric: Metric) -> Iterator[Indicator]:
    """分子 − 分母, in the unit of the metric or of what comes first."""
    for place, slot, over, under in _pairs(desk, metric):
        later, earlier = _named(place, slot, metric.minuend, over), _named(place, slot, metric.base, under)
        amount = total((later, (earlier[0], _minus(earlier[1]))), metric.unit or over.unit)
        source = f"由“{metric.minuend}”减“{metric.base}”{_of_when(slot, under)}"
        yield desk.figure(metric, place, slot, amount, (over, under), of_figures(over, under), source)


def growth(desk: Desk, metric: Metric) -> Iterator[Indicator]:
    """Against the period before, or the same period of the year before, in per cent."""
    for place in desk.on(metric):
        shelf = desk.find(place, metric.indicator)
        for slot in sorted(shelf, key=order):
            if slot[0] is None:
                continue
            then: Slot = (_before(slot[0], metric), slot[1])
            now, old = shelf[slot], shelf.get(then)
            after, before = _named(place, slot, metric.indicator, now), _named(place, then, metric.indicator, old)
            amount = _rise(after, (before[0], converted(before[1], now.unit)), metric.unit or "%")
            source = f"由“{metric.indicator}”{slot[0].label}的数比{then[0]}的数"
            yield desk.figure(metric, place, slot, amount, (now, old), of_figures(now, old), source)


def _rise(after: Named, before: Named, unit: str) -> Amount:
    blank = blanked((after, before), unit)
    return blank or quotient((after[0], after[1] - before[1]), before, unit, 100)


def _pairs(desk: Desk, metric: Metric) -> Iterator[tuple[Place, Slot, Indicator, Indicator | None]]:
    """Every figure that 分子 has at the places of the metric, with its 分母."""
    for place in desk.on(metric):
        over, under = desk.find(place, metric.minuend), desk.find(place, metric.base)
        of_whole = metric.minuend == metric.base
        for slot in sorted(over, key=order):
            if not of_whole or slot[1]:  # the share of the whole in itself says nothing
                yield place, slot, over[slot], _partner(under, slot, of_whole)


def _partner(shelf: Shelf, slot: Slot, of_whole: bool) -> Indicator | None:
    """The other figure: of the same part or the whole; of the same period, of none, or of the one that holds it."""
    period, parts = slot
    holding = sorted((p for p, _ in shelf if p and period and p != period and p.holds(period)), key=lambda p: p.length)
    wanted: list[Slot] = [(when, part) for when in (period, None, *holding) for part in (parts, ())]
    return next((shelf[one] for one in wanted if one in shelf and not (of_whole and one[1])), None)


def _of_when(slot: Slot, under: Indicator | None) -> str:
    """Of which year the other figure is, where it is not of the same period."""
    other = under.period if under else None
    return f"({other.label}的数)" if other and other != slot[0] else ""


def _named(place: Place, slot: Slot, name: str | None, indicator: Indicator | None) -> Named:
    """Whose figure it is, as reasons call it."""
    period = slot[0]
    if indicator is None:
        return f"{place.name}没有{f'{period.label}的' if period else ''}“{name}”", Amount.missing(reason=",算不出来")
    return f"{place.name}“{indicator.name}”", _explained(indicator)


def _explained(indicator: Indicator) -> Amount:
    """The figure with a reason that reads well behind its name."""
    amount, why = indicator.amount, reason(indicator)
    blank = "" if amount.value is not None else f":{why}" if why else "缺失"
    return Amount(amount.value, amount.unit, amount.state, blank)


def _minus(amount: Amount) -> Amount:
    return Amount(None if amount.value is None else -amount.value, amount.unit, amount.state, amount.reason)


def _before(period: Period, metric: Metric) -> Period:
    if metric.against == "去年同期":
        return Period(period.start.replace(year=period.start.year - 1), period.length)
    return Period.of(period.start - timedelta(days=1), period.length)
