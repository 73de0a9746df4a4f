"""What a check has to say, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    ERROR = "error"
    """Wrong or unlawful; blocks the build."""
    WARNING = "warning"
    """Doubtful or late."""
    NOTE = "note"
    """Worth a look."""


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a file; line and column count from 1, 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with the data: what, where, and how to mend it, in Chinese."""

    rule: str
    level: Level
    where: Where
    message: str
    hint: str = ""
    record: str = ""
    accepted: str = ""
    """Key of the acceptance by which a person answers for it; an accepted finding stays listed and stops nothing."""
