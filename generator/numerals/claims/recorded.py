"""A number against the records of its place: `全镇共有23个村` where 行政村数 is 25.

Only a number whose words are the name of a record and nothing else is compared: `12个村的班子`, `其中`, a year or a purpose
before it make it another number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.model import Level
from generator.numerals.claims.doubt import Doubt
from generator.numerals.claims.fractions import Share, read
from generator.numerals.claims.quantity import Quantity, Sentence
from generator.numerals.claims.ranges import Range, rounded
from generator.numerals.claims.shares import base

TOWNSHIP = ("全镇", "全乡", "我镇", "我乡", "本镇", "本乡", "全街道")
VILLAGE = ("全村", "我村", "本村", "全社区", "本社区")
_HAS = r"(?:目前|现|现在)?(?:下辖|辖|下设|设有|设|共有|现有|总共|一共|拥有|共|有|是|为)*"
_NOW = re.compile(r"(?:截至|截止)[^，,]*[，,]|目前|现在")
_OTHER = re.compile(
    r"其中|每|各|某|去年|上年|前年|以前|过去|原来|原有|年初|换届前|曾|力争|目标|预计|计划|规划|届时|明年|年底前|将|要|到\d|\d年|"
    r"新增|减少|增加|占|比|第"
)
"""Words after which the same noun may be of another time, or of a part."""
_TAIL = re.compile(r"(?:总数|个数|人数|户数|总人数|总户数|总量|数量|数)$")
_ALL = re.compile(r"^(?:都|均|全部|全都|一个不落)")
_ENDS = re.compile(r"\s*(?:[，,。；;、：:]|$)")


@dataclass(frozen=True, slots=True)
class Known:
    """A figure of the records as prose may speak of it."""

    name: str
    """党员总数, 村和社区数"""
    value: Decimal
    unit: str

    @property
    def nouns(self) -> tuple[str, ...]:
        """What it counts: 党员; of 村和社区数 also 村."""
        return _nouns(self.name)


@lru_cache(maxsize=4096)
def _nouns(name: str) -> tuple[str, ...]:
    noun = _TAIL.sub("", name)
    short = (noun[2:],) if noun[:2] == "行政" else ()
    return tuple(part for part in dict.fromkeys((noun, *re.split(r"[和与及、]", noun), *short)) if part)


def against(sentence: Sentence, known: Sequence[Known], called: Sequence[str]) -> Iterator[Doubt]:
    """Numbers that name a record and differ from it, and shares that only another base explains.

    `called` is what the place of the records is called: 全镇, 安平镇.
    """
    known = [one for one in known if any(noun in sentence.text for noun in one.nouns)]
    if not known:
        return
    scope = re.compile(rf"(?:{'|'.join(map(re.escape, called))}){_HAS}" if called else "(?!)")
    for quantity in sentence.quantities:
        yield from _named(sentence, quantity, known, scope)
    for claim in read(sentence):
        if claim.part is not None and claim.part.value > 0:
            yield from _based(claim, claim.part, known)


def _named(sentence: Sentence, quantity: Quantity, known: Sequence[Known], scope: re.Pattern[str]) -> Iterator[Doubt]:
    lead = _NOW.sub("", sentence.between(sentence.start, quantity.start))
    if quantity.unit in ("%", "点", "") or quantity.loose or _OTHER.search(lead):
        return
    ranks = [(rank, k) for k in known if _alike(k.unit, quantity) and (rank := _rank(sentence, quantity, k, scope))]
    if not ranks or any(_same(quantity, k.value) for _, k in ranks):
        return
    rank, nearest = min(ranks, key=_first)
    level = Level.ERROR if rank == _SURE and not _NOW.search(sentence.text) else Level.WARNING
    message = f"手写的 {quantity.shown} 与 {nearest.name} {quantity.like(nearest.value)} 不符"
    hint = f"写成 {{{{ {nearest.name} }}}},或写明是哪一部分"
    yield Doubt(quantity.start, quantity.stop, level, message, hint, quantity.start, typed=True)


_SURE, _LIKELY = 1, 2


def _first(ranked: tuple[int, Known]) -> int:
    return ranked[0]


def _same(quantity: Quantity, value: Decimal) -> bool:
    """Equal, or the record rounded or cut as the number is written."""
    return quantity.range.holds(value) or (value % quantity.place != 0 and abs(quantity.value - value) < quantity.place)


def _rank(sentence: Sentence, quantity: Quantity, known: Known, scope: re.Pattern[str]) -> int:
    """How surely the words around the number name the record; 0 when they may well name something else."""
    for noun in known.nouns:
        whole = noun == known.nouns[0] or f"行政{noun}" == known.nouns[0]
        found = _before(sentence, quantity, noun, scope) or _after(sentence, quantity, noun, scope)
        if found:
            return found if whole else _LIKELY
    return 0


def _before(sentence: Sentence, quantity: Quantity, noun: str, scope: re.Pattern[str]) -> int:
    """`全镇共有党员1400名，`; alone at the head of a sentence it is likely of the whole place."""
    behind = sentence.between(quantity.stop, quantity.stop + 40)
    lead = re.sub(r"(?:总数|总共|人数|共有|共|有|为|达|达到|是)*$", "", quantity.before)
    if len(noun) < 2 or not _ENDS.match(behind) or not lead.endswith(noun):
        return 0
    if scope.fullmatch(lead[: -len(noun)]) or (lead == noun and _listed(sentence, quantity, scope)):
        return _SURE
    return _LIKELY if lead == noun and quantity.opens == sentence.start else 0


def _after(sentence: Sentence, quantity: Quantity, noun: str, scope: re.Pattern[str]) -> int:
    """`全镇共有23个村，`; without such words a number may be of some of them."""
    behind = sentence.between(quantity.stop, quantity.stop + 40)
    scoped = scope.fullmatch(quantity.before) or (not quantity.before and _listed(sentence, quantity, scope))
    if not behind.startswith(noun) or not scoped:
        return 0
    rest = behind[len(noun) :]
    return _SURE if _ENDS.match(rest) or _ALL.match(rest) else 0


def _listed(sentence: Sentence, quantity: Quantity, scope: re.Pattern[str]) -> bool:
    """Whether the number goes on a list that began with the place: `全镇有33个党支部、1400名党员`."""
    clauses = re.split(r"[，,、]", _NOW.sub("", sentence.between(sentence.start, quantity.opens)))
    return scope.match(clauses[0]) is not None and all(len(clause) <= 16 and "村共" not in clause for clause in clauses)


def _alike(unit: str, quantity: Quantity) -> bool:
    return {"名": "人", "位": "人"}.get(unit, unit) == quantity.unit


def _based(claim: Share, part: Quantity, known: Sequence[Known]) -> Iterator[Doubt]:
    """`21个村，占91.3%` is of 23, and the records know 25."""
    if claim.wholes or not claim.proper or claim.share.loose:
        return
    for record in known:
        noun = next((n for n in record.nouns if _of(claim, part, n)), None)
        if noun is None or not _alike(record.unit, part) or record.value < part.value:
            continue
        if not _fits(claim.share, part, record.value):
            yield _other_base(
                claim, part, record, sure=bool(claim.base) and claim.base in (record.name, record.nouns[0])
            )
        return


def _of(claim: Share, part: Quantity, noun: str) -> bool:
    if claim.base:
        return claim.base == noun
    return part.after == noun or (not part.after and part.before.endswith(noun))


def _fits(shared: Quantity, part: Quantity, whole: Decimal) -> bool:
    ratio = part.range.over(Range(whole, whole))
    return shared.range.meets(Range(ratio.low * 100, ratio.high * 100))


def _other_base(claim: Share, part: Quantity, record: Known, *, sure: bool) -> Doubt:
    whole = f"{rounded(record.value, 4):f}"
    ratio = f"{part.shown} ÷ {whole} = {rounded(part.value * 100 / record.value, 2):f}%"
    fitting = base(claim.share, part)
    message = f"“{claim.words}”与 {record.name} {whole} 不符:{ratio}"
    if fitting:
        message += f";{claim.share.text}是按{fitting}算的"
    return Doubt(
        min(part.start, claim.share.start),
        max(part.stop, claim.share.stop),
        Level.ERROR if sure else Level.WARNING,
        message,
        "写明占谁的比例,或改占比",
        claim.share.start,
    )
