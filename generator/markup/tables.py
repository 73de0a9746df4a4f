"""Pipe tables whose plain cells need no inline parser: half of the time of a page went into their cells.

A cell of text, entities, `**strong**`, `[links](to.md)` and inline tags — all that the writer ever makes — is read here.
Any other cell is left to Python-Markdown's own inline patterns, so what people write by hand means what it always meant.
Heads get `scope="col"`, for screen readers (WCAG 2.2, H63).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions.tables import TableExtension, TableProcessor
from markdown.util import AtomicString

TAG = r"</?[a-z][a-z0-9]*(?:\s[a-z-]+=\"[^\"<>]*\")*\s*/?>"
_LINK = r"\[(?P<words>[^\[\]\\`*_<>!|]*)\]\((?P<target>[^()\s\\<>\"'|]+)\)"
_STRONG = r"\*\*(?=[^\s*])(?P<strong>[^*\\`_<>\[\]]*[^\s*\\`_<>\[\]])\*\*"
TEXT = r"[^\\`*_<>\[\]|!~^:\x02\x03]+|:(?!//)"
_PART = re.compile(f"(?P<tag>{TAG})|{_LINK}|{_STRONG}|(?P<text>(?:{TEXT})+)")


class Cells(TableProcessor):
    """The stock processor, but for cells that can be read at a glance."""

    def __init__(self, parser: Any, config: dict[str, Any], md: Markdown) -> None:
        super().__init__(parser, config)
        self.md = md

    def _split(self, row: str) -> list[str]:
        return super()._split(row) if "`" in row or "\\" in row else row.split("|")  # type: ignore[misc]

    def _build_row(self, row: str, parent: ElementTree.Element, align: Sequence[str | None]) -> None:
        super()._build_row(row, parent, align)  # type: ignore[misc]
        head = parent.tag == "thead"
        for cell in parent[-1]:
            if head:
                cell.set("scope", "col")
            self._read(cell, cell.text or "")

    def _read(self, cell: ElementTree.Element, text: str) -> None:
        """Puts the parts of a plain cell into it; leaves any other as it is."""
        found = parts(text)
        if found is None:
            return
        cell.text, last = AtomicString(""), None
        for part in found:
            kind = part.lastgroup
            if kind == "target":
                last = self._element(cell, "a", part["words"])
                last.set("href", part["target"])
            elif kind == "strong":
                last = self._element(cell, "strong", part["strong"])
            else:
                words = self.md.htmlStash.store(part[0]) if kind == "tag" else part[0]
                if last is None:
                    cell.text = AtomicString(cell.text + words)
                else:
                    last.tail = AtomicString((last.tail or "") + words)

    def _element(self, cell: ElementTree.Element, tag: str, words: str) -> ElementTree.Element:
        made = ElementTree.SubElement(cell, tag)
        made.text = AtomicString(words)
        return made


def parts(text: str) -> list[re.Match[str]] | None:
    """The parts of the cell in order; None when there is anything else in it."""
    found, at = [], 0
    while at < len(text):
        part = _PART.match(text, at)
        if part is None:
            return None
        found.append(part)
        at = part.end()
    return found


class CellsExtension(TableExtension):
    """Takes the place of the extension `tables`, with the same option."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - its name there
        super().extendMarkdown(md)
        md.parser.blockprocessors.register(Cells(md.parser, self.getConfigs(), md), "table", 75)


def makeExtension(**options: Any) -> CellsExtension:  # noqa: N802 - Python-Markdown asks for this name
    """Python-Markdown's entrance."""
    return CellsExtension(**options)
