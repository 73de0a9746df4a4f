"""The frame of a page, rendered once and then stamped: what pages of one section have in common is made by the theme once.

The theme renders an empty page whose title, text, contents list and addresses are marks; pages that stand in no menu differ
from it in nothing else. A page that stands in a menu is rendered by the theme itself. That both ways give the same bytes
is for the tests to prove, not to be believed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from types import SimpleNamespace
from typing import Any

import jinja2
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import _get_norm_url, get_relative_url

_URL = "url"
_MARK = re.compile(r"@@gk:([a-z]+(?:(?<=url):\d+:[^@]*)?)(?:<h1)?@@")
_LIST = '{% import "partials/language.html" as lang with context %}{% include "partials/toc.html" %}'
_Pieces = list[str]
"""Text, mark, text, mark, …, text."""


class Theme:
    """The templates of one set of settings, compiled once; with them those that leave marks where addresses come."""

    def __init__(self, config: MkDocsConfig, compiled: Callable[[str], jinja2.BytecodeCache] | None = None) -> None:
        self.plain: jinja2.Environment = config.theme.get_env()
        self.marking = self.plain.overlay()
        if compiled:  # apart: what a filter makes of a constant is compiled in
            self.plain.bytecode_cache, self.marking.bytecode_cache = compiled("theme"), compiled("marks")
        self.marking.filters = {**self.plain.filters, "url": _marked, "script_tag": _script}
        self.list = self.plain.from_string(_LIST)


@dataclass
class Chrome:
    """The frames of one part of the site."""

    theme: Theme
    config: MkDocsConfig
    nav: Navigation
    frames: dict[Any, _Pieces] = field(default_factory=dict)
    placed: dict[Any, _Pieces] = field(default_factory=dict)

    @cached_property
    def listed(self) -> frozenset[str]:
        """Addresses of the pages that stand in the menus."""
        return frozenset(page.url for page in self.nav.pages)

    def page(self, page: Page) -> str:
        """The finished HTML of a page that has been read and converted."""
        return self._rendered(page) if page.url in self.listed else self._stamped(page)

    def _rendered(self, page: Page) -> str:
        page.active = True
        try:
            return self.theme.plain.get_template("main.html").render(get_context(self.nav, [], self.config, page))
        finally:
            page.active = False

    def _stamped(self, page: Page) -> str:
        items = page.toc.items
        own = {
            "title": page.meta.get("title") or page.title or "",
            "content": page.content or "",
            "canonical": page.canonical_url or "",
            "first": items[0].id if items else "",
            "list": self._list(page) if items else "",
        }
        pieces = list(self._here(page))
        pieces[1::2] = [own[mark] for mark in pieces[1::2]]
        return "".join(pieces)

    def _here(self, page: Page) -> _Pieces:
        """The frame as it stands in the page's folder: of the marks those of the page itself are left."""
        folder = page.url.rpartition("/")[0]
        name = (folder, *_variant(page))
        if name not in self.placed:
            pieces = [""]
            for part, mark in _pairs(self._frame(page)):
                pieces[-1] += part
                if mark.startswith(_URL):
                    _, level, target = mark.split(":", 2)
                    pieces[-1] += "../" * int(level) + get_relative_url(target, f"{folder}/x.html")
                elif mark:
                    pieces += [mark, ""]
            self.placed[name] = pieces
        return self.placed[name]

    def _frame(self, page: Page) -> _Pieces:
        name = _variant(page)
        if name not in self.frames:
            empty = _empty(page)
            context = {**get_context(self.nav, [], self.config), "page": empty, "base_url": _mark(f"{_URL}:0:.")}
            text = self.theme.marking.get_template("main.html").render(context)
            if page.toc.items:
                text = text.replace(self._list(empty), _mark("list"))
            self.frames[name] = _MARK.split(text)
        return self.frames[name]

    def _list(self, page: Any) -> str:
        return self.theme.list.render(page=page, config=self.config)


def _variant(page: Page) -> tuple[Any, ...]:
    """What of a page the theme asks about, beside its words: two pages that are alike in it have one frame."""
    meta = tuple(sorted((key, repr(value)) for key, value in page.meta.items() if key != "title"))
    return meta, bool(page.toc.items), "<h1" in (page.content or ""), page.canonical_url is None


def _empty(page: Page) -> SimpleNamespace:
    """A page outside the menus whose every word is a mark."""
    items = [AnchorLink(_mark("title"), _mark("first"), 1)] if page.toc.items else []
    heading = "<h1" if "<h1" in (page.content or "") else ""  # the theme writes one where the text has none
    return SimpleNamespace(
        title=_mark("title"),
        meta={**page.meta, "title": _mark("title")} if "title" in page.meta else page.meta,
        content=_mark(f"content{heading}"),
        toc=TableOfContents(items),
        canonical_url=page.canonical_url and _mark("canonical"),
        url="",
        is_page=True,
        is_homepage=False,
    )


def _mark(name: str) -> str:
    return f"@@gk:{name}@@"


def _pairs(pieces: _Pieces) -> Iterator[tuple[str, str]]:
    """(Text, the mark behind it); behind the last there is none."""
    return zip(pieces[::2], [*pieces[1::2], ""], strict=True)


def _marked(value: Any) -> str:
    """In place of MkDocs' filter `url`."""
    path, level = _get_norm_url(str(value))
    return path if level < 0 else _mark(f"{_URL}:{level}:{path}")


def _script(script: Any) -> str:
    """In place of MkDocs' filter `script_tag`."""
    kind = getattr(script, "type", "")
    words = f' type="{escape(kind)}"' if kind else ""
    words += " defer" * bool(getattr(script, "defer", False)) + " async" * bool(getattr(script, "async_", False))
    return f'<script src="{_marked(script)}"{words}></script>'
