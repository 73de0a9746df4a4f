"""Parts that are more than their whole, one alone or all together: `共57户183人，其中低保户22户195人`; each unit on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.model import Level
from generator.numerals.claims.adding import OPEN_END, doubt, wrong
from generator.numerals.claims.doubt import Doubt
from generator.numerals.claims.kinds import apart, unlike
from generator.numerals.claims.quantity import Quantity, Sentence
from generator.numerals.claims.scales import exclusive

_LOOSE_UNITS = ("个", "件", "项", "处", "次", "条", "家")
_MEASURES = (
    "元",
    "亩",
    "公里",
    "米",
    "平方米",
    "立方米",
    "吨",
    "公斤",
    "斤",
    "公顷",
    "平方公里",
    "株",
    "棵",
    "头",
    "只",
)
_ANYTHING = re.compile(r"每|人次|累计")
_APART = re.compile(r"[；;]|其中|另|此外|同时|共|合计|总计|比|增|减|还|均|每|支出|开支|结[存余]|余额|成本")
_TIGHT = re.compile(r"\s*(?:、|和|及|与|以及)?[^，,；;。：:（(]*")


def parts(sentence: Sentence) -> Iterator[Doubt]:
    """What 其中 names and cannot be of the number before it."""
    for found in re.finditer("其中", sentence.text):
        mark = sentence.start + found.start()
        listed = [*_listed(sentence, mark)]
        for unit in dict.fromkeys(q.unit for q, _, _ in listed):
            own = [(q, label, tight) for q, label, tight in listed if q.unit == unit]
            wholes = [q for q in sentence.quantities if q.start < mark and q.counts_like(own[0][0])]
            if wholes and unit not in ("%", "点", "", "倍"):
                yield from _larger(sentence, mark, wholes, own) or _crowded(sentence, wholes, own)


def _listed(sentence: Sentence, mark: int) -> Iterator[tuple[Quantity, str, bool]]:
    """What stands behind 其中 with what it counts, and whether the list is still in one breath."""
    last, subject, tight = mark + 2, "", True
    for quantity in (q for q in sentence.quantities if q.start > mark):
        gap = sentence.between(last, quantity.start)
        if last > mark + 2 and _APART.search(gap):
            return
        tight = tight and _TIGHT.fullmatch(gap) is not None
        subject = quantity.before.partition("其中")[2] or quantity.before if gap.strip() else subject
        yield quantity, subject, tight
        last = quantity.stop


def _larger(
    sentence: Sentence, mark: int, wholes: Sequence[Quantity], own: Sequence[tuple[Quantity, str, bool]]
) -> list[Doubt]:
    """`共有15名，其中女18名`: a part is never more than its whole."""
    for part, subject, tight in own:
        lead = sentence.between(_clause(sentence, part), part.start)
        if not ("其中" in lead or tight) or _possible(part, wholes):
            continue
        grade = _kind(part, subject, wholes[-1])
        if grade is not None:
            message = f"“{sentence.quote(mark, part.stop)}”比总数{wholes[-1].text}还多"
            return [doubt(wholes[-1], (part,), grade, message, "核对部分和总数", part.start)]
    return []


def _crowded(
    sentence: Sentence, wholes: Sequence[Quantity], own: Sequence[tuple[Quantity, str, bool]]
) -> Iterator[Doubt]:
    """`共320万元，其中财政200万元、自筹180万元`: parts that share nothing are together no more than their whole."""
    close = [one for one in own if one[2]]
    own = close if len(close) > 1 else own  # behind `A、B，` the next may be of another kind
    listed, labels = [part for part, _, _ in own], [subject for _, subject, _ in own]
    added = sum(part.range.low for part in listed)
    behind = sentence.between(listed[-1].stop, listed[-1].stop + 20)
    if len(listed) < 2 or any(added <= q.range.high for q in wholes) or _shares_something(behind):
        return
    if any(_ANYTHING.search(part.label) for part in listed) or OPEN_END.search(behind[:2]):
        return
    tight = all(tight for _, _, tight in own)
    if apart(labels) or exclusive(listed):
        yield wrong(sentence, wholes[-1], listed, Level.ERROR)
    elif unlike(labels) and listed[0].unit in _MEASURES:
        yield wrong(sentence, wholes[-1], listed, Level.ERROR if tight else Level.WARNING)


def _shares_something(behind: str) -> bool:
    return re.search(r"重复|双重|交叉|同时|兼|重叠", behind) is not None


def _clause(sentence: Sentence, part: Quantity) -> int:
    ahead = sentence.before(part)
    return ahead[-1].stop if ahead else sentence.start


def _possible(part: Quantity, wholes: Sequence[Quantity]) -> bool:
    return any(part.range.low <= whole.range.high for whole in wholes) or bool(_ANYTHING.search(part.label))


def _kind(part: Quantity, subject: str, whole: Quantity) -> Level | None:
    """个 and the like count anything: only a part that names nothing else, or the same, is surely of the whole."""
    if part.unit not in _LOOSE_UNITS:
        return Level.ERROR
    same = (len(whole.after) > 1 and whole.after[-2:] in part.label) or not part.after
    return Level.ERROR if same and len(subject) <= 6 else None
