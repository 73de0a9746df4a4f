"""A text with every disguise of digits and letters taken off, and the way back to where a character stood."""

from __future__ import annotations

import html
import re
import unicodedata

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});?")
_UNSEEN = ("Cf", "Mn", "Me")
_SUZHOU = dict(zip("〡〢〣〤〥〦〧〨〩", "123456789", strict=True))
_TWINS = {"Х": "X", "х": "x", "Χ": "X", "χ": "x", "０": "0"}
"""Letters of other scripts that look like the last sign of an identity number."""


class _Table(dict[int, str]):
    """Code point → what a reader takes it for; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = seen = _seen(chr(code))
        return seen


def _seen(char: str) -> str:
    if unicodedata.category(char) in _UNSEEN:
        return ""
    return "".join(_digit(one) for one in unicodedata.normalize("NFKC", char) if unicodedata.category(one) != "Mn")


def _digit(char: str) -> str:
    value = unicodedata.digit(char, None)
    return str(value) if value is not None else _SUZHOU.get(char) or _TWINS.get(char, char)


_TABLE = _Table()


def folded(text: str) -> str:
    """Entities read, compatibility forms and digits of all scripts made plain, invisible characters gone."""
    if "&" in text:
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
    return text if text.isascii() else text.translate(_TABLE)


def origins(text: str) -> list[int]:
    """For every character of the folded text where it begins in the text, and at last the length of the text."""
    found: list[int] = []
    position = 0
    for entity in [*_ENTITY.finditer(text), None]:
        until = entity.start() if entity else len(text)
        for place in range(position, until):
            found += [place] * len(_TABLE[ord(text[place])])
        if entity:
            found += [until] * len(html.unescape(entity[0]).translate(_TABLE))
            position = entity.end()
    return [*found, len(text)]
