"""Rows of digits in a folded text, however they are cut up, and the readings of a row that is not all digits."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

_CHINESE = dict(zip("〇零○一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖", "00012345678912123456789", strict=True))
_LETTERS = {"l": "1", "I": "1", "O": "0", "o": "0", "×": "X"}
_PLAIN = "0123456789Xx"
SEPARATOR = r"[\s\0\-‐‑‒–—―−·._|,、。/:'()*~]"
_SIGN = f"[{_PLAIN}{''.join(_CHINESE)}{''.join(_LETTERS)}]"
_ROW = re.compile(rf"{_SIGN}(?:{SEPARATOR}{{0,3}}+{_SIGN}){{10,}}+")
_PART = re.compile(rf"[0-9X](?:{SEPARATOR}{{0,3}}+[0-9X])*+")
_GROUP = re.compile(r"[0-9X]+")
_BORDER = re.compile(r"[\n\r\t\0|,]")
_FEWEST = 11
_BREAK = "\1"

READ = {ord(sign): value for sign, value in (_CHINESE | {"x": "X"}).items()}
"""Every digit of Chinese as an ASCII one."""
_READINGS: tuple[tuple[dict[int, str], str], ...] = tuple(
    (
        {ord(sign): value for sign, value in known.items()}
        | {ord("x"): "X"}
        | {ord(sign): _BREAK for sign in (*_CHINESE, *_LETTERS) if sign not in known},
        "".join(known),
    )
    for known in ({}, _CHINESE, _CHINESE | _LETTERS)
)
"""Signs that are taken for digits: none but digits, Chinese ones too, and letters that look like them."""


@dataclass(frozen=True, slots=True)
class Row:
    """Neighbouring groups of digits, with their places in the folded text."""

    text: str
    digits: str
    groups: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]
    """How many digits stand before each group, and at last how many there are."""
    reading: int
    """0: only digits; 1: with Chinese ones; 2: with letters."""

    def windows(self, lengths: tuple[int, ...]) -> Iterator[tuple[int, int]]:
        """Runs of whole groups that have so many digits: the first group, and the one behind the last."""
        place = {size: index for index, size in enumerate(self.starts)}
        for first, start in enumerate(self.starts[:-1]):
            for length in lengths:
                last = place.get(start + length)
                if last is not None:
                    yield first, last

    def sizes(self, first: int, last: int) -> tuple[int, ...]:
        return tuple(end - start for start, end in self.groups[first:last])

    def span(self, first: int, last: int) -> tuple[int, int]:
        return self.groups[first][0], self.groups[last - 1][1]

    def position(self, digit: int) -> int:
        """Where a digit stands in the text."""
        group = bisect_right(self.starts, digit) - 1
        return self.groups[group][0] + digit - self.starts[group]

    def crosses(self, start: int, end: int) -> bool:
        """Whether a line or a cell ends between."""
        return _BORDER.search(self.text, start, end) is not None


def rows(text: str) -> Iterator[Row]:
    """Every row of eleven digits or more, in every reading that makes a difference."""
    for row in _ROW.finditer(text):
        for reading, (table, signs) in enumerate(_READINGS):
            if not reading or any(sign in signs for sign in row[0]):
                yield from _read(text, row, table, reading)


def _read(text: str, row: re.Match[str], table: dict[int, str], reading: int) -> Iterator[Row]:
    seen = row[0].translate(table)
    for part in _PART.finditer(seen):
        offset = row.start() + part.start()
        groups = tuple((offset + g.start(), offset + g.end()) for g in _GROUP.finditer(part[0]))
        starts = tuple(accumulate((end - start for start, end in groups), initial=0))
        if starts[-1] >= _FEWEST:
            yield Row(text, "".join(_GROUP.findall(part[0])), groups, starts, reading)
