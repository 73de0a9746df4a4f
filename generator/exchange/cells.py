"""A value of the data ↔ the text of one cell, without loss, and what that text means.

Several values stand in a cell below each other. A value that itself has several lines goes on in lines that begin with
a full-width space. What no cell can hold shows a word instead, and stays as it is in the data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from pydantic_core import PydanticCustomError

from generator.dictionary import Entry, Kind
from generator.model.text import halfwidth
from generator.model.types import parse_count, parse_day, parse_figure, parse_number, parse_period, parse_yes

HELD = "（太长，请在数据文件里改）"
LONGEST = 32_000
"""Characters; a cell of a spreadsheet holds 32,767 of them and cuts off the rest without a word."""
_GOES_ON = "\n\u3000"
_PAIRS = (Kind.DIMENSIONS, Kind.PRINTS)
_MEANINGS: dict[Kind, Callable[[Any], Any]] = {
    Kind.COUNT: parse_count,
    Kind.DAYS: parse_count,
    Kind.NUMBER: parse_number,
    Kind.MONEY: parse_number,
    Kind.FIGURE: parse_figure,
    Kind.DAY: parse_day,
    Kind.PERIOD: parse_period,
    Kind.YES: parse_yes,
    Kind.CODE: halfwidth,
    Kind.PHONE: halfwidth,
}


def shown(entry: Entry, value: Any) -> str:
    """What the cell says: `value` as the data file has it, plain."""
    match value:
        case None:
            return ""
        case str() if not entry.many:
            text = value.strip()
        case str():
            text = _item(value)
        case list() if entry.many and all(isinstance(one, str) for one in value):
            text = "\n".join(_item(one) for one in value)
        case dict() if entry.kind in _PAIRS and all(isinstance(one, str) for one in value.values()):
            text = "\n".join(f"{_item(name)}: {_item(one)}" for name, one in value.items())
            text = HELD if any(":" in name for name in value) else text
        case _:
            return HELD
    return HELD if len(text) > LONGEST or "\r" in text else text


def _item(text: str) -> str:
    return text.strip().replace("\n", _GOES_ON)


def value(entry: Entry, text: str) -> str | Mapping[str, str] | Sequence[str] | None:
    """What the data file shall hold for this text of a cell; nothing for an empty cell."""
    if not text.strip():
        return None
    if entry.kind in _PAIRS:
        pairs = (line.replace("：", ":", 1).partition(":") for line in items(text))
        return {name.strip(): rest.strip() for name, _, rest in pairs}
    if not entry.many:
        return text.strip()
    found = items(text)
    return found[0] if entry.alone and len(found) == 1 else found


def items(text: str) -> list[str]:
    """The values of a cell that stand below each other."""
    found: list[str] = []
    for line in text.strip().split("\n"):
        if line.startswith("\u3000") and found:
            found[-1] += f"\n{line[1:]}"
        elif line.strip():
            found.append(line.strip())
    return found


def meaning(entry: Entry, text: str) -> Any:
    """What the text stands for, so that `12,000.00` and `12000` are the same; a text that has no meaning stands for itself."""
    if not text.strip():
        return None
    if entry.many or entry.kind in _PAIRS:
        return tuple(items(text))
    try:
        return _MEANINGS[entry.kind](text) if entry.kind in _MEANINGS else text.strip()
    except PydanticCustomError:
        return text.strip()


def bare(entry: Entry, text: str) -> str | Decimal | int:
    """The text for another program: a number is a number."""
    found = meaning(entry, text) if entry.kind in (Kind.COUNT, Kind.DAYS, Kind.NUMBER, Kind.MONEY) else text
    return found if isinstance(found, (Decimal, int)) and not isinstance(found, bool) else text
