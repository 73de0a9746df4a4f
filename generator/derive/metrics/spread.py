"""Metrics over the villages of a township: sum, mean, weighted mean, tiers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.derive.metrics.desk import Desk, Slot, of_figures, order, reason
from generator.derive.metrics.units import Named, blanked, converted, quotient, some, total
from generator.model import Amount, State
from generator.records.indicator import Indicator
from generator.records.metric import Metric
from generator.records.place import Place

Held = list[tuple[Place, Indicator | None]]
"""Villages with their figures; None where there is none."""


def summed(desk: Desk, metric: Metric) -> Iterator[Indicator]:
    """The villages' figures added up; a community without the figure is left out, a village is not."""
    for slot, held in _slots(desk, metric):
        parts = _parts(_asked(held), metric.indicator, _unit(metric, held))
        amount = total(parts, _unit(metric, held))
        yield _made(desk, metric, slot, held, amount, f"由{len(parts)}个村(社区)的“{metric.indicator}”相加")


def mean(desk: Desk, metric: Metric) -> Iterator[Indicator]:
    """The sum by the number of villages."""
    for slot, held in _slots(desk, metric):
        unit = _unit(metric, held)
        parts = _parts(_asked(held), metric.indicator, unit)
        amount = blanked(parts, unit) or quotient(("", total(parts, unit)), ("", Amount.known(len(parts))), unit)
        yield _made(desk, metric, slot, held, amount, f"由{len(parts)}个村(社区)的“{metric.indicator}”平均")


def weighted(desk: Desk, metric: Metric) -> Iterator[Indicator]:
    """Σ figure × weight ÷ Σ weight."""
    for slot, held in _slots(desk, metric):
        unit = _unit(metric, held)
        asked = _asked(held)
        weighing = [(place, _weight(desk, metric, place, slot)) for place, _ in asked]
        parts = _parts(asked, metric.indicator, unit)
        weights = _parts(weighing, metric.weight, "")
        blank = blanked((*parts, *weights), unit)
        products = (_value(a) * _value(b) for (_, a), (_, b) in zip(parts, weights, strict=True))
        over = ("", Amount.known(sum(products, Decimal(0))))
        under = ("权重之和", Amount.known(sum((_value(b) for _, b in weights), Decimal(0))))
        amount = blank or quotient(over, under, unit)
        source = f"由{len(parts)}个村(社区)的“{metric.indicator}”按“{metric.weight}”加权平均"
        yield _made(desk, metric, slot, [*held, *weighing], amount, source)


def tiers(desk: Desk, metric: Metric) -> Iterator[Indicator]:
    """How many villages reach each tier, of how many whose figure is known, and their share among these."""
    for slot, held in _slots(desk, metric):
        unit = _unit(metric, held)
        parts = [_named(place, metric.indicator, indicator, unit) for place, indicator in held]
        known = [amount.value for _, amount in parts if amount.value is not None]
        blank = _unreadable(parts)
        without = [p.name for (p, _), (_, a) in zip(held, parts, strict=True) if a.state is State.MISSING]
        source = f"按{len(known)}个有“{metric.indicator}”的村(社区)计算"
        source += f",{some(without)}没有数,不计在内" if without else ""
        again = f"同“{metric.name}统计村数”"
        base = Amount.known(len(known))
        for number, (word, count, share) in enumerate(_counted(metric, known)):
            for ending, amount in (("数", Amount.known(count, "个")), ("占比", _share(count, base))):
                if share or ending == "数":
                    told = Amount(None, amount.unit, blank.state, blank.reason) if blank else amount
                    name, suffix = f"{metric.name}{word}{ending}", f".{number}{'' if ending == '数' else '-share'}"
                    how = again if number else source
                    yield _made(desk, metric, slot, held, told, how, name=name, suffix=suffix)


def _counted(metric: Metric, known: list[Decimal]) -> Iterator[tuple[str, int, bool]]:
    """(words of the name, how many, whether it has a share): first all that are known, then tier by tier."""
    yield "统计村", len(known), False
    for tier in metric.tiers:
        yield f"{tier.name}村", sum(value >= tier.least for value in known), True


def _unreadable(parts: list[Named]) -> Amount | None:
    """Why nothing can be counted: a figure is masked, or none is known."""
    if masked := [who for who, amount in parts if amount.state is State.MASKED]:
        return Amount.masked(reason=f"{some(masked)}的数已遮盖")
    if any(amount.state is State.KNOWN for _, amount in parts):
        return None
    return Amount.missing(reason="没有一个村有数")


def _share(count: int, base: Amount) -> Amount:
    return quotient(("", Amount.known(count)), ("", base), "%", 100)


def _slots(desk: Desk, metric: Metric) -> Iterator[tuple[Slot, Held]]:
    """For every period and part that some village has: all villages with their figures."""
    shelves = [(village, desk.find(village, metric.indicator)) for village in desk.villages]
    for slot in sorted({slot for _, shelf in shelves for slot in shelf}, key=order):
        yield slot, [(village, shelf.get(slot)) for village, shelf in shelves]


def _asked(held: Held) -> Held:
    """Those without whom the sum would not be the township's: every village, and communities that have the figure."""
    return [(place, indicator) for place, indicator in held if indicator is not None or place.level == "村"]


def _unit(metric: Metric, held: Held) -> str:
    """The unit of the metric, else that of the first village; of tiers too, for their 下限 is given in it."""
    return metric.unit or next((indicator.unit for _, indicator in held if indicator is not None), "")


def _weight(desk: Desk, metric: Metric, place: Place, slot: Slot) -> Indicator | None:
    """The weight of the same period, or one without a period, such as the population of a place."""
    shelf = desk.find(place, metric.weight)
    return next((shelf[one] for one in (slot, (slot[0], ()), (None, slot[1]), (None, ())) if one in shelf), None)


def _parts(held: Iterable[tuple[Place, Indicator | None]], name: str | None, unit: str) -> list[Named]:
    return [_named(place, name, indicator, unit) for place, indicator in held]


def _named(place: Place, name: str | None, indicator: Indicator | None, unit: str) -> Named:
    if indicator is None:
        return place.name, Amount.missing(unit, f"没有“{name}”")
    own = indicator.amount
    why = "" if own.value is not None else f"“{name}”缺失{_because(reason(indicator))}"
    amount = Amount(own.value, own.unit, own.state, why)
    return place.name, converted(amount, unit)


def _because(why: str) -> str:
    return f":{why}" if why else ""


def _value(amount: Amount) -> Decimal:
    return amount.value if amount.value is not None else Decimal(0)


def _made(
    desk: Desk, metric: Metric, slot: Slot, held: Held, amount: Amount, source: str, *, name: str = "", suffix: str = ""
) -> Indicator:
    figures = [indicator for _, indicator in held]
    uses = of_figures(*figures)
    return desk.figure(metric, desk.top, slot, amount, figures, uses, source, name=name, suffix=suffix)
