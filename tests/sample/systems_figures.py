"""Reads `systems_figures.md`: every figure that the source materials state, and where the sample has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

LIST = Path(__file__).with_suffix(".md")


@dataclass(frozen=True)
class Stated:
    """One figure of the source; `where` is one address, or several whose fields add up to it."""

    township: str
    what: str
    value: str
    unit: str
    where: tuple[str, ...]

    @property
    def about(self) -> bool:
        """Whether the source says that it is more than this, or nearly this."""
        return self.value.startswith("~")

    @property
    def amount(self) -> Decimal | None:
        """The figure in its base unit; None when it is masked or missing."""
        text = self.value.lstrip("~")
        return None if text in ("", "**") else in_base(Decimal(text.replace(",", "")), self.unit)


def in_base(value: Decimal, unit: str) -> Decimal:
    """万元 and 亿元 in 元."""
    return value * {"万元": 10_000, "亿元": 100_000_000}.get(unit, 1)


def base_unit(unit: str) -> str:
    """元 for 万元 and 亿元."""
    return "元" if unit in ("万元", "亿元") else unit


def stated() -> Iterator[Stated]:
    """All of them, in the order of the list."""
    township = ""
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            township = line.removeprefix("## ")
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if len(cells) == 4 and cells[0] not in ("what", "---"):
            yield Stated(township, *cells[:3], tuple(one.strip() for one in cells[3].split("+")))
