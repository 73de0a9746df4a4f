"""What is planned, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from generator.model.edition import Edition


@dataclass(frozen=True)
class Download:
    """A table to take away: a CSV file beside its page and the same as JSON, the first row its headings.

    title: what the table is, for the township's list of open data and for the workbook that holds all tables of the page.
    """

    path: str
    rows: tuple[tuple[Any, ...], ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was published: its record, what it is called, its page, the day on which it came out."""

    key: str
    title: str
    path: str
    day: date
    category: str


@dataclass(frozen=True, slots=True)
class Feed:
    """What is new in a place, newest first; written beside the place's page where the site has an address."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Switch:
    """Where else the reader may want to go: (name, page) of each, the present one without a page; and to all of them."""

    words: str
    ways: tuple[tuple[str, str], ...]
    everywhere: str


@dataclass(frozen=True)
class Page:
    """One page of the site.

    path: Markdown file below the docs folder, `[a-z0-9-]` parts only; it never changes once published.
    template: file below `templates/`. context: what the template may use beside the edition.
    menu: the chain of menu titles under which the page stands; empty for pages outside the menus.
    crumbs: paths of the pages above this one, outermost first. downloads: files written beside the page.
    switch: the way to the same page of another place. feed: what is new in the place whose home it is.
    """

    path: str
    title: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    menu: tuple[str, ...] = ()
    crumbs: tuple[str, ...] = ()
    downloads: tuple[Download, ...] = ()
    switch: Switch | None = None
    feed: Feed | None = None
    order: int = 0
    """Where its kind comes among all kinds: menus are in this order."""


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that readers of articles read otherwise than before; a masked one is `**`, a missing one a blank."""

    name: str
    old: str
    new: str
    articles: tuple[tuple[str, str], ...]
    """(title, page) of each article that it stands in."""


@dataclass(frozen=True)
class Publication:
    """A finished folder for one audience, or a part of one: `docs/` (Markdown), and `site/` (HTML) once it is built."""

    edition: Edition
    pages: tuple[Page, ...]
    folder: Path
    beyond: tuple[Page, ...] = ()
    """Pages of the other parts of the site to which these may lead; those that have one stand in the menus, too."""
    changes: tuple[Change, ...] = ()
    """Figures of articles that differ from those of the site that stood there before."""

    @property
    def docs(self) -> Path:
        return self.folder / "docs"

    @property
    def site(self) -> Path:
        return self.folder / "site"
