"""Tiny worlds to break: `tests/broken/_base` is in order, each folder beside it overlays a few files that are not.

Its `mended` folder is another overlay on the base: the same matter done right, about which no rule says anything.

The rules are tested without the derive step, but for the duties of a township with 启用日期. A world may hold `duties.csv`
instead: duties such as no data would make.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.derive.duties import duties
from generator.load import load
from generator.model import Duty, DutyState, Finding, Period, Records

BROKEN = Path(__file__).parent.parent / "broken"
TWIN = "mended"
TODAY = date(2026, 10, 20)


def world(name: str, folder: Path) -> tuple[Records, list[Finding]]:
    """The base with one overlay (`board`, or its twin `board/mended`), laid out in the folder and loaded, as of TODAY."""
    for layer in dict.fromkeys(("_base", name)):
        shutil.copytree(BROKEN / layer, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(TWIN))
    return read_world(folder)


def read_world(folder: Path) -> tuple[Records, list[Finding]]:
    """The records of a folder as of TODAY, with their duties or those listed."""
    records, findings = load(folder)
    records = replace(records, today=TODAY)
    listed = folder / "duties.csv"
    return replace(records, duties=tuple(_duties(listed) if listed.exists() else duties(records))), findings


def _duties(path: Path) -> Iterator[Duty]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            due = date.fromisoformat(row["due"])
            yield Duty(
                item=row["item"],
                township="anping",
                place=row["place"],
                opens=due,
                due=due,
                state=DutyState[row["state"]],
                period=Period.parse(row["period"]) if row["period"] else None,
                record=row["record"],
                done=date.fromisoformat(row["done"]) if row["done"] else None,
            )


def line(finding: Finding) -> str:
    """One line of `expected.txt`."""
    return f"{finding.where} {finding.level.value} {finding.rule}: {finding.message} → {finding.hint}\n"
