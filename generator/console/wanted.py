"""Which duties a clerk asks for: of a township, a village, an item, each by id or by name."""

from __future__ import annotations

from collections.abc import Collection as Sized
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self, TypeVar

from generator.catalogue import local
from generator.console.text import plain
from generator.model import Duty, Records, Unusable, nearest
from generator.records.place import Place

T = TypeVar("T")


@dataclass(frozen=True)
class Wanted:
    """What is asked for; empty where nothing is left out."""

    townships: tuple[str, ...] = ()
    places: frozenset[tuple[str, str]] = frozenset()
    """(township, id) of the villages, or of a township as a publisher of its own."""
    items: frozenset[str] = frozenset()

    @classmethod
    def of(cls, records: Records, townships: Sized[str], villages: Iterable[str], items: Iterable[str]) -> Self:
        """Ids and names as typed. Raises Unusable for a village or an item that is not there."""
        tops = tuple(
            place for place in records.of(Place) if place.is_top and (place.township in townships or not townships)
        )
        slugs = tuple(place.township for place in tops)
        places = [p for p in records.of(Place) if p.township in slugs and (p.is_top or p.is_village)]
        asked = [_found(name, [(p.id, p.name, (p.township, p.id)) for p in places], "村") for name in villages]
        catalogue = [(i.id, i.name, i.id) for slug in slugs for i in local(records, slug).items]
        named = [_found(name, catalogue, "事项") for name in items]
        return cls(slugs if townships else (), frozenset().union(*asked), frozenset().union(*named))

    def holds(self, duty: Duty) -> bool:
        """Whether the duty is among what is asked for."""
        return (
            (not self.townships or duty.township in self.townships)
            and (not self.places or (duty.township, duty.place) in self.places)
            and (not self.items or duty.item in self.items)
        )


def _found(name: str, known: Iterable[tuple[str, str, T]], what: str) -> set[T]:
    """Everything of that id or name: two townships may each have a 刘村."""
    known = list(known)
    found = {one for key, label, one in known if name in (key, label)}
    if not found:
        hint = nearest(name, dict.fromkeys([*(key for key, _, _ in known), *(label for _, label, _ in known)]))
        raise Unusable(f"没有“{plain(name)}”这个{what}。{hint}")
    return found
