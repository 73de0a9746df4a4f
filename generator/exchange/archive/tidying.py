"""Lines as they come → paragraphs of the text alone; everything taken away or changed is told."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.exchange.archive.furniture import cleared
from generator.exchange.archive.joining import joined, torn
from generator.exchange.archive.lines import Act, Line, Note, Opened, Role, trimmed
from generator.exchange.archive.quotes import mended
from generator.records.archive import LONGEST


@dataclass(frozen=True, slots=True)
class Tidied:
    """Paragraphs, and what was done to get them."""

    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
    reporters: str = ""
    joins: tuple[int, ...] = ()
    """Lines that were joined to the one above; only blanks changed."""


def tidied(opened: Opened) -> Tidied:
    """Furniture goes, broken lines are joined, quotation marks mended. Headings declared by the source stay."""
    text, reporters, removed = cleared(opened.lines)
    paragraphs, joins = joined(text)
    paragraphs, repairs = mended([trimmed(line) for line in paragraphs])
    paragraphs, splits = _parted(paragraphs)
    return Tidied(
        tuple(paragraphs), (*opened.notes, *removed, *torn(text, joins), *repairs, *splits), reporters, tuple(joins)
    )


def _parted(lines: list[Line]) -> tuple[list[Line], list[Note]]:
    """No paragraph is longer than a record may be; a longer one is parted behind a sentence."""
    found: list[Line] = []
    notes: list[Note] = []
    for line in lines:
        if len(line.text) <= LONGEST:
            found.append(line)
            continue
        notes.append(Note(Act.DOUBT, line.number, "", f"这一段有{len(line.text)}个字,在句号后面分成了几段"))
        found += _parts(line)
    return found, notes


def _parts(line: Line) -> list[Line]:
    parts: list[Line] = []
    start = 0
    while start < len(line.text):
        end = min(start + LONGEST, len(line.text))
        if end < len(line.text):
            stop = max(line.text.rfind(mark, start, end) for mark in "。；\n")
            end = stop + 1 if stop > start else end
        bold = tuple((max(a, start) - start, min(b, end) - start) for a, b in line.bold if a < end and b > start)
        parts.append(replace(line, text=line.text[start:end], bold=bold, level=0, role=Role.TEXT))
        start = end
    return parts
