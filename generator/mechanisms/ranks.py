"""How those assessed stand: which grade each has, how many reached each grade, and the places of a ranking.

Whoever was not assessed is in no grade: shares are of those who took part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from generator.model import Amount, Withheld
from generator.records.assessment import Assessment, Result
from generator.records.scale import GradeScale


@dataclass(frozen=True)
class Tally:
    """How many took part, and how many of them reached each grade, in the order of the scale."""

    took: int
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Line:
    """One figure of an assessment: an ASCII code, the ending of its name, and whether it looks at 应评."""

    code: str
    ending: str
    amount: Amount
    of_entitled: bool = False


@dataclass(frozen=True)
class Placed:
    """A result with its place; `place` is None where nobody is ranked or there is no score."""

    result: Result
    grade: str
    place: int | None = None


def grade_of(scale: GradeScale, result: Result) -> str:
    """The grade that was written, else the one that the score reaches; empty when there is neither.

    A grade that is withheld is never worked out again from a score that is not.
    """
    if result.grade is not None or not isinstance(result.score, Decimal):
        return result.grade or ""
    reached = scale.grade(result.score)
    return reached.name if reached else ""


def took_part(result: Result) -> bool:
    """Whether the result says how it ended; whoever is listed without was not assessed."""
    return result.grade is not None or result.score is not None


def tally(scale: GradeScale, assessment: Assessment) -> Tally:
    """From the counts where they are written — the results may then name a few only — else from the results."""
    found: Counter[str] = Counter()
    if assessment.counts:
        for row in assessment.counts:
            found[row.grade or ""] += row.count if isinstance(row.count, int) else 0
    else:
        found.update(grade_of(scale, result) for result in assessment.results if took_part(result))
    return Tally(sum(found.values()), {grade.name: found[grade.name] for grade in scale.grades})


def standing(scale: GradeScale, assessments: Sequence[Assessment]) -> Iterator[Line]:
    """How many took part, of how many, and how many and what share of them reached each grade."""
    tallies = [tally(scale, assessment) for assessment in assessments]
    took = sum(one.took for one in tallies)
    yield Line("took", "参评数", Amount.known(took, scale.unit))
    written = [one.entitled for one in assessments if isinstance(one.entitled, int)]
    if written:
        yield from _coverage(scale.unit, took, sum(written), len(assessments) - len(written))
    for number, grade in enumerate(scale.grades, start=1):
        count = sum(one.counts[grade.name] for one in tallies)
        yield Line(f"grade{number}", f"{grade.name}数", Amount.known(count, scale.unit))
        yield Line(f"share{number}", f"{grade.name}占比", _share(count, took, "没有参评的"))


def _coverage(unit: str, took: int, entitled: int, blank: int) -> Iterator[Line]:
    """How many of those who should have been assessed were; `blank` assessments do not say how many those are."""
    whole = Amount.missing(unit, f"有{blank}次考核没有写应评") if blank else Amount.known(entitled, unit)
    absent, rate = whole - Amount.known(took, unit), _share(took, entitled, "应评数是0")
    if blank:
        rate = Amount.missing("%", whole.reason)
    elif took > entitled:
        absent, rate = (Amount.missing(one, "参评数比应评数还多,待核对") for one in (unit, "%"))
    yield Line("entitled", "应评数", whole, of_entitled=True)
    yield Line("absent", "未评数", absent, of_entitled=True)
    yield Line("rate", "参评率", rate, of_entitled=True)


def _share(part: int, whole: int, without: str) -> Amount:
    if not whole:
        return Amount.missing("%", without)
    return Amount.known((Decimal(100 * part) / whole).quantize(Decimal("0.01"), ROUND_HALF_UP), "%")


def ranking(scale: GradeScale, results: Iterable[Result]) -> tuple[Placed, ...]:
    """The results, best first, with their places; as they were written where the scale does not rank."""
    listed = [Placed(result, grade_of(scale, result)) for result in results]
    if scale.ranking == "不排名" or any(isinstance(one.result.score, Withheld) for one in listed):
        return tuple(listed)
    scored = sorted((one for one in listed if one.result.score is not None), key=_score, reverse=True)
    places: list[int] = []
    for index, one in enumerate(scored):
        if index and _score(one) == _score(scored[index - 1]):
            places.append(places[-1])
        else:
            places.append(index + 1 if scale.ranking == "并列占位" else (places[-1] if places else 0) + 1)
    ranked = [Placed(one.result, one.grade, place) for one, place in zip(scored, places, strict=True)]
    return (*ranked, *(one for one in listed if one.result.score is None))


def _score(one: Placed) -> Decimal:
    return one.result.score or Decimal(0)
