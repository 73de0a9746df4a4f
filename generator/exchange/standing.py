"""One sheet's lines as they were handed out and as the data has them now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.dictionary import Entry
from generator.exchange.cells import meaning
from generator.exchange.columns import KEY, NUMBER, Table
from generator.exchange.lines import Line, lines
from generator.exchange.outcome import Found, Ground, Outcome


@dataclass(frozen=True)
class Standing:
    """What is known of the lines of a table before the workbook is read."""

    ground: Ground
    table: Table

    @cached_property
    def given(self) -> Mapping[Found, Line]:
        """As they were handed out."""
        return _by_name(self.ground.note.tables.get(self.table.title, ()) if self.ground.note else ())

    @cached_property
    def waiting(self) -> Mapping[Found, Line]:
        """Those that waited to be filled in."""
        return _by_name(self.ground.note.coming.get(self.table.title, ()) if self.ground.note else ())

    @cached_property
    def now(self) -> Mapping[Found, Line]:
        """As the data files have them."""
        naming, entries = self.ground.naming, self.entries
        held = lines(self.table, self.ground.records.get(self.table.family, ()))
        return _by_name([{label: naming.shown(entries[label], text) for label, text in one.items()} for one in held])

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Label → field."""
        return {column.label: column.entry for column in self.table.columns}

    def holds(self, key: str, filled: Line) -> bool:
        """Whether a line that says all this is there already."""
        return any(
            (not key or found[0] == key)
            and not any(self.differs(label, text, line.get(label, "")) for label, text in filled.items())
            for found, line in self.now.items()
        )

    def differs(self, label: str, one: str, other: str) -> bool:
        """Whether two texts of a column mean different things."""
        if one == other:
            return False
        entry = self.entries[label]
        return bool(meaning(entry, self.meant(label, one)) != meaning(entry, self.meant(label, other)))

    def meant(self, label: str, text: str) -> str:
        """What the data file shall say for this text of a cell."""
        return self.ground.naming.meant(self.entries[label], text.strip())

    def fresh(self, filled: Line, found: Outcome) -> str:
        """A 编号 for a record that has none: its place and its period or day, else numbered."""
        meant = {label: self.meant(label, text) for label, text in filled.items()}
        where = meant.get("村") or meant.get("地方") or self.ground.naming.township
        when = next((meant[label] for label in ("期间", "日期", "登记日期", "发放日期", "自") if meant.get(label)), "")
        stem = "-".join(part for part in (where, when.lower()) if part)[:34]
        family = self.table.family
        taken = {*self.ground.keys.get(family, {}), *found.new.get(family, {})}
        names = (f"{stem}-{number}" if number else stem for number in range(0 if when else 1, 10_000))
        return next(name for name in names if name not in taken)


def beside(label: str, side: str) -> bool:
    """Whether a column belongs to this side of the sheet; all but the names do where it has no sides."""
    return label not in (KEY, NUMBER) and (not side or label.startswith(f"{side}."))


def _by_name(held: Iterable[Line]) -> dict[Found, Line]:
    return {(line.get(KEY, "").strip(), line.get(NUMBER, "")): line for line in held}
