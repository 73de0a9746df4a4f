"""What must not be found: everything in the records that the edition does not hold anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ahocorasick_rs import AhoCorasick

from generator.dictionary import families
from generator.leaks.files import GROUPING
from generator.model import Amount, DutyState, Explanation, Publication, Record, Records, fold
from generator.model.record import Closure, Row
from generator.records.acceptance import Acceptance
from generator.records.archive import Block
from generator.records.comment import Comment

_TEMPLATES = Path(__file__).parents[1] / "templates"
_SHORTEST_TEXT = 4  # shorter words are ordinary words
_SHORTEST_NAME = 2
_SHORTEST_LINE = 12  # of an archived document or a comment: a heading or a cell alone is made of ordinary words
_DIGITS = 5  # significant digits that make an amount telling

Needles = dict[str, tuple[str, str]]
"""Folded value → (record key, label)."""


def withheld(publication: Publication, records: Records, elsewhere: Iterable[Needles] = ()) -> Needles:
    """Everything in the records, and of what is withheld elsewhere, that the edition does not hold anywhere."""
    needles: Needles = {needle: told for one in elsewhere for needle, told in one.items()}
    for record in records:
        for label, leaf in _leaves(record):
            for needle in _forms(leaf, telling=True):
                needles.setdefault(needle, (record.key, label))
    return _without(needles, publication)


def _without(needles: Needles, publication: Publication) -> Needles:
    """The needles that cannot be found in what the publication may show."""
    edition = publication.edition
    open_ones = [leaf for record in edition for _, leaf in _leaves(record)]
    open_ones += [value for page in publication.pages for value in page.context.values() if isinstance(value, Decimal)]
    visible = [needle for leaf in open_ones for needle in _forms(leaf, telling=False)]
    visible += [fold(text) for text in (*edition.prose.values(), *(page.title for page in publication.pages))]
    visible += [fold(f"{one.family}/{one.id}") for one in edition.gone]  # the addresses of what was withdrawn stay
    visible += [fold(text) for one in edition.manual.values() for text in (one.title, one.why, *shown(one))]
    visible += _furniture()
    words = list(needles)
    seen = indexes(AhoCorasick(words), "\0".join(visible)) if words else set()
    return {word: needles[word] for index, word in enumerate(words) if index not in seen}


def shown(one: Explanation) -> tuple[str, ...]:
    """What the manual prints of a rule that may look like data."""
    return one.wrong, one.right, one.what, one.mend


@cache
def _furniture() -> tuple[str, ...]:
    """What pages print of their own accord: a withheld value that is such a word proves nothing."""
    templates = (path.read_text(encoding="utf-8") for path in sorted(_TEMPLATES.glob("*.j2")))
    entries = [entry for family in families() for entry in family.walk()]
    words = (text for entry in entries for text in (entry.label, entry.help, entry.example))
    return tuple(fold(text) for text in (*templates, *words, *(state.label for state in DutyState)))


def indexes(search: AhoCorasick, text: str) -> set[int]:
    return {index for index, _, _ in search.find_matches_as_indexes(text, overlapping=True)}


def _leaves(record: Record) -> Iterator[tuple[str, Any]]:
    """Every word and number that a person wrote into the record, with its label."""
    pending: list[tuple[str, Any]] = [("", record)]
    while pending:
        label, value = pending.pop()
        kind = type(value)
        if kind is str or kind is Decimal:
            yield label, value
        elif kind is tuple or kind is list:
            pending += [(label, one) for one in value]
        elif kind is Amount:
            pending.append((label, value.value))
        elif isinstance(value, Closure):
            yield "理由", value.reason  # whom and what it closes are words of the catalogue
        elif isinstance(value, Acceptance):  # the rest of it are words of the checks and addresses of pages
            pending += [("理由", value.reason), ("职务", value.post), ("不公开", value.closures)]
        elif isinstance(value, Comment):  # it quotes pages, and names whoever has to do with them
            lines = "\n".join(words for words in (value.text, value.answer) if words).splitlines()
            yield from (("意见", line) for line in lines if len(line) >= _SHORTEST_LINE)
        elif isinstance(value, Block):
            yield from (("正文", line) for line in value.lines if len(line) >= _SHORTEST_LINE)
        elif isinstance(value, Row):
            held = value.__dict__
            pending += [(label, held[name]) for name, label in _written(type(value))]
            pending += getattr(value, "extras", {}).items()
        elif isinstance(value, dict):
            pending += [(label, one) for one in value.values()]
        elif isinstance(value, (tuple, list)):
            pending += [(label, one) for one in value]
        elif isinstance(value, (str, Decimal)):
            yield label, value


@cache
def _written(kind: type[Row]) -> tuple[tuple[str, str], ...]:
    """(name in the program, label) of the fields that a person fills in."""
    labels = ((name, str(field.alias)) for name, field in kind.model_fields.items())
    return tuple((name, label) for name, label in labels if not label.startswith("@"))


def _forms(value: Any, *, telling: bool) -> Iterator[str]:
    """How a value would look in folded text; only telling ones when asked."""
    if isinstance(value, Decimal):
        text = f"{value:.2f}"
        if not telling or len(text.replace(".", "").strip("0-")) >= _DIGITS:
            yield text
    elif isinstance(value, str):
        text, tells = _folded(value)
        if tells or not telling:
            yield text


@lru_cache(maxsize=2**16)
def _folded(value: str) -> tuple[str, bool]:
    """The text as it is searched for, and whether finding it tells anything; the same words stand in many records."""
    text = GROUPING.sub("", fold(value))
    is_name = re.fullmatch(r"[\u4e00-\u9fff·]{2,4}", text) is not None
    shortest = _SHORTEST_NAME if is_name else _SHORTEST_TEXT
    return text, len(text) >= shortest and not re.fullmatch(r"[a-z0-9-]{1,12}|\d+", text)
