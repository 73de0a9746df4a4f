"""One township: its places, and every figure that is known of them so far."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cached_property

from generator.derive._common import Head, computed
from generator.derive.metrics.units import tidy
from generator.model import Amount, Period, Record, Records
from generator.records.indicator import Indicator
from generator.records.metric import Metric
from generator.records.place import Place

Slot = tuple[Period | None, tuple[tuple[str, str], ...]]
"""Which figure of a name: its period and the parts of its breakdown."""
Shelf = dict[Slot, Indicator]


class Desk:
    """Finds figures by name and makes new ones; what a person has written goes before what was worked out."""

    def __init__(self, records: Records, top: Place) -> None:
        self.records = records
        self.top = top
        self.places = records.of(Place, top.township)
        self.villages = tuple(place for place in self.places if place.is_village)
        self._names: dict[tuple[str, str], Shelf] = {}
        self._parts: dict[tuple[str, str], Shelf] = {}
        for indicator in sorted(records.of(Indicator, top.township), key=lambda i: bool(i.inputs)):
            self.add(indicator)

    def add(self, indicator: Indicator) -> None:
        """Lets later metrics find the figure."""
        slot: Slot = (indicator.period, tuple(sorted(indicator.dimensions.items())))
        self._names.setdefault((indicator.place, indicator.name), {}).setdefault(slot, indicator)
        if indicator.dimensions:
            whole = self._parts.setdefault((indicator.place, indicator.binding), {})
            whole.setdefault((indicator.period, ()), indicator)

    def find(self, place: Place, name: str | None) -> Shelf:
        """The figures of this name at the place; a part that is named by itself counts as a whole."""
        key = (place.id, name or "")
        return self._names.get(key) or self._parts.get(key) or {}

    def on(self, metric: Metric) -> Iterator[Place]:
        """The places for which the metric is worked out."""
        for place in self.places:
            village = place.is_village and ("村" in metric.levels or place.level in metric.levels)
            if village or (place.is_top and {"乡镇", "县区"} & set(metric.levels)):
                yield place

    @cached_property
    def home(self) -> dict[str, str]:
        """Place → the village that it belongs to, itself for a village; nothing for the township."""
        by_id = {place.id: place for place in self.places}
        found = {}
        for place in self.places:
            above: Place | None = place
            for _ in by_id:
                if above is None or above.is_village:
                    break
                above = by_id.get(above.parent or "")
            if above is not None and above.is_village:
                found[place.id] = above.id
        return found

    @cached_property
    def name(self) -> dict[str, str]:
        """What places are called."""
        return {place.id: place.name for place in self.places}

    def figure(
        self,
        metric: Metric,
        place: Place,
        slot: Slot,
        amount: Amount,
        inputs: Iterable[Record | None],
        uses: Iterable[str],
        source: str,
        *,
        name: str = "",
        suffix: str = "",
    ) -> Indicator:
        """A figure of the metric; made from rough figures it is rough itself."""
        period, dimensions = slot
        known = [record for record in inputs if record is not None]
        code = "".join(["metric.", metric.id, suffix, *_mark(dimensions)])
        head = Head(code, name or metric.name, metric.theme, period, dict(dimensions))
        made = computed(place, head, tidy(metric, amount), known, uses, source)
        rough = any(isinstance(record, Indicator) and record.approximate for record in known)
        return made.model_copy(update={"approximate": True}) if rough else made


def _mark(dimensions: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """Tells the parts of a breakdown apart; the same for the same part, whatever parts are added."""
    if dimensions:
        yield "." + hashlib.sha256(repr(dimensions).encode()).hexdigest()[:8]


def order(slot: Slot) -> tuple[object, ...]:
    """Oldest first, wholes before parts."""
    period, dimensions = slot
    return ((period.start, period.length) if period else (), dimensions)


def of_figures(*shelves: Indicator | None) -> tuple[str, ...]:
    """The fields looked at when figures are worked out from figures that a person wrote.

    That a figure is rough is passed on, so those to whom this is closed do not get what is made of it either.
    """
    written = [indicator for indicator in shelves if indicator is not None and not indicator.inputs]
    rough = any(indicator.approximate for indicator in written)
    return (*(("indicator/数值",) if written else ()), *(("indicator/约数",) if rough else ()))


def reason(indicator: Indicator) -> str:
    """Why the figure is not known, as far as the program says so; nothing of what a person wrote about it.

    The reason that a person gave is a field of its own, which may be closed to those who see a total.
    """
    return indicator.amount.reason if indicator.inputs else ""
