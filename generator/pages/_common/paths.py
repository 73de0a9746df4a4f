"""Every address of the site, in one place: once published, an address never changes."""

from __future__ import annotations

HOME = "index.md"
CATALOGUE = "catalogue/index.md"
LAWS = "catalogue/laws.md"


def township(slug: str) -> str:
    return f"{slug}/index.md"


def place(slug: str, place_id: str) -> str:
    """A village's home; a township's own home when the place is the township itself."""
    return township(slug) if place_id == slug else f"{slug}/{place_id}/index.md"


def record(slug: str, place_id: str, family: str, record_id: str) -> str:
    """The page of one record: `anping/liucun/finance/liucun-2026-03.md`."""
    below = slug if place_id == slug else f"{slug}/{place_id}"
    return f"{below}/{family}/{record_id}.md"


def statistics(slug: str) -> str:
    return f"{slug}/statistics.md"


def due(slug: str) -> str:
    return f"{slug}/due.md"


def about(name: str) -> str:
    return f"about/{name}.md"
