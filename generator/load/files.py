"""One data file → its records, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from generator.load.shape import NodeSource, shape
from generator.model import Finding, Level, Record, Where
from generator.trees.reader import MAX_FINDINGS, read


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in one file."""

    records: tuple[tuple[Record, NodeSource], ...]
    findings: tuple[Finding, ...]


def _read(data: bytes, kind: type[Record], township: str, file: str) -> Written:
    """The records of a file: a list of them, or a single one."""
    node, findings = read(data, file)
    if node is None or node.value in (None, []):
        if not findings:
            findings = [Finding("files", Level.WARNING, Where(file), "文件是空的", "写上记录,或删去这个文件")]
        return Written((), tuple(findings))
    records, wrong = [], 0
    for entry in node.value if isinstance(node.value, list) else [node]:
        record, faults = shape(entry, kind, township, file)
        findings += faults
        if record is not None:
            records.append((record, NodeSource(file, entry)))
        wrong += len(faults)
        if wrong >= MAX_FINDINGS:
            message = f"错误超过{MAX_FINDINGS}处,后面的没有再查"
            where = Where(file, entry.line, entry.column)
            findings.append(Finding("files", Level.ERROR, where, message, "先改好前面这些,再运行一次"))
            break
    return Written(tuple(records), tuple(findings))


_catalogue = lru_cache(maxsize=128)(_read)
_townships = lru_cache(maxsize=0)(_read)


def written(data: bytes, kind: type[Record], township: str, file: str) -> Written:
    """The records of a file. The catalogue is the same for every township, and is not read again."""
    return (_townships if township else _catalogue)(data, kind, township, file)


def remember(files: int) -> None:
    """Keeps so many files of townships in mind as well, for a program that reads the same ones again and again."""
    global _townships  # noqa: PLW0603 - one memory for the process
    _townships = lru_cache(maxsize=files)(_read)
