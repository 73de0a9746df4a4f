"""Articles as they will be read, with every number in them: taken from a record, explained by itself, or typed by hand.

`audited(records)` gives one Audited per article; its passages are the title, the byline, the headings, every paragraph
and every table cell, finished from all records (what some readers may not see is seen here).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from generator.figures import BLANK, Choices, Piece, Unwritable, attempt, bindings
from generator.model import Record, Records, Where
from generator.numerals import Kind, Numeral, scan
from generator.records.article import Article
from generator.records.form import ProcedureForm
from generator.records.ledger import Ledger
from generator.records.organisation import Organisation
from generator.records.phrases import Phrases
from generator.records.place import Place
from generator.records.scale import GradeScale
from generator.records.schedule import Schedule
from generator.rules._common.spots import spot

Path = tuple[str | int, ...]
_NUMBERED = re.compile(r"[\d一二三四五六七八九十百千万两]")
_DIGIT = re.compile(r"\d")
_POWERS = re.compile("[十百千万亿多余成]+")


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure that was taken from records: its place in the finished text, and where its braces open in the file."""

    start: int
    end: int
    piece: Piece
    opened: int


@dataclass(frozen=True)
class Passage:
    """A title, a paragraph or a cell."""

    path: Path
    source: str
    """As it is written in the file."""
    text: str
    """As it will be read."""
    bound: tuple[Bound, ...]
    numerals: tuple[Numeral, ...]
    """All of the finished text, of every kind."""

    def behind(self, numeral: Numeral) -> tuple[Bound, ...]:
        """The figures of which the numeral is made, or which it touches: `{{ 占比 }}%`, `{{ 投入 }}万`."""
        loose = bool(_POWERS.fullmatch(numeral.text))
        return tuple(
            bound
            for bound in self.bound
            if (bound.start < numeral.end and numeral.start < bound.end)
            or (loose and numeral.start <= bound.end and bound.start <= numeral.end)
        )

    @cached_property
    def typed(self) -> tuple[Numeral, ...]:
        """The figures typed by hand; a digit typed beside a taken one (`{{ 户数 }}0`) makes the whole typed.

        A number that a taken figure's own name holds is no figure: `二十万元以上的{{ 收入20万元以上的村 }}个`.
        """
        figures = [n for n in self.numerals if n.kind is Kind.FIGURE]
        sources = {source.title for bound in self.bound for source in bound.piece.sources} if figures else set()
        named = {(one.value, one.unit) for title in sources for one in scan(title) if one.value}
        return tuple(n for n in figures if (n.value, n.unit) not in named and self._typed(n))

    def _typed(self, numeral: Numeral) -> bool:
        behind = self.behind(numeral)
        own = {place for bound in behind for place in range(bound.start, bound.end)}
        beside = (place for place in range(numeral.start, numeral.end) if place not in own)
        return not behind or any(_DIGIT.match(self.text[place]) for place in beside)

    def origin(self, place: int) -> int:
        """Where in the file's text a place of the finished text was written; in a figure, where its braces open."""
        shift = 0
        for bound in self.bound:
            if place < bound.start:
                break
            if place < bound.end:
                return bound.opened
            closed = self.source.find("}}", bound.opened) + 2
            shift = closed - bound.end
        return place + shift


@dataclass(frozen=True, slots=True)
class Audited:
    """One article with the names that it may use."""

    article: Article
    names: Choices
    passages: tuple[Passage, ...]

    def beside(self, passage: Passage) -> str:
        """The text in which a passage is read: a paragraph itself, of a cell its row."""
        if "格" not in passage.path:
            return passage.text
        return "，".join(one.text for one in self.passages if one.path[:-1] == passage.path[:-1])

    @property
    def bound(self) -> int:
        """How many figures were taken from records."""
        return sum(1 for passage in self.passages for bound in passage.bound if bound.piece.sources)

    @property
    def typed(self) -> int:
        """How many were typed by hand."""
        return sum(len(passage.typed) for passage in self.passages)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the numbers in articles were taken from records; dates, numberings and phrases are not counted."""

    bound: int = 0
    total: int = 0


def coverage(records: Records, townships: Sequence[str] = ()) -> Coverage:
    """Over all articles of the townships; of every township when none is named."""
    mine = [one for one in audited(records) if not townships or one.article.township in townships]
    bound = sum(one.bound for one in mine)
    return Coverage(bound, bound + sum(one.typed for one in mine))


def audited(records: Records) -> tuple[Audited, ...]:
    """Every article of every township, once for all rules."""
    return records.once(_audited)


def spotted(records: Records, article: Article, passage: Passage, numeral: Numeral) -> Where:
    """The place in the file of a numeral of the finished text."""
    start, end = passage.origin(numeral.start), passage.origin(numeral.end - 1) + 1
    return spot(records, article, passage.path, passage.source, start, max(end, start + 1))


def phrases(records: Records, article: Article) -> tuple[str, ...]:
    """The fixed phrases, the catalogue's names with numbers in them, and of the township's own those in the article."""
    common, named = records.once(_phrases)
    own = named.get(article.township, ())
    prose = article.model_dump_json() if own else ""
    return common + tuple(name for name in own if name in prose)


def _phrases(records: Records) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    common = [word for one in records.of(Phrases) if one.use == "数字" for word in one.words]
    common += [one.name for kind in (ProcedureForm, Schedule, GradeScale, Ledger) for one in _named(records, kind)]
    own: dict[str, dict[str, None]] = {}
    for kind in (Place, Organisation):
        for one in _named(records, kind):
            own.setdefault(one.township, {})[one.name] = None
    return tuple(dict.fromkeys(common)), {township: tuple(names) for township, names in own.items()}


def _named(records: Records, kind: type[Record]) -> Iterator[Any]:
    """The records whose name holds a number."""
    return (one for one in records.of(kind) if len(name := getattr(one, "name", "")) > 1 and _NUMBERED.search(name))


def _audited(records: Records) -> tuple[Audited, ...]:
    return tuple(_one(records, article) for article in records.of(Article))


def _one(records: Records, article: Article) -> Audited:
    names, known = bindings(article, records), phrases(records, article)
    passages = [_plain(path, text, known) for path, text in article.headings()]
    passages += [_passage(path, text, names, known) for path, text in article.prose()]
    return Audited(article, names, tuple(passages))


def _plain(path: Path, text: str, known: tuple[str, ...]) -> Passage:
    """A heading; what it counts in one word are the parts below it: `三项工程抓到底`, `五件下一步的事`."""
    found = (replace(n, kind=Kind.ORDINAL) if _announces(n) else n for n in scan(text, known))
    return Passage(path, text, text, (), tuple(found))


def _announces(numeral: Numeral) -> bool:
    return numeral.kind is Kind.FIGURE and len(numeral.text) == 1 and not _DIGIT.match(numeral.text)


def _passage(path: Path, source: str, names: Choices, known: tuple[str, ...]) -> Passage:
    text, bound = "", []
    for start, piece in attempt(source, names):
        one = Piece(BLANK) if isinstance(piece, Unwritable) else piece
        if isinstance(piece, Unwritable) or piece.sources:
            bound.append(Bound(len(text), len(text) + len(one.text), one, start))
        text += one.text
    return Passage(path, source, text, tuple(bound), scan(text, known))
