"""Puts a file through the import, and reads back what the site's loader makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.exchange.archive import Act, Archive, archive, shelf
from generator.load import load
from generator.model import Finding, Level
from generator.records.archive import Archived


@dataclass(frozen=True)
class Stored:
    """One run: what the import says, and the records that the loader reads."""

    made: Archive
    records: list[Archived]
    findings: list[Finding]

    @property
    def only(self) -> Archived:
        (record,) = self.records
        return record

    def listed(self, act: Act) -> list[str]:
        return [note.text for note in self.made.notes if note.act is act]


def stored(root: Path, name: str, data: bytes | str, **options: str) -> Stored:
    """Archives a file of this name in the township demo of a site."""
    path = root / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    made = archive(path, shelf(root, "demo"), **options)  # type: ignore[arg-type]
    records, findings = load(root)
    mine = [one for one in findings if "/archive/" in one.where.file and one.level is not Level.NOTE]
    return Stored(made, [one for one in records.of(Archived) if one.id in made.documents], mine)


def words(record: Archived) -> list[str]:
    """Headings and paragraphs in order, tables cell by cell."""
    return [line for block in record.body for line in block.lines]


def headings(record: Archived) -> list[str]:
    return [block.text for block in record.body if block.level]


def bare(text: str) -> str:
    """Without blanks of any kind."""
    return "".join(text.split())
