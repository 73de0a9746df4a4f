"""Pages written by people for every reader: about, how to read the figures, how to object."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Edition, Page
from generator.pages._common import paths, places


def pages(edition: Edition) -> Iterator[Page]:
    """One page a file of `content/site`; its first heading is the title."""
    for name, text in edition.prose.items():
        first, _, body = text.strip().partition("\n")
        title = first.lstrip("# ").strip() or name
        context = {"body": body, "sample": places.is_sample(edition)}
        crumbs = (paths.HOME,)
        yield Page(paths.about(name), title, "about.md.j2", context, menu=("说明", title), crumbs=crumbs)
