"""All townships and villages of the site on one plain page: whoever cannot search finds their village here."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Edition, Page
from generator.pages._common import paths, places


def pages(edition: Edition) -> Iterator[Page]:
    """One page, in the order of the data."""
    towns = [
        (township, [(village, paths.place(township.township, village.id)) for village in villages])
        for township in places.townships(edition)
        for villages in [places.villages(edition, township.township)]
    ]
    context = {"towns": towns, "paths": paths, "sample": places.is_sample(edition)}
    yield Page(paths.PLACES, "乡镇和村", "directory.md.j2", context, (places.ALL, ""), (paths.HOME,))
