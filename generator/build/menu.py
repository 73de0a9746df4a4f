"""Menus: the pages that ask for a place, as a nested list. Never every page, or the site grows with its square."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.model import Page


def menu(pages: Iterable[Page]) -> list[Any]:
    """`menu=("安平镇", "刘村")` → `[{"安平镇": ["anping/index.md", {"刘村": …}]}]`; an empty last title is the section's own page."""
    top: list[Any] = []
    for page in pages:
        if not page.menu:
            continue
        *sections, title = page.menu
        level = top
        for section in sections:
            level = _section(level, inert(section))
        level.append({inert(title): page.path} if title else page.path)
    return top


def _section(level: list[Any], title: str) -> list[Any]:
    for entry in level:
        if isinstance(entry, dict) and isinstance(entry.get(title), list):
            found: list[Any] = entry[title]
            return found
    level.append({title: []})
    below: list[Any] = level[-1][title]
    return below


def inert(title: str) -> str:
    """The theme prints menu titles as they are, so what could be a tag or an entity is written as entities."""
    return " ".join(title.split()).translate({ord(char): f"&#{ord(char)};" for char in "&<>\"'"})
