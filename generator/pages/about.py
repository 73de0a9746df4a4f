"""Pages written by people: about, how to read the figures, how to object; and the manual for those who make the site."""

from __future__ import annotations

from collections.abc import Iterator

from generator.markup.prose import MANUAL, pieces
from generator.model import Edition, Page
from generator.pages._common import paths, places


def pages(edition: Edition) -> Iterator[Page]:
    """One page a file of `content/site`; its first heading is the title.

    The manual has a place of its own in the menu, and its words are not among what villagers find when they search.
    """
    for name, text in sorted(edition.prose.items(), key=lambda one: one[0].startswith(MANUAL)):
        first, _, body = text.strip().partition("\n")
        title = first.lstrip("# ").strip() or name
        apart = name.startswith(MANUAL)
        parts = [(words, f"site/{file}" if file else "") for words, file in pieces(body)]
        context = {"pieces": parts, "apart": apart, "sample": places.is_sample(edition)}
        menu = ("说明", *([paths.HANDBOOK] if apart else []), title)
        yield Page(paths.about(name), title, "about.md.j2", context, menu=menu, crumbs=(paths.HOME,))
