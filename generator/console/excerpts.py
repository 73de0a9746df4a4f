"""The offending line of a file, and a mark under the place, as wide as the terminal shows it."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path

from generator.console.text import plain, width
from generator.model import Where

_WIDEST = 100
"""Columns that an excerpt takes at most; a Chinese character takes two."""


class Sources:
    """The files below a folder, each read once and only when a line of it is shown."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @cached_property
    def _lines(self) -> dict[str, list[str]]:
        return {}

    def excerpt(self, where: Where) -> list[str]:
        """The line and a mark under the column; nothing when the file cannot be shown."""
        lines = self._read(where.file) if where.line else []
        if not 0 < where.line <= len(lines):
            return []
        line, column = lines[where.line - 1], where.column
        shown, before = _around(line, column if 0 < column <= len(line) else 0)
        excerpt = [f"{where.line:>5} │ {shown}"]
        if 0 < column <= len(line):
            excerpt.append(f"      │ {' ' * width(before)}^")
        return excerpt

    def _read(self, file: str) -> list[str]:
        if file not in self._lines:
            path = self.root / file
            try:
                text = path.read_bytes().decode("utf-8-sig", "replace") if path.is_file() else ""
            except (OSError, ValueError):  # a name that no file can have
                text = ""
            self._lines[file] = re.split(r"\r\n|\r|\n", text)  # as the reader counts lines
        return self._lines[file]


def _around(line: str, column: int) -> tuple[str, str]:
    """(the part of the line around the column, what of it stands before the column); a tab is shown as one blank."""
    at = max(0, column - 1)
    before, after = _shown(line[max(0, at - _WIDEST) : at]), _shown(line[at : at + _WIDEST])
    left = _cut(before[::-1], max(_WIDEST // 2, _WIDEST - width(after)))[::-1]
    right = _cut(after, _WIDEST - width(left))
    start = "…" if at > len(left) else ""
    end = "…" if at + len(right) < len(line) else ""
    return f"{start}{left}{right}{end}", start + left


def _shown(text: str) -> str:
    return plain(text.replace("\t", " "))


def _cut(text: str, columns: int) -> str:
    """As much of the text as the columns hold."""
    taken = 0
    for position, char in enumerate(text):
        taken += width(char)
        if taken > columns:
            return text[:position]
    return text
