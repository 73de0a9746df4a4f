"""What changed from what to what: `由56岁降到42岁`, `比去年的120万元增加24万元`, `今年150万元，去年120万元`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.numerals.claims.quantity import Quantity, Sentence

_UP = r"(?:增加|增长|提高|上升|提升|扩大|发展|扩展|增|升|涨|上涨|壮大|跃升|攀升|增至|升至)"
_DOWN = r"(?:下降|减少|降低|缩短|压缩|压减|减|降|缩减|回落|下跌|降至|减至)"
_TO = re.compile(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了)?(?:到|至)(?:了)?[^，,；;：:]{{0,10}}$")
_TURNED = re.compile(r"(?:到|至|成|为)[^，,；;：:]{0,10}$")
BY = re.compile(
    r"(?:(?P<up>净增|新增(?:面积|户数|人数|数量|产量|社员)?|新(?:吸收|吸纳|发展)|增产|扩种|同比增长|增长|增加|提高|上升|提升|扩大|增收|上涨|多(?:接待|收入|收|产|卖|打|出栏|养|种|培训|办|修|发展|吸纳)?|增|涨|长|高)|(?P<down>年轻|退出|减产|节[省约水电能煤油]|省下|少(?:花|发|用|收|产|支出|跑)|下降|减少|降低|缩短|压缩|压减|少|降|减|低|短))"
    r"(?:了|近|约|超过|逾|达|幅度达到|幅达到|幅度|幅|为|率)*$"
)
FORMER = re.compile(r"(?:是|为|达到|相当于)(?:原来|原先|之前|过去|以前|上年|去年|前年|当初|此前|先前)的(?:近|约)?$")
_OLDER = re.compile(r"(?:比|较|与|和|同).*(?:的|年|前)$")
_TWICE = re.compile(r"翻了?[一两二三]?番[^，,]{0,2}[，,]?.{0,4}(?:达到|达|增加到|为|至)$")
_REACHED = re.compile(r"(?:达到|达|增加到|提高到|降到|减少到|为|至)$")
_THAN = re.compile(r"[，,]\s*(?:比|较|与|和|同)")
_YEARS = re.compile(
    r"(?P<last>去年|上年|上一年|前年|上届|换届前|年初|原来|过去|上半年)|(?P<now>今年|本年|本届|换届后|现在|目前|年末|年底|如今)"
)


@dataclass(frozen=True, slots=True)
class Change:
    """From one figure to another; `up` is what the verb says, None when it says nothing."""

    old: Quantity
    new: Quantity
    up: bool | None
    by: Quantity | None = None
    """How much, where it stands apart from the two."""


def ends(sentence: Sentence) -> Iterator[Change]:
    """Every change of a sentence whose both ends are written."""
    for old, new in zip(sentence.quantities, sentence.quantities[1:], strict=False):
        if not _comparable(old, new):
            continue
        gap = sentence.between(old.stop, new.start).strip()
        opened, found = re.search(r"由|从", old.before), _TO.search(gap)
        if found and "其中" not in gap and (opened or not re.search(r"[，,；;：:]", gap)):
            yield Change(old, new, found["up"] is not None)
        elif opened and _TURNED.search(gap):
            yield Change(old, new, None)
    yield from _compared(sentence)
    yield from _dated(sentence)


def _compared(sentence: Sentence) -> Iterator[Change]:
    """`比去年的120万元增加24万元，达到144万元`, `今年144万元，比去年的120万元增加24万元，增长20%`."""
    for old in sentence.quantities:
        rest, nearest = sentence.behind(old)[:2], sentence.before(old)[-1:]
        if rest and _OLDER.search(old.before) and _TWICE.search(sentence.between(old.stop, rest[0].start)):
            if old.counts_like(rest[0]):
                yield Change(old, rest[0], None)
            continue
        if not rest or not _OLDER.search(old.before) or not BY.search(rest[0].before):
            continue
        if len(rest) == 2 and old.counts_like(rest[1]) and _REACHED.search(rest[1].before):
            yield Change(old, rest[1], None, rest[0])
        elif nearest and nearest[0].counts_like(old) and _THAN.match(sentence.between(nearest[0].stop, old.start)):
            for by in rest[:1] + tuple(q for q in rest[1:] if BY.fullmatch(q.before)):
                yield Change(old, nearest[0], None, by)


def _dated(sentence: Sentence) -> Iterator[Change]:
    """`今年150万元，去年120万元，增长25%`."""
    for by in sentence.quantities:
        ahead = [q for q in sentence.before(by) if q.unit not in ("%", "点", "")]
        if not re.fullmatch(rf"(?:同比)?{BY.pattern[:-1]}", by.before) or len(ahead) < 2:
            continue
        first, second = ahead[-2:]
        if not first.counts_like(second) or sum(q.counts_like(first) for q in sentence.quantities if q is not by) != 2:
            continue
        one, two = _YEARS.search(first.before), _YEARS.search(second.before)
        if one and two and one.lastgroup != two.lastgroup:
            old, new = (second, first) if one["now"] else (first, second)
            yield Change(old, new, None, by)


def _comparable(old: Quantity, new: Quantity) -> bool:
    return old.unit == new.unit or (old.unit == "" and new.unit != "%")


def sizes(sentence: Sentence, change: Change) -> Iterator[Quantity]:
    """How much it changed, as the writer says: the next numbers, or the one before `由`."""
    if change.by is not None:
        yield change.by
        return
    between = [q for q in sentence.behind(change.old) if q.start < change.new.start]
    if between:
        yield from (q for q in between if BY.search(q.before))
        return
    told = [*_told(sentence, change.new)]
    yield from told
    ahead = sentence.before(change.old)
    if not told and ahead and BY.search(ahead[-1].before):
        gap = sentence.between(ahead[-1].stop, change.old.start)
        if re.fullmatch(r"[，,（(]\s*(?:即)?(?:由|从)\w{0,10}", gap.strip()):
            yield ahead[-1]


def _told(sentence: Sentence, new: Quantity) -> Iterator[Quantity]:
    """`，增加30万元，增长25%`: as long as the next number tells of the same change."""
    last = new
    for by in sentence.behind(new)[:2]:
        former = by.unit == "倍" and last is new and FORMER.search(by.before)
        if not former and not (BY.search(by.before) and _near(sentence, last, by)):
            return
        yield by
        last = by


def _near(sentence: Sentence, last: Quantity, by: Quantity) -> bool:
    """Whether the number still tells of that change: no new subject between."""
    gap = re.split(r"[，,；;：:、（(]", sentence.between(last.stop, by.start))
    found = BY.search(by.before)
    if len(gap) > 2 or found is None or re.search(r"[；;、]", sentence.between(last.stop, by.start)):
        return False
    lead = by.before[: found.start()]
    each = re.fullmatch(r"(?:每|平均每)?([亩户人])均?", lead)
    if each and re.search(rf"每{each[1]}|{each[1]}[均产]", _first(sentence, last)):
        return True
    return re.fullmatch(r"(?:平均|整体|总体|一共|共|净|整整|足足)?", lead) is not None


def _first(sentence: Sentence, last: Quantity) -> str:
    """The words before the number that it changed from."""
    return next((q.before for q in reversed(sentence.before(last)) if q.counts_like(last)), "")
