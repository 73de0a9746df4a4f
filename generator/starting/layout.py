"""What came with the program and what the clerk made of it: which files of a site are renewed, kept or added."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from generator.editing.keeping import Edit, taken

RECORD = ".gongkai.json"
"""In the site's folder: version, and SHA-256 of every file as it came with the program."""
Migration = Callable[[Path], list[Edit]]
MIGRATIONS: tuple[Migration, ...] = ()
"""What brings data files to a newer layout, oldest first; each finds out by itself whether it is needed. None was needed yet."""


class Fate(Enum):
    """What becomes of a file of the site."""

    ADDED = "新增"
    RENEWED = "更新"
    KEPT = "你改过,没有动"
    DELETED = "你删了,没有再放回"
    LEFT = "新版不用了"


@dataclass(frozen=True)
class Change:
    """One file that is not what now comes with the program. old: as the site has it, new: as it comes."""

    path: str
    fate: Fate
    old: bytes | None = None
    new: bytes | None = None


def record(version: str, shipped: Mapping[str, bytes]) -> bytes:
    """What the site remembers of what came with the program."""
    files = {path: hashlib.sha256(data).hexdigest() for path, data in sorted(shipped.items())}
    return (json.dumps({"version": version, "files": files}, ensure_ascii=False, indent=1) + "\n").encode()


def remembered(root: Path) -> Mapping[str, str]:
    """Path → SHA-256 of what came with the program; empty where that cannot be told."""
    try:
        found: Any = json.loads((root / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    files = found.get("files") if isinstance(found, dict) else None
    return files if isinstance(files, dict) else {}


def changes(root: Path, shipped: Mapping[str, bytes]) -> list[Change]:
    """What an upgrade would do, file by file. Raises Unusable for links, Busy for files that cannot be read."""
    known = remembered(root)
    found = []
    for path, new in sorted(shipped.items()):
        old = taken(root, root / path)
        if old is None:
            found.append(Change(path, Fate.DELETED if path in known else Fate.ADDED, None, new))
        elif old != new:
            told = known.get(path)
            if told == hashlib.sha256(old).hexdigest():
                found.append(Change(path, Fate.RENEWED, old, new))
            elif told != hashlib.sha256(new).hexdigest():  # else only the clerk has changed it
                found.append(Change(path, Fate.KEPT, old, new))
    gone = [path for path in sorted(known) if path not in shipped and (root / path).is_file()]
    return [*found, *(Change(path, Fate.LEFT) for path in gone)]


def edits(root: Path, version: str, shipped: Mapping[str, bytes], made: list[Change]) -> list[Edit]:
    """The files to be written, all or none; the record last."""
    written = [one for one in made if one.fate in (Fate.ADDED, Fate.RENEWED) and one.new is not None]
    files = [Edit(root / one.path, one.old, one.new or b"") for one in written]
    moved = [edit for migration in MIGRATIONS for edit in migration(root)]
    note = root / RECORD
    return [*files, *moved, Edit(note, taken(root, note), record(version, shipped))]
