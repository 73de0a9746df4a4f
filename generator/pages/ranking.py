"""One assessment: how many took part, how many reached each grade, who stands where, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.mechanisms.ranks import Placed, ranking, standing
from generator.model import Amount, Edition, Page, Withheld
from generator.pages._common import places
from generator.pages._common.cells import told
from generator.pages._common.disclosure import bases, disclosures, record_page
from generator.records.assessment import Assessment, Result
from generator.records.indicator import Indicator
from generator.records.scale import Grade, GradeScale

Standing = Mapping[str, Amount]
"""Ending of a figure's name → figure: 参评数, 参评率, 五星数, 五星占比 …"""


@dataclass(frozen=True)
class Level:
    """A grade with how many reached it, and their share."""

    grade: Grade
    count: Amount
    share: Amount | None


@dataclass(frozen=True)
class Row:
    """One that was assessed: name, parts of the score, cells under the columns."""

    name: str
    parts: tuple[tuple[str, Any], ...]
    cells: tuple[Any, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """One page an assessment."""
    for assessment in edition.of(Assessment):
        scale = edition.get(GradeScale, f"{GradeScale.family}/{assessment.scale}")
        found = _standing(edition, scale, assessment) if scale else {}
        columns, rows = _table(edition, scale, assessment)
        context = {
            "assessment": assessment,
            "scale": scale,
            "standing": found,
            "levels": _levels(scale, found) if scale else [],
            "columns": columns,
            "rows": rows,
            "bases": bases(edition, scale.bases, assessment.period.end) if scale else (),
            "disclosures": disclosures(edition, assessment),
            "place": places.name(edition, assessment.township, assessment.place),
            "origin": assessment.key,
            "sample": places.is_sample(edition, assessment.township),
        }
        crumbs = places.crumbs(assessment.township, assessment.place)
        yield Page(record_page(assessment), assessment.title, "ranking.md.j2", context, crumbs=crumbs)


def _standing(edition: Edition, scale: GradeScale, assessment: Assessment) -> Standing:
    """The figures that were worked out from this assessment alone; where several make one figure, its own counts."""
    figures = edition.once(_figures).get(assessment.key, ())
    found = {i.name.removeprefix(scale.name): i.amount for i in figures if i.name.startswith(scale.name)}
    if found or not (_told_whole(assessment) and (assessment.counts or assessment.results)):
        return found
    return {line.ending: line.amount for line in standing(scale, (assessment,))}


def _figures(edition: Edition) -> dict[str, list[Indicator]]:
    """Assessment → the figures that were made from it and nothing else, of its own place."""
    found: dict[str, list[Indicator]] = {}
    for township in places.planned(edition):
        for indicator in places.figures(edition, township.township):
            assessment = edition.get(Assessment, indicator.inputs[0]) if len(indicator.inputs) == 1 else None
            if assessment and (assessment.place, assessment.period) == (indicator.place, indicator.period):
                found.setdefault(assessment.key, []).append(indicator)
    return found


def _told_whole(assessment: Assessment) -> bool:
    """Whether nothing that is counted is closed to these readers."""
    if isinstance(assessment.counts, Withheld) or isinstance(assessment.entitled, Withheld):
        return False
    if assessment.counts:
        return all(isinstance(row.grade, str) and isinstance(row.count, int) for row in assessment.counts)
    if isinstance(assessment.results, Withheld):
        return False
    return not any(isinstance(v, Withheld) for row in assessment.results for v in (row.grade, row.score))


def _levels(scale: GradeScale, found: Standing) -> list[Level]:
    counted = ((grade, found.get(f"{grade.name}数")) for grade in scale.grades)
    return [Level(grade, count, found.get(f"{grade.name}占比")) for grade, count in counted if count is not None]


def _table(
    edition: Edition, scale: GradeScale | None, assessment: Assessment
) -> tuple[list[tuple[str, bool]], list[Row]]:
    """The results that bear a name, with those columns that say anything: (label, whether it is a number)."""
    named = [(result, name) for result in assessment.results if (name := _name(edition, assessment, result))]
    names = {id(result): name for result, name in named}
    results = [result for result, _ in named]
    placed = ranking(scale, results) if scale else tuple(Placed(result, result.grade or "") for result in results)
    columns = (
        ("名次", True, [one.place for one in placed]),
        (f"得分（{scale.measure if scale else '分'}）", True, [one.result.score for one in placed]),
        ("等次", False, [one.grade for one in placed]),
        ("结果运用", False, [one.result.followed for one in placed]),
    )
    shown = [(label, number, cells) for label, number, cells in columns if any(told(cell) for cell in cells)]
    rows = [
        Row(
            names[id(one.result)],
            tuple((part.name, part.points) for part in one.result.scores if told(part.name)),
            tuple(cells[index] if told(cells[index]) else None for _, _, cells in shown),
        )
        for index, one in enumerate(placed)
    ]
    return [(label, number) for label, number, _ in shown], rows


def _name(edition: Edition, assessment: Assessment, result: Result) -> str:
    """The village, office and person, as far as they are open."""
    place = places.name(edition, assessment.township, result.place) if result.place else ""
    words = [word for word in (result.subject, result.person) if word]
    return " ".join(([place] if place and not any(word.startswith(place) for word in words) else []) + words)
