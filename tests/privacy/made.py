"""Numbers of people who do not exist, with check digits that hold; nothing here is taken from the finder.

The arithmetic follows the standards as written: GB 11643 with its table of weights, GB 32100 with its own, ISO 7812 (Luhn).
"""

from __future__ import annotations

import datetime
from random import Random

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_REMAINDER = {0: "1", 1: "0", 2: "X", 3: "9", 4: "8", 5: "7", 6: "6", 7: "5", 8: "4", 9: "3", 10: "2"}
_COUNTIES = (
    "110105",
    "330281",
    "330114",
    "532301",
    "320508",
    "420106",
    "510704",
    "610113",
    "230102",
    "820001",
    "659001",
)
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_ORGANISATION = (3, 7, 9, 10, 5, 8, 4, 2)


def identity(random: Random, *, first: int = 1930, last: int = 2019) -> str:
    """18 digits of a person born in these years."""
    born = datetime.date(random.randint(first, last), 1, 1) + datetime.timedelta(random.randrange(365))
    body = f"{random.choice(_COUNTIES)}{born:%Y%m%d}{random.randrange(1000):03}"
    return body + _REMAINDER[sum(int(c) * w for c, w in zip(body, _WEIGHTS, strict=True)) % 11]


def old_identity(random: Random) -> str:
    """15 digits, as they were given out before 1999."""
    born = f"{random.randint(25, 81)}{random.randint(1, 12):02}{random.randint(1, 28):02}"
    return f"{random.choice(_COUNTIES)}{born}{random.randrange(1000):03}"


def mobile(random: Random) -> str:
    return f"1{random.choice('3456789')}{random.randrange(10**9):09}"


def card(random: Random, length: int = 0) -> str:
    """A card of a Chinese bank: issuer, number, Luhn digit."""
    issuer = random.choice(("621700", "622848", "623058", "621799", "623091", "622202", "621462"))
    length = length or random.choice((16, 19, 19, 19))
    body = issuer + "".join(random.choice("0123456789") for _ in range(length - 7))
    return body + _luhn(body)


def _luhn(body: str) -> str:
    total = 0
    for place, char in enumerate(reversed(body)):
        value = int(char) * (2 if place % 2 == 0 else 1)
        total += value // 10 + value % 10
    return str((10 - total % 10) % 10)


def credit_code(random: Random) -> str:
    """The 统一社会信用代码 of a company, an office or a village."""
    head = random.choice(("91", "91", "92", "11", "12", "51", "52", "54", "N1", "N2", "N3"))
    inner = "".join(random.choice(_ALPHABET if n < 2 else "0123456789") for n in range(8))
    values = [int(char, 36) for char in inner]
    rest = 11 - sum(v * w for v, w in zip(values, _ORGANISATION, strict=True)) % 11
    body = head + random.choice(_COUNTIES) + inner + {10: "X", 11: "0"}.get(rest, str(rest))
    total = sum(_ALPHABET.index(char) * weight for char, weight in zip(body, _CREDIT, strict=True))
    return body + _ALPHABET[(31 - total % 31) % 31]


def plate(random: Random) -> str:
    """Five signs behind province and office, or six of a car with a battery."""
    head = random.choice("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼") + random.choice("ABCDEFGHJ")
    if random.random() < 0.3:
        return head + random.choice("DF") + random.choice("ABCDEFGHJK0123456789") + f"{random.randrange(10000):04}"
    return head + random.choice(("{0}{1}{2}{3}{4}", "{0}{1}{2}{3}K", "Q{0}{1}{2}{3}", "{0}A{1}{2}{3}")).format(
        *(random.randrange(10) for _ in range(5))
    )


def digits(random: Random, length: int) -> str:
    """Digits that do not begin with a nought."""
    return random.choice("123456789") + "".join(random.choice("0123456789") for _ in range(length - 1))
