"""Townships and villages of an edition, as most pages need them."""

from __future__ import annotations

from generator.model import Edition, Withheld
from generator.pages._common import paths
from generator.records.indicator import Indicator
from generator.records.place import Place


def townships(edition: Edition) -> tuple[Place, ...]:
    return tuple(place for place in edition.of(Place) if place.level == "乡镇")


def villages(edition: Edition, township: str) -> tuple[Place, ...]:
    return tuple(place for place in edition.of(Place, township) if place.level != "乡镇")


def figures(edition: Edition, township: str) -> tuple[Indicator, ...]:
    """The township's figures; one whose value is closed to these readers has nothing to show."""
    return tuple(i for i in edition.of(Indicator, township) if not isinstance(i.figure, Withheld))


def name(edition: Edition, township: str, place: str) -> str:
    """The place's name; its id when the place itself is not in the edition."""
    found = edition.get(Place, f"{township}/place/{place}")
    return found.name if found else place


def is_sample(edition: Edition, township: str = "") -> bool:
    """Whether the township, or any township, is marked as sample data."""
    return any(place.sample for place in townships(edition) if township in ("", place.township))


def crumbs(township: str, place: str = "") -> tuple[str, ...]:
    """The pages above a page of the township or of one of its places."""
    above = (paths.HOME, paths.township(township))
    return above if place in ("", township) else (*above, paths.place(township, place))
