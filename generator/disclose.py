"""Step 4, THE GATE: Records and an audience → the Edition that this audience may read.

Default closed. A field is in the edition only when a catalogue item that applies to the record opens it to the
audience; where the item asks for approval, only once an approved publication covers the record. A record may close
itself further. What is closed is replaced by WITHHELD whatever its value was, so that nothing outside can tell.
No other module may make an Edition.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection as Sized
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from generator.model import WITHHELD, Audience, Duty, Edition, Mode, Record, Records
from generator.model.record import Row, row_in
from generator.records.indicator import Indicator
from generator.records.item import DisclosureItem
from generator.records.publication import PublicationRecord


def disclose(records: Records, audience: Audience, townships: Sized[str] = ()) -> Edition:
    """What the audience may read; of the named townships only, when any are named."""
    gate = _Gate(records, audience)
    wanted = [r for r in records if not townships or type(r).catalogue or r.township in townships]
    views = {record.key: view for record in wanted if (view := gate.view(record)) is not None}
    views = {key: view for key, view in views.items() if _placed(view, views)}
    shown = [gate.linked(view, views) for view in views.values() if gate.computable(view, views)]
    duties = [duty for duty in records.duties if not townships or duty.township in townships]
    publications = [view for view in shown if isinstance(view, PublicationRecord)]
    return Edition(
        items=tuple(shown),
        audience=audience,
        today=records.today,
        duties=tuple(gate.duty(duty, views) for duty in duties if gate.owes(duty, views)),
        prose=records.prose,
        origins={key: str(records.where(view)) for key, view in views.items()} if audience is Audience.REVIEW else {},
        files={
            f"{view.township}/{name}": f"{records.root}/content/{view.township}/files/{name}"
            for view in publications
            for name in view.attachments
        },
    )


def _placed(view: Record, views: dict[str, Record]) -> bool:
    """What belongs to a place that these readers may not know of is not there either."""
    place = getattr(view, "place", None)
    return not place or f"{view.township}/place/{place}" in views


_OWN_WORDS = frozenset({"标题", "正文", "附件", "异议", "更正", "备注"})
"""What a publication says in words of its own, beside who did what when."""


@dataclass(frozen=True)
class _Gate:
    records: Records
    audience: Audience
    openings: dict[Any, _Opening] = field(default_factory=dict)

    @cached_property
    def items(self) -> dict[str, tuple[DisclosureItem, ...]]:
        """Family → the items that publish it."""
        found: dict[str, list[DisclosureItem]] = defaultdict(list)
        for item in self.records.of(DisclosureItem):
            found[item.data or ""].append(item)
        return {family: tuple(items) for family, items in found.items()}

    @cached_property
    def reaching(self) -> set[str]:
        """Ids of the items of which the audience may read anything at all."""
        return {item.id for item in self.records.of(DisclosureItem) if item.reaches(self.audience)}

    @cached_property
    def publications(self) -> dict[str, list[PublicationRecord]]:
        """Township → what this audience can read by today."""
        found: dict[str, list[PublicationRecord]] = defaultdict(list)
        for publication in self.records.of(PublicationRecord):
            if self._out(publication):
                found[publication.township].append(publication)
        return found

    def _out(self, publication: PublicationRecord) -> bool:
        """Whether it is approved and its day has come: on the web for society, on the board for village and members."""
        day = publication.web if self.audience is Audience.PUBLIC else publication.done
        return publication.released(self.records.today) and day is not None and day <= self.records.today

    def view(self, record: Record) -> Record | None:
        """The record rebuilt from its open fields; None when nothing of it is open."""
        if type(record).catalogue:
            return record
        if isinstance(record, PublicationRecord) and not self._published(record):
            return None
        closed = self._closed(record)
        granted = [
            item for item in self.items.get(record.family, ()) if item.applies(record) and self._released(item, record)
        ]
        if not granted or closed is None:
            return None
        view = self._opening(granted, closed).rebuild(record, type(record).identity)
        return view if isinstance(view, Record) else None

    def _closed(self, record: Record) -> frozenset[str] | None:
        closed = record.closed_to(self.audience)
        if closed is None or not isinstance(record, PublicationRecord) or self.audience is Audience.REVIEW:
            return closed
        # Its own words speak of all its items: they are for readers whom every item reaches, once it is out.
        mixed = not self.reaching.issuperset(record.items)
        return closed | _OWN_WORDS if mixed or not self._out(record) else closed

    def _opening(self, granted: list[DisclosureItem], closed: frozenset[str]) -> _Opening:
        name = (tuple(item.id for item in granted), closed)
        if name not in self.openings:
            self.openings[name] = _Opening(granted, self.audience, closed)
        return self.openings[name]

    def _published(self, publication: PublicationRecord) -> bool:
        if not self.reaching.intersection(publication.items):
            return False
        excused = publication.excused(self.records.today)
        return self.audience is Audience.REVIEW or excused or self._out(publication)

    def _released(self, item: DisclosureItem, record: Record) -> bool:
        if not item.approval or self.audience is Audience.REVIEW:
            return True
        return any(publication.covers(item.id, record) for publication in self.publications.get(record.township, ()))

    def computable(self, view: Record, views: dict[str, Record]) -> bool:
        """A computed figure tells about its inputs: all must be readable, and none may have closed a part of itself."""
        inputs = view.inputs if isinstance(view, Indicator) else ()
        sources = (self.records.find(key) for key in inputs)
        return all(source and source.key in views and not source.closed_to(self.audience) for source in sources)

    def linked(self, view: Record, views: dict[str, Record]) -> Record:
        """References to what this audience may not read are dropped."""
        if not isinstance(view, PublicationRecord):
            return view
        items = tuple(item for item in view.items if item in self.reaching)
        records = tuple(name for name in view.records if f"{view.township}/{name}" in views)
        return view.model_copy(update={"items": items, "records": records})

    def owes(self, duty: Duty, views: dict[str, Record]) -> bool:
        """Whether the audience may know of the duty: its item reaches them, and the event that caused it is readable."""
        known = f"{duty.township}/place/{duty.place}" in views and (not duty.record or duty.record in views)
        return known and duty.item in self.reaching

    def duty(self, duty: Duty, views: dict[str, Record]) -> Duty:
        return duty if duty.publication in views else replace(duty, publication="")


@dataclass(frozen=True)
class _Opening:
    """Which paths of one record are open, and the rebuilding of the record from them."""

    items: list[DisclosureItem]
    audience: Audience
    closed: frozenset[str]
    modes: dict[str, Mode | None] = field(default_factory=dict)

    def mode(self, path: str) -> Mode | None:
        if path not in self.modes:
            self.modes[path] = self._mode(path)
        return self.modes[path]

    def _mode(self, path: str) -> Mode | None:
        if any(path == label or path.startswith(f"{label}.") for label in self.closed):
            return None
        return Mode.widest({mode for item in self.items if (mode := item.mode(path, self.audience)) is not None})

    def rebuild(self, row: Row, kept: Iterable[str] = (), above: str = "") -> Row | None:
        """The row with closed values withheld; None when no value is open."""
        values: dict[str, Any] = {}
        opened = False
        for name, info in type(row).model_fields.items():
            if name in kept:
                values[name] = getattr(row, name)
                continue
            values[name] = self.value(getattr(row, name), f"{above}{info.alias}", info.annotation)
            opened = opened or values[name] is not WITHHELD
        return type(row).model_construct(**values) if opened else None

    def value(self, value: Any, path: str, annotation: Any) -> Any:
        row_type = row_in(annotation)
        if row_type is None:
            mode = self.mode(path)
            return value if mode is Mode.OPEN else mask(value) if mode is Mode.MASKED else WITHHELD
        if not self.any_open(row_type, path):
            return WITHHELD
        if not isinstance(value, tuple):
            return value and self.rebuild(value, above=f"{path}.")
        if self.only_total(row_type, path):
            return self.total(row_type, value, path)
        return tuple(self.rebuild(row, above=f"{path}.") for row in value)

    def paths(self, row_type: type[Row], path: str) -> list[str]:
        """All paths below a nested row."""
        below: list[str] = []
        for info in row_type.model_fields.values():
            inner = row_in(info.annotation)
            label = f"{path}.{info.alias}"
            below += self.paths(inner, label) if inner else [label]
        return below

    def any_open(self, row_type: type[Row], path: str) -> bool:
        return any(self.mode(below) for below in self.paths(row_type, path))

    def only_total(self, row_type: type[Row], path: str) -> bool:
        return {self.mode(below) for below in self.paths(row_type, path)} <= {None, Mode.TOTAL}

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
        return (row_type.model_construct(**values),) if rows else ()


_COMPOUND = {"欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯"}


def mask(value: Any) -> Any:
    """A person's name with only the surname left; anything else is withheld."""
    if not isinstance(value, str):
        return WITHHELD
    kept = 2 if value[:2] in _COMPOUND else 1
    return value[:kept] + "*" * max(1, len(value) - kept)
