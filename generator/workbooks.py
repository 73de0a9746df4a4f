"""The clerk's workbook, out and in again: data files → sheets → data files. Tells of the steps, like `pipeline`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.dictionary import Family, families
from generator.editing.document import Document
from generator.editing.homes import Homes
from generator.editing.keeping import taken
from generator.editing.rewriting import Order, Rewritten
from generator.exchange import reading
from generator.exchange.book import Sheet, book, sheets
from generator.exchange.columns import KEY, tables
from generator.exchange.comparing import compared
from generator.exchange.naming import Naming
from generator.exchange.note import SHEET, Note, note
from generator.exchange.outcome import Ground, Outcome
from generator.load import load
from generator.model import Finding, Records, Site, Unusable
from generator.model.record import EXTRA
from generator.records.place import Place
from generator.trees.reader import Node

APART = ("article", "publication", "acceptance", "comment")
"""Families that are no lists to fill in: they are handed out when they are asked for by name."""


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


def home(site: Site, township: str) -> Home:
    """The township with its records as far as they can be read."""
    return Home(site.root, township, load(site.root, township)[0])


def export(own: Home, asked: Sequence[str] = ()) -> tuple[bytes, list[Sheet]]:
    """The workbook and its sheets; asked: names of families, none are all that are lists. Raises Unusable."""
    if unknown := [name for name in asked if name not in own.families]:
        known = "、".join(f"{one.name}({one.label})" for one in own.families.values())
        raise Unusable(f"没有“{unknown[0]}”这一类。可以写:{known}。")
    wanted = [one for one in own.families.values() if (one.name in asked if asked else one.name not in APART)]
    parts = [sheet for one in wanted for sheet in sheets(one, own.rows(one.name), own.naming)]
    return book(own.township, f"{own.name} 数据填报表", parts, own.naming), parts


@dataclass(frozen=True)
class Asked:
    """What the clerk said of a workbook. answers: sheet and heading → label; mine: it is right where both changed."""

    family: str = ""
    answers: Mapping[tuple[str, str], str] = field(default_factory=dict)
    delete: bool = False
    mine: bool = False


@dataclass(frozen=True)
class Workbook:
    """A file that came back, opened. Raises Unusable when it cannot be."""

    path: Path

    @cached_property
    def grids(self) -> tuple[reading.Grid, ...]:
        return reading.opened(self.path)

    @cached_property
    def note(self) -> Note | None:
        """What it remembers, if it is one of ours."""
        found = next((grid for grid in self.grids if grid.name == SHEET), None)
        return note(cell for row in found.rows for cell in row[:1]) if found is not None else None

    def read(self, own: Home, asked: Asked) -> reading.Taken:
        """Its lines, cleaned; with what is doubtful about them."""
        extras = {
            label for one in own.families for record in own.rows(one) for label in record if label.startswith(EXTRA)
        }
        known = [table for one in own.families.values() for table in tables(one, sorted(extras))]
        grids = [grid for grid in self.grids if grid.name != SHEET]
        return reading.taken(grids, known, file=self.path.name, synonyms={}, family=asked.family, answers=asked.answers)


@dataclass(frozen=True)
class Plan:
    """One file as it shall be. id: a record that changes in it."""

    file: str
    id: str
    before: bytes
    made: Document
    said: tuple[str, ...] = ()

    def applied(self, document: Document) -> Document:
        """The document with the changes. Raises Unusable when the file is not what it was."""
        if document.data != self.before:
            raise Unusable(f"{self.file} 刚被别人改动。再运行一次。")
        return self.made


def compare(own: Home, workbook: Workbook, taken_in: reading.Taken, asked: Asked) -> Outcome:
    """What the workbook changes."""
    known = [table for one in own.families.values() for table in tables(one)]
    rows = {name: own.rows(name) for name in own.families}
    note_ = workbook.note if workbook.note is not None and workbook.note.township == own.township else None
    ground = Ground(rows, known, own.naming, note_, asked.delete, asked.mine)
    return compared(ground, taken_in.tables)


def plans(own: Home, outcome: Outcome) -> list[Plan]:
    """The files that change, as they shall be; every other byte of them is what it was. Raises Unusable."""
    return [plan for family in own.families.values() for plan in _of_family(own, family, outcome)]


def _of_family(own: Home, family: Family, outcome: Outcome) -> Iterator[Plan]:
    files = own.plain[family.name]
    homes = Homes(f"data/townships/{own.township}/{family.folder}", {name: list(rows) for name, rows in files.items()})
    new: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
    for record in outcome.new.get(family.name, {}).values():
        file, behind = homes.take(record)
        new.setdefault(file, []).append((behind, _ordered(record, _order(family))))
    changed = outcome.changed.get(family.name, {})
    for file in dict.fromkeys((*files, *new)):
        keys = [str(one.get(KEY)).strip() for one in files.get(file, [])]
        mine = {key: changed[key] for key in keys if key in changed}
        if mine or file in new:
            document = own.files[family.name].get(file) or Document(file)
            made = Rewritten(mine, _chained(new.get(file, []))).of(document, _order(family))
            first = next(iter(mine), "") or str(new[file][0][1].get(KEY))
            yield Plan(file, first, document.data, made)


@dataclass(frozen=True)
class Addresses:
    """Where in the workbook the values stand that the data files will hold: what is wrong with one is said at its cell."""

    own: Home
    outcome: Outcome
    plans: Sequence[Plan]

    def of(self, finding: Finding) -> str:
        """The cell, or the line of the sheet; nothing for what the workbook does not say."""
        near = self._by_line.get((finding.where.file, finding.where.line), {})
        return (
            near.get(finding.where.column) or next(iter(near.values()), "") or self._by_record.get(finding.record, "")
        )

    @cached_property
    def _by_record(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for (family, key, _), cell in self.outcome.cells.items():
            found.setdefault(f"{self.own.township}/{family}/{key}", cell)
        return found

    @cached_property
    def _by_line(self) -> Mapping[tuple[str, int], Mapping[int, str]]:
        found: dict[tuple[str, int], dict[int, str]] = {}
        records = {(family, key): (file, node) for family, key, file, node in self._records}
        for (family, key, path), cell in self.outcome.cells.items():
            if (family, key) in records:
                file, node = records[family, key]
                line, column = node.locate(path)
                found.setdefault((file, line), {})[column] = cell
        return found

    @property
    def _records(self) -> Iterator[tuple[str, str, str, Node]]:
        """Family, 编号, file and place of every record of the files that change."""
        for plan in self.plans:
            root = plan.made.root
            for node in root.value if root is not None and isinstance(root.value, list) else [root]:
                if node is not None and isinstance(node.value, dict) and KEY in node.value:
                    yield _family_of(self.own, plan.file), str(node.value[KEY].value).strip(), plan.file, node


def _family_of(own: Home, file: str) -> str:
    inside = file.split("/")[3].removesuffix(".yml")
    return next(one.name for one in own.families.values() if one.folder == inside)


def _chained(new: Sequence[tuple[str, Mapping[str, Any]]]) -> list[tuple[str, Mapping[str, Any]]]:
    """New records that follow a new one follow what that one follows."""
    first: dict[str, str] = {}
    found = []
    for behind, record in new:
        root = first.get(behind, behind)
        first[str(record.get("编号"))] = root
        found.append((root, record))
    return found


def _ordered(value: Any, order: Order, path: tuple[str, ...] = ()) -> Any:
    """A new record with its labels as the form has them."""
    if isinstance(value, list):
        return [_ordered(one, order, path) for one in value]
    if not isinstance(value, Mapping):
        return value
    rank = {label: place for place, label in enumerate(order(path))}
    labels = sorted(value, key=lambda label: rank.get(label, len(rank)))
    return {label: _ordered(value[label], order, (*path, label)) for label in labels}


def _order(family: Family) -> Order:
    labels: dict[tuple[str, ...], tuple[str, ...]] = {(): tuple(one.label for one in family.entries)}
    for entry in family.walk():
        if entry.rows:
            labels[tuple(entry.path.split("."))] = tuple(one.label for one in entry.rows)
    return lambda path: labels.get(path, ())
