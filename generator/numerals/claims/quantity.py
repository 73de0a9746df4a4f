"""The numbers of a sentence with the words around them: `中有能人25名` counts persons and speaks of 能人."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.numerals.claims.ranges import Range, digit, is_loose, measure, rounded, share
from generator.numerals.numeral import Kind, Numeral

_END = re.compile(r"[。！？!?\n]")
_BREAK = re.compile(r"[，,；;：:（）()、。！？!?“”\"\n]")
_SAME = {"名": "人", "位": "人", "口": "人", "㎡": "平方米", "平米": "平方米", "千米": "公里", "块": "元", "元钱": "元"}
_POINTS = ("个百分点", "百分点")
_LONGEST = 1000  # characters of a sentence; a longer one is a table or no prose
_MOST = 60
_INEXACT = re.compile(r"多|以上|以下|左右|上下|以内|强|弱")
_PERSONS = re.compile(
    r"[^有分设建配为是在评\W]{0,6}(?:书记|主任|干部|党员|委员|成员|代表|村民|群众|学生|同志|人)(?:中|里|$)"
)
_NO_COUNT = re.compile(r"分(?!会)|率|价|级|指数|编号|得|第|号|排名|比")
_HALVES = re.compile(r"(?<![另分各一])(?:一半|半数|过半(?!年|天|月))(?![天年月])")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a sentence; start, stop and end are places in the whole text."""

    opens: int
    """Where the words before it begin."""
    start: int
    stop: int
    """Behind the measure word."""
    text: str
    """As written, with its measure word."""
    value: Decimal
    unit: str
    """The measure word; 名, 位 and 人 are one. `%` for shares, `点` for percentage points."""
    before: str
    """The words since the last comma or number."""
    after: str
    """The words up to the next comma or number."""
    range: Range
    loose: bool

    @property
    def label(self) -> str:
        return self.before + self.after

    def like(self, value: Decimal) -> str:
        """Another value as this one is written: in 万 when this one is."""
        for word, worth in (("亿", 100_000_000), ("万", 10_000)):
            if word in self.text and value:
                return f"{rounded(value / worth, 4):f}{word}"
        return f"{rounded(value, 4):f}"

    @property
    def close(self) -> int:
        """Behind the word that makes it inexact: `六成以上`."""
        found = _INEXACT.match(self.after)
        return self.stop + (found.end() if found else 0)

    @property
    def shown(self) -> str:
        return self.like(self.value)

    @property
    def place(self) -> Decimal:
        """What one in the last written place is worth."""
        return digit(self.text)

    def counts_like(self, other: Quantity) -> bool:
        return self.unit == other.unit != ""

    def is_other_than(self, whole: Quantity) -> bool:
        """`128个项目` and `二十万元以上的村18个`: 个 counts anything, and here two things."""
        named = re.search(r"的(\w{1,4})$", self.before)
        return named is not None and self.unit == "个" and len(whole.after) > 1 and named[1] not in whole.label


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; places are those of the whole text."""

    text: str
    start: int
    quantities: tuple[Quantity, ...]
    vague: tuple[int, ...]
    """Where numbers begin that are not known: 数十, `**`, a blank."""

    def between(self, start: int, stop: int) -> str:
        return self.text[max(0, start - self.start) : max(0, stop - self.start)]

    def quote(self, start: int, stop: int) -> str:
        """The words, for a message: on one line, not too long."""
        words = " ".join(self.between(start, stop).split()).strip("，,、；;：: ")
        return words if len(words) <= 40 else f"{words[:18]}…{words[-18:]}"

    def before(self, quantity: Quantity) -> tuple[Quantity, ...]:
        return tuple(q for q in self.quantities if q.start < quantity.start)

    def behind(self, quantity: Quantity) -> tuple[Quantity, ...]:
        return tuple(q for q in self.quantities if q.start > quantity.start)

    def clauses(self) -> Iterator[tuple[Quantity, ...]]:
        """The numbers between one semicolon and the next."""
        start = self.start
        for clause in re.split(r"(?<=[；;])", self.text):
            yield tuple(q for q in self.quantities if start <= q.start < start + len(clause))
            start += len(clause)

    def unknown(self, start: int, stop: int) -> bool:
        return any(start <= place < stop for place in self.vague)


def sentences(text: str, numerals: Sequence[Numeral]) -> Iterator[Sentence]:
    """The sentences that hold at least two numbers, or one with a claim about a base."""
    for start, end in _spans(text, numerals):
        first = bisect_left(numerals, start, key=_start)
        own = numerals[first : bisect_left(numerals, end, key=_start)]
        if own and end - start <= _LONGEST and len(own) <= _MOST:
            yield _sentence(text, start, end, own)


def _spans(text: str, numerals: Sequence[Numeral]) -> Iterator[tuple[int, int]]:
    """From one full stop to the next; those inside a number are none."""
    start, ahead = 0, iter(numerals)
    current = next(ahead, None)
    for found in _END.finditer(text):
        while current is not None and current.end <= found.start():
            current = next(ahead, None)
        if current is None or found.start() < current.start:
            yield start, found.start()
            start = found.end()
    yield start, len(text)


def _sentence(text: str, start: int, end: int, numerals: Sequence[Numeral]) -> Sentence:
    figures = sorted(
        (*(n for n in numerals if n.kind is Kind.FIGURE and n.unit != "番"), *_halves(text, start, end, numerals)),
        key=_start,
    )
    blanks = [start + m.start() for m in re.finditer(r"\*\*|＿＿|__", text[start:end])]
    quantities = []
    for index, numeral in enumerate(figures):
        floor = _stop(text, figures[index - 1], end) if index else start
        roof = figures[index + 1].start if index + 1 < len(figures) else end
        if numeral.value is not None:
            quantities.append(_quantity(text, numeral, numeral.value, floor, roof, end))
    vague = (*(n.start for n in figures if n.value is None), *blanks)
    return Sentence(text[start:end], start, tuple(quantities), vague)


def _start(numeral: Numeral) -> int:
    return numeral.start


def _halves(text: str, start: int, end: int, numerals: Sequence[Numeral]) -> Iterator[Numeral]:
    """一半 and 过半 are shares like any other."""
    for found in _HALVES.finditer(text, start, end):
        at = found.start() + (found[0] == "过半")
        if not any(n.start < found.end() and at < n.end for n in numerals):
            yield Numeral(at, found.end(), text[at : found.end()], Decimal(50), "%", Kind.FIGURE)


def _stop(text: str, numeral: Numeral, end: int) -> int:
    unit = re.compile(rf"\s*{re.escape(numeral.unit)}").match(text, numeral.end, end)
    return unit.end() if unit else numeral.end


def _quantity(text: str, numeral: Numeral, value: Decimal, floor: int, roof: int, end: int) -> Quantity:
    stop = _stop(text, numeral, end)
    lead = _BREAK.split(text[floor : numeral.start])[-1]
    before = re.sub(r"\s", "", lead)
    after = re.sub(r"\s", "", _BREAK.split(text[stop : max(stop, roof)])[0])
    sign = "%" if not numeral.unit and re.match(r"\s*[%％]", text[numeral.end : end]) else numeral.unit
    unit = "点" if sign in _POINTS else _SAME.get(sign, sign)
    if unit == "个" and _PERSONS.match(after):
        unit = "人"
    ranged = share if unit == "%" else measure
    return Quantity(
        opens=numeral.start - len(lead),
        start=numeral.start,
        stop=stop,
        text=text[numeral.start : stop],
        value=value,
        unit=unit,
        before=before,
        after=after,
        range=ranged(value, numeral.text, before, after, numeral.approximate and not _worded(before, numeral, after)),
        loose=numeral.approximate or _worded(before, numeral, after),
    )


def _worded(before: str, numeral: Numeral, after: str) -> bool:
    return is_loose(before, numeral.text, after)


def measured(bare: Quantity, ahead: Sequence[Quantity]) -> Quantity | None:
    """`133人，中专以上83`: without a measure word it counts what the number before it counts."""
    if not bare.before or bare.after or _NO_COUNT.search(bare.before):
        return None
    whole = next((q for q in reversed(ahead) if q.unit not in ("%", "点", "")), None)
    return replace(bare, unit=whole.unit) if whole is not None and whole.value >= bare.value else None
