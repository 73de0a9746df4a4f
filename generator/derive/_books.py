"""Sheets put together: which of them tell of a period, and what they come to in the villages and in the township."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.derive._common import Head, computed
from generator.model import Amount, Period, Records
from generator.records.finance import Finance, covering
from generator.records.indicator import Indicator
from generator.records.place import Place

PUBLISHER = "finance/公开主体"
_LENGTHS = (3, 12)
_NAMED = 3  # that many villages or months are named in a reason

Shelf = list[tuple[Place, list[Finance]]]
"""Each village with its sheets of one kind."""


@dataclass(frozen=True)
class Measure:
    """One figure to be told of villages and township: `worth` says what one sheet adds to it."""

    code: str
    name: str
    worth: Callable[[Finance], Amount]
    uses: tuple[str, ...]
    last: bool = False
    """A balance: only the sheets that end with the period count."""


@dataclass(frozen=True)
class Books:
    """The sheets that tell of one village in one period, and why that is not all."""

    place: Place
    sheets: tuple[Finance, ...]
    gap: str


def shelves(records: Records, statement: str) -> Iterator[tuple[Place, Shelf]]:
    """Each township with the sheets of this kind of its villages."""
    found: dict[tuple[str, str], list[Finance]] = defaultdict(list)
    for sheet in records.of(Finance):
        if sheet.statement == statement:
            found[sheet.township, sheet.place].append(sheet)
    for township in (place for place in records.of(Place) if place.is_top):
        villages = [place for place in records.of(Place, township.township) if place.is_village]
        yield township, [(village, found.get((village.township, village.id), [])) for village in villages]


def periods(shelf: Shelf) -> Iterator[tuple[Period, list[Books]]]:
    """Every quarter of which there is a sheet, every year that some village has accounted for altogether."""
    for length in _LENGTHS:
        short = [sheet.period for _, sheets in shelf for sheet in sheets if sheet.period.length <= length]
        for period in sorted({Period.of(one.start, length) for one in short}):
            books = [_opened(place, sheets, period) for place, sheets in shelf]
            whole = any(one.sheets and not one.gap for one in books)
            if whole or length < max(_LENGTHS):
                yield period, books


def _opened(place: Place, sheets: Iterable[Finance], period: Period) -> Books:
    """The fewest sheets that tell of the period, publisher by publisher: their books are added, never mixed."""
    publishers: dict[str, list[Finance]] = defaultdict(list)
    for sheet in sheets:
        publishers[sheet.publisher].append(sheet)
    taken: list[Finance] = []
    gaps: dict[str, None] = {}
    for own in publishers.values():
        inside = [sheet.period for sheet in own if period.holds(sheet.period)]
        begun = any(sheet.period.start < period.start for sheet in own)
        if not inside and not (begun and any(sheet.period.end > period.end for sheet in own)):
            continue  # not begun yet, or closed for good
        found, missing = covering(own, period)
        taken += found
        if missing:
            gaps[f"缺{_some([month.label for month in missing], '个月')}的表"] = None
        elif len(set(inside)) < len(inside):
            gaps["同一期有几张表"] = None
    return Books(place, tuple(sorted(taken, key=lambda sheet: (sheet.period, sheet.id))), ";".join(gaps))


def told(township: Place, head: Head, measure: Measure, books: list[Books], word: str) -> Iterator[Indicator]:
    """The figure of each village and of the township; a village without sheets leaves the township's open.

    A community need not have a collective, so it counts as missing only between sheets of its own.
    """
    parts = [_village(one, head, measure, word) for one in books if one.sheets]
    yield from parts
    without = [one.place.name for one in books if not one.sheets and (one.gap or one.place.level == "村")]
    names = {one.place.id: one.place.name for one in books}
    reasons = [f"缺{_some(without, '个村')}的{word}"] if without else []
    reasons += [f"{names[part.place]}{part.why_missing}" for part in parts if part.why_missing][:_NAMED]
    amount = Amount.total((part.amount for part in parts), "元")
    amount = Amount.missing("元", ";".join(reasons)) if reasons else amount
    keys = [key for part in parts for key in part.inputs]
    yield computed(township, head, amount, keys, measure.uses, _source(len(keys), word))


def _village(books: Books, head: Head, measure: Measure, word: str) -> Indicator:
    period = head.period
    counted = [s for s in books.sheets if not measure.last or (period and s.period.end == period.end)]
    known = Amount.total((measure.worth(sheet) for sheet in counted), "元")
    amount = Amount.missing("元", books.gap) if books.gap else known
    return computed(books.place, head, amount, books.sheets, measure.uses, _source(len(books.sheets), word))


def _source(count: int, word: str) -> str:
    return f"由{count}张{'收支表' if word == '表' else word}计算"


def _some(names: list[str], unit: str) -> str:
    return "、".join(names[:_NAMED]) + (f"等{len(names)}{unit}" if len(names) > _NAMED else "")
