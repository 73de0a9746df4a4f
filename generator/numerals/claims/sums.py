"""A sum against its parts: `14个五星、3个四星，共18个` — 14 + 3 is 17; a part that is more than its whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.model import Level
from generator.numerals.claims.doubt import Doubt
from generator.numerals.claims.quantity import Quantity, Sentence
from generator.numerals.claims.scales import dated, exclusive, is_grade

_TOTAL = re.compile(
    r"(?:一共|总共|共计|合计|总计|(?<![公中])共(?![同青享产治赢富识和]|建(?!成)))(?P<verb>.{0,6}?)(?:约|近|超过|达|为|是|有|了|计)*$"
)
_VERBS = re.compile(
    r"(?:有|是|为|达|计|建成|评出|评定|投入|完成|发展|化解|排查|查出|办理|办结|新建|筹集|筹资|支出|收入|安排|开展|举办|新增|种植|发放|检查|接待|培训|慰问|走访)*"
)
_OPEN_END = re.compile(r"等|若干|以及其他|之类|\.\.\.|…")
_JOINT = re.compile(r"^[^，,、；;。：:]*(?:[，,、]|和|及|与|以及|加|\+)[^，,、；;。：:]*$")
_CLOSED = re.compile(r"分别(?:是|为|有)?|包括|包含|即|由")
_GENERAL = ("人", "人员", "同志", "元", "资金", "单位", "类", "项", "问题", "党组织", "名")
_REST = re.compile(r"其余|剩余|余下|其它的?|其他的?|剩下")


def sums(sentence: Sentence) -> Iterator[Doubt]:
    """What is wrong with the sums of a sentence, and parts that are more than their whole."""
    yield from _totals_behind(sentence)
    yield from _totals_ahead(sentence)
    yield from _larger_parts(sentence)


def _totals_behind(sentence: Sentence) -> Iterator[Doubt]:
    """`A、B，共X`."""
    for total in sentence.quantities:
        found = _TOTAL.search(total.before)
        if not found or found.start() > 2 or total.unit in ("%", "点", ""):
            continue
        parts = _run_before(sentence, total)
        if len(parts) < 2 or not _speaks_of(sentence, total, found["verb"], parts):
            continue
        suffixes = [parts[n:] for n in range(len(parts) - 1)]
        if not any(_adds_up(total, some) for some in suffixes):
            yield _wrong(sentence, total, parts, _level(total, parts))


def _run_before(sentence: Sentence, total: Quantity) -> tuple[Quantity, ...]:
    """The list of the same things directly before: nothing else counted in it, nothing left open."""
    run: list[Quantity] = []
    follower = total
    for quantity in reversed(sentence.before(total)):
        gap = sentence.between(quantity.stop, follower.start)
        if not _JOINT.match(gap.strip()) or _OPEN_END.search(gap) or "其中" in gap:
            break
        if not quantity.counts_like(total) or re.search(r"每|比|从|由|均", quantity.before):
            break
        run.insert(0, quantity)
        follower = quantity
    if run and sentence.unknown(run[0].start, total.start):
        return ()
    whole = bool(run) and re.search(r"其中|占|率|年轻|提高|增", sentence.between(run[0].stop, total.start))
    return () if whole or _cut(sentence, run) else tuple(run)


def _cut(sentence: Sentence, run: list[Quantity]) -> bool:
    """Whether the list begins before the numbers that were read: another number stands in the same breath."""
    if not run:
        return True
    ahead = sentence.before(run[0])
    return bool(ahead) and bool(
        re.fullmatch(r"[^，,；;。]*[、][^，,；;。]*", sentence.between(ahead[-1].stop, run[0].start))
    )


def _speaks_of(sentence: Sentence, total: Quantity, verb: str, parts: Sequence[Quantity]) -> bool:
    """Whether the total counts what the parts count: no other noun, no other deed."""
    listed = sentence.between(parts[0].start - len(parts[0].before), total.start)
    if not _VERBS.fullmatch(verb) and verb not in listed:
        return total.unit == "元" and verb.endswith("资")
    noun = re.sub(r"(?:都|均|全部|已|以上|左右).*$", "", total.after)
    return not noun or noun in _GENERAL or any(noun in part.label or part.after in noun != "" for part in parts)


def _totals_ahead(sentence: Sentence) -> Iterator[Doubt]:
    """`共X，其中A、B，其余C` and `X：分别为A、B`."""
    for index, total in enumerate(sentence.quantities):
        if total.unit in ("%", "点", ""):
            continue
        parts = _run_behind(sentence, sentence.quantities[index + 1 :], total)
        if len(parts) < 2 or is_grade(total):
            continue
        lead = sentence.between(total.stop, parts[0].start)
        words = sentence.between(total.stop, parts[-1].stop + len(parts[-1].after))
        if _OPEN_END.search(words + sentence.between(parts[-1].stop, parts[-1].stop + 12)):
            continue
        level = _closure(total, lead, words, parts)
        if level is None or _some_add_up(total, parts):
            continue
        yield from _completed(sentence, total, parts, level)


def _some_add_up(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the list adds up; what stands behind the sum may speak of something else, unless it goes on in the series."""
    fewest = len(parts) if dated(total, parts) or exclusive(parts) else 2
    return any(_adds_up(total, parts[:count]) for count in range(fewest, len(parts) + 1))


def _completed(sentence: Sentence, total: Quantity, parts: Sequence[Quantity], level: Level) -> Iterator[Doubt]:
    added = sum((part.value for part in parts), Decimal(0))
    if level is Level.NOTE and added < total.value:
        message = f"“{_quoted(sentence, total, parts)}”没有说全:{_sum(parts, total)},比{total.text}少{total.like(total.value - added)}"
        yield _doubt(total, parts, Level.NOTE, message, "写明其余的情况,例如“其余未参评”")
    else:
        yield _wrong(sentence, total, parts, Level.ERROR if level is Level.NOTE else level)


def _closure(total: Quantity, lead: str, words: str, parts: Sequence[Quantity]) -> Level | None:
    """How complete the list is: its words close it, its grades exclude one another, or nobody knows."""
    if any(_REST.search(part.before) for part in parts[1:]):
        return Level.ERROR
    if dated(total, parts):
        return Level.ERROR if sum(part.range.low for part in parts) > total.range.high else None
    if re.search(r"其中", words):
        return Level.NOTE if exclusive(parts) else None
    if exclusive(parts):
        return Level.NOTE
    if re.search(r"分别(?:为|是|有)?", lead) or re.search(r"由.*(?:组成|构成)", words):
        return Level.ERROR if _short(lead) else None
    return Level.WARNING if re.fullmatch(r"[^，,；;。]{0,8}[：:，,（(](?:包括|包含|即).{0,8}", lead) else None


def _short(lead: str) -> bool:
    return len(lead) <= 24 and "每" not in lead


def _run_behind(sentence: Sentence, behind: Sequence[Quantity], total: Quantity) -> tuple[Quantity, ...]:
    """The list of the same things directly behind the total; shares between the items are passed over."""
    run: list[Quantity] = []
    last = total
    for quantity in behind:
        gap = sentence.between(last.stop, quantity.start)
        if re.search(r"[；;]", gap) or sentence.unknown(last.stop, quantity.start):
            break
        if quantity.unit == "%" and "占" in gap:
            last = quantity
            continue
        if not quantity.counts_like(total) or re.search(r"每|均|增|降|减|提高|比|共|合计|总计", quantity.before):
            break
        if "其中" in gap and run:
            break
        run.append(quantity)
        last = quantity
    return tuple(run)


def _larger_parts(sentence: Sentence) -> Iterator[Doubt]:
    """`共有15名，其中女18名`: a part is never more than its whole."""
    for part in sentence.quantities:
        lead = sentence.between(_clause(sentence, part), part.start)
        if part.unit in ("%", "点", "", "倍") or "其中" not in lead:
            continue
        mark = sentence.text.rfind("其中", 0, part.start - sentence.start) + sentence.start
        wholes = [q for q in sentence.quantities if q.start < mark and q.counts_like(part)]
        if not wholes or _possible(part, wholes):
            continue
        whole = wholes[-1]
        level = _kind(part, whole)
        if level is not None:
            message = f"“{sentence.quote(mark, part.stop)}”比总数{whole.text}还多"
            yield Doubt(whole.start, part.stop, level, message, "核对部分和总数", part.start)


def _clause(sentence: Sentence, part: Quantity) -> int:
    ahead = sentence.before(part)
    return ahead[-1].stop if ahead else sentence.start


def _possible(part: Quantity, wholes: Sequence[Quantity]) -> bool:
    return any(part.range.low <= whole.range.high for whole in wholes) or bool(re.search(r"每|人次|累计", part.label))


def _kind(part: Quantity, whole: Quantity) -> Level | None:
    """个 and the like count anything: only a part that names nothing else, or the same, is surely of the whole."""
    if part.unit not in ("个", "件", "项", "处", "次", "条", "家"):
        return Level.ERROR
    same = any(len(w.after) > 1 and w.after[-2:] in part.label for w in (whole,)) or not part.after
    return Level.ERROR if same and len(part.before) <= 8 else None


def _adds_up(total: Quantity, parts: Sequence[Quantity]) -> bool:
    low = sum((part.range.low for part in parts), Decimal(0))
    high = sum((part.range.high for part in parts), Decimal(0))
    if not any(part.loose for part in parts):  # rounded parts may miss a rounded total by half of its last place
        added = sum((part.value for part in parts), Decimal(0))
        return total.range.holds(added)
    return low <= total.range.high and total.range.low <= high


def _level(total: Quantity, parts: Sequence[Quantity]) -> Level:
    """Decimals that were each rounded may add up to a little more or less."""
    low = sum((part.range.low for part in parts), Decimal(0))
    high = sum((part.range.high for part in parts), Decimal(0))
    close = low <= total.range.high and total.range.low <= high
    return Level.WARNING if close else Level.ERROR


def _sum(parts: Sequence[Quantity], total: Quantity) -> str:
    added = sum((part.value for part in parts), Decimal(0))
    return f"{' + '.join(part.shown for part in parts)} = {total.like(added)}"


def _quoted(sentence: Sentence, total: Quantity, parts: Sequence[Quantity]) -> str:
    start, stop = min(total.opens, parts[0].opens), max(total.stop, parts[-1].stop)
    return sentence.quote(start, stop)


def _wrong(sentence: Sentence, total: Quantity, parts: Sequence[Quantity], level: Level) -> Doubt:
    message = f"“{_quoted(sentence, total, parts)}”加不拢:{_sum(parts, total)},不是{total.shown}"
    return _doubt(total, parts, level, message, "核对各项和总数")


def _doubt(total: Quantity, parts: Sequence[Quantity], level: Level, message: str, hint: str) -> Doubt:
    start, stop = min(total.start, parts[0].start), max(total.stop, parts[-1].stop)
    return Doubt(start, stop, level, message, hint, total.start)
