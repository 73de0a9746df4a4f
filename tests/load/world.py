"""A site made of a few files, to be loaded."""

from __future__ import annotations

import faulthandler
from dataclasses import dataclass
from pathlib import Path

from generator.load import load
from generator.model import Finding, Level, Record, Records
from generator.records import CATALOGUE_KINDS, MARKDOWN_KINDS

FOLDERS = {kind: f"data/catalogue/{folder}" for folder, kind in CATALOGUE_KINDS.items()}
PATIENCE = 30  # seconds
PLACE = "- 编号: liucun\n  名称: 刘村\n  级别: 村\n"
PLACE_FILE = "data/townships/anping/place.yml"


@dataclass(frozen=True)
class Loaded:
    """What a load gave."""

    records: Records
    findings: list[Finding]

    @property
    def places(self) -> list[str]:
        """The findings as `file:line:column`, files without their folders."""
        return [str(finding.where).rpartition("/")[2] for finding in self.findings]

    @property
    def errors(self) -> list[Finding]:
        """The findings that block a build."""
        return [finding for finding in self.findings if finding.level is Level.ERROR]

    @property
    def record(self) -> Record:
        """The only record."""
        (record,) = self.records.items
        return record


class World:
    """A folder like a site's; `write` puts files into it, `load` reads it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "data" / "townships").mkdir(parents=True)

    def write(self, file: str, content: str | bytes) -> Path:
        """A file of the site; its folders are made."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def load(self) -> Loaded:
        """Step 1. A load that hangs ends the whole run with a stack trace: a loop in the C parser cannot be interrupted."""
        faulthandler.dump_traceback_later(PATIENCE, exit=True)
        try:
            return Loaded(*load(self.root))
        finally:
            faulthandler.cancel_dump_traceback_later()

    def place(self, content: str | bytes) -> Loaded:
        """The content as the township's `place.yml`, loaded."""
        self.write(PLACE_FILE, content)
        return self.load()

    def family(self, kind: type[Record], content: str | bytes) -> Loaded:
        """The content as a file of this family, loaded."""
        self.write(file_of(kind), content)
        return self.load()


def file_of(kind: type[Record]) -> str:
    """Where a file of this family stands."""
    if kind in MARKDOWN_KINDS:
        return f"content/anping/{kind.family}/sample.md"
    return f"{FOLDERS[kind]}/sample.yml" if kind in FOLDERS else f"data/townships/anping/{kind.family}.yml"
