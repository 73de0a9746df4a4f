"""A record, all records, and where each was written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from typing import Any, ClassVar, Protocol, Self, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.fields import FieldInfo

from generator.model.audience import Audience
from generator.model.duty import Duty
from generator.model.explanation import Explanation
from generator.model.finding import Finding, Where
from generator.model.types import Id, Names, ShortText

EXTRA = "x_"
"""How the label of a local column begins."""


class Row(BaseModel):
    """A line inside a record."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    @model_validator(mode="before")
    @classmethod
    def _skip_blanks(cls, data: Any) -> Any:
        """A known label with nothing behind it counts as not written; an unknown one is still reported."""
        if not isinstance(data, dict):
            return data
        labels = {field.alias for field in cls.model_fields.values()}
        return {label: value for label, value in data.items() if value is not None or label not in labels}

    @classmethod
    def of_values(cls, values: dict[str, Any]) -> Self:
        """The row with these values, one for every field by its name in the program; nothing is looked at again.

        As `model_construct` makes it, which asks every field of every row anew for its aliases and its default.
        """
        row = cls.__new__(cls)
        object.__setattr__(row, "__dict__", values)
        object.__setattr__(row, "__pydantic_fields_set__", _names(cls))
        object.__setattr__(row, "__pydantic_extra__", None)
        object.__setattr__(row, "__pydantic_private__", None)
        return row


@cache
def _names(kind: type[Row]) -> set[str]:
    return set(kind.model_fields)


class Closure(Row):
    """A record closing itself further than the catalogue does; it can never open anything."""

    audience: ShortText = Field(alias="对象", description="对谁不公开:社会、本村、党内")
    fields: Names = Field((), alias="字段", description="哪些字段不公开;不写就是整条不公开")
    reason: ShortText = Field(alias="理由", description="为什么不公开")


class Record(Row):
    """One entry of a data file. The field's alias is its Chinese label: key, heading, column and word in messages."""

    family: ClassVar[str]
    folder: ClassVar[str] = ""
    """Name of the township's file or folder that holds it, where that is not the family's own."""
    label: ClassVar[str]
    catalogue: ClassVar[bool] = False
    """Catalogue families belong to no township and pass the gate whole."""
    grouped: ClassVar[str] = ""
    """The field by which a register puts records together, for example the ledger they belong to."""
    identity: ClassVar[tuple[str, ...]] = ("id", "township")
    """Fields that stay when anything of the record is open: they name and place it."""

    township: str = Field("", alias="@乡镇", description="由文件夹决定,不用填写")
    id: Id = Field(alias="编号", description="小写字母、数字和连字符,同一类里不重复,公开后不再改")
    closures: tuple[Closure, ...] = Field((), alias="不公开", description="比目录规定更严:对谁、哪些字段、为什么")
    extras: dict[str, ShortText] = Field(
        default_factory=dict, alias="@附加列", description="地方规定的附加列,标签以 x_ 开头"
    )

    @model_validator(mode="before")
    @classmethod
    def _gather_extras(cls, data: Any) -> Any:
        """Columns that a local rule adds stand among the others in the file, with labels that begin with `x_`."""
        if not isinstance(data, dict):
            return data
        extras = {label: value for label, value in data.items() if str(label).startswith(EXTRA)}
        if not extras:
            return data
        written = {label: value for label, value in extras.items() if value is not None}
        return {label: value for label, value in data.items() if label not in extras} | {"@附加列": written}

    @property
    def key(self) -> str:
        """The record's name everywhere: `anping/finance/liucun-2026-03`."""
        return f"{self.township}/{self.family}/{self.id}" if self.township else f"{self.family}/{self.id}"

    def __hash__(self) -> int:
        return hash(self.key)  # of all records of a site no two have the same

    def closed_to(self, audience: Audience) -> frozenset[str] | None:
        """The labels that the record closes to this audience by itself; None when it closes itself altogether."""
        closed: set[str] = set()
        for closure in self.closures:
            named = Audience.labelled(closure.audience)
            if named is None or named.sees(audience):  # an unknown word closes to everyone
                if not closure.fields:
                    return None
                closed.update(closure.fields)
        return frozenset(closed)


def row_in(annotation: Any) -> type[Row] | None:
    """The row type inside a field's annotation: `tuple[Line, ...]` holds Line."""
    return _row_in(annotation)


@cache
def _row_in(annotation: Any) -> type[Row] | None:
    if isinstance(annotation, type) and issubclass(annotation, Row):
        return annotation
    return next((found for inner in getattr(annotation, "__args__", ()) if (found := row_in(inner))), None)


def marks(field: FieldInfo) -> tuple[Any, ...]:
    """What is annotated on a field (Ref, "person", "word", "long" …), also inside `… | None`."""
    annotation: Any = field.annotation
    return (*field.metadata, *_marks(annotation))


@cache
def _marks(annotation: Any) -> tuple[Any, ...]:
    own = getattr(annotation, "__metadata__", ())
    return (*own, *(mark for inner in get_args(annotation) for mark in _marks(inner)))


R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Source(Protocol):
    """Where a record was written; follows labels and list positions down to a value."""

    def at(self, *path: str | int) -> Where: ...


@dataclass(frozen=True)
class Collection:
    """Records that can be asked for by family and by key."""

    items: tuple[Record, ...] = ()

    @cached_property
    def _families(self) -> dict[type[Record], tuple[Record, ...]]:
        families: dict[type[Record], list[Record]] = {}
        for record in self.items:
            families.setdefault(type(record), []).append(record)
        return {kind: tuple(records) for kind, records in families.items()}

    @cached_property
    def _homes(self) -> dict[tuple[type[Record], str], tuple[Record, ...]]:
        homes: dict[tuple[type[Record], str], list[Record]] = {}
        for record in self.items:
            homes.setdefault((type(record), record.township), []).append(record)
        return {home: tuple(records) for home, records in homes.items()}

    @cached_property
    def _keys(self) -> dict[str, Record]:
        return {record.key: record for record in self.items}

    @cached_property
    def _found(self) -> dict[Any, Any]:
        return {}

    def once(self, find: Callable[[Self], T]) -> T:
        """What `find` finds in this collection, found once: an index over records that never change."""
        if find not in self._found:
            self._found[find] = find(self)
        found: T = self._found[find]
        return found

    def of(self, kind: type[R], township: str | None = None) -> tuple[R, ...]:
        """All records of a family, in the order of the files; of one township when named."""
        records: Any = self._families.get(kind, ()) if township is None else self._homes.get((kind, township), ())
        return tuple(records)

    def get(self, kind: type[R], key: str) -> R | None:
        """The record with this key, or None."""
        record = self._keys.get(key)
        return record if isinstance(record, kind) else None

    def find(self, key: str) -> Record | None:
        """The record with this key, whatever its family."""
        return self._keys.get(key)

    def __iter__(self) -> Iterator[Record]:
        return iter(self.items)


@dataclass(frozen=True)
class Records(Collection):
    """Everything that was loaded and derived; only the gate may turn it into an Edition."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    today: date = date.min
    duties: tuple[Duty, ...] = ()
    prose: Mapping[str, str] = field(default_factory=dict)
    """Pages written by people for every reader (`content/site`): name → Markdown."""
    root: str = ""
    """The site's folder; attachments are looked up below it."""
    findings: tuple[Finding, ...] = ()
    """What the checks found wrong, once they have run."""
    manual: Mapping[str, Explanation] = field(default_factory=dict)
    """Name of a rule → what it means, in the order of the rules."""
    named: frozenset[str] = frozenset()
    """Names of figures in townships whose records are not here."""

    def where(self, record: Record, *path: str | int) -> Where:
        """The place in the file of a record or of one of its values."""
        source = self.sources.get(record.key)
        return source.at(*path) if source else Where(record.key)

    def adding(self, records: Iterable[Record], **changes: Any) -> Self:
        """The same with more records, and other attributes replaced."""
        return replace(self, items=(*self.items, *records), **changes)
