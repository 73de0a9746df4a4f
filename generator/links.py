"""Files of releases: on the disk for good, and under two names where nothing has changed from one release to the next.

No file is ever changed in place, so that the second name is as good as a copy.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def same_file(old: Path, new: Path) -> None:
    """Gives the file a second name, in place of what stands there; a copy where the disk has no second names."""
    try:
        os.link(old, new)
    except FileExistsError:
        new.unlink()
        same_file(old, new)
    except FileNotFoundError:
        if new.parent.is_dir():
            raise
        new.parent.mkdir(parents=True, exist_ok=True)
        same_file(old, new)
    except OSError:
        new.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(old, new)


def settle(path: Path) -> bytes:
    """Gives a new file its fixed rights; returns what stands in it."""
    path.chmod(0o644)
    return path.read_bytes()


def to_disk(folder: Path) -> None:
    """Every byte below the folder on the disk: a power cut must not leave an empty site.

    Where the system can write out all it holds at once, it does: asking for ten thousand files one by one takes minutes.
    Folders get their fixed rights, too; files have theirs.
    """
    for below, _, _ in os.walk(folder):
        Path(below).chmod(0o755)
    if hasattr(os, "sync"):
        os.sync()
        return
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as stream:
                os.fsync(stream.fileno())
