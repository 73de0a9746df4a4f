"""Check digits: what makes a row of digits a number of a person, a card or an organisation."""

from __future__ import annotations

import calendar
import re

_PROVINCES = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83"
PROVINCES = frozenset(_PROVINCES.split())
_CREDIT_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def is_identity(digits: str) -> bool:
    """18 digits with a province, a day of birth and the check digit of GB 11643."""
    if not re.fullmatch(r"\d{17}[\dX]", digits, re.ASCII) or digits[:2] not in PROVINCES or not _is_day(digits[6:14]):
        return False
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(digits[:17]))
    return "10X98765432"[total % 11] == digits[17]


def is_old_identity(digits: str) -> bool:
    """15 digits with a province and a day of birth; one in a few hundred numbers looks like that."""
    return len(digits) == 15 and digits.isdecimal() and digits[:2] in PROVINCES and _is_day(f"19{digits[6:12]}")


def is_mobile(digits: str) -> bool:
    """11 digits, also behind the number of the country."""
    return re.fullmatch(r"(?:(?:00)?86)?1[3-9]\d{9}", digits, re.ASCII) is not None


def is_credit_code(text: str) -> bool:
    """统一社会信用代码 of GB 32100, with the check digit of the organisation code inside it (GB 11714)."""
    if len(text) != 18 or text[2:4] not in PROVINCES or any(char not in _CREDIT_LETTERS for char in text):
        return False
    values = [_CREDIT_LETTERS.index(char) for char in text]
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    inner = 11 - sum(int(c, 36) * weight for c, weight in zip(text[8:16], weights, strict=True)) % 11
    total = sum(value * pow(3, place, 31) for place, value in enumerate(values[:17]))
    return values[17] == -total % 31 and text[16] == {10: "X", 11: "0"}.get(inner, str(inner))


def is_card(digits: str) -> bool:
    """The check digit of bank cards (Luhn)."""
    if not digits.isdecimal():
        return False
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _is_day(text: str) -> bool:
    year, month, day = int(text[:4]), int(text[4:6]), int(text[6:8])
    return 1900 <= year <= 2099 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
