"""The data files of one township as they are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.dictionary import Family, families
from generator.editing.document import Document
from generator.editing.keeping import taken
from generator.exchange.columns import Table, tables
from generator.exchange.naming import Naming
from generator.model import Records
from generator.model.record import EXTRA
from generator.records.place import Place


@dataclass(frozen=True)
class Home:
    """The data files of one township as they are written; records: of the township and the catalogue."""

    root: Path
    township: str
    records: Records

    @cached_property
    def families(self) -> Mapping[str, Family]:
        """Those written as YAML, by name."""
        return {one.name: one for one in families(self.records) if not one.catalogue and not one.given}

    @cached_property
    def files(self) -> Mapping[str, Mapping[str, Document]]:
        """Family → file → what stands in it. Raises Unusable for a file that cannot be read."""
        folder = self.root / "data" / "townships" / self.township
        found: dict[str, dict[str, Document]] = {}
        for family in self.families.values():
            inside = folder / family.folder
            paths = [folder / f"{family.folder}.yml", *(sorted(inside.rglob("*.yml")) if inside.is_dir() else ())]
            names = {path: path.relative_to(self.root).as_posix() for path in paths if path.is_file()}
            found[family.name] = {name: Document(name, taken(self.root, path) or b"") for path, name in names.items()}
        return found

    @cached_property
    def plain(self) -> Mapping[str, Mapping[str, list[dict[str, Any]]]]:
        """Family → file → its records as typed."""
        return {
            family: {name: _records(document) for name, document in files.items()}
            for family, files in self.files.items()
        }

    def rows(self, family: str) -> list[dict[str, Any]]:
        """All records of a family, in the order of the files."""
        return [record for records in self.plain[family].values() for record in records]

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The sheets of all families, with the local columns that any record has."""
        rows = (row for one in self.families for row in self.rows(one))
        extras = sorted({label for row in rows for label in row if label.startswith(EXTRA)})
        return tuple(table for one in self.families.values() for table in tables(one, extras))

    @property
    def naming(self) -> Naming:
        return Naming(self.records, self.township)

    @property
    def name(self) -> str:
        """The township as people call it."""
        top = self.records.get(Place, f"{self.township}/place/{self.township}")
        return top.name if top is not None else self.township


def _records(document: Document) -> list[dict[str, Any]]:
    plain = document.root.plain() if document.root is not None else None
    rows = plain if isinstance(plain, list) else [plain]
    return [row for row in rows if isinstance(row, dict)]
