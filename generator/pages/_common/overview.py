"""Where the duties of a place stand: on the page of its township, or on one of its own where villages are very many."""

from __future__ import annotations

from generator.model import Edition
from generator.pages._common import paths, places
from generator.records.place import Place

TOGETHER = 30
"""So many villages share a page. One village takes some 6 KB; of 400 a page would weigh more than 2 MB."""


def apart(edition: Edition, township: str) -> bool:
    """Whether each village of the township has a page of its own."""
    return len(places.villages(edition, township)) > TOGETHER


def page(edition: Edition, place: Place) -> str:
    """The page on which the duties of the place are shown one by one."""
    own = (place.township, place.id) in edition.once(_owing) and apart(edition, place.township)
    return paths.due(place.township, place.id if own else "")


def _owing(edition: Edition) -> frozenset[tuple[str, str]]:
    return frozenset((duty.township, duty.place) for duty in edition.duties)
