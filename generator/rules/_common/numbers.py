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
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

_CHINESE = str.maketrans("〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖两", "0001234567891" + "1234567892")
_SEPARATOR = r"[\s\-‐‑‒–—―−·._]"
_RUN = re.compile(rf"\d(?:{_SEPARATOR}{{0,3}}[\dXx])*")
_GROUP = re.compile(r"[\dXx]+")
_FEWEST = 11

_IDENTITY = re.compile("身份证|身份号|证件|公民身份|社会保障号")
_PHONE = re.compile("电话|手机|联系|联络|微信|拨打|短信|致电")
_BANK = re.compile("卡号|账号|帐号|账户|帐户|一卡通|社保卡|银行卡|存折|开户")
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
    """A run of neighbouring groups, and what stands around it."""

    digits: str
    sizes: tuple[int, ...]
    dotted: bool
    glued: bool
    before: str
    after: str
    alone: bool

    def near(self, words: re.Pattern[str]) -> bool:
        return bool(words.search(self.before) or words.search(self.after))

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
    for run in _RUN.finditer(text):
        groups = [(run.start() + g.start(), run.start() + g.end()) for g in _GROUP.finditer(run[0])]
        used: set[int] = set()
        for kind in Kind:
            for first, last in _windows(groups, _LENGTHS[kind]):
                if used.isdisjoint(range(first, last)):
                    certain = _JUDGES[kind](_number(text, label, groups[first:last]))
                    if certain is not None:
                        used.update(range(first, last))
                        yield kind, certain


def _windows(groups: list[tuple[int, int]], lengths: range) -> Iterator[tuple[int, int]]:
    """Neighbouring groups whose digits together have one of the lengths."""
    for first in range(len(groups)):
        size = 0
        for last in range(first, len(groups)):
            size += groups[last][1] - groups[last][0]
            if size >= lengths.stop:
                break
            if size in lengths:
                yield first, last + 1


def _number(text: str, label: str, groups: list[tuple[int, int]]) -> _Number:
    start, end = groups[0][0], groups[-1][1]
    return _Number(
        digits="".join(text[a:b] for a, b in groups).upper(),
        sizes=tuple(b - a for a, b in groups),
        dotted="." in text[start:end] or "_" in text[start:end],
        glued=bool(re.search(r"[A-Za-z]$", text[:start][-1:]) or re.match(r"[A-Za-z]", text[end : end + 1])),
        before=f"{label}:{text[max(0, start - 14) : start]}",
        after=text[end : end + 8],
        alone=not re.search(r"\w", text[:start] + text[end:]),
    )


def _identity(number: _Number) -> bool | None:
    if not is_identity(number.digits) or (is_credit_code(number.digits) and not number.near(_IDENTITY)):
        return None
    return number.near(_IDENTITY) or not number.business()


def _old_identity(number: _Number) -> bool | None:
    digits = number.digits
    plausible = digits.isdecimal() and digits[:2] in _PROVINCES and _is_day(f"19{digits[6:12]}")
    return True if plausible and number.near(_IDENTITY) else None


def _mobile(number: _Number) -> bool | None:
    digits = re.sub(r"^(?:00)?86(?=1\d{10}$)", "", number.digits)
    if not re.fullmatch(r"1[3-9]\d{9}", digits) or (number.dotted and number.sizes != (3, 4, 4)):
        return None
    return number.alone or (number.near(_PHONE) and not number.business())


def _bank(number: _Number) -> bool | None:
    in_fours = all(size == 4 for size in number.sizes[:-1]) and not number.dotted
    plausible = number.digits.isdecimal() and in_fours and not number.glued and is_card(number.digits)
    return True if plausible and number.near(_BANK) else None


_LENGTHS = {
    Kind.IDENTITY: range(18, 19),
    Kind.MOBILE: range(11, 15),
    Kind.OLD_IDENTITY: range(15, 16),
    Kind.BANK: range(16, 20),
}
_JUDGES = {Kind.IDENTITY: _identity, Kind.MOBILE: _mobile, Kind.OLD_IDENTITY: _old_identity, Kind.BANK: _bank}


def is_identity(digits: str) -> bool:
    """18 digits with a province, a day of birth and the check digit of GB 11643."""
    if not re.fullmatch(r"\d{17}[\dX]", digits, re.ASCII) or digits[:2] not in _PROVINCES or not _is_day(digits[6:14]):
        return False
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(digits[:17]))
    return "10X98765432"[total % 11] == digits[17]


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
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _is_day(text: str) -> bool:
    year, month, day = int(text[:4]), int(text[4:6]), int(text[6:8])
    return 1900 <= year <= 2099 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
