"""Where in a file a stretch of prose stands: the line and column of the words themselves, not of their paragraph."""

from __future__ import annotations

import re
from pathlib import Path

from generator.model import Record, Records, Where

_LINES = re.compile(r"\r\n|\r|\n")
_ESCAPED = re.compile(r"\\(?:[xuU]|\r?\n)")


def spot(records: Records, record: Record, path: tuple[str | int, ...], text: str, start: int, end: int) -> Where:
    """The place of `text[start:end]`, where `text` is the value that the path leads to.

    Exact in plain, quoted, folded and block scalars, as their words are the same in the file, in the same order; the
    start of the value where the words cannot be told apart, or the file cannot be read again.
    """
    where = records.where(record, *path)
    lines = _file(records, where.file) if where.line else None
    nth = _count(text, text[start:end], start)
    if lines is None or nth is None or where.line > len(lines):
        return where
    line, column = where.line - 1, where.column - 1
    first = lines[line][column : column + 1]
    if first in ("|", ">"):
        line, column = line + 1, 0
    for number in range(line, len(lines)):
        at = column - 1 if number == line else -1
        while (at := lines[number].find(text[start:end], at + 1)) >= 0:
            if not nth:
                return (
                    where
                    if first == '"' and _rewritten(lines, where, number)
                    else Where(where.file, number + 1, at + 1)
                )
            nth -= 1
            at += end - start - 1
    return where


def _count(text: str, word: str, start: int) -> int | None:
    """How many times the word stands before this place; None when the place itself is inside another."""
    at, count = text.find(word), 0
    while 0 <= at < start:
        at, count = text.find(word, at + len(word)), count + 1
    return count if word and at == start else None


def _rewritten(lines: list[str], where: Where, last: int) -> bool:
    """Whether the quoted text up to here has escapes that may stand for the words looked for."""
    return bool(_ESCAPED.search("\n".join(lines[where.line - 1 : last + 1])))


def _file(records: Records, name: str) -> list[str] | None:
    read = records.once(_read)
    if name not in read:
        try:
            text = (Path(records.root) / name).read_text(encoding="utf-8-sig") if records.root else None
        except (OSError, ValueError):
            text = None
        read[name] = None if text is None else _LINES.split(text)
    return read[name]


def _read(_: Records) -> dict[str, list[str] | None]:
    """File → its lines, read once for all findings of a run."""
    return {}
