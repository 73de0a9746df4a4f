"""Paragraphs → a document: title, subtitle, byline and day go to its head; headings get their level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.exchange.archive.heads import Head, headed
from generator.exchange.archive.lines import Act, Document, Line, Note, Role
from generator.exchange.archive.numerals import STYLES, style_of, without_numeral

LEVELS = 3
_LONGEST, _NUMBERED = 40, 60
_BOLD = len(STYLES) + 1
_STOP = re.compile(r"[。；！？!?;]")
_ENDS = re.compile(r"[。；：！？!?;:，,、]$")
_SALUTATION = re.compile(r"(?:同志们|各位|尊敬的|大家好|女士们|先生们).{0,40}[:：！]")
_FIRST = 2
"""Up to this rank (第一部分, 一、) a short line is a heading whatever follows; below it may be an item of a list."""


def structured(lines: Sequence[Line], reporters: str = "", name: str = "") -> tuple[Document, list[Note]]:
    """The document in these paragraphs, and what was taken into its head. `name` is its title when it has none."""
    head, body, notes = headed(list(lines), reporters, name)
    ranks = _ranks(body)
    levels = _levels(ranks)
    notes += _doubtful(body, ranks)
    found = tuple(
        replace(line, level=levels[rank], bold=()) if rank else replace(line, level=0)
        for line, rank in zip(body, ranks, strict=True)
    )
    return _document(head, found), notes


def _document(head: Head, body: tuple[Line, ...]) -> Document:
    return Document(head.title, body, head.subtitle, head.byline, head.day, head.genre, head.borrowed)


def _ranks(body: Sequence[Line]) -> list[float]:
    """For every paragraph the rank of the heading that it is; 0 for text. A smaller rank is a larger part."""
    ranks: list[float] = []
    for index, line in enumerate(body):
        below = body[index + 1] if index + 1 < len(body) else None
        ranks.append(_rank(line, below))
    if all(line.level for line, rank in zip(body, ranks, strict=True) if rank):  # the source itself declares them all
        return [float(line.level) if rank else 0 for line, rank in zip(body, ranks, strict=True)]
    return _without_lists(body, ranks)


def _rank(line: Line, below: Line | None) -> float:
    text = line.text.strip()
    if line.rows or line.role is Role.NOTE or not text:
        return 0
    if line.level and len(text) <= 2 * _NUMBERED:
        return style_of(text) or line.level - 0.5
    rank = style_of(text)
    if rank and _stands_alone(text, below):
        return rank
    bold = line.is_bold and not rank and len(text) <= _LONGEST and not _ENDS.search(text)
    return _BOLD if bold and below is not None and not _SALUTATION.fullmatch(text) else 0


def _stands_alone(text: str, below: Line | None) -> bool:
    """Whether a numbered paragraph is a heading: short words without a sentence, or one sentence above a paragraph."""
    words = without_numeral(text).strip()
    if not words or len(words) > _NUMBERED or text[-1] in "；;，,、":
        return False
    if not _STOP.search(words.rstrip("：:")):
        return below is not None and not (words.endswith(("：", ":")) and style_of(text) > len(STYLES) - 1)
    once = len(_STOP.findall(words)) == 1 and words[-1] in "。！"
    return once and len(words) <= _LONGEST and below is not None and _is_text(below)


def _is_text(line: Line) -> bool:
    return bool(line.rows) or (not style_of(line.text) and len(line.text) > _LONGEST // 2)


def _without_lists(body: Sequence[Line], ranks: list[float]) -> list[float]:
    """Numbered lines of one kind right below each other are a list, not headings with nothing under them."""
    found = list(ranks)
    styles = [0 if line.rows else style_of(line.text) for line in body]
    for index, rank in enumerate(ranks):
        beside = [styles[at] for at in (index - 1, index + 1) if 0 <= at < len(styles)]
        if _FIRST < rank <= len(STYLES) and rank in beside and not body[index].level:
            found[index] = 0
    return found


def _doubtful(body: Sequence[Line], ranks: Sequence[float]) -> Iterator[Note]:
    """Short lines above a paragraph that may be headings, but have neither numeral nor bold."""
    for line, rank, below in zip(body, ranks, body[1:], strict=False):
        text = line.text.strip()
        short = 2 <= len(text) <= _LONGEST // 2 and not _STOP.search(text) and not _ENDS.search(text)
        if short and not rank and not style_of(text) and line.role is Role.TEXT and len(below.text) > _LONGEST:
            yield Note(Act.DOUBT, line.number, text, "像是小标题,但没有序号也不是加粗,按正文存了")


def _levels(ranks: Sequence[float]) -> dict[float, int]:
    """The kinds of headings that occur, as levels 1 to 3 in order of rank; bold alone comes first where it leads."""
    used = [rank for rank in ranks if rank]
    order = sorted(set(used))
    if used and used[0] == _BOLD and len(order) > 1:
        order = [_BOLD, *(rank for rank in order if rank != _BOLD)]
    return {rank: min(index, LEVELS) for index, rank in enumerate(order, start=1)}
