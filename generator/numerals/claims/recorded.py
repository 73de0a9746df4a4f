"""A number against the records of its place: `全镇共有23个村` where 行政村数 is 25.

Only a number whose words are the name of a record and nothing else is compared: `12个村的班子`, `其中`, a year or a purpose
before it make it another number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.model import Level
from generator.numerals.claims.doubt import Doubt
from generator.numerals.claims.fractions import Share, read
from generator.numerals.claims.quantity import Quantity, Sentence
from generator.numerals.claims.ranges import Range, rounded
from generator.numerals.claims.shares import base

_SCOPE = re.compile(
    r"(?:(?:全|我|本)(?:镇|乡|村|县|区|街道|社区)|\w{2,4}(?:镇|乡))?(?:目前|现|现在|截至目前|至今)?"
    r"(?:下辖|辖|下设|设有|设|共有|现有|总共|一共|拥有|共|有|是|为)*(?:约|近)?"
)
_MARKED = re.compile(r"(?:全|我|本)(?:镇|乡|村)|(?:镇|乡)|辖|下设|共有|现有|总共|一共|共")
_TAIL = re.compile(r"(?:总数|个数|人数|户数|总人数|总户数|总量|数量|数)$")
_ALL = re.compile(r"^(?:都|均|全部|全都|一个不落)")


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
        noun = _TAIL.sub("", self.name)
        parts = re.split(r"[和与及、]", noun)
        return (noun, *(part for part in parts if part and part != noun), *((noun[2:],) if noun[:2] == "行政" else ()))


def against(sentence: Sentence, known: Sequence[Known]) -> Iterator[Doubt]:
    """Numbers that name a record and differ from it, and shares that only another base explains."""
    if not known:
        return
    for quantity in sentence.quantities:
        yield from _named(sentence, quantity, known)
    for claim in read(sentence):
        if claim.part is not None and claim.part.value > 0:
            yield from _based(claim, claim.part, known)


def _named(sentence: Sentence, quantity: Quantity, known: Sequence[Known]) -> Iterator[Doubt]:
    if quantity.unit in ("%", "点", "") or quantity.loose:
        return
    same = [k for k in known if _alike(k.unit, quantity) and _called(sentence, quantity, k) is not None]
    if not same or any(quantity.range.holds(k.value) for k in same):
        return
    nearest = min(same, key=lambda k: _called(sentence, quantity, k) or 0)
    level = Level.WARNING if _called(sentence, quantity, nearest) else Level.ERROR
    value = f"{rounded(nearest.value, 4):f}"
    message = f"手写的 {quantity.shown} 与 {nearest.name} {value} 不符"
    hint = f"写成 {{{{ {nearest.name} }}}},或写明是哪一部分"
    yield Doubt(quantity.start, quantity.stop, level, message, hint, quantity.start, typed=True)


def _called(sentence: Sentence, quantity: Quantity, known: Known) -> int | None:
    """How far the words around the number are from the name: 0 the whole name, 1 a part of it; None when it is another thing."""
    behind = sentence.between(quantity.stop, quantity.stop + 40)
    for rank, noun in enumerate(known.nouns):
        if _before(quantity, behind, noun) or _after(sentence, quantity, behind, noun):
            return min(rank, 1) if noun not in (f"{known.name[2:]}", "") or known.name[:2] != "行政" else 0
    return None


def _before(quantity: Quantity, behind: str, noun: str) -> bool:
    """`全镇共有党员1400名，`"""
    if not re.match(r"\s*(?:[，,。；;、]|$)", behind) or len(noun) < 2:
        return False
    lead = re.sub(r"(?:总数|总共|人数|共有|共|有|为|达|达到|是)*$", "", quantity.before)
    return lead.endswith(noun) and _SCOPE.fullmatch(lead[: -len(noun)]) is not None


def _after(sentence: Sentence, quantity: Quantity, behind: str, noun: str) -> bool:
    """`全镇共有23个村，`; without such words a number may be of some of them."""
    if not behind.startswith(noun) or not _SCOPE.fullmatch(quantity.before) or not _MARKED.search(quantity.before):
        return False
    ahead = sentence.between(sentence.start, quantity.start)
    if re.search(r"其中", ahead):
        return False
    rest = behind[len(noun) :]
    return re.match(r"\s*(?:[，,。；;、]|$)", rest) is not None or _ALL.match(rest) is not None


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
