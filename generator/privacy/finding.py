"""One text → what in it identifies or reaches a private person."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from generator.privacy.addresses import addresses
from generator.privacy.folding import folded, origins
from generator.privacy.handles import handles
from generator.privacy.kinds import Found, Hit, Kind
from generator.privacy.masked import masked
from generator.privacy.numbers import numbers
from generator.privacy.runs import READ

_TRIGGER = re.compile(
    r"[0-9〇○一二三四五六七八九幺零两壹贰叁肆伍陆柒捌玖lIoO]{2}|\d\s|[@#]|微信|[\d一二三四五六七八九十百][号栋幢弄室]|(?i:[wv]x|qq|wechat|weixin)",
    re.ASCII,
)


_SEARCHES = (numbers, masked, addresses, handles)
_IDENTITY_DIGITS = 17


def find(text: str, label: str = "") -> tuple[Found, ...]:
    """Everything in the order of the text, each place once; the label of the field counts as a word beside it."""
    seen = folded(text)
    if not _TRIGGER.search(seen):
        return ()
    return _placed(text, seen, _once(hit for search in _SEARCHES for hit in search(seen, folded(label))))


def find_numbers(text: str) -> tuple[Found, ...]:
    """Only identity numbers, mobile numbers, cards and accounts: a tenth of the work, for whole sites."""
    seen = folded(text)
    return _placed(text, seen, _once(numbers(seen, "")))


def _placed(text: str, seen: str, hits: list[Hit]) -> tuple[Found, ...]:
    """The same, counted in the text as it was given."""
    if not hits:
        return ()
    places = origins(text) if seen != text else range(len(text) + 1)
    return tuple(Found(hit.kind, places[hit.start], _end(places, hit.end), hit.grade) for hit in hits)


def _end(places: Sequence[int], end: int) -> int:
    """Where the character behind begins; one that was folded into several ends behind itself."""
    return max(places[end], places[end - 1] + 1)


def in_cells(cells: Sequence[str], heads: Sequence[str]) -> Iterator[tuple[int, Found]]:
    """A row of a table: (cell, what is in it), and an identity number that is spread over several cells.

    The head of a column counts as a word beside the number; places are those in the cell's own text.
    """
    for index, cell in enumerate(cells):
        head = heads[index] if index < len(heads) else ""
        yield from ((index, found) for found in find(cell, head))
    yield from spread(cells)


def spread(cells: Sequence[str]) -> Iterator[tuple[int, Found]]:
    """(first cell, the part in it) of identity numbers that are spread over several cells."""
    line = "|".join(cells)
    if len(cells) < 2 or sum(map(str.isnumeric, line)) < _IDENTITY_DIGITS:
        return
    begins = list(accumulate((len(cell) + 1 for cell in cells), initial=0))
    for found in find(line):
        first, last = (bisect_right(begins, place) - 1 for place in (found.start, found.end - 1))
        if found.kind is Kind.IDENTITY and first != last:
            yield first, Found(found.kind, found.start - begins[first], len(cells[first]), found.grade)


def digits(text: str) -> str:
    """Only its digits, whatever script they are in, Chinese ones too: what tells one number from another."""
    return re.sub(r"[^0-9X]", "", folded(text).translate(READ))


def _once(hits: Iterable[Hit]) -> list[Hit]:
    """The surest, then the longest of those that overlap."""
    kept: list[Hit] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda hit: (-hit.grade, hit.start - hit.end)):
        if taken.isdisjoint(range(hit.start, hit.end)):
            taken.update(range(hit.start, hit.end))
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)
