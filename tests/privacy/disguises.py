"""Ways in which a number gets into a list so that a plain search does not see it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from random import Random

Disguise = Callable[[str, Random], str]
_CHINESE = "〇一二三四五六七八九"


def _each(start: int) -> Disguise:
    """Another script's digits, which follow one another from this code point on."""
    return lambda number, _: "".join(chr(start + int(c)) if c in "0123456789" else c for c in number)


def _joined(sign: str) -> Disguise:
    return lambda number, _: sign.join(number)


def _parts(sign: str) -> Disguise:
    """Cut as people write it: 138 0013 8000, 330281 19900101 1234, 6222 0212 …."""

    def cut(number: str, _: Random) -> str:
        if len(number) == 11:
            ends = (3, 7)
        elif len(number) == 18 and number[6:8] in ("19", "20"):
            ends = (6, 14)
        else:
            ends = tuple(range(4, len(number), 4))
        bounds = (0, *ends, len(number))
        return sign.join(number[a:b] for a, b in pairwise(bounds))

    return cut


def _broken(sign: str) -> Disguise:
    """In two, anywhere."""

    def cut(number: str, random: Random) -> str:
        place = random.randint(3, len(number) - 3)
        return number[:place] + sign + number[place:]

    return cut


def _chinese(number: str, _: Random) -> str:
    return "".join(_CHINESE[int(c)] if c.isdecimal() else c for c in number)


def _spoken(number: str, random: Random) -> str:
    """As one says it: 幺 for one, 零 or ○ for nought."""
    return _chinese(number, random).replace("一", "幺").replace("〇", random.choice("零○"))


def _mixed(number: str, random: Random) -> str:
    return "".join(_CHINESE[int(c)] if c.isdecimal() and random.random() < 0.4 else c for c in number)


def _letters(number: str, random: Random) -> str:
    """l for 1 and O for 0, where there is one."""
    return number.replace("1", random.choice("lI")).replace("0", random.choice("Oo"))


def _entities(number: str, random: Random) -> str:
    form = random.choice(("&#{};", "&#x{:x};", "&#0{};"))
    return "".join(form.format(ord(c)) for c in number)


def _some(sign: str) -> Disguise:
    """Here and there, not everywhere."""
    return lambda number, random: "".join(c + (sign if random.random() < 0.4 else "") for c in number[:-1]) + number[-1]


def _wide(number: str, _: Random) -> str:
    return "".join(chr(ord(c) + 0xFEE0) for c in number)


PLAIN: dict[str, Disguise] = {
    "plain": lambda number, _: number,
    "lower case": lambda number, _: number.lower(),
    "full-width": _wide,
    "blanks": _joined(" "),
    "ideographic blanks": _parts("\u3000"),
    "in parts, blanks": _parts(" "),
    "in parts, hyphens": _parts("-"),
    "in parts, dots": _parts("."),
    "in parts, dashes": _parts("——"),
    "zero width": _joined("\u200b"),
    "soft hyphens": _some("\u00ad"),
    "no-break blanks": _parts("\u00a0"),
    "entities": _entities,
    "Arabic digits": _each(0x660),
    "bold digits": _each(0x1D7CE),
    "circled digits": lambda number, _: "".join("⓪①②③④⑤⑥⑦⑧⑨"[int(c)] if c.isdecimal() else c for c in number),
    "broken over two lines": _broken("\n"),
    "broken over two cells": _broken(" | "),
    "broken over two columns": _broken("\t"),
}
CHINESE: dict[str, Disguise] = {"Chinese digits": _chinese, "spoken digits": _spoken, "half in Chinese": _mixed}
LETTERS: dict[str, Disguise] = {"l and O": _letters}
ALL = PLAIN | CHINESE | LETTERS

HELD_OUT: dict[str, Disguise] = {
    "word joiners": _some("\u2060"),
    "middle dots": _parts("·"),
    "thin blanks": _joined("\u2009"),
    "underlined": _parts("_"),
    "keycaps": lambda number, _: "".join(f"{c}\ufe0f\u20e3" if c.isdecimal() else c for c in number),
    "Bengali digits": _each(0x9E6),
    "double-struck digits": _each(0x1D7D8),
    "struck through": lambda number, _: "".join(f"{c}\u0336" for c in number),
    "full stops of ideographs": _parts("。"),
    "Windows line end": _broken("\r\n"),
    "strokes": _parts("/"),
    "bold in Markdown": lambda number, _: f"{number[:4]}**{number[4:7]}**{number[7:]}",
    "in brackets": lambda number, _: f"({number[:3]}){number[3:7]}-{number[7:]}",
    "capital numerals": lambda number, _: "".join(
        "零壹贰叁肆伍陆柒捌玖"[int(c)] if c.isdecimal() else c for c in number
    ),
}
"""Written before the finder was first run on them."""
