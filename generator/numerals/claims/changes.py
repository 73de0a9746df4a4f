"""A change against its two ends: `由56岁降到42岁，年轻了15岁` — 56 − 42 is 14; also 增长x%, 倍, 番, 百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.model import Level
from generator.numerals.claims.doubt import Doubt
from generator.numerals.claims.quantity import Quantity, Sentence
from generator.numerals.claims.ranges import decimals, rounded

_UP = r"(?:增加|增长|提高|上升|提升|扩大|发展|扩展|增|升|涨|上涨|壮大|跃升|攀升|增至|升至)"
_DOWN = r"(?:下降|减少|降低|缩短|压缩|压减|减|降|缩减|回落|下跌|降至|减至)"
_TO = re.compile(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了)?(?:到|至|为|成)?(?:了)?[^，,；;：:]{{0,10}}$")
_TURNED = re.compile(r"(?:到|至|成|为)[^，,；;：:]{0,10}$")
_BY = re.compile(
    r"(?:(?P<up>净增|同比增长|增长|增加|提高|上升|提升|扩大|增收|上涨|多|增|涨|长|高)|(?P<down>年轻|下降|减少|降低|缩短|压缩|压减|少|降|减|低|短))"
    r"(?:了|近|约|超过|逾|达|幅度|幅|为|率|到了)*$"
)
_OLDER = re.compile(r"(?:比|较).*(?:的|年|前)$")
_REACHED = re.compile(r"(?:达到|达|增加到|提高到|降到|减少到|为|至)$")
_FOLD = re.compile(r"翻(?:了)?(?P<many>[一两二三]?)番")
_FORMER = re.compile(r"(?:是|为|达到|相当于)(?:原来|原先|之前|过去|以前|上年|去年|前年|当初|此前|先前)的(?:近|约)?$")
_TIMES = re.compile(r"(?:是|为|达|达到|相当于|等于)[^，,；;]{0,12}$")
_YEARS = re.compile(
    r"(?P<last>去年|上年|上一年|前年|上届|换届前|年初|原来|过去|上半年)|(?P<now>今年|本年|本届|换届后|现在|目前|年末|年底|如今)"
)
_FOLDS = {"": 1, "一": 1, "两": 2, "二": 2, "三": 3}


@dataclass(frozen=True, slots=True)
class _Change:
    """From one figure to another; `up` is what the verb says, None when it says nothing."""

    old: Quantity
    new: Quantity
    up: bool | None
    by: Quantity | None = None
    """How much, where it stands apart from the two."""


def changes(sentence: Sentence) -> Iterator[Doubt]:
    """What is wrong with the changes of a sentence."""
    for change in _changes(sentence):
        doubt = _wrong_way(sentence, change)
        if doubt is not None:
            yield doubt
            continue
        for by in _sizes(sentence, change):
            yield from _judged(sentence, change, by)
        yield from _folded(sentence, change)
    yield from _multiples(sentence)


def _changes(sentence: Sentence) -> Iterator[_Change]:
    pairs = list(zip(sentence.quantities, sentence.quantities[1:], strict=False))
    for old, new in pairs:
        if not _comparable(old, new):
            continue
        gap = sentence.between(old.stop, new.start).strip()
        found = _TO.search(gap)
        if found and re.search(r"到|至|为|成", found[0]) and "其中" not in gap:
            yield _Change(old, new, found["up"] is not None)
        elif _TURNED.search(gap) and re.search(r"由|从", old.before):
            yield _Change(old, new, None)
    yield from _compared(sentence)


def _compared(sentence: Sentence) -> Iterator[_Change]:
    """`比去年的120万元增加24万元，达到144万元`, `今年150万元，去年120万元，增长25%`."""
    for old in sentence.quantities:
        rest = sentence.behind(old)[:2]
        if len(rest) < 2 or not _OLDER.search(old.before) or not old.counts_like(rest[1]):
            continue
        if _BY.search(rest[0].before) and _REACHED.search(rest[1].before):
            yield _Change(old, rest[1], None, rest[0])
    for by in sentence.quantities:
        ahead = [q for q in sentence.before(by) if q.unit not in ("%", "点", "")]
        if not re.fullmatch(rf"(?:同比)?{_BY.pattern[:-1]}", by.before) or len(ahead) < 2:
            continue
        first, second = ahead[-2:]
        if not first.counts_like(second) or sum(q.counts_like(first) for q in sentence.quantities if q is not by) != 2:
            continue
        one, two = _YEARS.search(first.before), _YEARS.search(second.before)
        if one and two and one.lastgroup != two.lastgroup:
            old, new = (second, first) if one["now"] else (first, second)
            yield _Change(old, new, None, by)


def _comparable(old: Quantity, new: Quantity) -> bool:
    return old.unit == new.unit or (old.unit == "" and new.unit != "%")


def _wrong_way(sentence: Sentence, change: _Change) -> Doubt | None:
    """`由42岁降到56岁`."""
    old, new = change.old, change.new
    if change.up is None or old.loose or new.loose or old.value == new.value or (new.value > old.value) == change.up:
        return None
    message = f"“{sentence.quote(old.start, new.stop)}”说反了:{new.shown}比{old.shown}{'小' if change.up else '大'}"
    return Doubt(old.start, new.stop, Level.ERROR, message, "核对前后两个数", new.start)


def _sizes(sentence: Sentence, change: _Change) -> Iterator[Quantity]:
    """How much it changed, as the writer says: the next number, or the one before `由`."""
    if change.by is not None:
        yield change.by
        return
    behind, ahead = sentence.behind(change.new), sentence.before(change.old)
    between = [q for q in sentence.behind(change.old) if q.start < change.new.start]
    if between:
        yield from (q for q in between if _BY.search(q.before))
        return
    former = bool(behind) and behind[0].unit == "倍" and bool(_FORMER.search(behind[0].before))
    if former or (behind and _BY.search(behind[0].before) and _near(sentence, change.new, behind[0])):
        yield behind[0]
    elif ahead and _BY.search(ahead[-1].before):
        gap = sentence.between(ahead[-1].stop, change.old.start)
        if re.fullmatch(r"[，,（(]\s*(?:即)?(?:由|从)\w{0,10}", gap.strip()):
            yield ahead[-1]


def _near(sentence: Sentence, new: Quantity, by: Quantity) -> bool:
    """Whether the change is still that of the two: no new subject between."""
    gap = sentence.between(new.stop, by.start)
    rest = re.split(r"[，,；;：:、（(]", gap)
    words = rest[-1]
    found = _BY.search(re.sub(r"\s", "", words))
    subject = words[: found.start()].strip() if found else words
    if len(rest) > 2 or re.search(r"[；;、]", gap) or re.search(r"比上|比去|较上|较去|同比|环比", subject):
        return False
    return re.fullmatch(r"(?:平均|整体|总体|一共|共|净|整整|足足|年均)?", subject) is not None


def _judged(sentence: Sentence, change: _Change, by: Quantity) -> Iterator[Doubt]:
    old, new = change.old, change.new
    if "年均" in by.before or "每年" in by.before:
        return
    readings = _readings(change, by)
    if readings and not any(low <= by.range.high and by.range.low <= high for low, high, _ in readings):
        start, stop = min(old.start, by.start), max(new.stop, by.stop)
        words = sentence.quote(by.start - len(_verb(by)), by.stop)
        message = f"“{words}”与“{old.text}”到“{new.text}”不符:{readings[0][2]}"
        yield Doubt(start, stop, _sure(readings, by), message, "核对前后两个数和变化", by.start)


def _verb(by: Quantity) -> str:
    found = _BY.search(by.before)
    return found[0] if found else ""


def _sure(readings: list[tuple[Decimal, Decimal, str]], by: Quantity) -> Level:
    """Off by one in the last place of decimals that were each rounded: likely, not certain."""
    low, high, _ = readings[0]
    close = "." in by.text and low - by.place <= by.range.high and by.range.low <= high + by.place
    return Level.WARNING if close and any(c in by.text for c in "万亿") else Level.ERROR


def _readings(change: _Change, by: Quantity) -> list[tuple[Decimal, Decimal, str]]:
    """What the change may be: from, to, and how it is reckoned. Empty when the unit fits nothing."""
    old, new = change.old, change.new
    gap = abs(new.value - old.value)
    big, small = (new, old) if new.value >= old.value else (old, new)
    less, more = _reach(big, small)
    difference = (less, more, f"{big.shown} - {small.shown} = {new.like(gap)}")
    if by.unit in ("点", "%") and new.unit == "%":
        found = [difference]
        return [*found, _relative(old, new, gap)] if by.unit == "%" and old.value else found
    if by.unit == "%" and old.value:
        return [_relative(old, new, gap)]
    if by.unit == "倍" and old.value:
        times = new.value / old.value
        if _FORMER.search(by.before):
            exact = rounded(times, decimals(by.text))
            return [(exact, exact, f"{new.shown} ÷ {old.shown} = {rounded(times, 2):f}")]
        shown = f"{new.shown} ÷ {old.shown} = {rounded(times, 2):f},增加{rounded(times - 1, 2):f}倍"
        return [(times - 1, times - 1, shown)]
    return [difference] if by.counts_like(new) else []


def _reach(big: Quantity, small: Quantity) -> tuple[Decimal, Decimal]:
    """The difference: exact, unless one of the two is not."""
    if not big.loose and not small.loose:
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


def _folded(sentence: Sentence, change: _Change) -> Iterator[Doubt]:
    """翻一番 is twice as much, 翻两番 four times."""
    behind = sentence.between(change.new.stop, change.new.stop + 16)
    ahead = sentence.between(change.old.opens - 12, change.old.opens)
    found = _FOLD.search(behind) or re.search(rf"{_FOLD.pattern}[，,]$", ahead)
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
