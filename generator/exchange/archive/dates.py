"""The day a document gives itself, in the forms that offices write."""

from __future__ import annotations

import re
from datetime import date

from generator.exchange.archive.reading import whole
from generator.model.text import halfwidth

_HAN = {char: str(digit) for digit, char in enumerate("零一二三四五六七八九")} | {
    "〇": "0",
    "○": "0",
    "O": "0",
    "Ｏ": "0",
    "０": "0",
}
_YEAR = r"(?:[12]\d{3}|[一二][〇○零OＯ０一二三四五六七八九]{3})"
_SMALL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DAY = re.compile(
    rf"({_YEAR})\s*(?:年\s*({_SMALL})\s*月\s*({_SMALL})\s*[日号]|年\s*({_SMALL})\s*月|年|[.．/-]\s*(\d{{1,2}})\s*[.．/-]\s*(\d{{1,2}})|[.．/-]\s*(\d{{1,2}}))"
)
_BRACKETS = "（(【[ \u3000）)】]"


def dated(text: str) -> str:
    """`二〇〇九年七月二十一日` → `2009-07-21`; empty when the text is no date, or none of the calendar."""
    found = _DAY.fullmatch(halfwidth(text).strip(_BRACKETS))
    return _iso(found) if found else ""


def first_day(text: str) -> str:
    """The full day that a text begins with: `（2009年7月21日在全镇大会上）`."""
    found = _DAY.match(halfwidth(text).lstrip(_BRACKETS))
    day = _iso(found) if found else ""
    return day if day.count("-") == 2 else ""


def split_end(text: str) -> tuple[str, str, str]:
    """`示例镇党委　2009年7月21日` → (words before, the date as written, ISO); three empty texts when it is not so."""
    wide = halfwidth(text)
    for found in _DAY.finditer(wide):
        before = text[: found.start()].strip()
        if found.end() == len(wide.rstrip(_BRACKETS)) and before and len(before) <= 40 and _iso(found):
            return before, text[found.start() :].strip(), _iso(found)
    return "", "", ""


def _iso(found: re.Match[str]) -> str:
    year, *parts = (found[1], found[2] or found[4] or found[5] or found[7], found[3] or found[6])
    digits = "".join(_HAN.get(char, char) for char in year)
    numbers = [whole(part) for part in parts if part]
    try:
        date(int(digits), *[*numbers, 1, 1][:2])
    except ValueError:
        return ""
    if not 1900 <= int(digits) <= 2200:
        return ""
    return "-".join([digits, *(f"{number:02}" for number in numbers)])
