"""From a text to its numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.numerals.contexts import EXPLAINED, TITLES
from generator.numerals.counting import article, counted
from generator.numerals.grammar import MEASURE, NUMBER
from generator.numerals.grammar import folded as fold
from generator.numerals.numeral import Kind, Numeral
from generator.numerals.phrases import pattern
from generator.numerals.reading import read

_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[A-Za-z]")
_MORE = re.compile("[多余来]|^[近上]")
_BEFORE = re.compile(
    r"(?:近|约|大约|约为|大概|左右|超|超过|逾|突破|将近|接近|至少|不少于|不低于|不下|过|多达)(?:了)?\s?$"
)
_BEHIND = re.compile(r"\S{0,2}?(?:左右|以上|上下|之多|多个|多名|多人|多户)")
_WIDE = 6  # characters before a number that may say it is about so much


def scan(text: str, phrases: Sequence[str] = ()) -> tuple[Numeral, ...]:
    """The numerals of a text in order, never overlapping: every digit, and every number word that counts something.

    phrases: fixed phrases whose numbers need no record; `{数}` in one stands for a number. Linear in the text.
    """
    folded = fold(text)
    if not NUMBER.search(folded):
        return ()
    taken = bytearray(len(text))
    found = list(_explained(folded, text, taken, tuple(phrases)))
    found += _others(folded, text, taken)
    return tuple(sorted(article(folded, found), key=lambda numeral: numeral.start))


def _explained(folded: str, text: str, taken: bytearray, phrases: tuple[str, ...]) -> Iterator[Numeral]:
    """What the words around a number explain; marks its place in `taken`."""
    rounds = (EXPLAINED[0], (Kind.PHRASE, (pattern(phrases),)), *EXPLAINED[1:])
    for kind, patterns in rounds:
        for one in patterns:
            for match in one.finditer(folded):
                start, end = match.span(match.lastindex or 0)
                start += len(match[0]) - len(match[0].lstrip()) if not match.lastindex else 0
                if not any(taken[start:end]) and NUMBER.search(folded, start, end):
                    taken[start:end] = b"\1" * (end - start)
                    yield Numeral(start, end, text[start:end], read(folded[start:end]), "", kind)


def _others(folded: str, text: str, taken: bytearray) -> Iterator[Numeral]:
    """The numbers that nothing explains: figures, and digits that belong to a name."""
    titles = bytearray(len(text))
    for title in TITLES.finditer(folded):
        titles[title.start() : title.end()] = b"\1" * (title.end() - title.start())
    for match in NUMBER.finditer(folded):
        start, end = match.span()
        if any(taken[start:end]):
            for digits in _DIGITS.finditer(folded, start, end):
                yield from _rest(digits, text, taken)
        elif titles[start]:
            yield Numeral(start, end, text[start:end], read(match[0]), "", Kind.LAW)
        elif match.lastgroup == "mark" or _code(folded, match):
            kind = Kind.ORDINAL if match.lastgroup == "mark" else Kind.LAW
            yield Numeral(start, end, text[start:end], None, "", kind)
        elif counted(folded, match):
            yield _figure(folded, text, match)


def _rest(digits: re.Match[str], text: str, taken: bytearray) -> Iterator[Numeral]:
    """The digits of a number of which a part was explained."""
    start = digits.start()
    for place in range(digits.start(), digits.end() + 1):
        if place == digits.end() or taken[place]:
            if start < place:
                yield Numeral(start, place, text[start:place], None, "", Kind.ORDINAL)
            start = place + 1


def _code(folded: str, match: re.Match[str]) -> bool:
    """Whether letters stand right beside the digits: `A4`, `5G`, `163.com`; units such as km do not count."""
    if match.lastgroup not in ("arabic", "ratio"):
        return False
    start, end = match.span()
    before, behind = folded[start - 1 : start], folded[end : end + 2].lstrip(".")
    return bool(_LETTERS.match(before) or (_LETTERS.match(behind) and not MEASURE.match(folded, end)))


def _figure(folded: str, text: str, match: re.Match[str]) -> Numeral:
    start, end = match.span()
    words, value = match[0], read(match[0])
    unit = _unit(folded, end, words, match.lastgroup or "")
    behind = end + (0 if unit == "%" else len(unit))
    approximate = bool(
        value is None
        or _MORE.search(words)
        or _BEFORE.search(folded[max(0, start - _WIDE) : start])
        or _BEHIND.match(folded, behind)
    )
    return Numeral(start, end, text[start:end], value, unit, Kind.FIGURE, approximate)


def _unit(folded: str, end: int, words: str, how: str) -> str:
    if how in ("share", "ratio", "tenths", "half") or words[-1] in "%‰" or "成" in words[1:]:
        return "%"
    if how == "pair":
        return "个"
    found = MEASURE.match(folded, end)
    return found[1] if found else ""
