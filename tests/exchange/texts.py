"""Clean documents of invented places, as a reader knows them: what every dirty copy of them must come back to.

They stand in `clean/`. One line a paragraph; the word before the colon says what it is. `h` is a heading, `p` text, the others the head.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Clean:
    """One document without dirt."""

    source: str

    @cached_property
    def lines(self) -> list[tuple[str, str]]:
        """(what it is, its words with `**` around bold)."""
        pairs = [line.split(": ", 1) for line in self.source.strip().splitlines()]
        return [(kind, text) for kind, text in pairs]

    def of(self, *kinds: str) -> list[str]:
        """The words of these kinds, without marks."""
        return [text.replace("**", "") for kind, text in self.lines if kind in kinds]

    @property
    def title(self) -> str:
        return self.of("title")[0]

    @property
    def headings(self) -> list[str]:
        return self.of("h")

    @property
    def body(self) -> list[str]:
        """Headings and paragraphs, in order."""
        return self.of("h", "p")


CLEAN = {
    path.stem: Clean(path.read_text(encoding="utf-8")) for path in sorted((Path(__file__).parent / "clean").iterdir())
}
