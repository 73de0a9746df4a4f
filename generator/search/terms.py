"""Under which terms a page is found. `theme_overrides/assets/search.js` cuts a query in the same way.

All text is folded first (NFKC, lower case). Then a run of Chinese characters gives its pairs; a number itself, without
grouping commas and also without its decimals; a number with the character behind it (`3月`, `2026年`) that too; a Latin word
itself. Titles give single characters besides; titles, headings and places give pinyin (`~cai wu`, `~cai`) and pairs of
initials (`^cw`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

_TOKEN = re.compile(r"[\u3400-\u9fff]+|\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[a-z]+")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_FIRST_HAN, _LAST_HAN = "\u3400", "\u9fff"


def fold(text: str) -> str:
    """As queries and pages are compared."""
    return unicodedata.normalize("NFKC", text).lower()


def terms(folded: str) -> set[str]:
    """The terms of a folded text."""
    found: set[str] = set()
    before, end = "", -1
    for token in _TOKEN.finditer(folded):
        word = token[0]
        if _FIRST_HAN <= word[0] <= _LAST_HAN:
            found.update(map("".join, pairwise(word)))
            if before and token.start() == end:
                found.add(before + word[0])
            before = ""
        else:
            before = word.replace(",", "")
            found.add(before)
            if "." in before:
                found.add(before.partition(".")[0])
            end = token.end()
    return found


def of_title(folded: str) -> set[str]:
    """Of a folded title: its terms, and its characters."""
    return terms(folded) | {char for run in _HAN.findall(folded) for char in run}


def sounds(texts: Iterable[str], known: dict[str, tuple[str, ...]]) -> set[str]:
    """Pinyin and initials of titles, headings and names; `known` keeps what was worked out before."""
    found: set[str] = set()
    for text in texts:
        if text not in known:
            known[text] = tuple(sorted(_sounds(text)))
        found.update(known[text])
    return found


def _sounds(text: str) -> Iterator[str]:
    for run in _HAN.findall(fold(text)):
        yield from _of_run(run)


@cache
def _of_run(run: str) -> tuple[str, ...]:
    """Titles are put together from few words: each is read once."""
    from pypinyin import lazy_pinyin  # takes a tenth of a second to load, and is asked for new words alone

    syllables = [one for one in lazy_pinyin(run) if one.isascii()]
    initials = "".join(one[0] for one in syllables)
    return (
        *(f"~{one}" for one in syllables),
        *(f"~{one} {other}" for one, other in pairwise(syllables)),
        *(f"^{one}{other}" for one, other in pairwise(initials)),
    )
