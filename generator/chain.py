"""The chain of releases: `data/releases/<site>.txt`, one line a release, each with the hash of the line before.

A line is `1 2026-10-20 <root of the content> <SHA-256 of the line before, or -> <note>`. Lines are only ever added. Whoever
has kept one line, or its short code on a board, can tell whether anything before it was changed (the idea of RFC 6962,
with the notice board as the witness); `sed -n 3p public.txt | sha256sum` is all it takes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FOLDER = "releases"
FIRST = "-"
_LINE = re.compile(r"(\d{1,6}) (\d{4}-\d\d-\d\d) ([0-9a-f]{64}) ([0-9a-f]{64}|-)(?: (\S.*))?")
_LARGEST = 2**22
"""Bytes; twenty thousand releases."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """One release that stands in the chain."""

    number: int
    day: date
    root: str
    before: str
    note: str = ""

    @property
    def line(self) -> str:
        """As it stands in the file, without its end."""
        return " ".join(filter(None, (str(self.number), self.day.isoformat(), self.root, self.before, self.note)))

    @property
    def hash(self) -> str:
        """What the next line names; of the line with its end, as `sha256sum` sees it."""
        return hashlib.sha256(f"{self.line}\n".encode()).hexdigest()


def file(root: Path, site: str) -> Path:
    """Where the chain of a site stands: `public`, `public-anping` …"""
    return root / "data" / FOLDER / f"{site}.txt"


def signature(root: Path, site: str, number: int) -> Path:
    """Where the signature of a release stands, if it was signed."""
    return root / "data" / FOLDER / f"{site}-{number}.sig"


def read(path: Path) -> tuple[tuple[Sealed, ...], tuple[tuple[int, str], ...]]:
    """The releases, and what is wrong: (line, Chinese words). Without a file there is nothing of either."""
    try:
        if path.stat().st_size > _LARGEST:
            return (), ((1, "这个文件太大,不像公开账簿"),)
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return (), ()
    except (OSError, UnicodeDecodeError):
        return (), ((1, "打不开,或不是 UTF-8 文字"),)
    found: list[Sealed] = []
    wrong = tuple(_parsed(text, found))
    return tuple(found), wrong


def _parsed(text: str, found: list[Sealed]) -> Iterator[tuple[int, str]]:
    lines = text.split("\n")
    if lines[-1]:
        yield len(lines), "最后一行没有写完"
    for number, line in enumerate(lines[:-1], 1):
        match = _LINE.fullmatch(line)
        day = _day(match[2]) if match else None
        if match is None or day is None:
            yield number, "这一行不是账簿的写法"
            return
        one = Sealed(int(match[1]), day, match[3], match[4], match[5] or "")
        if (one.number, one.before) != (number, found[-1].hash if found else FIRST):
            yield number, "这一行和上一行对不上:有人改过、删过或换过以前的行"
        found.append(one)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def before(sealed: Sequence[Sealed], root: str) -> str:
    """The hash that a release with this content names: of the last one with other content."""
    if not sealed:
        return FIRST
    return sealed[-1].before if sealed[-1].root == root else sealed[-1].hash


def following(sealed: Sequence[Sealed], root: str, day: date, note: str = "") -> Sealed | None:
    """The release that comes next; None when the last one has the same content."""
    if sealed and sealed[-1].root == root:
        return None
    return Sealed(len(sealed) + 1, day, root, before(sealed, root), " ".join(note.split())[:200])
