"""The data dictionary: every family with its files, every field with its label, kind of value, unit, help and example.

Made from the classes of `records` alone and worded for people, so that pages, the schema of an editor and a workbook
can all speak of a field in the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic.fields import FieldInfo

from generator.dictionary.examples import example
from generator.dictionary.kinds import Kind, kind_of, one_or_many, refers, words_of
from generator.dictionary.words import vocabularies
from generator.model import Collection, Record, Ref
from generator.model.record import Row, marks, row_in
from generator.records import CATALOGUE_KINDS, KINDS
from generator.records.archive import Archived

__all__ = ["Entry", "Family", "Kind", "families", "family", "names", "vocabularies"]


@dataclass(frozen=True)
class Entry:
    """One field, or one field of the rows inside it."""

    label: str
    path: str
    """From the record down: `资金来源.金额`."""
    kind: Kind
    many: bool
    alone: bool
    """Of those that take many: whether one value may stand alone, without a list."""
    required: bool
    unit: str
    help: str
    example: str
    words: tuple[str, ...] = ()
    """The only words that the program knows for it; an open field has none."""
    listed: tuple[str, ...] = ()
    """The words of its vocabulary and of what else in the catalogue names such words."""
    ref: Ref | None = None
    rows: tuple[Entry, ...] = ()

    def walk(self) -> Iterator[Entry]:
        """The field and everything below it."""
        yield self
        for row in self.rows:
            yield from row.walk()


@dataclass(frozen=True)
class Family:
    """One family of records."""

    name: str
    label: str
    catalogue: bool
    folder: str
    """Below `data/catalogue/`; for a township's family the name of its file or folder."""
    entries: tuple[Entry, ...]
    given: tuple[str, ...] = ()
    """Labels that nobody writes, of a family written as Markdown below `content/`: the file's name and text say it."""

    @property
    def patterns(self) -> tuple[str, ...]:
        """Which files hold it, as a person writes them."""
        if self.catalogue:
            return (f"data/catalogue/{self.folder}/*.yml",)
        if self.given:
            return (f"content/*/{self.folder}/*.md",)
        return (f"data/townships/*/{self.folder}.yml", f"data/townships/*/{self.folder}/*.yml")

    def walk(self) -> Iterator[Entry]:
        """Every field, rows inside rows too."""
        for entry in self.entries:
            yield from entry.walk()


def families(collection: Collection | None = None) -> tuple[Family, ...]:
    """Every family; with a collection also the words of its vocabularies."""
    listed = vocabularies(collection) if collection else {}
    return tuple(_family(kind, listed) for kind in KINDS)


def family(name: str, collection: Collection | None = None) -> Family | None:
    """The family of this name."""
    kind = next((kind for kind in KINDS if kind.family == name), None)
    return _family(kind, vocabularies(collection) if collection else {}) if kind else None


def names(collection: Collection, ref: Ref) -> tuple[str, ...]:
    """What a field that refers to other records may say, as far as those records are there; sorted."""
    kind = next((kind for kind in KINDS if kind.family == ref.family), None)
    if kind is None:
        return ()
    found = {getattr(record, ref.by, None) for record in collection.of(kind)}
    return tuple(sorted(name for name in found if isinstance(name, str) and name))


def _family(kind: type[Record], listed: Mapping[tuple[str, str], tuple[str, ...]]) -> Family:
    folders = {found: folder for folder, found in CATALOGUE_KINDS.items()}
    entries = tuple(_with_words(entry, kind.family, listed) for entry in _entries(kind, kind.family))
    given = kind.given if issubclass(kind, Archived) else ()
    folder = folders.get(kind, kind.folder or kind.family)
    return Family(kind.family, kind.label, kind.catalogue, folder, entries, given)


def _entries(model: type[Row], name: str, above: str = "") -> Iterator[Entry]:
    for field in model.model_fields.values():
        label = str(field.alias)
        if not label.startswith("@"):  # filled in by the program
            yield _entry(field, name, f"{above}.{label}" if above else label)


def _entry(field: FieldInfo, name: str, path: str) -> Entry:
    inner = row_in(field.annotation)
    kind, many = kind_of(field)
    rows = tuple(_entries(inner, name, path)) if inner else ()
    entry = Entry(
        label=str(field.alias),
        path=path,
        kind=kind,
        many=many,
        alone=many and one_or_many(field),
        required=field.is_required(),
        unit=_unit(field, kind),
        help=field.description or "",
        example="",
        words=words_of(field, kind),
        ref=next((mark for mark in marks(field) if refers(mark)), None),
        rows=rows,
    )
    return replace(entry, example=_of_rows(entry) if rows else example(name, entry))


def _of_rows(entry: Entry) -> str:
    """`{来源: 上级补助}`: what a row cannot do without, or its first field."""
    wanted = [row for row in entry.rows if row.required] or list(entry.rows[:1])
    row = ", ".join(f"{row.label}: {row.example}" for row in wanted)
    return f"[{{{row}}}]" if entry.many else f"{{{row}}}"


def _unit(field: FieldInfo, kind: Kind) -> str:
    extra: Any = field.json_schema_extra
    given = extra.get("unit", "") if isinstance(extra, dict) else ""
    return str(given) or {Kind.MONEY: "元", Kind.DAYS: "天"}.get(kind, "")


def _with_words(entry: Entry, name: str, listed: Mapping[tuple[str, str], tuple[str, ...]]) -> Entry:
    rows = tuple(_with_words(row, name, listed) for row in entry.rows)
    return replace(entry, rows=rows, listed=listed.get((name, entry.path), ()))
