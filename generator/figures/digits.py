"""A number as digits, as Chinese words and as a sum of money is written out."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from generator.figures.pieces import Unwritable

_WIDE = Context(prec=12_000)  # room for every digit that a figure of two hundred characters can have
_WORDS, _CAPITALS = "零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
_STEPS = ((10**8, "亿"), (10**4, "万"))
_TENS = {_WORDS: ((1000, "千"), (100, "百"), (10, "十")), _CAPITALS: ((1000, "仟"), (100, "佰"), (10, "拾"))}
_TOO_LARGE = 10**16  # behind 万亿 there is no word that everybody reads alike


def rounded(value: Decimal, digits: int) -> Decimal:
    """Rounded as people round: half away from zero."""
    result = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, _WIDE)
    return result if result else result.copy_abs()  # never −0


def plain(value: Decimal) -> str:
    """Digits without grouping and without needless zeros; at most four decimals."""
    text = f"{rounded(value, 4):f}" if -value.as_tuple().exponent > 4 else f"{value:f}"  # type: ignore[operator]
    return text.rstrip("0").rstrip(".") if "." in text else text


def grouped(text: str) -> str:
    """`53115.5` → `53,115.5`."""
    whole, dot, rest = text.partition(".")
    return f"{int(whole):,}{dot}{rest}" if whole not in ("-0",) else text


def chinese(value: Decimal) -> str:
    """`一千四百六十`, `十二`, `三点五`, `负二`; at most four decimals. Raises Unwritable beyond 万亿."""
    text = _decimal(value, _WORDS)
    sign = "负" if text.startswith("负") else ""
    said = text.removeprefix("负")
    return sign + (said[1:] if said.startswith("一十") else said)


def capitals(value: Decimal) -> str:
    """`壹仟肆佰陆拾`, `叁点伍`: as nobody can change it afterwards. Raises Unwritable beyond 万亿."""
    return _decimal(value, _CAPITALS)


def money(yuan: Decimal) -> str:
    """`壹万贰仟叁佰元整`, `壹仟肆佰零玖元伍角`, `壹万陆仟肆佰零玖元零贰分`: as bills are filled in, to the 分.

    《支付结算办法》 appendix 1: 整 behind 元, none behind 分; 零 where digits between are nought.
    """
    cents = int(abs(rounded(yuan, 2)) * 100)
    whole, (jiao, fen) = cents // 100, divmod(cents % 100, 10)
    text = f"{_whole(whole, _CAPITALS)}元" if whole or not cents else ""
    if not jiao and not fen:
        text += "整"
    elif whole and (not jiao or not whole % 10):
        text += "零"
    text += f"{_CAPITALS[jiao]}角" if jiao else ""
    text += f"{_CAPITALS[fen]}分" if fen else ""
    return f"负{text}" if yuan < 0 and cents else text


def _decimal(value: Decimal, words: str) -> str:
    whole, _, rest = plain(abs(value)).partition(".")
    text = _whole(int(whole), words)
    if rest:
        text += "点" + "".join(words[int(digit)] for digit in rest)
    return f"负{text}" if value < 0 and (int(whole) or rest) else text


def _whole(number: int, words: str) -> str:
    """A whole number from zero on; 亿 and 万 divide it, so that 12345亿 is read 一万二千三百四十五亿."""
    if number >= _TOO_LARGE:
        raise Unwritable("数太大,写不成汉字", "用“亿”,例如 {{ 指标名 | 亿 }}")
    text, left = "", number
    for size, word in (*_STEPS, *_TENS[words]):
        head, rest = divmod(left, size)
        if head:
            text += (_whole(head, words) if size >= 10**4 else words[head]) + word
        if head and 0 < rest < size // 10:
            text += words[0]
        left = rest
    return text + words[left] if left or not text else text
