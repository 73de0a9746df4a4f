"""Small whole numbers as they are written in headings and dates."""

from __future__ import annotations

_DIGITS = {char: digit for digit, char in enumerate("零一二三四五六七八九")} | {"〇": 0}


def whole(text: str) -> int:
    """`21`, `七`, `二十一`, `十` → the number."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)
