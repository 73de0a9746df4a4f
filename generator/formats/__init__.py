"""Step 8: what is handed out beside the pages. One file per format; the order is the order of making."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from generator.formats import boards, broadcasts, calendars, cards, figures, manifest, offline, release, word
from generator.markup.blocks import Sheet


class Handout(Protocol):
    """A kind of thing that is made of single pages."""

    @property
    def PAGES(self) -> frozenset[str]:  # noqa: N802 - a constant of its module
        """Templates of the pages that it is made of."""
        ...

    def make(self, sheet: Sheet, /) -> Iterator[tuple[str, bytes]]:
        """(Ending, content) of each file."""
        ...


FORMATS = (manifest, figures, release, offline, calendars, word, boards, cards, broadcasts)
HANDOUTS: dict[str, Handout] = {"word": word, "board": boards, "card": cards, "broadcast": broadcasts}
"""What `gongkai export` makes of finished pages: name → how."""
