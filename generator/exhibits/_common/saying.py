"""Sentences of figures: who has most, what changed, what is not known; never a word about what cannot be compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from generator.figures import plain, rounded
from generator.model import Amount, State

NAMED = 3
"""That many are named; of more the number is said."""

_BIG = ((10**8, 10**6, "亿元"), (10**4, 100, "万元"))
"""(From so much on, in steps of so much, the word)."""

Pair = tuple[str, Amount]
"""Whose figure, and the figure."""


def said(value: Decimal, unit: str) -> str:
    """`12.5万元`, `86,420.13元`, `−3个`: as the tables write it; yuan as 万元 or 亿元 where nothing is lost by it."""
    for worth, even, word in _BIG:
        if unit == "元" and abs(value) >= worth and not value % even:
            return said(value / worth, word)
    words = f"{value:,.2f}" if unit == "元" else f"{Decimal(plain(value)):,f}"
    return words.replace("-", "−") + unit


def several(names: Sequence[str], unit: str = "个", most: int = NAMED) -> str:
    """`刘村、西河村`; `刘村、西河村、王家坪村等5个`."""
    return "、".join(names[:most]) + (f"等{len(names)}{unit}" if len(names) > most else "")


def extremes(pairs: Iterable[Pair], unit: str, most: str = "最多", least: str = "最少") -> str:
    """`最多的是刘村（7.42万元），最少的是…。`: of the known alone; ties are named together; nothing of fewer than two."""
    known = [(name, one.value) for name, one in pairs if one.value is not None]
    if len(known) < 2:
        return ""
    values = [value for _, value in known]
    if min(values) == max(values):
        return f"{several([name for name, _ in known])}一样，都是{said(values[0], unit)}。"
    return (
        "，".join(_ends(known, end, words, unit) for end, words in ((max(values), most), (min(values), least))) + "。"
    )


def _ends(known: Sequence[tuple[str, Decimal]], end: Decimal, words: str, unit: str) -> str:
    names = [name for name, value in known if value == end]
    tied = "并列，" if len(names) > 1 else ""
    return f"{words}的是{several(names)}（{tied}{said(end, unit)}）"


def unknown(pairs: Iterable[Pair]) -> str:
    """`溪口村的数原件遮盖了（**），刘村没有数（缺2026年8月的表），都不算在内。`; nothing when all are known."""
    found = [(name, one) for name, one in pairs if one.value is None]
    masked = [name for name, one in found if one.state is State.MASKED]
    missing = [(name, one.reason) for name, one in found if one.state is not State.MASKED]
    words = [f"{several(masked)}的数原件遮盖了（**）"] if masked else []
    if missing:
        reasons = list(dict.fromkeys(reason for _, reason in missing if reason))
        shown = f"（{several(reasons, '种原因', 2)}）" if reasons else ""
        words.append(f"{several([name for name, _ in missing])}没有数{shown}")
    return "，".join(words) + ("，都不算在内。" if len(found) > 1 else "，不算在内。") if words else ""


def difference(now: Amount, before: Amount) -> Amount:
    """How much more; missing where either is not known."""
    return now - before if now.value is not None and before.value is not None else _none(now, before)


def growth(now: Amount, before: Amount) -> Amount:
    """Per cent of change with one decimal; missing from a base that is not above zero or where either is not known."""
    if now.value is None or before.value is None:
        return _none(now, before)
    if before.value <= 0:
        return Amount.missing("%", "上年不大于零，不算增减百分比")
    return Amount.known(rounded((now.value - before.value) * 100 / before.value, 1), "%")


def _none(now: Amount, before: Amount) -> Amount:
    masked = State.MASKED in (now.state, before.state)
    return Amount.masked("", "原件已遮盖") if masked else Amount.missing("", now.reason or before.reason)


def changed(now: Amount, before: Amount, unit: str) -> str:
    """`比上年增加0.57万元，增长8.3%。`; nothing when either is not known."""
    if now.value is None or before.value is None:
        return ""
    more = now.value - before.value
    if not more:
        return "和上年一样。"
    share = growth(now, before).value
    part = "" if share is None else f"，{'增长' if more > 0 else '下降'}{said(abs(share), '%')}"
    base = "" if share is not None else "（上年不大于零，不算百分比）"
    return f"比上年{'增加' if more > 0 else '减少'}{said(abs(more), unit)}{part}{base}。"


def ranks(values: Sequence[Amount]) -> list[int | None]:
    """The rank of each, the largest first; equal ones share a rank and the next is left out; no rank for the unknown."""
    known = sorted((one.value for one in values if one.value is not None), reverse=True)
    return [None if one.value is None else known.index(one.value) + 1 for one in values]
