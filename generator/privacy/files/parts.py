"""What the readers of files hand on: pieces of text with the place where a clerk finds them, and what was not read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.privacy.kinds import Grade, Kind

MAX_BYTES = 50_000_000
MAX_UNPACKED = 50_000_000
"""Bytes of everything in a package, as its table of contents says."""
MAX_PART = 20_000_000
"""Bytes of XML that are read at once; in memory they are ten times as much."""
MAX_RATIO = 100
MAX_MEMBERS = 5_000
MAX_ROWS = 20_000
MAX_DEPTH = 3
"""Packages within packages."""


class Unread(Exception):
    """The file or a part of it was not looked through; the message is Chinese and says why."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One text, or the cells of one row with the heads of their columns."""

    place: str
    """Where it stands: 正文第 3 段; in it `{}` is the cell of a row, `{line}` the line of a text."""
    cells: tuple[str, ...]
    heads: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    """How a clerk calls each cell: D14."""
    neighbours: bool = False
    """Texts that follow one another: each was told already, what is spread over them was not."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found at a place of a file; never the number itself."""

    place: str
    kind: Kind
    grade: Grade


@dataclass(frozen=True, slots=True)
class Remark:
    """What else there is to say of a file: not read, or metadata that go along with it."""

    place: str
    text: str
    person: bool = False
    """Whether it is about unseen data that lead to a person: who made it, and where."""


Piece = Passage | Remark
Reader = Callable[[bytes], Iterator[Piece]]
