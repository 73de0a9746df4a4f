"""What is taken from a workbook: lines of our tables, remarks and questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.exchange.columns import Table
from generator.model import Level


@dataclass(frozen=True)
class Cell:
    """What a data file shall hold ("" for nothing), and where it stands: `财务!D14`."""

    text: str
    address: str


@dataclass(frozen=True)
class Line:
    """Label → cell; address: `财务 第14行`."""

    cells: Mapping[str, Cell]
    address: str


@dataclass(frozen=True)
class Remark:
    """What is wrong, doubtful or was left out."""

    level: Level
    address: str
    message: str
    hint: str


@dataclass(frozen=True)
class Question:
    """A heading that may be one of several columns."""

    sheet: str
    heading: str
    address: str
    candidates: tuple[str, ...]


@dataclass(frozen=True)
class Taken:
    """The tables that were found, with their lines; and what the clerk should know or answer."""

    tables: tuple[tuple[Table, tuple[Line, ...]], ...]
    remarks: tuple[Remark, ...]
    questions: tuple[Question, ...]
