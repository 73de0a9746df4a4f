"""What the named styles of a Word file say of a paragraph: heading, title, bold, hidden, numbered."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*(?:[1-9]|heading|标题)", re.IGNORECASE)
_TITLES = {"title": 1, "标题": 1, "subtitle": 2, "副标题": 2}


@dataclass(frozen=True, slots=True)
class Style:
    """One style, as far as the archive cares."""

    name: str = ""
    base: str = ""
    bold: bool | None = None
    hidden: bool | None = None
    outline: int | None = None
    number: str | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by id."""

    known: dict[str, Style] = field(default_factory=dict)

    def chain(self, name: str | None) -> list[Style]:
        """The style and what it is based on, nearest first; a circle ends where it closes."""
        found: dict[str, Style] = {}
        while name and name in self.known and name not in found:
            found[name] = self.known[name]
            name = self.known[name].base
        return list(found.values())

    def bold(self, name: str | None) -> bool:
        return next((style.bold for style in self.chain(name) if style.bold is not None), False)

    def hidden(self, name: str | None) -> bool:
        return next((style.hidden for style in self.chain(name) if style.hidden is not None), False)

    def level(self, name: str | None) -> int:
        """1 to 9 for a heading, else 0."""
        for style in self.chain(name):
            if found := _HEADING.fullmatch(style.name):
                return int(found[1])
            if style.outline is not None:
                return style.outline + 1 if style.outline < 9 else 0
        return 0

    def title(self, name: str | None) -> int:
        """1 for the style of titles, 2 for that of subtitles, else 0."""
        return next((_TITLES.get(style.name.lower(), 0) for style in self.chain(name)[:1]), 0)

    def is_contents(self, name: str | None) -> bool:
        return any(_CONTENTS.fullmatch(style.name) for style in self.chain(name)[:1])

    def number(self, name: str | None) -> tuple[str, int] | None:
        """(list, depth) of a style whose paragraphs are numbered."""
        return next(((style.number, style.depth) for style in self.chain(name) if style.number is not None), None)


def read_styles(root: Any, w: Callable[[str], str]) -> Styles:
    """The styles of `word/styles.xml`."""
    known: dict[str, Style] = {}
    for style in root.iterchildren(w("style")) if root is not None else ():
        number = _value(style, w, "pPr", "numPr", "numId")
        depth = _value(style, w, "pPr", "numPr", "ilvl")
        outline = _value(style, w, "pPr", "outlineLvl")
        known[style.get(w("styleId")) or ""] = Style(
            _value(style, w, "name") or "",
            _value(style, w, "basedOn") or "",
            switched(style.find(w("rPr")), w, "b"),
            switched(style.find(w("rPr")), w, "vanish"),
            int(outline) if outline and outline.isdecimal() else None,
            number,
            int(depth) if depth and depth.isdecimal() else 0,
        )
    return Styles(known)


def switched(properties: Any, w: Callable[[str], str], name: str) -> bool | None:
    """Whether `<w:b/>` and its like are on; None when nothing is said."""
    found = properties.find(w(name)) if properties is not None else None
    return None if found is None else found.get(w("val"), "1") not in ("0", "false", "off", "none")


def _value(element: Any, w: Callable[[str], str], *path: str) -> str | None:
    for name in path:
        element = element.find(w(name)) if element is not None else None
    return element.get(w("val")) if element is not None else None
