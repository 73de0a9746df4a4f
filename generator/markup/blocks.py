"""A finished page as plain blocks: what every output on paper is made from, so that its masks are the page's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one manner."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """level: 2 for the first below the title."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. role: `mark` of a whole page (a sample, not for everybody), `lead`, `note`, or nothing in particular."""

    runs: tuple[Run, ...]
    role: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Item:
    """One point of a list. depth: 0 for the outermost. mark: `1.` as it is shown, empty for a bullet."""

    depth: int
    mark: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """caption: empty where there is none. numeric: which columns hold figures, set to the right."""

    caption: str
    head: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """source: as the page has it, relative to the page."""

    source: str
    words: str


Block = Heading | Paragraph | Item | Table | Picture


@dataclass(frozen=True, slots=True)
class Document:
    """A page without what serves the screen alone: menus, buttons, links to other pages' lists."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page that goes on paper.

    number: its path without the ending. address: where it stands on the internet, if it does. code: the short code of the
    release that it was taken from, by which readers of the paper can tell whether the page is still the same. pictures:
    source, as the page has it → PNG, of those that are there. root: the hash that the code is short for.
    """

    document: Document
    number: str
    address: str = ""
    code: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    root: str = ""
