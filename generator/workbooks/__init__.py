"""The clerk's workbook, out and in again: data files → sheets → data files. Tells of the steps, like `pipeline`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from pypinyin import lazy_pinyin

from generator.dictionary import Family
from generator.editing.document import Document
from generator.editing.homes import Homes
from generator.editing.rewriting import Order, Rewritten
from generator.exchange import reading
from generator.exchange.book import Sheet, book, sheets
from generator.exchange.cells import bare
from generator.exchange.columns import KEY
from generator.exchange.comparing import compared
from generator.exchange.note import SHEET, Note, note
from generator.exchange.outcome import Ground, Outcome
from generator.load import load
from generator.model import Site, Unusable
from generator.workbooks.addresses import Addresses, Plan
from generator.workbooks.home import Home
from generator.write.sheets import csv_bytes

__all__ = [
    "APART",
    "Addresses",
    "Asked",
    "Home",
    "Plan",
    "Workbook",
    "as_csv",
    "as_json",
    "compare",
    "export",
    "home",
    "plans",
]

APART = ("article", "publication", "acceptance", "comment")
"""Families that are no lists to fill in: they are handed out when they are asked for by name."""


def home(site: Site, township: str) -> Home:
    """The township with its records as far as they can be read."""
    return Home(site.root, township, load(site.root, township)[0])


def export(own: Home, asked: Sequence[str] = ()) -> tuple[bytes, list[Sheet]]:
    """The workbook and its sheets; asked: names of families, none are all that are lists. Raises Unusable."""
    parts = _sheets(own, asked)
    return book(own.township, f"{own.name} 数据填报表", parts, own.naming), parts


def as_csv(own: Home, asked: Sequence[str] = ()) -> dict[str, bytes]:
    """The same sheets, each as a CSV file under an ASCII name. Raises Unusable."""
    made = {}
    for part in _sheets(own, asked):
        inside = (*part.table.path, *part.table.sides)
        name = "-".join((part.table.family, *("".join(lazy_pinyin(step)) for step in inside))).replace(".", "-")
        rows = (tuple(bare(one.entry, line.get(one.label, "")) for one in part.table.columns) for line in part.lines)
        made[f"{name}.csv"] = csv_bytes([part.table.labels, *rows])
    return made


def as_json(own: Home, asked: Sequence[str] = ()) -> bytes:
    """The records of the data files by family, as they are typed. Raises Unusable."""
    content = {one.name: own.rows(one.name) for one in _wanted(own, asked)}
    text = json.dumps({"township": own.township, "records": content}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def _sheets(own: Home, asked: Sequence[str]) -> list[Sheet]:
    return [sheet for one in _wanted(own, asked) for sheet in sheets(one, own.rows(one.name), own.naming)]


def _wanted(own: Home, asked: Sequence[str]) -> list[Family]:
    if unknown := [name for name in asked if name not in own.families]:
        known = "、".join(f"{one.name}({one.label})" for one in own.families.values())
        raise Unusable(f"没有“{unknown[0]}”这一类。可以写:{known}。")
    return [one for one in own.families.values() if (one.name in asked if asked else one.name not in APART)]


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
        grids = [grid for grid in self.grids if grid.name != SHEET]
        return reading.taken(grids, own.tables, synonyms=reading.synonyms(), family=asked.family, answers=asked.answers)


def compare(own: Home, workbook: Workbook, taken_in: reading.Taken, asked: Asked) -> Outcome:
    """What the workbook changes."""
    rows = {name: own.rows(name) for name in own.families}
    note_ = workbook.note if workbook.note is not None and workbook.note.township == own.township else None
    ground = Ground(rows, own.tables, own.naming, note_, asked.delete, asked.mine)
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
