"""A change against its two ends: `由56岁降到42岁，年轻了15岁` — 56 − 42 is 14; also 增长x%, 倍, 番, 百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.model import Level
from generator.numerals.claims.doubt import Doubt
from generator.numerals.claims.ends import BY, FORMER, Change, ends, sizes
from generator.numerals.claims.quantity import Quantity, Sentence
from generator.numerals.claims.ranges import decimals, rounded, step

_FOLD = re.compile(r"翻(?:了)?(?P<many>[一两二三]?)番")
_TIMES = re.compile(r"(?:是|为|达|达到|相当于|等于)[^，,；;]{0,12}$")
_CAME = re.compile(r"(?:新增|退出|新吸收|新吸纳|新发展)\w{0,3}$")
_WENT = re.compile(r"退|去世|死亡|转出|迁出|流失|脱贫|注销|报废|新增|转入|返贫|纳入|新识别|拆除|淘汰")
_FOLDS = {"": 1, "一": 1, "两": 2, "二": 2, "三": 3}


def changes(sentence: Sentence) -> Iterator[Doubt]:
    """What is wrong with the changes of a sentence."""
    for change in ends(sentence):
        doubt = _wrong_way(sentence, change)
        if doubt is not None:
            yield doubt
            continue
        for by in sizes(sentence, change):
            yield from _judged(sentence, change, by)
        yield from _folded(sentence, change)
    yield from _multiples(sentence)


def _wrong_way(sentence: Sentence, change: Change) -> Doubt | None:
    """`由42岁降到56岁`."""
    old, new = change.old, change.new
    if change.up is None or old.loose or new.loose or old.value == new.value or (new.value > old.value) == change.up:
        return None
    message = f"“{sentence.quote(old.start, new.stop)}”说反了:{new.shown}比{old.shown}{'小' if change.up else '大'}"
    return Doubt(old.start, new.stop, Level.ERROR, message, "核对前后两个数", new.start)


def _judged(sentence: Sentence, change: Change, by: Quantity) -> Iterator[Doubt]:
    old, new = change.old, change.new
    if "年均" in by.before or "每年" in by.before or _gone_too(sentence, by) or _of_something(by):
        return
    readings = _readings(change, by)
    if readings and not any(low <= by.range.high and by.range.low <= high for low, high, _ in readings):
        start, stop = min(old.start, by.start), max(new.stop, by.stop)
        words = sentence.quote(by.start - len(_verb(by)), by.stop)
        message = f"“{words}”与“{old.text}”到“{new.text}”不符:{readings[0][2]}"
        yield Doubt(start, stop, _sure(readings, by), message, "核对前后两个数和变化", by.start)


def _of_something(by: Quantity) -> bool:
    """`节约120元化肥钱`, `新增30户种茶户`: what was saved or came has a name of its own."""
    found = re.search(r"(?:新\w+|退出|节\w|省下|多\w+|少\w+)(?:了)?$", by.before)
    return found is not None and len(re.sub(r"^(?:左右|以上|多|余)", "", by.after)) > 1


def _gone_too(sentence: Sentence, by: Quantity) -> bool:
    """`新增40户，退出10户`: what came, without what went, is no difference."""
    return _CAME.search(by.before) is not None and any(
        _WENT.search(q.before) for q in sentence.quantities if q is not by and q.counts_like(by)
    )


def _verb(by: Quantity) -> str:
    found = BY.search(by.before)
    return found[0] if found else ""


def _sure(readings: list[tuple[Decimal, Decimal, str]], by: Quantity) -> Level:
    """Off by one in the last place of decimals that were each rounded: likely, not certain."""
    low, high, _ = readings[0]
    if _CAME.search(by.before) and by.unit in ("人", "户", "个", "家"):  # others may have come and gone, unsaid
        return Level.WARNING
    close = "." in by.text and low - by.place <= by.range.high and by.range.low <= high + by.place
    return Level.WARNING if close and any(c in by.text for c in "万亿") else Level.ERROR


def _readings(change: Change, by: Quantity) -> list[tuple[Decimal, Decimal, str]]:
    """What the change may be: from, to, and how it is reckoned. Empty when the unit fits nothing."""
    old, new = change.old, change.new
    gap = abs(new.value - old.value)
    big, small = (new, old) if new.value >= old.value else (old, new)
    less, more = _reach(big, small, by)
    difference = (less, more, f"{big.shown} - {small.shown} = {new.like(gap)}")
    if by.unit in ("点", "%") and new.unit == "%":
        found = [difference]
        return [*found, _relative(old, new, gap)] if by.unit == "%" and old.value else found
    if by.unit == "%" and old.value:
        return [_relative(old, new, gap)]
    if by.unit == "倍" and old.value:
        times = new.value / old.value
        if FORMER.search(by.before):
            exact = rounded(times, decimals(by.text))
            return [(exact, exact, f"{new.shown} ÷ {old.shown} = {rounded(times, 2):f}")]
        shown = f"{new.shown} ÷ {old.shown} = {rounded(times, 2):f},增加{rounded(times - 1, 2):f}倍"
        return [(times - 1, times - 1, shown)]
    return [difference] if by.counts_like(new) else []


def _reach(big: Quantity, small: Quantity, by: Quantity) -> tuple[Decimal, Decimal]:
    """The difference: exact, unless one of the two is not, or is rounded more than the difference is."""
    finer = by.unit == big.unit and step(by.value) < max(big.place, small.place)
    if not big.loose and not small.loose and not finer:
        return big.value - small.value, big.value - small.value
    return big.range.low - small.range.high, big.range.high - small.range.low


def _relative(old: Quantity, new: Quantity, gap: Decimal) -> tuple[Decimal, Decimal, str]:
    ratio = gap * 100 / old.value
    shown = f"({max(old, new, key=_value).shown} - {min(old, new, key=_value).shown}) ÷ {old.shown} = {rounded(ratio, 1):f}%"
    ends = [
        abs(n / o - 1) * 100
        for n in (new.range.low, new.range.high)
        for o in (old.range.low, old.range.high)
        if n.is_finite() and o.is_finite() and o > 0
    ]
    return min(ends, default=ratio), max(ends, default=ratio), shown


def _value(quantity: Quantity) -> Decimal:
    return quantity.value


def _folded(sentence: Sentence, change: Change) -> Iterator[Doubt]:
    """翻一番 is twice as much, 翻两番 four times."""
    behind = sentence.between(change.new.stop, change.new.stop + 16)
    ahead = sentence.between(change.old.opens - 12, change.old.opens)
    within = sentence.between(change.old.stop, change.new.start)
    found = _FOLD.search(behind) or _FOLD.search(within) or re.search(rf"{_FOLD.pattern}[，,]$", ahead)
    rest = found.string if found else ""
    if not found or change.old.value <= 0 or re.search(r"近|约|再|力争|还要|将|不止|下一步", rest[: found.start()]):
        return
    times, expected = change.new.value / change.old.value, Decimal(2) ** _FOLDS[found["many"]]
    tail = rest[found.end() : found.end() + 2]
    if expected * Decimal("0.95") <= times <= expected * (2 if "多" in tail or "以上" in tail else Decimal("1.05")):
        return
    if re.search(r"超过|多|以上", rest[: found.end() + 2]) and times >= expected:
        return
    message = f"“{found[0].strip('，,')}”与“{change.old.text}”到“{change.new.text}”不符:{change.new.shown}是{change.old.shown}的{rounded(times, 2):f}倍"
    yield Doubt(change.old.start, change.new.stop, Level.ERROR, message, "翻一番是2倍,翻两番是4倍", change.new.start)


def _multiples(sentence: Sentence) -> Iterator[Doubt]:
    """`今年150万元，是去年50万元的3倍`."""
    for new, old, by in zip(sentence.quantities, sentence.quantities[1:], sentence.quantities[2:], strict=False):
        if by.unit != "倍" or by.before not in ("的", "的近", "的约") or not new.counts_like(old) or old.value <= 0:
            continue
        if not _TIMES.search(sentence.between(new.stop, old.start)):
            continue
        times = new.value / old.value
        if not by.range.holds(times) and not by.range.holds(rounded(times, 0 if by.value % 1 == 0 else 1)):
            message = f"“{sentence.quote(old.start, by.stop)}”不符:{new.shown} ÷ {old.shown} = {rounded(times, 2):f}"
            yield Doubt(new.start, by.stop, Level.ERROR, message, "核对两个数和倍数", by.start)
