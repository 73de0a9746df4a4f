"""Any record as a row of a table: which columns are worth showing, and the words behind references."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic.fields import FieldInfo

from generator.model import Amount, Collection, Record, Ref, State, Withheld
from generator.model.record import Row, marks, row_in

_FURNITURE = {"id", "township", "closures", "extras", "place", "inputs", "uses", "through"}


@dataclass(frozen=True)
class Column:
    """A short field: one column."""

    name: str
    label: str
    unit: str


@dataclass(frozen=True)
class Note:
    """A long field or rows inside the record: label, and lines of (label, value, unit)."""

    label: str
    lines: tuple[tuple[tuple[str, Any, str], ...], ...]


def columns(records: Iterable[Record], kind: type[Record], without: Iterable[str] = ()) -> tuple[Column, ...]:
    """The short fields of which at least one record has an open value."""
    hidden = {*_FURNITURE, *without}
    listed = tuple(records)
    return tuple(
        Column(name, str(field.alias), unit(field))
        for name, field in kind.model_fields.items()
        if name not in hidden and not _is_long(field) and any(told(getattr(record, name)) for record in listed)
    )


def extras(records: Iterable[Record]) -> tuple[str, ...]:
    """The local columns that any of the records fills in."""
    return tuple(dict.fromkeys(label for record in records for label in record.extras))


def notes(collection: Collection, record: Record, without: Iterable[str] = ()) -> tuple[Note, ...]:
    """The long fields and the rows inside a record, as far as they are open."""
    found = []
    for name, field in type(record).model_fields.items():
        given = getattr(record, name)
        if name in _FURNITURE or name in without or not _is_long(field) or not told(given):
            continue
        rows = [given] if isinstance(given, Row) else given if row_in(field.annotation) else None
        if rows is None:
            found.append(Note(str(field.alias), ((("", given, ""),),)))
        else:
            found.append(Note(str(field.alias), tuple(_line(collection, record, row) for row in rows)))
    return tuple(found)


def words(collection: Collection, record: Record, name: str, given: Any = None) -> Any:
    """The value of a field for readers: of a reference, what the record that it leads to is called."""
    field = type(record).model_fields[name]
    return _named(collection, record, field, getattr(record, name) if given is None else given)


def unit(field: FieldInfo) -> str:
    """The unit that a field is counted in, or nothing."""
    extra = field.json_schema_extra
    return str(extra.get("unit", "")) if isinstance(extra, dict) else ""


def told(given: Any) -> bool:
    """Whether there is something to show: blanks and what is withheld are not, a nought or a masked figure is."""
    if isinstance(given, Withheld) or given is None:
        return False
    if isinstance(given, Amount):
        return given.state is not State.MISSING or bool(given.reason)
    return given not in ("", (), {})


def _line(collection: Collection, record: Record, row: Row) -> tuple[tuple[str, Any, str], ...]:
    fields = type(row).model_fields.items()
    pairs = ((field, _named(collection, record, field, getattr(row, name))) for name, field in fields)
    return tuple((str(field.alias), given, unit(field)) for field, given in pairs if told(given))


def _named(collection: Collection, record: Record, field: FieldInfo, given: Any) -> Any:
    ref = next((mark for mark in marks(field) if isinstance(mark, Ref)), None)
    if ref is None or ref.by != "id" or not ref.family:
        return given
    if isinstance(given, tuple):
        return tuple(_called(collection, record, ref, one) for one in given)
    return _called(collection, record, ref, given)


def _called(collection: Collection, record: Record, ref: Ref, name: Any) -> Any:
    key = f"{ref.family}/{name}" if ref.catalogue else f"{record.township}/{ref.family}/{name}"
    found = collection.find(key)
    for attribute in ("name", "title"):
        word = getattr(found, attribute, None)
        if isinstance(word, str) and word:
            return word
    return name


def _is_long(field: FieldInfo) -> bool:
    return row_in(field.annotation) is not None or "long" in marks(field)
