"""What a publication may say of a value in words of its own: only what all who read them can read in the record."""

from __future__ import annotations

from typing import Any

from generator.catalogue import local
from generator.disclose.opening import Opening
from generator.model import WITHHELD, Audience, Record, Records
from generator.model.record import Row
from generator.records.item import DisclosureItem
from generator.records.mask import MaskProfile
from generator.records.publication import PublicationRecord


def quotable(records: Records, publication: PublicationRecord, record: Record, path: tuple[str | int, ...]) -> bool:
    """Whether every reader of the publication's own words reads the value at the path whole; what is odd is not.

    Whether the day of publication has come does not matter: what is written into the publication stays there.
    """
    here = local(records, publication.township)
    items = [here.item(name) for name in publication.items]
    known = [item for item in items if item is not None]
    readers = [
        one for one in Audience if one is not Audience.REVIEW and known and all(item.reaches(one) for item in known)
    ]
    if not readers or len(known) != len(items):
        return False
    profiles = {profile.id: profile for profile in records.of(MaskProfile)}
    return all(_reads(one, [i for i in known if i.applies(record)], profiles, record, path) for one in readers)


def _reads(
    reader: Audience,
    items: list[DisclosureItem],
    profiles: dict[str, MaskProfile],
    record: Record,
    path: tuple[str | int, ...],
) -> bool:
    closed = record.closed_to(reader)
    if closed is None or not items:
        return False
    view = Opening(items, reader, closed, profiles).rebuild(record, type(record).identity)
    shown = _at(view, path)
    return view is not None and shown is not WITHHELD and shown == _at(record, path)


def _at(value: Any, path: tuple[str | int, ...]) -> Any:
    """What stands at the path of labels and row numbers; WITHHELD where it leads nowhere."""
    for step in path:
        if isinstance(value, Row) and isinstance(step, str):
            names = {str(field.alias): name for name, field in type(value).model_fields.items()}
            extras = getattr(value, "extras", {})
            value = getattr(value, names[step], WITHHELD) if step in names else extras.get(step, WITHHELD)
        elif isinstance(value, tuple) and isinstance(step, int) and step < len(value):
            value = value[step]
        elif isinstance(value, dict):
            value = value.get(step, WITHHELD)
        else:
            return WITHHELD
    return value
