"""Accounts that do not balance: `收入32万元，支出25万元，结余9万元`, and with what was there before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from generator.model import Level
from generator.numerals.claims.doubt import Doubt
from generator.numerals.claims.quantity import Quantity, Sentence
from generator.numerals.claims.ranges import Range

_ROLES = (
    (
        "opening",
        r"(?:年初|期初|上年|上期|月初|去年|原有|上年末)(?:账面|账户|滚存)?(?:结存|余额|结余|结转|存款|资金|余|库存)",
    ),
    (
        "closing",
        r"(?:年末|期末|年底|月末|本年末|期终|目前|现|账上|账面|账户)(?:账面|账户|滚存)?(?:结存|余额|结余|存款|余|库存|有存款)",
    ),
    ("left", r"(?:结余|盈余|节余|净收益|纯收益|净结余|收支相抵|纯收入|净收入|利润|结存|余额)"),
    ("out", r"支出|开支|成本|花费|花销|费用"),
    ("in", r"收入|收(?:缴|取)?党费|进账|营收|销售额"),
)
_ASIDE = re.compile(r"其中|比|增|减|较|每|人均|户均|累计|历年")
"""A part of another sum, a difference, or the sum of several years."""
_TAIL = r"(?:总额|合计|共|共计|资金|了|为|达|是|有|款|总计|全部)*$"
_PARTLY = re.compile(r"原料|人工|直接|部分|办公|单项")
_PROFIT = re.compile(r"利润|纯收入|净收入|净收益|纯收益")
_ASIDE_TOO = re.compile(r"预算|提取|提留|上缴|上交|借|偿还|归还|还款|税|折旧|预计|分红后")
"""What makes the balance another than of the two that are told."""
_OWNER = re.compile(r"(?!全[镇乡村])(?:[村镇乡县组]里|\w{1,6}?(?:村(?!集体|里)|组|社区|镇|乡|支部|合作社|公司|厂))")
_COST = re.compile(r"成本|花费|花销|费用")


def ledgers(sentence: Sentence) -> Iterator[Doubt]:
    """What is left, beside what came in and went out; the sum of several incomes or the first of them, whichever fits."""
    for clause in sentence.clauses():
        money = [q for q in clause if q.unit == "元"]
        roles = _roles(sentence, money)
        result = [q for q in money if roles.get(q.start) in ("left", "closing")]
        if (
            len(result) == 1
            and not any(q.loose for q in money)
            and not sentence.unknown(money[0].start, money[-1].stop)
        ):
            yield from _balanced(sentence, money, roles, result[0])


def _roles(sentence: Sentence, money: Sequence[Quantity]) -> dict[int, str]:
    """What each sum of money is; nothing when nobody can say. What 其中 names is part of the sum before."""
    roles: dict[int, str] = {}
    for quantity in money:
        inside = "其中" in sentence.between(money[0].stop, quantity.start)
        role = _role(quantity.before)
        roles[quantity.start] = "other" if inside and (not role or _PARTLY.search(quantity.before)) else role
    return roles


def _role(before: str) -> str:
    if _ASIDE.search(before):
        return "other"
    return next((name for name, words in _ROLES if re.search(f"(?:{words}){_TAIL}", before)), "")


def _balanced(
    sentence: Sentence, money: Sequence[Quantity], roles: dict[int, str], result: Quantity
) -> Iterator[Doubt]:
    by = {name: [q for q in money if roles[q.start] == name and q is not result] for name in ("opening", "in", "out")}
    unsaid = any(not role for role in roles.values()) or len(by["opening"]) > 1
    if _ASIDE_TOO.search(sentence.between(money[0].opens, result.stop)) or _of_income(money, by["out"]):
        return
    owners = {found[0] for q in money if (found := _OWNER.match(q.before))}
    if (
        len(owners) > 1
        or unsaid
        or not by["in"]
        or not by["out"]
        or any(q.start > result.start for q in (*by["in"], *by["out"]))
    ):
        return
    if roles[result.start] == "closing" and not by["opening"]:  # something may have been there before
        return
    if _COST.search(by["out"][0].before) and (_PARTLY.search(by["out"][0].before) or not _PROFIT.search(result.before)):
        return
    readings = [*_readings(by)]
    if any(result.range.meets(_range(plus, minus)) for plus, minus in readings):
        return
    plus, minus = readings[0]
    value = sum((q.value for q in plus), Decimal(0)) - sum((q.value for q in minus), Decimal(0))
    reckoned = " - ".join([" + ".join(q.shown for q in plus), *(q.shown for q in minus)])
    start = min(q.start for q in (*plus, *minus))
    quoted = sentence.quote(min(q.opens for q in (*plus, *minus)), result.stop)
    message = f"“{quoted}”收支不符:{reckoned} = {result.like(value)},不是{result.shown}"
    yield Doubt(start, result.stop, Level.ERROR, message, "核对收入、支出和结余", result.start)


def _of_income(money: Sequence[Quantity], out: Sequence[Quantity]) -> bool:
    """`收入32万元，其中用于公益支出10万元、分红支出15万元`: nobody says what was spent in all."""
    inner = [q for q in money if "其中" in q.before and re.search(r"支出|开支|成本", q.before)]
    return bool(inner) and not any(q.start < inner[0].start for q in out)


def _readings(by: dict[str, list[Quantity]]) -> Iterator[tuple[list[Quantity], list[Quantity]]]:
    """All incomes or the first; all expenses or the first; what was there before counts or, where only 结余 is told, not."""
    ins, outs = (_sums(by[name]) for name in ("in", "out"))
    for opening, came, went in product(([by["opening"], []] if by["opening"] else [[]]), ins, outs):
        yield [*opening, *came], went


def _sums(quantities: list[Quantity]) -> list[list[Quantity]]:
    """All of them, or the one that heads the others or closes their list."""
    return [quantities, *([one] for one in quantities if len(quantities) > 1)]


def _range(plus: Sequence[Quantity], minus: Sequence[Quantity]) -> Range:
    """What the balance may be, with the rounding of every sum."""
    low = sum((q.range.low for q in plus), Decimal(0)) - sum((q.range.high for q in minus), Decimal(0))
    high = sum((q.range.high for q in plus), Decimal(0)) - sum((q.range.low for q in minus), Decimal(0))
    return Range(low, high)
