"""What of a page can be searched: its words as readers see them, and by what they may be narrowed down."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.model import Page, Publication
from generator.records.place import Place

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_LEFT_OUT = re.compile(
    r"<(nav|details|p|div|ul|section)\b[^>]*\b(?:data-search-exclude|gk-sample)\b[^>]*>.*?</\1>", re.DOTALL
)
_RULE = re.compile(r"^\|[:\-| ]+\|$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_BREAK = re.compile(r"<(?:br|/?(?:p|div|li|td|th|summary|dt|dd|h\d))\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_HEADING = re.compile(r"^#{1,6} +(.*)$", re.MULTILINE)
_MARKS = re.compile(r"\*\*|^#{1,6} |^[-*] |\|", re.MULTILINE)
_BLANKS = re.compile(r"\s+")
_YEAR = re.compile(r"(?<!\d)(20\d\d|19\d\d)(?!\d)")
_CATEGORIES = ("党务公开", "村务公开", "财务公开")
_KINDS = {
    **dict.fromkeys(("finance", "statement"), "财务公开"),
    **dict.fromkeys(("procedure", "project", "issue", "asset"), "村务公开"),
    **dict.fromkeys(("activity", "organisation", "assessment", "person", "assignment"), "党务公开"),
    **dict.fromkeys(("article", "archive"), "材料"),
    **dict.fromkeys(("statistics", "indicators", "timeliness", "due", "ranking", "activities", "ledgers"), "统计"),
}
"""Folder or file of a page → the category by which it is narrowed down, where no item of the catalogue says it."""
OTHER = "其他"


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as the index knows it."""

    path: str
    """Of the HTML, below the site."""
    title: str
    text: str
    headings: tuple[str, ...]
    place: str
    """Name of the village; nothing for pages of the township or of the portal."""
    category: str
    year: str


def entries(publication: Publication) -> Iterator[Entry]:
    """Every page of a publication whose Markdown is written, in the order of the paths."""
    villages = (place for place in publication.edition.of(Place) if place.is_village)
    names = {f"{one.township}/{one.id}": one.name for one in villages}
    for page in sorted(publication.pages, key=lambda page: page.path):
        source = (publication.docs / page.path).read_text(encoding="utf-8")
        text, headings = readable(source)
        path = f"{page.path.removesuffix('.md')}.html"
        yield Entry(path, page.title, text, headings, _place(page, names), _category(page), _year(page))


def readable(source: str) -> tuple[str, tuple[str, ...]]:
    """The words of a page's Markdown in one line, and its headings but the first."""
    body = _LEFT_OUT.sub(" ", _FRONT.sub("", source))
    body = _LINK.sub(r"\1", _IMAGE.sub(" ", _RULE.sub("", body)))
    body = html.unescape(_TAG.sub("", _BREAK.sub(" ", body)))
    headings = tuple(found[1].strip() for found in _HEADING.finditer(body))
    return _BLANKS.sub(" ", _MARKS.sub(" ", body)).strip(), headings[1:]


def _place(page: Page, names: dict[str, str]) -> str:
    return names.get("/".join(page.path.split("/")[:2]), "")


def _category(page: Page) -> str:
    shown: Any = page.context.get("disclosures") or ()
    for disclosure in shown:
        for item in getattr(disclosure, "items", ()):
            if item.category in _CATEGORIES:
                return str(item.category)
    words = page.path.removesuffix(".md").split("/")
    return next((_KINDS[word] for word in words if word in _KINDS), OTHER)


def _year(page: Page) -> str:
    """Of the address, where ids tell the period; else of the title."""
    found = _YEAR.search(page.path) or _YEAR.search(page.title)
    return found[1] if found else ""
