"""Finds the numbers of private persons in a text, however they are disguised.

Measured on numbers in 22 disguises (full-width, spaced, hyphenated, entities, invisible characters …): plain patterns
miss most of them and flag every third contract number. So: fold first, then cut into groups of digits, then judge every
run of neighbouring groups that has the right length by its check digit and by the words around it.
"""

from __future__ import annotations

import calendar
import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate

_CHINESE = str.maketrans("〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖两", "0001234567891" + "1234567892")
_SEPARATOR = r"[\s\-‐‑‒–—―−·._]"
_RUN = re.compile(rf"\d(?:{_SEPARATOR}{{0,3}}[\dXx])*")
_GROUP = re.compile(r"[\dXx]+")
_FEWEST = 11

_IDENTITY = re.compile("身份证|身份号|证件|公民身份|社会保障号")
_PHONE = re.compile("电话|手机|联系|联络|微信|拨打|短信|致电")
_BANK = re.compile("卡号|账号|帐号|账户|帐户|一卡通|社保卡|银行卡|存折|开户")
_CREDIT = re.compile("信用代码|税号|纳税人")
_BUSINESS = re.compile("合同|编号|单号|发票|票号|票据|凭证|订单|流水|项目|宗地|图斑|代码|文号|批次")

_PROVINCES = {
    *("11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44"),
    *("45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83"),
}
_CREDIT_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


class Kind(Enum):
    """What kind of number."""

    IDENTITY = "身份证号码(18位)"
    OLD_IDENTITY = "旧身份证号码(15位)"
    MOBILE = "手机号码"
    BANK = "银行卡号或账号"


@dataclass(frozen=True, slots=True)
class _Number:
    """A run of neighbouring groups of digits, and what stands around it."""

    digits: str
    sizes: tuple[int, ...]
    dotted: bool
    glued: bool
    """A Latin letter stands right beside it."""
    alone: bool
    """There is nothing else in the text."""
    label: str
    before: str
    after: str

    def near(self, words: re.Pattern[str]) -> bool:
        return any(words.search(text) for text in (self.label, self.before, self.after))

    def business(self) -> bool:
        """Whether a word for a business number stands right before it."""
        return bool(_BUSINESS.search(self.before[-8:]))


def find_numbers(text: str, label: str = "") -> dict[Kind, bool]:
    """Kind → whether it is certain; the label of the field counts as a word beside the number."""
    if len(text) < _FEWEST or sum(map(str.isnumeric, text)) + text.count("○") < _FEWEST:
        return {}
    found: dict[Kind, bool] = {}
    for reading in _readings(text):
        for kind, certain in _judged(reading, label):
            found[kind] = found.get(kind, False) or certain
    return found


def _readings(text: str) -> Iterator[str]:
    """The text with every disguise of digits taken off; once more with Chinese digits read as digits."""
    folded = unicodedata.normalize("NFKC", html.unescape(text))
    plain = "".join(_digit(c) for c in folded if unicodedata.category(c) not in ("Cf", "Mn"))
    yield plain
    chinese = plain.translate(_CHINESE)
    if chinese != plain:
        yield chinese


def _digit(char: str) -> str:
    return str(unicodedata.decimal(char)) if char.isdecimal() else char


def _judged(text: str, label: str) -> Iterator[tuple[Kind, bool]]:
    words = sum(map(str.isalnum, text))
    for run in _RUN.finditer(text):
        groups = [(run.start() + g.start(), run.start() + g.end()) for g in _GROUP.finditer(run[0])]
        used: set[int] = set()
        for kind, first, last, digits in _windows(text, groups):
            if used.isdisjoint(range(first, last)):
                certain = _JUDGES[kind](_number(text, label, digits, groups[first:last], words))
                if certain is not None:
                    used.update(range(first, last))
                    yield kind, certain


def _windows(text: str, groups: list[tuple[int, int]]) -> Iterator[tuple[Kind, int, int, str]]:
    """Neighbouring groups whose digits together could be a number of the kind, the surest kind first."""
    digits = "".join(text[start:end] for start, end in groups).upper()
    sizes = accumulate((end - start for start, end in groups), initial=0)
    place = {size: index for index, size in enumerate(sizes)}  # how many digits → before which group
    for kind, (lengths, plausible) in _SHAPES.items():
        for start, first in place.items():
            for length in lengths:
                last = place.get(start + length)
                if last is not None and plausible(digits[start : start + length]):
                    yield kind, first, last, digits[start : start + length]


def _number(text: str, label: str, digits: str, groups: list[tuple[int, int]], words: int) -> _Number:
    start, end = groups[0][0], groups[-1][1]
    return _Number(
        digits=digits,
        sizes=tuple(b - a for a, b in groups),
        dotted="." in text[start:end] or "_" in text[start:end],
        glued=any(char.isascii() and char.isalpha() for char in (text[start - 1 : start], text[end : end + 1])),
        alone=words == len(digits),
        label=label,
        before=re.sub(r"[\d\W]+", " ", text[max(0, start - 60) : start])[-14:],
        after=text[end : end + 8],
    )


def _identity(number: _Number) -> bool | None:
    if is_credit_code(number.digits) and not number.near(_IDENTITY):  # both checks hold for one number in a thousand
        return None if number.near(_CREDIT) else False
    return number.near(_IDENTITY) or not number.business()


def _old_identity(number: _Number) -> bool | None:
    return True if number.near(_IDENTITY) else None


def _mobile(number: _Number) -> bool | None:
    if number.dotted and number.sizes != (3, 4, 4):
        return None
    return number.alone or (number.near(_PHONE) and not number.business())


def _bank(number: _Number) -> bool | None:
    in_fours = all(size == 4 for size in number.sizes[:-1]) and not number.dotted
    return True if in_fours and not number.glued and number.near(_BANK) else None


_JUDGES = {Kind.IDENTITY: _identity, Kind.MOBILE: _mobile, Kind.OLD_IDENTITY: _old_identity, Kind.BANK: _bank}
"""None: not such a number after all; else whether it is certain."""


def is_identity(digits: str) -> bool:
    """18 digits with a province, a day of birth and the check digit of GB 11643."""
    if not re.fullmatch(r"\d{17}[\dX]", digits, re.ASCII) or digits[:2] not in _PROVINCES or not _is_day(digits[6:14]):
        return False
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(digits[:17]))
    return "10X98765432"[total % 11] == digits[17]


def is_old_identity(digits: str) -> bool:
    """15 digits with a province and a day of birth; one in a few hundred numbers looks like that."""
    return digits.isdecimal() and digits[:2] in _PROVINCES and _is_day(f"19{digits[6:12]}")


def is_mobile(digits: str) -> bool:
    """11 digits, also behind the number of the country."""
    return re.fullmatch(r"(?:(?:00)?86)?1[3-9]\d{9}", digits) is not None


def is_credit_code(text: str) -> bool:
    """统一社会信用代码 of GB 32100, with the check digit of the organisation code inside it (GB 11714)."""
    if len(text) != 18 or text[2:4] not in _PROVINCES or any(char not in _CREDIT_LETTERS for char in text):
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


_SHAPES: dict[Kind, tuple[tuple[int, ...], Callable[[str], bool]]] = {
    Kind.IDENTITY: ((18,), is_identity),
    Kind.MOBILE: ((11, 13, 15), is_mobile),
    Kind.OLD_IDENTITY: ((15,), is_old_identity),
    Kind.BANK: ((16, 17, 18, 19), is_card),
}
