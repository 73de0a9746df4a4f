"""A collection (篇一, 篇二 … 范文一 … 材料之一 …) → its documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.exchange.archive.lines import Act, Line, Note, cut
from generator.exchange.archive.reading import whole

_HAN = "[一二三四五六七八九十]{1,3}"
_COUNT = rf"({_HAN}|\d{{1,2}})"
_MARKERS = (
    re.compile(rf"(?:【|（|\()?\s*篇\s*{_COUNT}\s*(?:】|）|\))?\s*[:：、.．\s]?\s*"),
    re.compile(rf"(?:【|（|\()?\s*第\s*{_COUNT}\s*篇\s*(?:】|）|\))?\s*[:：、.．\s]?\s*"),
    re.compile(
        rf"(?:【|（|\()?\s*(?:范文|材料|例文|文章|交流材料|发言材料|经验材料)\s*之?\s*{_COUNT}\s*(?:】|）|\))?\s*[:：、.．\s]?\s*"
    ),
)
"""How the parts of a collection are announced; one kind is used throughout."""
_BEHIND = re.compile(rf"(.{{4,50}}?)\s*(?:【|（|\()\s*(?:篇|之)\s*{_COUNT}\s*(?:】|）|\))")
"""`…情况汇报（篇一）`: the title with the number behind it."""
_LONGEST = 60
_PROSE = 100
"""A preface with a paragraph of this length is a text of its own."""


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a collection; a source that is no collection is one part."""

    lines: tuple[Line, ...]


def split(lines: Sequence[Line]) -> tuple[list[Part], list[Note]]:
    """(the documents, what was left out between them)."""
    starts = _starts(lines)
    if len(starts) < 2:
        return [Part(tuple(lines))], []
    notes: list[Note] = []
    parts = _preface(lines[: starts[0][0]], notes)
    ends = [index for index, _ in starts[1:]] + [len(lines)]
    for (index, length), end in zip(starts, ends, strict=True):
        marker, rest = lines[index], list(lines[index + 1 : end])
        title = _without_marker(marker, length, notes)
        parts.append(Part(tuple([title, *rest] if title.text.strip() else rest)))
    return parts, notes


def _starts(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """(index, length of the marker) where a document begins: one kind of marker, counting 1, 2, 3 …"""
    for pattern in (*_MARKERS, _BEHIND):
        found: list[tuple[int, int]] = []
        for index, line in enumerate(lines):
            marker = _match(pattern, line)
            if marker and whole(marker[marker.re.groups]) == len(found) + 1:
                found.append((index, marker.end() if pattern is not _BEHIND else -marker.end(1)))
        bare = [index for index, _ in found]
        if len(found) > 1 and all(below - above > 1 for above, below in pairwise(bare)):
            return found
    return []


def _match(pattern: re.Pattern[str], line: Line) -> re.Match[str] | None:
    text = line.text.strip()
    if line.rows or not text or len(text) > _LONGEST or re.search(r"[。；！]", text):
        return None
    return pattern.fullmatch(text) if pattern is _BEHIND else pattern.match(text)


def _without_marker(line: Line, length: int, notes: list[Note]) -> Line:
    """The title behind (or before) the marker; the marker itself is listed."""
    start, end = (length, len(line.text)) if length >= 0 else (0, -length)
    marker = line.text[:start] + line.text[end:]
    notes.append(Note(Act.REMOVED, line.number, marker.strip(), "合集里各篇的号"))
    title = cut(line, start, end)
    return replace(title, level=1 if title.text.strip() else 0)


def _preface(lines: Sequence[Line], notes: list[Note]) -> list[Part]:
    """What stands above the first document: a text of its own when it is long, else listed."""
    if any(len(line.text) >= _PROSE for line in lines):
        return [Part(tuple(lines))]
    notes += [Note(Act.REMOVED, line.number, line.words, "合集的题目和说明,不属于哪一篇") for line in lines]
    return []
