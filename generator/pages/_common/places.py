"""Townships and villages of an edition, as most pages need them."""

from __future__ import annotations

import re

from generator.catalogue import local
from generator.model import Edition, Finding, Record, Withheld
from generator.pages._common import paths
from generator.records import TOWNSHIP_KINDS
from generator.records.acceptance import Acceptance
from generator.records.archive import Archived
from generator.records.article import Article
from generator.records.indicator import Indicator
from generator.records.item import DisclosureItem
from generator.records.ledger import Ledger
from generator.records.place import Place
from generator.records.publication import PublicationRecord

_ELSEWHERE = (Place, Indicator, Article, Archived, PublicationRecord, Acceptance)
REGISTERED = tuple(kind for kind in TOWNSHIP_KINDS if kind not in _ELSEWHERE)
"""The families with registers. Places have homes, figures the statistics, articles the township's home, archived
documents the archive, publications the records that they publish, acceptances the findings."""

OWNER = re.compile(r"(?:data/townships|content)/([^/]+)/")
"""How the files of a township begin."""

ALL = "乡镇和村"
"""The menu under which the townships stand; a site of one township has the township itself there."""


def menu(edition: Edition, township: str, *titles: str) -> tuple[str, ...]:
    """Where a page of the township stands in the menus."""
    name_of = {place.township: place.name for place in townships(edition)}
    above = (ALL,) if len(name_of) > 1 else ()
    return (*above, name_of.get(township, township), *titles)


def items(edition: Edition) -> dict[str, tuple[DisclosureItem, ...]]:
    """Township → the catalogue as it is there."""
    return {place.township: local(edition, place.township).items for place in townships(edition)}


def townships(edition: Edition) -> tuple[Place, ...]:
    return tuple(place for place in edition.of(Place) if place.is_top)


def planned(edition: Edition) -> tuple[Place, ...]:
    """The townships whose pages this part of the site holds; of the others it knows their names alone."""
    return tuple(top for top in townships(edition) if edition.part is None or top.township == edition.part)


def villages(edition: Edition, township: str) -> tuple[Place, ...]:
    return tuple(place for place in edition.of(Place, township) if place.is_village)


def publishing(edition: Edition, record: Record) -> str:
    """The id of the place on whose pages the record stands: its own, or the village above a group or natural village."""
    place = edition.get(Place, f"{record.township}/place/{getattr(record, 'place', None) or record.township}")
    seen = set()
    while place and not (place.is_top or place.is_village) and place.id not in seen:
        seen.add(place.id)
        place = edition.get(Place, f"{record.township}/place/{place.parent}")
    return place.id if place else record.township


def registers(edition: Edition, place: Place) -> list[tuple[str, str, int]]:
    """The registers of a place as (label, path, how many records): what it holds itself; of a township also below it."""
    counts = edition.once(_counted)
    mine = ((kind, counts.get((place.township, place.id, kind.family), 0)) for kind in REGISTERED)
    return [(kind.label, paths.register(place.township, place.id, kind.family), count) for kind, count in mine if count]


def _counted(edition: Edition) -> dict[tuple[str, str, str], int]:
    found: dict[tuple[str, str, str], int] = {}
    for kind in REGISTERED:
        for record in edition.of(kind):
            place = publishing(edition, record)
            for one in {place, record.township}:
                key = (record.township, one, kind.family)
                found[key] = found.get(key, 0) + 1
    return found


def figures(edition: Edition, township: str) -> tuple[Indicator, ...]:
    """The township's figures; one whose value is closed to these readers has nothing to show."""
    return tuple(i for i in edition.of(Indicator, township) if not isinstance(i.figure, Withheld))


def keeps_schedules(edition: Edition, township: str) -> bool:
    """Whether these readers may know how its organisations keep the schedules of activities."""
    return any(i.inputs and i.dimensions and i.theme == "活动开展" for i in figures(edition, township))


def works_off_ledgers(edition: Edition, township: str) -> bool:
    """Whether there is a figure of a ledger to show."""
    names = {ledger.counted for ledger in edition.of(Ledger)}
    return any(i.inputs and i.name in names for i in figures(edition, township))


def name(edition: Edition, township: str, place: str) -> str:
    """The place's name; its id when the place itself is not in the edition."""
    found = edition.get(Place, f"{township}/place/{place}")
    return found.name if found else place


def is_sample(edition: Edition, township: str = "") -> bool:
    """Whether the township, or any township, is marked as sample data."""
    return any(place.sample for place in townships(edition) if township in ("", place.township))


def owner(edition: Edition, finding: Finding) -> str:
    """The township whose finding it is; nothing when it is everybody's."""
    found = OWNER.match(finding.where.file)
    return found[1] if found and edition.of(Place, found[1]) else ""


def crumbs(township: str, place: str = "") -> tuple[str, ...]:
    """The pages above a page of the township or of one of its places."""
    above = (paths.HOME, paths.township(township))
    return above if place in ("", township) else (*above, paths.place(township, place))
