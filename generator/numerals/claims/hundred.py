"""Shares of one thing that are together more than all of it: `财政占60%，村集体占30%，群众占20%` is 110%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from generator.model import Level
from generator.numerals.claims.doubt import Doubt
from generator.numerals.claims.kinds import apart
from generator.numerals.claims.quantity import Quantity, Sentence
from generator.numerals.claims.ranges import rounded
from generator.numerals.claims.scales import exclusive

_ALL = Decimal(100)
_BREAK = re.compile(r"[；;]|其中")
_NEXT = re.compile(r"[、，,]?\s*(?:和|及|以及|与)?")
_RATIO = re.compile(r"(?:的|之)?比例(?:进行|来)?(?:分|承担|筹|共同)")
_SPENT = re.compile(r"用于|用在|用来|作为|归|留作|分给")
_OF = re.compile(r"(?P<of>\w{2,10}的)$")
_MADE_UP = re.compile(r"(?:构成|组成|结构|文化程度|来源)(?:中|上|方面|看)?[，：:]?$")
_SUBJECT = re.compile(r"(?P<who>\w{1,12}?)(?:各|约|仅|只)?占(?P<base>\w{0,10}?)(?:的|约|近)*$")


def hundred(sentence: Sentence) -> Iterator[Doubt]:
    """What is wrong with the shares of a sentence taken together."""
    for run in _runs(sentence):
        for listed in (_ratio(sentence, run), _spent(run), _held(run), _composed(sentence, run)):
            if len(listed) > 1 and sum(share.range.low for share in listed) > _ALL:
                yield _doubt(sentence, listed)
                break


def _runs(sentence: Sentence) -> Iterator[list[Quantity]]:
    """Shares that follow one another with no other number between."""
    run: list[Quantity] = []
    for quantity in sentence.quantities:
        if run and (quantity.unit != "%" or _BREAK.search(sentence.between(run[-1].stop, quantity.start))):
            yield run
            run = []
        if quantity.unit == "%":
            run.append(quantity)
    yield run


def _ratio(sentence: Sentence, run: Sequence[Quantity]) -> Sequence[Quantity]:
    """`按50%、30%、30%的比例`."""
    tight = all(_NEXT.fullmatch(sentence.between(a.stop, b.start)) for a, b in pairwise(run))
    return run if run and tight and _RATIO.match(run[-1].after) and re.search(r"按照?$", run[0].before) else ()


def _spent(run: Sequence[Quantity]) -> Sequence[Quantity]:
    """`收益的40%用于分红，40%用于生产，30%用于公益`: only the first says of what."""
    if not run or not _OF.search(run[0].before) or not all(_SPENT.match(share.after) for share in run):
        return ()
    return () if any(share.before for share in run[1:]) else run


def _held(run: Sequence[Quantity]) -> Sequence[Quantity]:
    """`水田占55%，旱地占35%`: of the same base, and nothing counted twice."""
    found = [_SUBJECT.search(share.before) for share in run]
    subjects = [one["who"] for one in found if one and "率" not in one["who"]]
    bases = {one["base"] for one in found if one} - {""}
    whole = len(subjects) == len(run) > 1 and len(bases) <= 1
    return run if whole and (apart(subjects) or exclusive(_worded(run))) else ()


def _composed(sentence: Sentence, run: Sequence[Quantity]) -> Sequence[Quantity]:
    """`收入构成中，工资性收入占52%，`: the shares of a make-up are all of it, unless they lie within one another."""
    lead = sentence.between(sentence.start, run[0].opens) if run else ""
    found = [_SUBJECT.search(share.before) for share in run]
    within = max((sum(word in share.before for share in run) for word in ("以上", "以下")), default=0) > 1
    named = {one["who"] for one in found if one and not one["base"] and "率" not in one["who"]}
    return run if _MADE_UP.search(lead) and len(named) == len(run) > 1 and not within else ()


def _worded(run: Sequence[Quantity]) -> Sequence[Quantity]:
    """Grades are named before 占."""
    return [replace(share, before=re.sub(r"(?:各|约|仅|只)?占.*$", "", share.before)) for share in run]


def _doubt(sentence: Sentence, listed: Sequence[Quantity]) -> Doubt:
    added = sum((share.value for share in listed), Decimal(0))
    reckoned = " + ".join(f"{share.shown}%" for share in listed)
    first, last = listed[0], listed[-1]
    message = f"“{sentence.quote(first.opens, last.stop)}”加起来超过100%:{reckoned} = {rounded(added, 4):f}%"
    return Doubt(first.start, last.stop, Level.ERROR, message, "核对各项占比", first.start)
