from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from generator.exchange.columns import Table
from generator.model import Level


@dataclass(frozen=True)
class Cell:
    text: str
    address: str


@dataclass(frozen=True)
class Line:
    cells: Mapping[str, Cell]
    address: str


@dataclass(frozen=True)
class Remark:
    level: Level
    address: str
    message: str
    hint: str


@dataclass(frozen=True)
class Question:
    sheet: str
    heading: str
    address: str
    candidates: tuple[str, ...]


@dataclass(frozen=True)
class Taken:
    tables: tuple[tuple[Table, tuple[Line, ...]], ...]
    remarks: tuple[Remark, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Grid:
    name: str
    hidden: bool
    rows: tuple[tuple[object, ...], ...]


def opened(path: Path) -> tuple[Grid, ...]:
    import python_calamine

    wb = python_calamine.CalamineWorkbook.from_path(str(path))
    out = []
    for meta in wb.sheets_metadata:
        out.append(
            Grid(
                meta.name,
                "Visible" not in str(meta.visible),
                tuple(map(tuple, wb.get_sheet_by_name(meta.name).to_python(skip_empty_area=False))),
            )
        )
    return tuple(out)


def _t(v: object) -> str:
    if isinstance(v, float):
        return str(int(v)) if v == int(v) else repr(v)
    if isinstance(v, datetime):
        return v.date().isoformat()
    if isinstance(v, date):
        return v.isoformat()
    return "" if v is None else str(v)


def taken(
    grids: Sequence[Grid],
    tables: Sequence[Table],
    *,
    file: str,
    synonyms: Mapping[str, Sequence[str]],
    family: str = "",
    answers: Mapping[tuple[str, str], str] = {},
) -> Taken:
    by = {t.title: t for t in tables}
    out = []
    for g in grids:
        if g.name in by:
            t = by[g.name]
            first = 1 + any("." in c.label for c in t.columns)
            lines = []
            for n, row in enumerate(g.rows[first:], first + 1):
                cells = {
                    c.label: Cell(_t(v).strip(), f"{g.name}!{chr(65 + i)}{n}")
                    for i, (c, v) in enumerate(zip(t.columns, row))
                }
                if any(c.text for c in cells.values()):
                    lines.append(Line(cells, f"{g.name} 第{n}行"))
            out.append((t, tuple(lines)))
    return Taken(tuple(out), (), ())
