"""A share whose whole and part come after it: `财政占总投资的40%，总投资50万元，财政30万元`, `三成干部是能人，全镇57名干部中有能人25名`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Level
from generator.numerals.claims.fractions import Share
from generator.numerals.claims.quantity import Quantity, Sentence

_OF = re.compile(r"(?:^|其中)(?P<who>\w{2,10}?)(?:约|仅|只)?占(?:到|了|比)?(?P<base>\w{0,12}?)(?:的|之|约|近|超过)*$")
_HAS = re.compile(r"(?:共有|现有|出资|投入|资金|入股|持股|总共|一共|拥有|人数|共|有|为|达|计|是|出|约|的)*")
_LED = re.compile(r"(?:全[镇乡村]|目前|有|约|近|超|超过|上|本|我|镇|乡|村)*")
_WHOLE = re.compile(r"全|共|总|应|在册|现有")
_COMMON = re.compile(r"参加|参与|完成|开展|实现|达到|全[镇乡村]|[了都已有是的在中]|我们|本[镇乡村]")


def later(sentence: Sentence) -> Iterator[Share]:
    """Every share of a sentence that says only afterwards what it is a share of."""
    for index, share in enumerate(sentence.quantities):
        behind = sentence.quantities[index + 1 :]
        if share.unit != "%" or len(behind) < 2 or re.search(r"[；;]", sentence.between(share.stop, behind[0].start)):
            continue
        claim = _named(sentence, share, behind) or (_led(share, behind) if not index else None)
        if claim is not None:
            yield claim


def _named(sentence: Sentence, share: Quantity, behind: tuple[Quantity, ...]) -> Share | None:
    """Both the part and the whole are called afterwards what they were called before."""
    found = _OF.search(share.before)
    if found is None or share.after:
        return None
    base = found["base"]
    wholes = [q for q in behind if (_called(q, base) if base else _WHOLE.search(q.before))]
    parts = [q for q in behind if _called(q, found["who"])]
    if len(wholes) != 1 or len(parts) != 1 or not wholes[0].counts_like(parts[0]):
        return None
    words = sentence.quote(share.start - len(found[0]), share.close)
    return Share(share, words, parts[0], (wholes[0],), found["base"], Level.ERROR)


def _called(quantity: Quantity, name: str) -> bool:
    """`村集体出资80万元`, `总投资50万元`: the name and no other words."""
    lead = re.sub(r"^.*[中里]有?", "", quantity.before)
    if lead.startswith(name):
        return _HAS.fullmatch(lead[len(name) :]) is not None and not quantity.after
    return quantity.after == name and _HAS.fullmatch(quantity.before) is not None


def _led(share: Quantity, behind: tuple[Quantity, ...]) -> Share | None:
    """A share at the head of its sentence, then the numbers behind it; the same deed must be spoken of."""
    whole, part = behind[:2]
    if not _LED.fullmatch(share.before) or not whole.counts_like(part) or part.value > whole.value:
        return None
    if any(q.counts_like(part) for q in behind[2:]) or not _WHOLE.search(whole.before):
        return None
    said, again = (_COMMON.sub(" ", words.replace("了", "")) for words in (share.after, _own(part)))
    deed = {said[i : i + 2] for i in range(len(said) - 1)} - _pairs(whole.label)
    if not any(pair in again for pair in deed if " " not in pair):
        return None
    return Share(share, share.text, part, (whole,), "", Level.WARNING)


def _own(part: Quantity) -> str:
    """The words of the part, without those of the whole before it."""
    return re.sub(r"^.*[中里]有?", "", part.before) + part.after


def _pairs(words: str) -> set[str]:
    """Those of the whole say nothing of the part."""
    head = _COMMON.sub(" ", words)
    return {head[i : i + 2] for i in range(2)}
