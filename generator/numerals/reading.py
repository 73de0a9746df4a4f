"""What number words are worth: `三万五` → 35,000, `3.5万` → 35,000, `百分之四十` and `四成` → 40 per cent."""

from __future__ import annotations

import re
from decimal import Decimal, localcontext

DIGITS = dict(zip("零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖○两俩仨", (*range(10), *range(10), 0, 2, 2, 3), strict=True))
UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000, "廿": 20, "卅": 30}
BIG = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_LONGEST = 40
"""No number of the world has more figures; a longer one is a code and worth nothing."""

_SHARE = re.compile(r"(.+)分之(.+)")
_TENTHS = re.compile(r"(.+)成(.?)")
_ARABIC = re.compile(r"([+\-−]?)([\d,]+(?:\.\d+)?)(.*)", re.DOTALL)
_VAGUE = re.compile("[数几上近成来把]")
_MORE = re.compile("[多余]")


def read(text: str) -> Decimal | None:
    """The value of number words; shares in per cent (`三分之一` → 33.33…); None when they are vague or no number."""
    if len(text) > _LONGEST:
        return None
    try:
        return _read(text)
    except ArithmeticError:  # 一分之九亿亿亿亿: more places than anybody means
        return None


def _read(text: str) -> Decimal | None:
    if text in ("一半", "半数"):
        return Decimal(50)
    if text[-1:] in ("%", "‰"):
        share = read(text[:-1])
        return None if share is None else share / (10 if text[-1] == "‰" else 1)
    if found := _SHARE.fullmatch(text):
        return _share(found[1], found[2])
    if found := re.fullmatch(r"(\d+)/(\d+)", text):
        return _ratio(Decimal(found[1]), Decimal(found[2]))
    if found := _TENTHS.fullmatch(text):
        tenths, rest = read(found[1]), _rest(found[2])
        return None if tenths is None or rest is None else tenths * 10 + rest
    return _plain(text)


def _plain(text: str) -> Decimal | None:
    if _VAGUE.search(text):
        return None
    if found := _ARABIC.fullmatch(text):
        factor = _factor(_MORE.sub("", found[3]))
        value = Decimal(found[2].replace(",", "")) * factor if factor and re.search(r"\d", found[2]) else None
        return -value if value is not None and found[1] in ("-", "−") else value
    return chinese(_MORE.sub("", text))


def _share(base: str, part: str) -> Decimal | None:
    return _ratio(read(_MORE.sub("", part)), read(base))


def _ratio(part: Decimal | None, base: Decimal | None) -> Decimal | None:
    if part is None or not base:
        return None
    with localcontext() as context:
        context.prec = 28
        return (part * 100 / base).normalize() if part * 100 % base else part * 100 // base


def _rest(text: str) -> Decimal | None:
    """What stands behind 成: `四成五`, `四成半`."""
    if text in ("", "半"):
        return Decimal(5 if text else 0)
    return Decimal(DIGITS[text]) if text in DIGITS else None


def _factor(text: str) -> Decimal | None:
    """`万` → 10,000, `十万` → 100,000, nothing → 1."""
    product = Decimal(1)
    for char in text:
        unit = UNITS.get(char) or BIG.get(char)
        if unit is None:
            return None
        product *= unit
    return product


def chinese(text: str) -> Decimal | None:
    """`一千四百六十`, `二〇二六`, `三点五万`, `三万五`; None for two or three guesses in a row (`三五`, `七八十`)."""
    whole, point, fraction = text.partition("点")
    if point:
        digits = fraction.rstrip("十百千万亿")
        factor = _factor(fraction[len(digits) :])
        value = chinese(whole)
        if value is None or factor is None or not digits or any(char not in DIGITS for char in digits):
            return None
        return (value + Decimal("0." + "".join(str(DIGITS[char]) for char in digits))) * factor
    if text and all(char in DIGITS for char in text):
        return _positional(text)
    return _composed(text)


def _positional(text: str) -> Decimal | None:
    guess = 1 < len(text) < 4 and "〇" not in text and "零" not in text
    return None if guess else Decimal("".join(str(DIGITS[char]) for char in text))


def _composed(text: str) -> Decimal | None:
    """Sections of at most four places, each closed by 万 or 亿; a last digit without a unit counts one place lower."""
    total = section = digit = 0
    last = 1  # the unit before a pending digit: 一百五 is 150, 一百零五 is 105
    for char in text:
        if char in DIGITS:
            if digit:
                return None  # 七八十: a guess
            digit = DIGITS[char]
            last = last if digit else 1
        elif char in UNITS:
            section += (digit or 1) * UNITS[char]
            digit, last = 0, 10 if UNITS[char] < 100 else UNITS[char]
        elif char in ("万", "萬"):
            total += (section + digit or 1) * BIG[char]
            section, digit, last = 0, 0, BIG[char]
        elif char in BIG:
            total = (total + section + digit or 1) * BIG[char]
            section, digit, last = 0, 0, BIG[char]
        else:
            return None
    return Decimal(total + section + digit * max(1, last // 10)) if text else None
