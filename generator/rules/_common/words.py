"""The words that a condition may ask a field for, wherever in the catalogue it stands."""

from __future__ import annotations

from typing import Literal, get_args, get_origin

from generator.dictionary import vocabularies
from generator.model import Record, Records, Ref
from generator.model.record import marks
from generator.records import CATALOGUE_KINDS
from generator.records._paths import field_at

_CATALOGUE = {kind.family: kind for kind in CATALOGUE_KINDS.values()}


def allowed(records: Records, kind: type[Record], path: str) -> tuple[str, ...]:
    """What the field may hold, as its type, the catalogue or a vocabulary has it; nothing where it may hold anything."""
    field = field_at(kind, path)
    if field is None:
        return ()
    ref = next((mark for mark in marks(field) if isinstance(mark, Ref)), None)
    if ref is not None and ref.family in _CATALOGUE:
        return tuple(getattr(record, ref.by) for record in records.of(_CATALOGUE[ref.family]))
    options = (field.annotation, *get_args(field.annotation))
    fixed = tuple(word for one in options if get_origin(one) is Literal for word in get_args(one))
    return fixed or vocabularies(records).get((kind.family, path), ())
