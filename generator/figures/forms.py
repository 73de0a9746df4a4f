"""The forms a figure can be written in: `{{ 党员总数 | 汉字 }}`. One function a form, one line a form in FORMS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from generator.figures.digits import capitals, chinese, grouped, money, plain, rounded
from generator.figures.pieces import Unwritable
from generator.figures.units import PERCENT, is_money, percent, scale
from generator.model.text import clip

_RATIOS = ("", PERCENT, "倍", "比", "比值", "比例")
"""Units of what can be said in per cent or times; what was divided can whatever its unit, as 名 are 人."""
_TENTHS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Asked:
    """A known figure and what was asked for behind the bar."""

    value: Decimal
    unit: str
    argument: int | None
    approximate: bool
    single: bool
    """Whether it is one indicator as it is, and not computed."""

    def digits(self, usual: int) -> int:
        return usual if self.argument is None else self.argument

    @property
    def bare(self) -> Decimal:
        """The value in its unit without 万 or 亿."""
        return self.value * scale(self.unit)[0]


def _share(asked: Asked) -> Decimal:
    """In hundredths. Raises Unwritable for what is counted in 名, 户, 元 …: 1460 名 would become 146000%."""
    if asked.single and asked.unit not in _RATIOS:
        message = f"{clip(plain(asked.value))}{clip(asked.unit)}不是两数之比,不能写成百分比、百分点、几成或几倍"
        raise Unwritable(message, "要两个数相除,例如 {{ 能人干部 / 三大职干部 | 百分比 }}")
    return percent(asked.value, asked.unit)


def _percent(asked: Asked) -> str:
    return f"{rounded(_share(asked), asked.digits(1)):f}%"


def _points(asked: Asked) -> str:
    return f"{plain(rounded(_share(asked), asked.digits(1)))}个百分点"


def _tenths(asked: Asked) -> str:
    """四成, 四成五; 不到一成 for what is less than one."""
    share = _share(asked)
    if not 0 < share <= 100:
        raise Unwritable(f"“成”只写零以上、十成以下的份额,这里是{clip(plain(share))}%", "改用“百分比”,超过一倍的用“倍”")
    if share < 10:
        return "不到一成"
    whole, part = divmod(int(rounded(share, 0)), 10)
    return f"{'十' if whole == 10 else _TENTHS[whole]}成{_TENTHS[part] if part else ''}"


def _times(asked: Asked) -> str:
    return f"{plain(rounded(_share(asked) / 100, asked.digits(1)))}倍"


def _in(size: int, word: str) -> Callable[[Asked], str]:
    return lambda asked: f"{plain(rounded(asked.bare / size, asked.digits(2)))}{word}"


def _grouped(asked: Asked) -> str:
    value = asked.value if asked.argument is None else rounded(asked.value, asked.argument)
    return grouped(plain(value) if asked.argument is None else f"{value:f}")


def _capitals(asked: Asked) -> str:
    return money(asked.bare) if is_money(asked.unit) else capitals(asked.value)


def _over(asked: Asked) -> str:
    """1463 cut to hundreds is `1400余`; a figure that is just 1400 stays 1400."""
    if asked.argument is None:
        if not asked.approximate:
            raise Unwritable("“余”只用于标明“约数: 是”的指标", "写明舍到哪一位,例如 {{ 走访 | 余(100) }}")
        return f"{plain(asked.value)}余"
    cut = int(asked.value / asked.argument) * asked.argument
    if cut <= 0:
        raise Unwritable(f"{clip(plain(asked.value))}不到{asked.argument},舍不成“余”", "括号里换小一些的数")
    return f"{cut}{'余' if asked.approximate or cut != asked.value else ''}"


@dataclass(frozen=True, slots=True)
class Form:
    """How a figure is written; `takes` says what may stand in brackets behind it."""

    write: Callable[[Asked], str]
    takes: tuple[int, ...] = ()
    said: str = "后面不写括号"


_DIGITS = (tuple(range(7)), "后面的括号里写小数位数,0 到 6")
_POWERS = (tuple(10**n for n in range(1, 13)), "后面的括号里写舍到哪一位:10、100、1000 ……")

FORMS: dict[str, Form] = {
    "百分比": Form(_percent, *_DIGITS),
    "万": Form(_in(10**4, "万"), *_DIGITS),
    "亿": Form(_in(10**8, "亿"), *_DIGITS),
    "取整": Form(lambda asked: f"{rounded(asked.value, 0):f}"),
    "保留": Form(lambda asked: f"{rounded(asked.value, asked.digits(0)):f}", *_DIGITS),
    "千分位": Form(_grouped, *_DIGITS),
    "大写": Form(_capitals),
    "汉字": Form(lambda asked: chinese(asked.value)),
    "成": Form(_tenths),
    "百分点": Form(_points, *_DIGITS),
    "余": Form(_over, *_POWERS),
    "倍": Form(_times, *_DIGITS),
}
