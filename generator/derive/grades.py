"""What the assessments come to: how many reached each grade, how many took part, of how many.

A place, a scale and a period make one set of figures, whoever assessed; a township without an assessment of its own has
the sum of its villages. Where one place assessed twice under different titles (主题) nobody can tell whether these are
two halves or the same people twice: the figures are kept apart by title, and there is no total. The rule `grades` asks.
"""

from __future__ import annotations

import hashlib
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

_TITLE = "主题"

_Key = tuple[str, Period]
"""Scale and period."""
_Held = dict[_Key, dict[str, list[Assessment]]]
"""What was assessed, by title."""


def figures(records: Records) -> Iterator[Indicator]:
    """Villages before their township."""
    for township in records.of(Place):
        if township.is_top:
            yield from _township(records, township)


def _township(records: Records, township: Place) -> Iterator[Indicator]:
    held: dict[str, _Held] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for one in records.of(Assessment, township.township):
        held[one.place][one.scale, one.period][one.title].append(one)
    places = sorted(records.of(Place, township.township), key=lambda place: place.is_top)
    for place in places:
        found = dict(held.get(place.id, {}))
        if place is township:
            found = _of_villages(held, [p for p in places if p.is_village]) | found
        for (name, period), titles in sorted(found.items(), key=lambda one: one[0]):
            scale = records.get(GradeScale, f"{GradeScale.family}/{name}")
            if scale is not None:
                for title, assessments in titles.items():
                    kept_apart = title if len(titles) > 1 else ""
                    yield from _Round(scale, place, period, tuple(assessments), kept_apart).figures()


def _of_villages(held: dict[str, _Held], villages: list[Place]) -> _Held:
    """What several villages have assessed by the same scale in the same period; once each, or each title by itself."""
    found: dict[_Key, list[dict[str, list[Assessment]]]] = defaultdict(list)
    for village in villages:
        for key, titles in held.get(village.id, {}).items():
            found[key].append(titles)
    return {key: _together(parts) for key, parts in found.items() if len(parts) > 1}


def _together(parts: list[dict[str, list[Assessment]]]) -> dict[str, list[Assessment]]:
    """Title → the assessments of the villages; what villages call the one that they had makes no difference."""
    once = all(len(titles) == 1 for titles in parts)
    found: dict[str, list[Assessment]] = defaultdict(list)
    for titles in parts:
        for title, assessments in titles.items():
            found["" if once else title] += assessments
    return found


@dataclass(frozen=True)
class _Round:
    """The assessments of one place, scale and period."""

    scale: GradeScale
    place: Place
    period: Period
    assessments: tuple[Assessment, ...]
    title: str = ""
    """Of which title these are, where the place has others beside them."""

    @cached_property
    def uses(self) -> tuple[str, ...]:
        """The fields that the grades were counted from."""
        rows = [result for one in self.assessments if not one.counts for result in one.results]
        labels = {"等次": any(row.grade is not None for row in rows), "得分": any(row.grade is None for row in rows)}
        counted = _COUNTS if any(one.counts for one in self.assessments) else ()
        title = (f"assessment/{_TITLE}",) if self.title else ()
        return (*counted, *(f"assessment/结果.{label}" for label, used in labels.items() if used), *title)

    def figures(self) -> Iterator[Indicator]:
        if not any(one.counts or one.results for one in self.assessments):
            return
        part = {_TITLE: self.title} if self.title else {}
        mark = f".{hashlib.sha256(self.title.encode()).hexdigest()[:8]}" if self.title else ""
        source = f"由{len(self.assessments)}次“{self.scale.name}”的记录计算"
        for line in standing(self.scale, self.assessments):
            code = f"scale.{self.scale.id}.{line.code}{mark}"
            head = Head(code, self.scale.figure(line.ending), THEME, self.period, part)
            uses = (*self.uses, _ENTITLED) if line.of_entitled else self.uses
            yield computed(self.place, head, line.amount, self.assessments, uses, source)
