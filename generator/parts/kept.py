"""What was made once is kept with the key of what it was made from.

Values are pickled: the folder lies inside the output folder of whoever runs the program, and holds nothing that came from
anybody else. Where others may write to it (a shared disk), nothing is read from it.
"""

from __future__ import annotations

import os
import pickle
import stat
from pathlib import Path
from typing import Any

from generator import machine


def get(path: Path, key: str) -> Any:
    """What was kept under this key; None when there is nothing, something else, or what cannot be read."""
    try:
        if not _ours(path):
            return None
        with path.open("rb") as stream:
            return pickle.load(stream) if pickle.load(stream) == key else None
    except Exception:  # noqa: BLE001 - a damaged file may raise anything, and costs no more than the work done again
        return None


def put(path: Path, key: str, value: Any) -> None:
    """Keeps the value, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o755)
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    with aside.open("wb") as stream:
        pickle.dump(key, stream, protocol=5)
        pickle.dump(value, stream, protocol=5)
    aside.chmod(0o600)
    aside.replace(path)


def _ours(path: Path) -> bool:
    if machine.WINDOWS:
        return True  # rights there are those of the folder
    status = path.stat()
    return status.st_uid == os.getuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
