"""The words of the archive import: a line of a source, what was done to it, a recognised document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum

Spans = tuple[tuple[int, int], ...]
"""Where bold begins and ends in a text, in order, never touching."""


MARKS = "Markdown 记号"
"""Why a sign of Markdown was taken away; the report counts these and does not list them."""


class Act(Enum):
    """What happened to some words of the source, as the report heads it."""

    REMOVED = "删去"
    TAKEN = "移到文件头"
    ADDED = "补写"
    REPAIRED = "改正"
    DOUBT = "存疑"


@dataclass(frozen=True, slots=True)
class Note:
    """One thing the reader of the report must know: exact words, where they stood (0: nowhere in particular), why."""

    act: Act
    number: int
    text: str
    why: str
    instead: str = ""
    """Only of a repair: what stands there now."""


class Role(Enum):
    """What a line is for certain, because the source itself says so."""

    TEXT = 0
    TITLE = 1
    SUBTITLE = 2
    NOTE = 3
    """A footnote or endnote."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text file or a paragraph of a Word file; after joining, a paragraph."""

    number: int
    """Counted from 1, as an editor or Word shows it."""
    text: str
    bold: Spans = ()
    level: int = 0
    """The level of a heading that the source itself declares; 0 when it declares none."""
    indented: bool = False
    role: Role = Role.TEXT
    rows: tuple[tuple[str, ...], ...] = ()
    """Only of a table."""

    @property
    def is_plain(self) -> bool:
        """Whether it is an ordinary line, which may be a part of a paragraph."""
        return not self.rows and not self.level and self.role is Role.TEXT

    @property
    def is_blank(self) -> bool:
        return not self.rows and not self.text.strip()

    @property
    def words(self) -> str:
        """Everything that can be read of it."""
        return "".join("".join(row) for row in self.rows) if self.rows else self.text

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold, punctuation and blanks aside."""
        rest = "".join(char for char, bold in zip(self.text, marked(self.text, self.bold), strict=True) if not bold)
        return bool(self.bold) and not any(char.isalnum() for char in rest)


@dataclass(frozen=True, slots=True)
class Opened:
    """A source as read: its characters, counted without regard to structure, its lines, and what was left out."""

    original: str
    lines: tuple[Line, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One recognised document; `body` holds headings (level 1 to 3), paragraphs and tables in order."""

    title: str
    body: tuple[Line, ...]
    subtitle: str = ""
    byline: str = ""
    day: str = ""
    """`2009-07-21`, `2009-07` or `2009`."""
    genre: str = ""
    borrowed: bool = False
    """The title is the name of the file, not words of the document."""

    @property
    def headings(self) -> tuple[Line, ...]:
        return tuple(line for line in self.body if line.level)


@dataclass(slots=True)
class Pen:
    """Collects notes while a source is gone through."""

    notes: list[Note] = field(default_factory=list)

    def remove(self, number: int, text: str, why: str) -> None:
        if text.strip():
            self.notes.append(Note(Act.REMOVED, number, text, why))

    def doubt(self, number: int, text: str, why: str) -> None:
        self.notes.append(Note(Act.DOUBT, number, text, why))

    def add(self, number: int, text: str, why: str) -> None:
        self.notes.append(Note(Act.ADDED, number, text, why))


def marked(text: str, bold: Spans) -> list[bool]:
    """For every character whether it is bold."""
    flags = [False] * len(text)
    for start, end in bold:
        flags[start:end] = [True] * (end - start)
    return flags


def spans(flags: Iterable[bool]) -> Spans:
    """The inverse of `marked`."""
    found: list[tuple[int, int]] = []
    start, index = -1, -1
    for index, bold in enumerate(flags):
        if bold and start < 0:
            start = index
        elif not bold and start >= 0:
            found.append((start, index))
            start = -1
    return (*found, (start, index + 1)) if start >= 0 else tuple(found)


def shifted(bold: Spans, by: int) -> Spans:
    return tuple((start + by, end + by) for start, end in bold)


def cut(line: Line, start: int, end: int) -> Line:
    """The part of a line, bold kept."""
    bold = tuple((max(a, start) - start, min(b, end) - start) for a, b in line.bold if a < end and b > start)
    return replace(line, text=line.text[start:end], bold=bold)


def trimmed(line: Line) -> Line:
    """Without blanks around it."""
    if line.rows or line.text == line.text.strip():
        return line
    start = len(line.text) - len(line.text.lstrip())
    return cut(line, start, max(start, len(line.text.rstrip())))
