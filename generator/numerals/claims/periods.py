"""Halves and quarters against their year: `上半年30万元，下半年45万元，全年80万元`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.model import Level
from generator.numerals.claims.adding import adds_up, level, wrong
from generator.numerals.claims.doubt import Doubt
from generator.numerals.claims.quantity import Quantity, Sentence

YEARS = (
    ("全年", ("上半年", "下半年")),
    ("全年", ("一季度", "二季度", "三季度", "四季度")),
    ("上半年", ("一季度", "二季度")),
    ("下半年", ("三季度", "四季度")),
)
_NOT_YET = re.compile(r"力争|预计|计划|目标|确保|将|任务|预期|指标|同比|累计|保持|比|每|平均|均|率")
_LAST = re.compile(r"去年|上年")
_PLAIN = re.compile(
    r"去年|上年|今年|本年|本年度|全[镇乡村]|我[镇乡村]|第|一共|总共|共计|合计|共|总|分别|计|达到|达|为|是|有|的|了|各|完成|实现|又"
)


def periods(sentence: Sentence) -> Iterator[Doubt]:
    """A year that is not the sum of its parts, where all of them are told of the same thing."""
    if _NOT_YET.search(sentence.text) or (_LAST.search(sentence.text) and "今年" in sentence.text):
        return
    for whole, parts in YEARS:
        for unit in dict.fromkeys(q.unit for q in sentence.quantities if q.unit not in ("%", "点", "")):
            own = [q for q in sentence.quantities if q.unit == unit]
            total, listed = _of(own, whole), [_of(own, part) for part in parts]
            told = [part for part in listed if part is not None]
            if total is None or len(told) < len(parts) or sentence.unknown(own[0].start, own[-1].stop):
                continue
            things = [_thing(part, word) for part, word in zip(told, parts, strict=True)]
            if _same(_thing(total, whole), things, ahead=total.start < told[0].start):
                yield from _added(sentence, total, sorted(told, key=_start))


def _of(quantities: Sequence[Quantity], word: str) -> Quantity | None:
    """The one number of that time; None when there are several."""
    found = [q for q in quantities if word in q.before]
    return found[0] if len(found) == 1 else None


def _thing(quantity: Quantity, word: str) -> str:
    """What is counted, without the time."""
    said = quantity.before.partition("其中")[2] or quantity.before
    return _PLAIN.sub("", said.replace(word, "")) + quantity.after


def _same(total: str, parts: Sequence[str], *, ahead: bool) -> bool:
    """Each names the same thing; whoever speaks first may use more words than those behind."""
    longest = max((*parts, total) if ahead else parts, key=len)
    return all(thing in longest for thing in (total, *parts))


def _added(sentence: Sentence, total: Quantity, parts: Sequence[Quantity]) -> Iterator[Doubt]:
    if adds_up(total, parts):
        return
    grade = level(total, parts)
    if grade is Level.ERROR:
        yield wrong(sentence, total, parts, grade)


def _start(quantity: Quantity) -> int:
    return quantity.start
