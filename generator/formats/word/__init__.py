"""A finished page as a Word document in the layout of an official paper (GB/T 9704-2012).

A4, the type area 156 mm × 225 mm, 22 lines of 28 characters: margins 37 mm above and 28 mm at the binding, body in 16-point
仿宋 on a fixed line of 28 points, two characters of indent; the first kind of heading 黑体, the second 楷体, the third 仿宋
bold; page numbers in 14-point 宋体 between two dashes, outside on both sides of the sheet. Fonts are named, not embedded:
where an office lacks them, its Word takes its own.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from generator.formats.word import layout, tables
from generator.formats.word.layout import BODY, FIRST, SECOND, TITLE, line, plain, say
from generator.markup.blocks import Document, Heading, Item, Paragraph, Picture, Run, Sheet, Table

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
_HEADINGS = ((FIRST, False), (SECOND, False), (BODY, True))
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""Word wants a day; the same page gives the same bytes on any day."""


def make(sheet: Sheet) -> Iterator[tuple[str, bytes]]:
    """One `.docx` a page."""
    yield ".docx", written(sheet.document)


def written(document: Document) -> bytes:
    """The bytes of a .docx; the same document gives the same bytes. Names nobody and no machine."""
    import docx

    word = docx.Document()
    layout.page(word)
    layout.styles(word)
    line(word, document.title, TITLE, 22, centred=True, after=28)
    for block in document.blocks:
        _block(word, block)
    _properties(word, document.title)
    held = io.BytesIO()
    word.save(held)
    return _settled(held.getvalue())


def _block(word: Word, block: object) -> None:
    match block:
        case Heading(level, text):
            font, bold = _HEADINGS[min(level - 2, len(_HEADINGS) - 1)]
            line(word, text, font, 16, indent=2, bold=bold, kept=True, level=level - 1)
        case Paragraph(runs):
            subtitle = runs[0].text.startswith("——")
            made = line(word, "", SECOND if subtitle else BODY, 16, centred=subtitle, indent=0 if subtitle else 2)
            say(made, runs, SECOND if subtitle else BODY)
        case Item(depth, mark, runs):
            made = line(word, "", BODY, 16, indent=2 + 2 * depth)
            say(made, (Run(f"{mark or '·'} "), *runs), BODY)
        case Table():
            tables.add(word, block)
        case Picture(_, words):
            line(word, f"（图：{words}）" if words else "（图）", SECOND, 14, centred=True)


def _properties(word: Word, title: str) -> None:
    told = word.core_properties
    told.title, told.language = plain(title)[:255], "zh-CN"
    told.author = told.last_modified_by = told.comments = told.keywords = told.subject = told.category = ""
    told.created = told.modified = told.last_printed = _MADE
    told.revision = 1


def _settled(data: bytes) -> bytes:
    """The same parts with fixed times, in the order of their names but for the first, which Word wants there."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system, info.compress_type = 3, zipfile.ZIP_DEFLATED
            new.writestr(info, layout.FONTS if name == "word/fontTable.xml" else old.read(name), compresslevel=9)
    return held.getvalue()
