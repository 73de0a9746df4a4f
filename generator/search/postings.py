"""Lists of page numbers as short texts, and which file a term stands in.

Numbers are those of the pages of one part, from 0; each is written as its distance from the one before, in letters that
stand for 0 to 31, with letters for 32 to 63 before it where that is not enough. So the lists of several parts can be set
side by side without being read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zlib import crc32

LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
BUCKETS = 256
"""Files over which the terms are spread: a query of three characters reads two of them."""


def packed(numbers: Iterable[int]) -> str:
    """Rising numbers as text: `[0, 1, 40]` → `00X7`… see above."""
    found, before = [], -1
    for number in numbers:
        step, before = number - before - 1, number
        digits = LETTERS[step & 31]
        while step := step >> 5:
            digits = LETTERS[32 + (step & 31)] + digits
        found.append(digits)
    return "".join(found)


def unpacked(text: str) -> list[int]:
    """The numbers again."""
    found, before, step = [], -1, 0
    for letter in text:
        value = LETTERS.index(letter)
        step = (step << 5) + (value & 31)
        if value < 32:
            before += step + 1
            found.append(before)
            step = 0
    return found


def bucket(term: str) -> int:
    """The file of a term; terms that begin alike need not stand together."""
    return crc32(term.encode()) % BUCKETS


def inverted(pages: Sequence[Iterable[str]]) -> dict[str, str]:
    """Term → packed numbers of the pages that have it, in the order of the terms."""
    found: dict[str, list[int]] = {}
    for number, terms in enumerate(pages):
        for term in terms:
            found.setdefault(term, []).append(number)
    return {term: packed(found[term]) for term in sorted(found)}
