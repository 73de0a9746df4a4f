"""The numbers that Word writes before paragraphs by itself: part of what a reader sees, stored only as a rule."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

_DIGITS = "零一二三四五六七八九"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def counting(number: int) -> str:
    """`12` → `十二`, `105` → `一百零五`."""
    if number < 20:
        return ("十" + _DIGITS[number - 10]).rstrip("零") if number >= 10 else _DIGITS[number]
    written = ""
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            written += _DIGITS[digit] + unit
        elif written and not written.endswith("零"):
            written += "零"
    return written.rstrip("零")


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    written = ""
    for size, sign in _ROMAN:
        written += sign * (number // size)
        number %= size
    return written


FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate({48 + d: 0xFF10 + d for d in range(10)}),
    "chineseCounting": counting,
    "chineseCountingThousand": counting,
    "japaneseCounting": counting,
    "taiwaneseCountingThousand": counting,
    "ideographDigital": lambda number: "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number)),
    "decimalEnclosedCircle": lambda number: _CIRCLED[number - 1],
    "decimalEnclosedCircleChinese": lambda number: _CIRCLED[number - 1],
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "none": lambda _: "",
}
"""Word's name of a way to write a number → how it is written."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `%1、` in Chinese numerals from 1."""

    form: str = "decimal"
    pattern: str = "%1."
    start: int = 1


@dataclass(slots=True)
class Numbers:
    """The lists of a document and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    """Per list (`numId`) its levels."""
    shared: dict[str, str] = field(default_factory=dict)
    """Lists that go on counting together: `numId` → what they share."""
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def next(self, number: str, depth: int) -> str | None:
        """What stands before the next paragraph of the list; empty for a bullet, None when it cannot be said."""
        levels = self.levels.get(number, {})
        level = levels.get(depth)
        if level is None:
            return None
        counts = self.counts[self.shared.get(number, number)]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [key for key in counts if key > depth]:
            del counts[deeper]
        if level.form == "bullet":
            return ""
        return _written(level, levels, counts)


def _written(level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str | None:
    def place(found: re.Match[str]) -> str:
        depth = int(found[1]) - 1
        other = levels.get(depth, Level())
        return FORMS[other.form](counts.get(depth, other.start))

    try:
        return re.sub(r"%([1-9])", place, level.pattern)
    except (KeyError, IndexError):
        return None


def read_numbers(root: Any, w: Callable[[str], str]) -> Numbers:
    """The lists of `word/numbering.xml`; `w` gives the full name of a tag."""
    numbers = Numbers()
    if root is None:
        return numbers
    abstract = {one.get(w("abstractNumId")): _levels(one, w) for one in root.iterchildren(w("abstractNum"))}
    for one in root.iterchildren(w("num")):
        base = one.find(w("abstractNumId"))
        key, name = one.get(w("numId")), base.get(w("val")) if base is not None else ""
        levels = dict(abstract.get(name, {}))
        overrides = list(one.iterchildren(w("lvlOverride")))
        for override in overrides:
            depth = _int(override.get(w("ilvl")), 0)
            found = override.find(w("startOverride"))
            levels |= _levels(override, w)
            if found is not None and depth in levels:
                old = levels[depth]
                levels[depth] = Level(old.form, old.pattern, _int(found.get(w("val")), 1))
        numbers.levels[key] = levels
        if not overrides:
            numbers.shared[key] = f"abstract {name}"
    return numbers


def _levels(element: Any, w: Callable[[str], str]) -> dict[int, Level]:
    found = {}
    for level in element.iterchildren(w("lvl")):
        values = {name: level.find(w(name)) for name in ("numFmt", "lvlText", "start")}
        form, pattern, start = (one.get(w("val")) if one is not None else None for one in values.values())
        found[_int(level.get(w("ilvl")), 0)] = Level(form or "decimal", pattern or "", _int(start, 1))
    return found


def _int(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,5}", text, re.ASCII) else otherwise
