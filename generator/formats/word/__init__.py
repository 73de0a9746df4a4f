"""A finished page as a Word document in the layout of an official paper (GB/T 9704-2012).

A4, the type area 156 mm × 225 mm, 22 lines of 28 characters; title, body and up to four kinds of headings each in its letters;
page numbers outside on both sides of the sheet; signature and day below the body; the facts about the disclosure and where the
figures come from as enclosures. Numerals of headings stay as the page has them. Fonts are named, not embedded: where an
office lacks them, its Word takes others.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import zip_longest
from typing import TYPE_CHECKING

from generator.formats.word import pictures, tables
from generator.formats.word.layout import empty, held_together, indent, line, lines, plain, say, wide, zipped
from generator.formats.word.papers import Enclosure, Paper, paper
from generator.markup.blocks import Block, Document, Heading, Item, Paragraph, Picture, Run, Sheet, Table

if TYPE_CHECKING:
    from docx.document import Document as Word

PAGES = frozenset(
    f"{name}.md.j2"
    for name in (
        "article",
        "archived",
        "finance",
        "statement",
        "procedure",
        "project",
        "notice",
        "organisation",
        "roster",
    )
)
_LEVELS = 4
"""一、 （一） 1. （1）: the standard has no more."""
_BODY = 16
"""Points of 3号."""
_SEALED = 4
"""Characters between the day and the margin, for the seal (7.3.5.1)."""
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""Word wants a day; the same page gives the same bytes on any day."""


def make(sheet: Sheet) -> Iterator[tuple[str, bytes]]:
    """One `.docx` a page."""
    yield ".docx", written(sheet.document, sheet.pictures)


def written(document: Document, found: Mapping[str, bytes] | None = None) -> bytes:
    """The bytes of a .docx; the same document gives the same bytes. Names nobody and no machine. found: its pictures, as PNG."""
    word, parts = empty(), paper(document)
    _head(word, parts)
    _blocks(word, parts.body, found or {})
    if parts.enclosures or parts.publisher:
        held_together(word)
    _enclosed(word, parts.enclosures, signed=bool(parts.publisher))
    _sign(word, parts.publisher, parts.day)
    for number, one in enumerate(parts.enclosures, 1):
        line(
            word, f"附件{number if len(parts.enclosures) > 1 else ''}", "Mark"
        ).paragraph_format.page_break_before = True
        line(word, "", "Normal")
        line(word, one.title, "Title")
        line(word, "", "Normal")
        _blocks(word, one.blocks, found or {}, "Enclosed")
    _properties(word, document.title)
    held = io.BytesIO()
    word.save(held)
    with zipfile.ZipFile(held) as made:
        return zipped((name, made.read(name)) for name in made.namelist())


def _head(word: Word, parts: Paper) -> None:
    for mark in parts.marks:
        line(word, mark, "Mark")
    if parts.marks:
        line(word, "", "Normal")
    line(word, parts.title, "Title")
    for one in parts.below:
        line(word, one.text, "Byline" if one.role == "note" else "Subtitle")
    line(word, "", "Normal")


def _blocks(word: Word, blocks: Sequence[Block], found: Mapping[str, bytes], style: str = "BodyText") -> None:
    for block, following in zip_longest(blocks, blocks[1:]):
        match block:
            case Heading(level, text):
                line(word, text, f"Heading{min(level - 1, _LEVELS)}")
            case Paragraph(runs, "note"):
                _say(word, runs, "Caption" if isinstance(following, Table) else "Note")
            case Paragraph(runs):
                _say(word, runs, style)
            case Item(depth, mark, runs):
                _say(word, (Run(f"{mark} "), *runs) if mark else runs, style, depth)
            case Table():
                tables.add(word, block)
            case Picture(source, words):
                pictures.add(word, found.get(source), words)


def _say(word: Word, runs: Sequence[Run], style: str, depth: int = 0) -> None:
    for one in lines(runs):
        made = line(word, "", style)
        say(made, one)
        if depth:
            indent(made, _BODY, left=2 * depth)


def _enclosed(word: Word, enclosures: Sequence[Enclosure], *, signed: bool) -> None:
    """附件说明: a line below the body, its numbers one below the other (7.3.4)."""
    if not enclosures:
        return
    line(word, "", "Normal").paragraph_format.keep_with_next = True
    for number, one in enumerate(enclosures, 1):
        counted = f"{number}. {one.title}" if len(enclosures) > 1 else one.title
        made = line(word, *((f"附件：{counted}", "Enclosure") if number == 1 else (counted, "EnclosureNext")))
        made.paragraph_format.keep_with_next = signed or number < len(enclosures)


def _sign(word: Word, publisher: str, day: str) -> None:
    """Over the day and in the middle of it; the longer of the two keeps clear of the margin."""
    if not publisher:
        return
    line(word, "", "Normal").paragraph_format.keep_with_next = True
    apart = min((wide(publisher) - wide(day)) / 4, _SEALED * 2)
    edge = max(_SEALED, apart)
    for text, right in ((publisher, edge - apart), (day, edge)):
        made = line(word, text, "Signature")
        indent(made, _BODY, right=right)
        made.paragraph_format.keep_with_next = text == publisher


def _properties(word: Word, title: str) -> None:
    told = word.core_properties
    told.title, told.language = plain(title)[:255], "zh-CN"
    told.created = told.modified = _MADE
    told.revision = 1
