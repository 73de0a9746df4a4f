"""Values of a sheet at their places in a record, written as the values around them are."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

from pydantic_core import PydanticCustomError

from generator.dictionary import Entry, Kind
from generator.exchange.cells import value
from generator.exchange.columns import Table
from generator.exchange.lines import Plain
from generator.model.types import parse_number

Place = tuple[str | int, ...]
"""Labels and positions from the record down."""
_FAR = 20
"""How many records are looked at for how a number is written."""
_NUMBERS = (Kind.MONEY, Kind.NUMBER, Kind.FIGURE, Kind.COUNT)


def place(table: Table, record: Plain, number: str, side: str = "", *, new: bool = False) -> Place | None:
    """Where a line of the sheet stands in the record, by its 序; with `new` where one more row goes. None: nowhere."""
    indices = [int(one) - 1 for one in number.split(".")] if number.replace(".", "").isdigit() else []
    path: Place = ()
    steps = (side,) if side else table.path
    for depth, label in enumerate(steps):
        path = (*path, *label.split("."))
        rows = at(record, path)
        many = len(rows) if isinstance(rows, list) else 0
        index = indices[depth] if depth < len(indices) else (many if depth == len(steps) - 1 else many - 1)
        if new and depth == len(steps) - 1:
            if index > many and not side:
                return None
            index = many
        elif not 0 <= index < many or (depth < len(steps) - 1 and depth >= len(indices) and many != 1):
            return None
        path = (*path, index)
    return path


def at(record: Any, path: Place) -> Any:
    """What stands there, None where there is nothing."""
    for step in path:
        if isinstance(step, str):
            record = record.get(step) if isinstance(record, dict) else None
        else:
            record = record[step] if isinstance(record, list) and 0 <= step < len(record) else None
    return record


def put(record: dict[str, Any], path: Place, entry: Entry, text: str, others: Sequence[Plain]) -> None:
    """Writes the text of a cell; an empty one empties what stands there. others: records that show how numbers are written."""
    held = value(entry, text)
    if isinstance(held, str) and entry.kind in _NUMBERS:
        held = _written(entry.kind, held, _neighbour(record, path, others))
    above = _made(record, path)
    label = str(path[-1])
    if isinstance(above, dict) and (held is not None or label in above):
        above[label] = held


def remove(record: dict[str, Any], path: Place) -> None:
    """Marks a row as one that goes; those behind it keep their places until all is done."""
    rows = at(record, path[:-1])
    if isinstance(rows, list) and isinstance(path[-1], int):
        rows[path[-1]] = None


def _made(record: Any, path: Place) -> Any:
    """What the last step of the path is taken from; groups and rows on the way are made."""
    for step, following in pairwise(path):
        if isinstance(step, int):
            if isinstance(record, list) and step == len(record):
                record.append({})
            record = record[step] if isinstance(record, list) and step < len(record) else None
        elif isinstance(record, dict):
            if record.get(step) is None:
                record[step] = [] if isinstance(following, int) else {}
            record = record[step]
    return record


def _neighbour(record: Plain, path: Place, others: Sequence[Plain]) -> str:
    """A number that stands here now, in another row, or in another record."""
    first = tuple(0 if isinstance(step, int) else step for step in path)
    near = ((record, path), (record, first), *((one, first) for one in others[: -_FAR - 1 : -1]))
    found = (at(one, way) for one, way in near)
    return next((one for one in found if isinstance(one, str)), "")


def _written(kind: Kind, text: str, like: str) -> str:
    """`12000` as `12,000.00` where its neighbours are written so."""
    try:
        number = parse_number(text)
    except PydanticCustomError:
        return text
    if kind is Kind.MONEY and number == round(number, 2):
        number = number.quantize(Decimal("0.01"))
    return f"{number:,}" if "," in like else f"{number}"
