"""What a share is a share of: the part and the wholes that a sentence offers for it.

`占` takes the number before it for its part; `占57名的` names its whole; `整改率` is what was put right of what was found.
Where a sentence leaves open which number is the whole, all of them are offered and one that fits is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Level
from generator.numerals.claims.quantity import Quantity, Sentence, measured
from generator.numerals.claims.scales import is_grade

_ABOUT = r"(?:约|大约|近|将近|接近|超过|超|逾|不到|不足|达到|达|高达|仅|只|为|是|到|了|至少|过|已|也|均|都|就|还)*"
_SHARE = re.compile(rf"(?P<shared>占(?:比|到(?![会场岗位])|了)?)(?P<base>.*?)(?:的|之)?(?:比例|比重|比)?{_ABOUT}$")
_RATE = re.compile(rf"(?P<stem>\w{{1,6}}?)率(?P<of>(?:分别)?{_ABOUT})$")
_NO_RATE = re.compile(
    r"(?:增长|增|利|税|费|汇|概|效|频|速|折|曲|功|心|汇|出生|死亡|成活|成功|贴息|发生|下降|回报|收益|自然)$"
)
_ATTENDED = ("到会", "参会", "出席", "参评", "参训", "投票", "到课", "出勤")
_MOVED = re.compile(r"提高|上升|下降|增长|降低|增加|减少|提升|扩大|增幅|降幅|回落|缩小|同比|环比|翻|地$|占地|占用")
_NO_SHARE = re.compile(r"占(?:地|用|有|据|领|位|先|补|道)")
_ALL = re.compile(
    r"^(?:全部|总数|总量|总人数|总户数|总额|总面积|全体|其|其中|其总数|总体|全镇|全乡|全村|全年|整体|比|总|人数|比分别|分别)*$"
)
_SCOPE = re.compile(
    r"^(?:全部|全体|所有|全镇|全乡|全村|我镇|我乡|本镇|该镇|这些|上述)+|(?:总数|总量|总人数|总额|人数|总户数|户数|数)$"
)
_HAVING = re.compile(r"(?:共有|现有|共|现|有|为|是|达|约|应)+$|^(?:共有|现有|共|现|有)+")
_BRIDGE = re.compile(
    r"^[，,（(]?\s*(?:这部分|其|人数|比例|合计|共|约|均|都|其中|数量|面积|金额|也|就|已|又|大约|仅|只|还)*$"
)
_SIGNAL = re.compile(r"中|里|共|总|全[镇乡村部体年长程]|现有|辖|下设|应|其|原有|需|要")
_AFTER = re.compile(r"^[，,（(](?:即|也就是|共|共有|共计|计|有|为|达|合计|总共)*$")


@dataclass(frozen=True, slots=True)
class Share:
    """A share with what it may be a share of, the likeliest whole first."""

    share: Quantity
    words: str
    """As the message quotes it: `占40%`."""
    part: Quantity | None
    wholes: tuple[Quantity, ...]
    base: str
    """What the writer calls the whole: 党员总数; empty when nothing is said."""
    level: Level | None
    """How sure it is that one of the wholes is meant; None when nobody can say."""
    proper: bool = True
    """A part of its whole, so never more than all; a rate can be."""


def read(sentence: Sentence) -> Iterator[Share]:
    """Every share of a sentence that says what it is a share of."""
    for share in sentence.quantities:
        if share.unit != "%":
            continue
        claim = _listed(sentence, share) or _named(sentence, share) or _plain(sentence, share)
        claim = claim or _rate(sentence, share) or _ahead(sentence, share)
        if claim is not None:
            yield claim


def _listed(sentence: Sentence, share: Quantity) -> Share | None:
    """`五星14个、四星3个，分别占56%和12%`: as many parts as shares, in the same order."""
    run = [share]
    for other in reversed(sentence.before(share)):
        if other.unit != "%" or not re.fullmatch(
            r"[、，和及与以]+", sentence.between(other.stop, run[0].start).strip()
        ):
            break
        run.insert(0, other)
    ahead = sentence.before(run[0])
    since = ahead[-1].stop if ahead else sentence.start
    lead = sentence.between(since, run[0].start)
    follow = [q for q in sentence.behind(share) if q.unit == "%"]
    if "分别" not in lead or "占" not in lead or _MOVED.search(lead):
        return None
    while follow and re.fullmatch(r"[、，和及与以]+", sentence.between((run[-1]).stop, follow[0].start).strip()):
        run.append(follow.pop(0))
    parts = [q for q in ahead if q.unit == (ahead[-1].unit if ahead else "")][-len(run) :]
    if len(parts) < len(run) or not parts[0].unit:
        return None
    part = parts[run.index(share)]
    base = re.sub(r"分别|占比?|[，,、：:是为]|的", "", lead).strip()
    wholes = tuple(q for q in reversed(ahead) if q not in parts and q.counts_like(part) and q.value >= part.value)
    sure = bool(wholes) and _SIGNAL.search(wholes[0].label) is not None and _ALL.fullmatch(base)
    return Share(share, f"占{share.text}", part, wholes, base, Level.ERROR if sure else None)


def _named(sentence: Sentence, share: Quantity) -> Share | None:
    """`占57名三大职干部的40%`: the whole stands between."""
    ahead = sentence.before(share)
    if len(ahead) < 2 or not re.search(r"占[^占，。；、]{0,16}$", ahead[-1].before):
        return None
    whole = ahead[-1]
    gap = sentence.between(whole.stop, share.start)
    if not re.fullmatch(rf"[^，。；、]{{0,16}}?的?{_ABOUT}", gap) or whole.unit == "%":
        return None
    part = next((q for q in reversed(ahead[:-1]) if q.counts_like(whole)), None)
    words = "占" + sentence.quote(whole.start - len(whole.before.rpartition("占")[2]), share.stop)
    return Share(share, words, part, (whole,), whole.after, Level.ERROR) if part else None


def _plain(sentence: Sentence, share: Quantity) -> Share | None:
    """`能人25名，占40%` and `能人占40%，共25名`."""
    found = _SHARE.search(share.before)
    if not found or _NO_SHARE.search(share.before) or _MOVED.search(found["base"]):
        return None
    base, words = _SCOPE.sub("", found["base"]), sentence.quote(share.start - len(found[0]), share.close)
    part, behind = _part(sentence, share), False
    if part is None:
        part, behind = _part_behind(sentence, share), True
    if part is None:
        return Share(share, words, None, (), base, None)
    others = [q for q in sentence.quantities if q.counts_like(part) and q is not part and q.value >= part.value]
    others = [q for q in others if not part.is_other_than(q)]
    named = [q for q in others if _is_called(q, base)] if base and not _ALL.fullmatch(found["base"]) else []
    if named:
        return Share(share, words, part, tuple(named), base, Level.ERROR)
    ordered = _likely(sentence, part, others)
    level = _certainty(sentence, part, ordered) if _ALL.fullmatch(found["base"]) else None
    if behind and level is Level.WARNING:
        level = None
    return Share(share, words, part, ordered, base, level)


def _part(sentence: Sentence, share: Quantity) -> Quantity | None:
    """The number before 占, when 占 has no other subject."""
    ahead = sentence.before(share)
    if not ahead or ahead[-1].unit in ("%", "点") or not _follows(sentence, ahead[-1], share):
        return None
    return ahead[-1] if ahead[-1].unit else measured(ahead[-1], ahead[:-1])


def _follows(sentence: Sentence, part: Quantity, share: Quantity) -> bool:
    """Whether the `占` before a share still speaks of the number: no subject of its own between."""
    gap = sentence.between(part.stop, share.start)
    subject, found, _ = gap.rpartition("占")
    clauses = re.split(r"[，,（(；;：:、]", subject)
    if not found or re.search(r"[；;：:、]", subject) or len(clauses) > 2:
        return False
    return len(clauses) == 1 or _BRIDGE.fullmatch(clauses[1].strip()) is not None


def _part_behind(sentence: Sentence, share: Quantity) -> Quantity | None:
    """`占四成，共25名` and `占40%（25名）`."""
    behind = sentence.behind(share)
    if not behind or behind[0].unit in ("%", "点", ""):
        return None
    return behind[0] if _AFTER.fullmatch(sentence.between(share.stop, behind[0].start).strip()) else None


def _rate(sentence: Sentence, share: Quantity) -> Share | None:
    """`检查出问题20个，整改18个，整改率90%`: the last two numbers that count the same."""
    found = _RATE.search(share.before)
    if not found or _NO_RATE.search(found["stem"]) or "分别" in found["of"] or _MOVED.search(share.before):
        return None
    ahead = [q for q in sentence.before(share) if q.unit not in ("%", "点", "")]
    pairs = [(a, b) for i, a in enumerate(ahead) for b in ahead[i + 1 :] if a.counts_like(b)]
    pairs += [(b, a) for a, b in pairs]
    if not pairs:
        return None
    whole, part, sure = _rated(pairs, ahead, found["stem"])
    wholes = [w for w, p in pairs if p is part and w is not whole]
    words = sentence.quote(share.start - len(found[0]), share.close)
    return Share(share, words, part, (whole, *wholes), "", Level.ERROR if sure else None, proper=False)


def _rated(
    pairs: list[tuple[Quantity, Quantity]], ahead: Sequence[Quantity], stem: str
) -> tuple[Quantity, Quantity, bool]:
    """Whole, part and whether they are certain: the part is the one that the rate is named for."""
    named = [q for q in ahead if "应" not in q.label and _is_of(q, stem)]
    for part in reversed(named):
        same = [q for q in ahead if q.counts_like(part)]
        wholes = [
            w for w, p in pairs if p is part and w.start < part.start and (w.value >= part.value or "应" in w.label)
        ]
        alone = len(named) == 1 and re.search(r"中|共|应", same[0].label) is not None
        if wholes and (len(same) == 2 or alone):
            return wholes[-1], part, True
    return *pairs[len(pairs) // 2 - 1], False


def _is_of(quantity: Quantity, stem: str) -> bool:
    """Whether the words around a number hold those that the rate is named for: 收回 for 回收率."""
    if "实" in quantity.label and stem[-2:] in _ATTENDED:
        return True
    return any(set(stem[i : i + 2]) <= set(quantity.label) for i in range(max(1, len(stem) - 1)))


def _ahead(sentence: Sentence, share: Quantity) -> Share | None:
    """`57名干部中，四成（25名）是能人`: the part stands behind the share."""
    part = _part_behind(sentence, share)
    if part is None or _MOVED.search(share.before) or re.search(r"率", share.before):
        return None
    wholes = [q for q in sentence.before(share) if q.counts_like(part) and re.search(r"中|里", q.after)]
    ordered = tuple(reversed(wholes))
    words = share.text
    return Share(share, words, part, ordered, "", Level.ERROR if len(wholes) == 1 else None) if wholes else None


def _is_called(quantity: Quantity, base: str) -> bool:
    """Whether the words around a number are those that the writer calls the whole by, and no others."""
    called = _HAVING.sub("", _SCOPE.sub("", quantity.before)) + quantity.after
    return len(base) > 1 and base in (called, _SCOPE.sub("", called), _HAVING.sub("", quantity.before))


def _likely(sentence: Sentence, part: Quantity, others: list[Quantity]) -> tuple[Quantity, ...]:
    """Those before the part and marked as a whole first, the nearest of them first."""
    return tuple(
        sorted(
            others, key=lambda q: (q.start > part.start, _shared(sentence, q), not _marked(sentence, q, part), -q.start)
        )
    )


def _marked(sentence: Sentence, whole: Quantity, part: Quantity) -> bool:
    return bool(_SIGNAL.search(whole.label)) or "其中" in sentence.between(whole.stop, part.start)


def _certainty(sentence: Sentence, part: Quantity, wholes: tuple[Quantity, ...]) -> Level | None:
    """A marked whole before the part is certain, one alone without a mark is likely; a number that is itself said to be
    a share of something leaves open what the next share is of."""
    before = [whole for whole in wholes if whole.start < part.start]
    roots = [whole for whole in before if not _shared(sentence, whole) and not is_grade(whole)]
    if not roots:
        return None
    if any(_marked(sentence, whole, part) for whole in roots):
        return Level.ERROR
    sibling = re.search(r"[；;占%％]", sentence.between(roots[0].stop, part.start))
    return Level.WARNING if len(wholes) == 1 and not sibling else None


def _shared(sentence: Sentence, whole: Quantity) -> bool:
    """Whether the very next words say what share the number is of something."""
    share = next(iter(sentence.behind(whole)), None)
    return share is not None and share.unit == "%" and _follows(sentence, whole, share)
