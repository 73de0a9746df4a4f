"""Every command with its options: the reference of the manual, made from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dictionary.commands import commands
from generator.markup.prose import MANUAL
from generator.model import Edition, Page
from generator.pages._common import paths, places


def pages(edition: Edition) -> Iterator[Page]:
    """One page; none where the site has no manual for it to belong to."""
    if not any(name.startswith(MANUAL) for name in edition.prose):
        return
    context = {"commands": commands(), "sample": places.is_sample(edition)}
    menu = ("说明", paths.HANDBOOK, "命令和选项")
    yield Page(
        paths.about(f"{MANUAL}commands"), "命令和选项", "commands.md.j2", context, menu=menu, crumbs=(paths.HOME,)
    )
