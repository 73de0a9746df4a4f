"""What the assessments come to: how many reached each grade, how many took part, of how many.

A place, a scale and a period make one set of figures, whoever assessed; a township without an assessment of its own has
the sum of its villages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.derive._common import Head, computed
from generator.mechanisms.ranks import standing
from generator.model import Period, Records
from generator.records.assessment import Assessment
from generator.records.indicator import Indicator
from generator.records.place import Place
from generator.records.scale import GradeScale

THEME = "考核评议"
_COUNTS = ("assessment/等次人数.等次", "assessment/等次人数.人数")
_ENTITLED = "assessment/应评"

_Key = tuple[str, Period]
"""Scale and period."""


def figures(records: Records) -> Iterator[Indicator]:
    """Villages before their township."""
    for township in records.of(Place):
        if township.is_top:
            yield from _township(records, township)


def _township(records: Records, township: Place) -> Iterator[Indicator]:
    held: dict[str, dict[_Key, list[Assessment]]] = defaultdict(lambda: defaultdict(list))
    for assessment in records.of(Assessment, township.township):
        held[assessment.place][assessment.scale, assessment.period].append(assessment)
    places = sorted(records.of(Place, township.township), key=lambda place: place.is_top)
    for place in places:
        found = dict(held.get(place.id, {}))
        if place is township:
            found = _of_villages(held, [p for p in places if p.is_village]) | found
        for (name, period), assessments in sorted(found.items()):
            scale = records.get(GradeScale, f"{GradeScale.family}/{name}")
            if scale is not None:
                yield from _Round(scale, place, period, tuple(assessments)).figures()


def _of_villages(held: dict[str, dict[_Key, list[Assessment]]], villages: list[Place]) -> dict[_Key, list[Assessment]]:
    """What several villages have assessed by the same scale in the same period."""
    found: dict[_Key, list[list[Assessment]]] = defaultdict(list)
    for village in villages:
        for key, assessments in held.get(village.id, {}).items():
            found[key].append(assessments)
    return {key: [one for part in parts for one in part] for key, parts in found.items() if len(parts) > 1}


@dataclass(frozen=True)
class _Round:
    """The assessments of one place, scale and period."""

    scale: GradeScale
    place: Place
    period: Period
    assessments: tuple[Assessment, ...]

    @cached_property
    def uses(self) -> tuple[str, ...]:
        """The fields that the grades were counted from."""
        rows = [result for one in self.assessments if not one.counts for result in one.results]
        labels = {"等次": any(row.grade is not None for row in rows), "得分": any(row.grade is None for row in rows)}
        counted = _COUNTS if any(one.counts for one in self.assessments) else ()
        return (*counted, *(f"assessment/结果.{label}" for label, used in labels.items() if used))

    def figures(self) -> Iterator[Indicator]:
        if not any(one.counts or one.results for one in self.assessments):
            return
        source = f"由{len(self.assessments)}次“{self.scale.name}”的记录计算"
        for line in standing(self.scale, self.assessments):
            head = Head(f"scale.{self.scale.id}.{line.code}", self.scale.figure(line.ending), THEME, self.period)
            uses = (*self.uses, _ENTITLED) if line.of_entitled else self.uses
            yield computed(self.place, head, line.amount, self.assessments, uses, source)
