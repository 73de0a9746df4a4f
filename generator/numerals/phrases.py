"""Fixed phrases as one pattern: `四议两公开`, and `{数}个方面` where `{数}` stands for a number."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from generator.numerals.grammar import DIGIT, HAN, UNIT, folded
from generator.numerals.shapes import ALONE, NUMBER

BLANK = "{数}"
_NEVER = re.compile("(?!)")
_NUMBERS = set(DIGIT + UNIT)


@lru_cache(maxsize=32)
def pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases, the longest first, the ones that begin alike side by side (one glance per character)."""
    groups: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted({folded(p) for p in phrases if p.strip()}, key=lambda p: (-len(p), p)):
        groups[phrase[0] if not phrase.startswith(BLANK) else BLANK].append(_source(phrase))
    if not groups:
        return _NEVER
    parts = [f"(?={_lead(first)})(?:{'|'.join(sources)})" for first, sources in sorted(groups.items())]
    return re.compile("|".join(parts))


def _lead(first: str) -> str:
    return rf"[\d{DIGIT}{UNIT}]" if first == BLANK else re.escape(first)


def _source(phrase: str) -> str:
    """A phrase that begins with a number word does not begin in the midst of a number."""
    blank = f"({NUMBER})" if phrase.count(BLANK) == 1 else NUMBER
    source = blank.join(re.escape(part) for part in phrase.split(BLANK))
    guard = ALONE if phrase.startswith(BLANK) else f"(?<!{HAN})" if phrase[0] in _NUMBERS else ""
    return guard + source
