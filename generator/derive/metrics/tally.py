"""Metrics over the records of a family: how many, or the sum of a field, by group and period.

A field that is left out leaves the sum open. Rows that are left out altogether add nothing, for a project nobody has
paid for yet has no payments; how many records are without, the source says. It is as much made of these as of the
others, and of those that could not be dated.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.derive.metrics.desk import Desk, Slot, order
from generator.derive.metrics.plan import NO_GROUP, Plan, planned
from generator.derive.metrics.units import Named, total
from generator.model import Record
from generator.records.indicator import Indicator
from generator.records.metric import Metric


@dataclass
class _Heap:
    """What falls together into one figure."""

    parts: list[Named] = field(default_factory=list)
    records: dict[str, Record] = field(default_factory=dict)


@dataclass
class _Tally:
    """The heaps of one place, and what could not be put on any."""

    heaps: dict[Slot, _Heap] = field(default_factory=dict)
    bare: int = 0
    """Records without a single row of what is added up."""
    undated: int = 0
    told: dict[str, Record] = field(default_factory=dict)
    """The records of which the source only says that they were left out."""


def tallied(desk: Desk, metric: Metric) -> Iterator[Indicator]:
    """Place by place, the whole before the parts; nothing where there is no record to count."""
    plan = planned(metric)
    if plan is None:
        return
    family = [record for record in desk.records.of(plan.kind, desk.top.township) if plan.wanted(record)]
    uses = plan.uses(family)
    for place in desk.on(metric):
        here = [r for r in family if place.is_top or desk.home.get(getattr(r, "place", "")) == place.id]
        tally = _tally(desk, plan, here)
        for slot in sorted(tally.heaps, key=order):
            heap = tally.heaps[slot]
            amount = total(heap.parts, plan.unit)
            inputs = (heap.records | tally.told).values()
            yield desk.figure(metric, place, slot, amount, inputs, uses, _source(plan, tally, len(heap.records)))


def _tally(desk: Desk, plan: Plan, records: list[Record]) -> _Tally:
    tally = _Tally()
    for record in records:
        if plan.is_bare(record):
            tally.bare += 1
            tally.told[record.key] = record
        for row in plan.rows(record):
            if plan.is_over(record, row, desk.records.today):
                continue
            periods = plan.periods(record, row, desk.records.today)
            if not periods:
                tally.undated += 1
                tally.told[record.key] = record
            who = desk.name.get(getattr(record, "place", ""), desk.top.name)
            part = (who, plan.amount(record, row))
            for period in periods:
                for parts in plan.parts(record, row):
                    heap = tally.heaps.setdefault((period, parts), _Heap())
                    heap.parts.append(part)
                    heap.records[record.key] = record
    named = any(word != NO_GROUP for _, parts in tally.heaps for _, word in parts)
    tally.heaps = {slot: heap for slot, heap in tally.heaps.items() if named or not slot[1]}
    return tally


def _source(plan: Plan, tally: _Tally, count: int) -> str:
    """Counts only: what a record is called may be closed to those who may read the figure."""
    what = f"的“{plan.measure}”相加" if plan.measure else "计数"
    source = f"由{count}条{plan.kind.label}记录{what}"
    source += f",另有{tally.bare}条没有写“{plan.list_label}”" if tally.bare else ""
    return source + (f",另有{tally.undated}条没有日期,不计在内" if tally.undated else "")
