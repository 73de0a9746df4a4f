"""The chain of releases: `data/releases/<site>.txt`, one line a release, each with the hash of the line before.

A line is `1 2026-10-20 <root of the content> <SHA-256 of the line before, or -> <note>`. Lines are only ever added, and
each release carries all lines before its own as one of its files. So the code of one release, kept on a board, vouches
for every release before it (the idea of RFC 6962, with the notice board as the witness); `sed -n 3p public.txt | sha256sum`
is all it takes to look.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
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


def name(site: str) -> str:
    """What the lines before a release are called among its files; the name says whose they are."""
    return f"releases-{site}.txt"


def read(path: Path) -> tuple[tuple[Sealed, ...], tuple[tuple[int, str], ...]]:
    """The releases, and what is wrong: (line, Chinese words). Without a file there is nothing of either."""
    try:
        return parsed(path.read_bytes() if path.stat().st_size <= _LARGEST else None)
    except FileNotFoundError:
        return (), ()
    except OSError:
        return (), ((1, "打不开"),)


def parsed(data: bytes | None) -> tuple[tuple[Sealed, ...], tuple[tuple[int, str], ...]]:
    """The same of what was read; None for what is too large to be read."""
    if data is None or len(data) > _LARGEST:
        return (), ((1, "这个文件太大,不像公开账簿"),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return (), ((1, "不是 UTF-8 文字"),)
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
        if match is None or day is None or not _printable(match[5] or ""):
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


def _printable(text: str) -> bool:
    """A carriage return or a character that turns the line around would be one line for the hash and another for people."""
    return all(char.isprintable() for char in text)


def head(sealed: Sequence[Sealed]) -> str:
    """What the next release names as the one before."""
    return sealed[-1].hash if sealed else FIRST


def text(sealed: Sequence[Sealed]) -> str:
    """As it stands in a file."""
    return "".join(f"{one.line}\n" for one in sealed)


def standing(sealed: Sequence[Sealed], root: Callable[[Sequence[Sealed]], str]) -> Sequence[Sealed]:
    """The releases before the one that is being made. root: the content's, with these before it.

    What was sealed and is built again is no further release, and has the same bytes as then.
    """
    return sealed[:-1] if sealed and root(sealed[:-1]) == sealed[-1].root else sealed


def following(sealed: Sequence[Sealed], root: str, day: date, note: str = "") -> Sealed | None:
    """The release that comes next; None when the last one has the same content."""
    if sealed and sealed[-1].root == root:
        return None
    words = "".join(char for char in " ".join(note.split()) if char.isprintable())
    return Sealed(len(sealed) + 1, day, root, head(sealed), words[:200].strip())
