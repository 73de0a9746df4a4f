"""Finished files → the disk: all of them or none, and never in place of one that is there."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from generator.model import Busy

File = tuple[Path, bytes]
"""Where it goes, and what is in it."""


def put(folder: Path, files: Sequence[File]) -> None:
    """Writes the files aside in `folder`, then moves them into place in this order; the last one makes them count.

    Raises Busy when the place cannot be written, or something stands where a file should go; nothing is left then.
    """
    made: list[Path] = []
    ours = False
    try:
        for path in (folder, *(path.parent for path, _ in files)):
            made += _folders(path)
        with FileLock(folder / ".lock", timeout=5):
            ours = True
            _move(folder, files)
    except Timeout:
        raise Busy(f"另一个 gongkai 正在往 {folder} 里写。等它结束再试。") from None
    except FileExistsError as error:
        _clear(made)
        raise Busy(f"{error.filename} 已经有了,没有动它。请换一个编号再试。") from None
    except OSError as error:
        _clear(made)
        raise Busy(f"{error.filename or folder}:写不进去,什么都没有存。检查磁盘空间和权限。") from None
    finally:
        if ours and folder.is_dir():
            _unlock(folder)


def _folders(path: Path) -> list[Path]:
    """Makes a folder and what is missing above it; says which were made."""
    missing = [one for one in (path, *path.parents) if not one.exists()]
    path.mkdir(parents=True, exist_ok=True)
    return missing


def _move(folder: Path, files: Sequence[File]) -> None:
    aside = Path(tempfile.mkdtemp(prefix=".new-", dir=folder))
    placed: list[Path] = []
    try:
        for number, (_, data) in enumerate(files):
            made = aside / str(number)
            made.write_bytes(data)
            _settle(made)
        for number, (path, _) in enumerate(files):
            if path.exists() or path.is_symlink():
                raise FileExistsError(17, "exists", str(path))
            (aside / str(number)).rename(path)
            placed.append(path)
    except BaseException:
        for path in reversed(placed):
            path.unlink(missing_ok=True)
        raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _settle(path: Path) -> None:
    """A fixed mode, and every byte on the disk."""
    path.chmod(0o644)
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _clear(made: Sequence[Path]) -> None:
    """Folders that were made for nothing go again; one that holds something stays."""
    for path in sorted(made, key=lambda path: len(path.parts), reverse=True):
        _unlock(path)
        with suppress(OSError):
            path.rmdir()


def _unlock(folder: Path) -> None:
    """Takes the lock file away, unless somebody else holds it by now."""
    with suppress(OSError):
        (folder / ".lock").unlink(missing_ok=True)
