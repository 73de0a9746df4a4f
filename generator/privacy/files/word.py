"""Word files: text and tables, headers, footers, notes, comments, text boxes, deleted text, and who made the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from generator.privacy.files.packages import below, member, tree, unpacked
from generator.privacy.files.parts import Passage, Piece
from generator.privacy.files.properties import properties

_PARTS = (
    (re.compile(r"word/document\d*\.xml"), "正文"),
    (re.compile(r"word/header\d*\.xml"), "页眉"),
    (re.compile(r"word/footer\d*\.xml"), "页脚"),
    (re.compile(r"word/footnotes\.xml"), "脚注"),
    (re.compile(r"word/endnotes\.xml"), "尾注"),
    (re.compile(r"word/comments\w*\.xml"), "批注"),
    (re.compile(r"word/(?:glossary/document|diagrams/.*|charts/.*)\.xml"), "附带的部分"),
)
_TEXT = ("t", "delText", "instrText")
_BLANK = ("tab", "br", "cr")
_TWICE = ("Fallback",)
"""The same text box once more, for old programs."""


def word(data: bytes) -> Iterator[Piece]:
    """The pieces of a document."""
    with unpacked(data) as package:
        for name in sorted(package.namelist()):
            for pattern, place in _PARTS:
                if pattern.fullmatch(name):
                    yield from _Part(place).pieces(tree(member(package, name)))
        yield from properties(package)


@dataclass
class _Part:
    """One part on its way through the elements, in the order in which they are read."""

    place: str
    paragraph: int = 0
    table: int = 0
    found: list[Piece] = field(default_factory=list)

    def pieces(self, root: Element) -> list[Piece]:
        pending: list[Element] = [root]
        while pending:
            element = pending.pop()
            if element.tag in _TWICE:
                continue
            if element.tag == "tbl":
                self.table += 1
                pending += reversed(self.rows(element))
            elif element.tag == "p":
                self.paragraph += 1
                self.found.append(Passage(f"{self.place}第 {self.paragraph} 段", (own(element),)))
                pending += reversed(list(below(element, "txbxContent", stop=_TWICE)))
            else:
                pending += reversed(list(element))
        return [*self.found, *self.neighbours()]

    def rows(self, table: Element) -> list[Element]:
        """Says the rows; what is nested in their cells is left to come."""
        nested: list[Element] = []
        heads: tuple[str, ...] = ()
        for number, row in enumerate(below(table, "tr"), start=1):
            cells = list(below(row, "tc"))
            texts = tuple("\n".join(map(own, below(cell, "p", stop=("tbl",)))) for cell in cells)
            columns = tuple(f"第 {place} 格" for place in range(1, len(texts) + 1))
            self.found.append(Passage(f"{self.place}表格 {self.table} 第 {number} 行{{}}", texts, heads, columns))
            heads = heads or texts
            for cell in cells:
                nested += below(cell, "tbl", "txbxContent", stop=_TWICE)
        return nested

    def neighbours(self) -> Iterator[Passage]:
        """Paragraphs that follow one another, for numbers that were broken between them."""
        texts = [piece for piece in self.found if isinstance(piece, Passage) and not piece.columns]
        for place in range(len(texts) - 1):
            near = texts[place : place + 2]
            yield Passage(near[0].place, tuple(one.cells[0] for one in near), neighbours=True)


def own(paragraph: Element) -> str:
    """The text of a paragraph without that of the text boxes in it."""
    words: list[str] = []
    pending = list(reversed(list(paragraph)))
    while pending:
        element = pending.pop()
        if element.tag in _TEXT:
            words.append(element.text or "")
        elif element.tag in _BLANK:
            words.append("\n")
        elif element.tag == "noBreakHyphen":
            words.append("-")
        elif element.tag not in ("txbxContent", *_TWICE):
            pending += reversed(list(element))
    return "".join(words)
