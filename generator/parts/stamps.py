"""Files of a finished part: what is in them, and whether they are still as they were written."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.links import settle

ROOMS = ("docs", "site")


@dataclass(frozen=True, slots=True)
class Stamp:
    """SHA-256, and the size and time by which a file is known again without reading it."""

    sha256: str
    size: int
    written: int
    """Nanoseconds since 1970."""


def stamps(folder: Path, before: Mapping[str, Stamp]) -> dict[str, Stamp]:
    """Path below the folder → stamp, of everything in `docs` and `site`; new files get fixed modes.

    before: stamps of files to which these may be linked: they are not read again.
    """
    found: dict[str, Stamp] = {}
    for path in sorted(path for room in ROOMS for path in (folder / room).rglob("*") if path.is_file()):
        name, status = path.relative_to(folder).as_posix(), path.stat()
        old = before.get(name)
        same = old is not None and (old.size, old.written) == (status.st_size, status.st_mtime_ns)
        found[name] = old if old is not None and same else _stamped(path)
    return found


def intact(folder: Path, files: Mapping[str, Stamp]) -> bool:
    """Whether every file is there as it was written."""
    try:
        return all(_untouched((folder / name).stat(), stamp) for name, stamp in files.items())
    except OSError:
        return False


def _untouched(status: os.stat_result, stamp: Stamp) -> bool:
    return (status.st_size, status.st_mtime_ns) == (stamp.size, stamp.written)


def _stamped(path: Path) -> Stamp:
    data, status = settle(path), path.stat()
    return Stamp(hashlib.sha256(data).hexdigest(), status.st_size, status.st_mtime_ns)
