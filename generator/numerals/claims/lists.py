"""A total before its parts: `共X，其中A、B，其余C`, `X：分别为A、B`; how complete the list is decides what is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.model import Level
from generator.numerals.claims.adding import OPEN_END, TOTAL, adds_up, doubt, quoted, written, wrong
from generator.numerals.claims.doubt import Doubt
from generator.numerals.claims.quantity import Quantity, Sentence
from generator.numerals.claims.scales import dated, exclusive, is_grade, opposed, themed

_REST = re.compile(r"其余|剩余|余下|其它的?|其他的?|剩下")


def totals_ahead(sentence: Sentence) -> Iterator[Doubt]:
    """`共X，其中A、B，其余C` and `X：分别为A、B`; of a list that several totals could head, one that fits is enough."""
    lists = [*_lists(sentence)]
    done = {parts[-1].start for total, parts, _ in lists if _some_add_up(total, parts)}
    for total, parts, level in lists:
        if parts[-1].start not in done:
            done.add(parts[-1].start)
            yield from _completed(sentence, total, parts, level)


def _lists(sentence: Sentence) -> Iterator[tuple[Quantity, tuple[Quantity, ...], Level]]:
    """Every number with the list behind it, and what it is when the list does not add up."""
    for index, total in enumerate(sentence.quantities):
        if total.unit in ("%", "点", "") or _is_difference(sentence, total):
            continue
        parts = _behind(sentence, sentence.quantities[index + 1 :], total)
        if len(parts) < 2 or is_grade(total):
            continue
        lead = sentence.between(total.stop, parts[0].start)
        words = sentence.between(total.stop, parts[-1].stop + len(parts[-1].after))
        level = _closure(sentence, total, lead, words, parts)
        if level and not OPEN_END.search(words + sentence.between(parts[-1].stop, parts[-1].stop + 12)):
            yield total, parts, level


def _is_difference(sentence: Sentence, total: Quantity) -> bool:
    """`今年200万元，比去年增加50万元，其中`: what follows is of the number before."""
    differs = re.search(r"(?<!新)增|减|比|多|少|超", total.before)
    return differs is not None and any(q.counts_like(total) for q in sentence.before(total))


def _some_add_up(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the list adds up; what stands behind the sum may speak of something else, unless it goes on in the series."""
    fewest = len(parts) if dated(total, parts) or exclusive(parts) else 2
    return any(adds_up(total, parts[:count]) for count in range(fewest, len(parts) + 1))


def _completed(sentence: Sentence, total: Quantity, parts: Sequence[Quantity], level: Level) -> Iterator[Doubt]:
    added = sum((part.value for part in parts), Decimal(0))
    if level is Level.NOTE and added < total.value:
        message = f"“{quoted(sentence, total, parts)}”没有说全:{written(parts, total)},比{total.text}少{total.like(total.value - added)}"
        yield doubt(total, parts, Level.NOTE, message, "写明其余的情况,例如“其余未参评”")
    else:
        yield wrong(sentence, total, parts, Level.ERROR if level is Level.NOTE else level)


def _closure(sentence: Sentence, total: Quantity, lead: str, words: str, parts: Sequence[Quantity]) -> Level | None:
    """How complete the list is: its words close it, its grades exclude one another, or nobody knows."""
    if any(_REST.search(part.before) for part in parts[1:]):
        return _rest(sentence, total, lead, parts)
    if opposed(parts):
        return Level.ERROR
    open_ = _REST.match(
        sentence.between(parts[-1].stop + len(parts[-1].after), parts[-1].stop + 40).lstrip("，,、；; ")
    )
    if dated(total, parts) or themed(parts) or open_:
        return Level.ERROR if sum(part.range.low for part in parts) > total.range.high else None
    if re.search(r"其中", words):
        return Level.NOTE if exclusive(parts) else None
    if exclusive(parts) and all(part.value <= total.value for part in parts):
        return Level.NOTE
    if re.search(r"分别(?:为|是|有)?", lead) or re.search(r"由.*(?:组成|构成)", words):
        return Level.ERROR if _short(lead) else None
    return Level.WARNING if re.fullmatch(r"[^，,；;。]{0,8}[：:，,（(](?:包括|包含|即).{0,8}", lead) else None


def _rest(sentence: Sentence, total: Quantity, lead: str, parts: Sequence[Quantity]) -> Level | None:
    """其余 closes a list; but the number before it may itself be of the list, and the total stand behind."""
    if lead.startswith("、") or any(
        TOTAL.search(q.before) and q.counts_like(total) for q in sentence.behind(parts[-1])
    ):
        return None
    return Level.ERROR if "其中" in lead or re.search(r"共|总|全|合计", total.label) else Level.WARNING


def _short(lead: str) -> bool:
    return len(lead) <= 24 and "每" not in lead


def _behind(sentence: Sentence, behind: Sequence[Quantity], total: Quantity) -> tuple[Quantity, ...]:
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
