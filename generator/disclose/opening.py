"""How far one record is open: which paths, in which way, and the record rebuilt from them.

What is closed is replaced by WITHHELD whatever its value was; what may only be counted comes as one row of sums; names
are masked by the profile that the item names, and of too few people even the numbers are closed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from pydantic.fields import FieldInfo

from generator.disclose.masking import DEFAULT, masked
from generator.model import WITHHELD, Audience, Mode, Record
from generator.model.record import Row, marks, row_in
from generator.model.types import PERSONAL
from generator.records.item import DisclosureItem
from generator.records.mask import MaskProfile

_Path = tuple[str, str, FieldInfo]
"""Name in the program, path of labels, field."""
_STRICTEST = ("不公开", "组别序号", "留姓")


@dataclass(frozen=True, slots=True)
class _Plan:
    """What becomes of the fields of all rows of a kind that stand at the same path."""

    closed: dict[str, Any]
    """Every field, withheld."""
    open: tuple[str, ...]
    """Taken as they are."""
    looked: tuple[_Path, ...]
    """Names that are masked, and rows inside: looked at one by one."""
    opened: bool
    """Whether any value is open, whatever those say that are looked at."""


@dataclass(frozen=True)
class Opening:
    """The items that open the record, for whom, and what the record closes by itself."""

    items: list[DisclosureItem]
    audience: Audience
    closed: frozenset[str]
    profiles: Mapping[str, MaskProfile] = field(default_factory=dict)
    modes: dict[str, Mode | None] = field(default_factory=dict)
    plans: dict[tuple[type[Row], tuple[str, ...], str, bool], _Plan] = field(default_factory=dict)
    below: dict[tuple[type[Row], str], frozenset[Mode | None]] = field(default_factory=dict)

    @cached_property
    def named(self) -> tuple[MaskProfile, ...]:
        """The profiles that the items name for the audience; of one that is not there, or none named, the default."""
        names = [item.mask(self.audience) for item in self.items]
        return tuple(p for name in names if (p := self.profiles.get(name) or self.profiles.get(DEFAULT)))

    @cached_property
    def profile(self) -> MaskProfile | None:
        """How names are masked: of several profiles the strictest."""
        return min(self.named, key=lambda profile: _STRICTEST.index(profile.names), default=None)

    def too_few(self, record: Row) -> bool:
        """Whether the record speaks of so few that a number would tell of one: not to those who read the names."""
        fewest = self.fewest
        return 0 < getattr(record, "count", fewest) < fewest and not self._reads_names(type(record))

    @cached_property
    def fewest(self) -> int:
        """Of fewer people numbers are closed."""
        return max((profile.fewest for profile in self.named), default=0)

    def _reads_names(self, kind: type[Row]) -> bool:
        people = [path for path, info in self.fields(kind) if "person" in marks(info)]
        return bool(people) and all(self.mode(path) is Mode.OPEN for path in people)

    def fields(self, row_type: type[Row], above: str = "") -> list[tuple[str, FieldInfo]]:
        """All paths of a record or row, those of nested rows included."""
        found: list[tuple[str, FieldInfo]] = []
        for info in row_type.model_fields.values():
            inner, path = row_in(info.annotation), f"{above}{info.alias}"
            found += self.fields(inner, f"{path}.") if inner else [(path, info)]
        return found

    def mode(self, path: str) -> Mode | None:
        if path not in self.modes:
            self.modes[path] = self._mode(path)
        return self.modes[path]

    def _mode(self, path: str) -> Mode | None:
        if any(path == label or path.startswith(f"{label}.") for label in self.closed):
            return None
        return Mode.widest({mode for item in self.items if (mode := item.mode(path, self.audience)) is not None})

    def counts(self, path: str) -> bool:
        """Whether a total may be made of the field."""
        return self.mode(path) in (Mode.OPEN, Mode.TOTAL)

    def rebuild(
        self, row: Row, kept: tuple[str, ...] = (), above: str = "", names: Mapping[str, Any] | None = None
    ) -> Row | None:
        """The row with closed values withheld; None when no value is open. `names`: how its people are called here."""
        plan = self._plan(type(row), kept, above, few=not above and self.too_few(row))
        values, given, opened = plan.closed.copy(), row.__dict__, plan.opened
        for name in plan.open:
            values[name] = given[name]
        if isinstance(row, Record):
            values["extras"] = {label: text for label, text in row.extras.items() if self.mode(label) is Mode.OPEN}
            opened = opened or bool(values["extras"])
        for name, path, info in plan.looked:
            value = names[name] if names and name in names else self.value(given[name], path, info)
            values[name] = value
            opened = opened or (value is not WITHHELD and not self.only_counted(path, info.annotation))
        return type(row).of_values(values) if opened else None

    def _plan(self, kind: type[Row], kept: tuple[str, ...], above: str, *, few: bool) -> _Plan:
        name = (kind, kept, above, few)
        if name not in self.plans:
            self.plans[name] = self._planned(kind, kept, above, few=few)
        return self.plans[name]

    def _planned(self, kind: type[Row], kept: tuple[str, ...], above: str, *, few: bool) -> _Plan:
        fields = [(name, f"{above}{info.alias}", info) for name, info in kind.model_fields.items()]
        rest = [one for one in fields if one[0] not in kept and not (one[0] == "extras" and issubclass(kind, Record))]
        if few:
            rest = [one for one in rest if PERSONAL not in marks(one[2]) and row_in(one[2].annotation) is None]
        open_ones = [name for name, path, info in rest if self.mode(path) is Mode.OPEN and not row_in(info.annotation)]
        looked = [one for one in rest if self.mode(one[1]) is Mode.MASKED or row_in(one[2].annotation)]
        opened = bool(open_ones) or any(self.mode(path) is Mode.OPEN for name, path, _ in fields if name in kept)
        closed = dict.fromkeys(kind.model_fields, WITHHELD)
        return _Plan(closed, (*filter(closed.__contains__, kept), *open_ones), tuple(looked), opened)

    def value(self, value: Any, path: str, info: FieldInfo) -> Any:
        row_type = row_in(info.annotation)
        if row_type is None:
            mode = self.mode(path)
            return value if mode is Mode.OPEN else self.mask(value, info) if mode is Mode.MASKED else WITHHELD
        if not self.any_open(row_type, path):
            return WITHHELD
        if not isinstance(value, tuple):
            return value and self.rebuild(value, above=f"{path}.")
        if self.only_total(row_type, path):
            return self.total(row_type, value, path)
        names = self.names(row_type, value, path)
        return tuple(self.rebuild(row, above=f"{path}.", names=names[at]) for at, row in enumerate(value))

    def mask(self, value: Any, info: FieldInfo) -> Any:
        """A name by itself keeps its surname at most; what is no name has no mask and is withheld."""
        if "person" not in marks(info) or value is None or (self.profile and self.profile.names != "留姓"):
            return value and WITHHELD
        return masked([value], [Row()], self.profile)[0]

    def names(self, row_type: type[Row], rows: tuple[Row, ...], path: str) -> list[dict[str, Any]]:
        """For each row, the fields that hold masked names and what stands there: alike ones are told apart."""
        found: list[dict[str, Any]] = [{} for _ in rows]
        for name, info in row_type.model_fields.items():
            if "person" in marks(info) and self.mode(f"{path}.{info.alias}") is Mode.MASKED:
                listed = [at for at, row in enumerate(rows) if getattr(row, name) is not None]
                names = masked([getattr(rows[at], name) for at in listed], [rows[at] for at in listed], self.profile)
                for at, shown in zip(listed, names, strict=True):
                    found[at][name] = shown
        return found

    def paths(self, row_type: type[Row], path: str) -> list[str]:
        """All paths below a nested row."""
        below: list[str] = []
        for info in row_type.model_fields.values():
            inner = row_in(info.annotation)
            label = f"{path}.{info.alias}"
            below += self.paths(inner, label) if inner else [label]
        return below

    def modes_below(self, row_type: type[Row], path: str) -> frozenset[Mode | None]:
        """How the fields of a nested row are open."""
        name = (row_type, path)
        if name not in self.below:
            self.below[name] = frozenset(self.mode(below) for below in self.paths(row_type, path))
        return self.below[name]

    def any_open(self, row_type: type[Row], path: str) -> bool:
        return any(self.modes_below(row_type, path))

    def only_counted(self, path: str, annotation: Any) -> bool:
        """Whether the field is rows of which no more than a total is open: that alone makes no record readable."""
        row_type = row_in(annotation)
        return row_type is not None and self.only_total(row_type, path)

    def only_total(self, row_type: type[Row], path: str) -> bool:
        return self.modes_below(row_type, path) <= {None, Mode.TOTAL}

    def total(self, row_type: type[Row], rows: tuple[Row, ...], path: str) -> tuple[Row, ...]:
        """One row instead of many: how many there were, and the sums of the amounts that may be summed."""
        values: dict[str, Any] = {}
        for name, info in row_type.model_fields.items():
            numbers = [
                v for row in rows if isinstance(v := getattr(row, name), (Decimal, int)) and not isinstance(v, bool)
            ]
            may = self.mode(f"{path}.{info.alias}") is Mode.TOTAL
            values[name] = sum(numbers, Decimal(0)) if may and numbers else WITHHELD
            if may and name == "summary":
                values[name] = f"共{len(rows)}笔"
        return (row_type.of_values(values),) if rows else ()
