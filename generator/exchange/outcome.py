"""What a workbook that came back makes of the data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.exchange.columns import KEY, Table
from generator.exchange.lines import Plain
from generator.exchange.naming import Naming
from generator.exchange.note import Note
from generator.exchange.placing import Place
from generator.exchange.reading import Remark
from generator.model import Level

Found = tuple[str, str]
"""编号 and 序 of a line; the 序 of a record itself is empty."""


@dataclass
class Outcome:
    """What the data shall hold: by family its changed records by 编号 (None: it goes), and its new ones."""

    changed: dict[str, dict[str, Any]] = field(default_factory=dict)
    new: dict[str, dict[str, Any]] = field(default_factory=dict)
    cells: dict[tuple[str, str, Place], str] = field(default_factory=dict)
    """Where in the workbook a value of a record stands: family, 编号, path → address."""
    remarks: list[Remark] = field(default_factory=list)
    values: int = 0
    """How many cells were changed."""

    def say(self, level: Level, address: str, message: str, hint: str = "") -> None:
        self.remarks.append(Remark(level, address, message, hint))


@dataclass(frozen=True)
class Ground:
    """One township's records by family, as the data files have them now. mine: where both changed, the workbook is right."""

    records: Mapping[str, Sequence[Plain]]
    tables: Sequence[Table]
    naming: Naming
    note: Note | None = None
    delete: bool = False
    mine: bool = False

    @cached_property
    def keys(self) -> Mapping[str, Mapping[str, Plain]]:
        """Family → 编号 → record."""
        return {
            family: {str(record[KEY]).strip(): record for record in records if isinstance(record.get(KEY), str)}
            for family, records in self.records.items()
        }
