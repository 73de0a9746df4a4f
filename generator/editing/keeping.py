"""Edited files → the disk: all of them or none, whole whatever happens, and never over what somebody else has written.

Each file is written aside, synced and renamed. Before that it must still be, byte for byte, what was read; an editor
such as Notepad or WPS takes no lock. When a rename fails, those before it are taken back. A program that is killed
between two renames leaves each file whole, old or new: whoever edits several files orders them so that the same command,
run again, finishes the work.
"""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from generator import machine
from generator.model import Busy, Unusable

WAIT = 5.0
"""Seconds to wait for another gongkai that writes."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A file below the site's folder as it was read (None: it was not there) and as it shall be."""

    path: Path
    before: bytes | None
    after: bytes


def taken(root: Path, path: Path) -> bytes | None:
    """What is in the file now; None when there is none. Raises Unusable for links and what is no file, Busy otherwise."""
    below = [one for one in (path, *path.parents) if one.is_relative_to(root) and one != root]
    if any(one.is_symlink() for one in below) or not path.is_relative_to(root):
        raise Unusable(f"{path} 是一个链接,不是真正的文件,没有改。把文件本身复制到这里再试。")
    try:
        if not path.exists():
            return None
        if not path.is_file():
            raise Unusable(f"{path} 不是文件,没有改。")
        return path.read_bytes()
    except OSError as error:
        raise _busy(error, path) from None


def keep(root: Path, edits: Sequence[Edit]) -> None:
    """Writes the edits in this order. Raises Busy, with every file as it was, when one cannot be written."""
    edits = [edit for edit in edits if edit.before != edit.after]
    if not edits:
        return
    aside: list[Path] = []
    with _locked(root):
        try:
            for edit in edits:
                _unchanged(root, edit)
                aside.append(_aside(root, edit.path, edit.after))
            # What takes a rename back must need no space on a disk that is full by then.
            backs: dict[Path, Path] = {}
            for edit in edits:
                if edit.before is not None:
                    backs[edit.path] = _aside(root, edit.path, edit.before)
                    aside.append(backs[edit.path])
            _replace(root, edits, aside, backs)
        except OSError as error:
            raise _busy(error, edits[0].path) from None
        finally:
            for path in aside:
                with suppress(OSError):
                    path.unlink(missing_ok=True)


def _replace(root: Path, edits: Sequence[Edit], made: Sequence[Path], backs: Mapping[Path, Path]) -> None:
    done: list[Path] = []
    try:
        for edit, path in zip(edits, made, strict=False):
            _unchanged(root, edit)  # again: the last look is just before the rename
            os.replace(path, edit.path)  # noqa: PTH105 - the one call that tests break
            done.append(edit.path)
            machine.sync_folder(edit.path.parent)
    except BaseException:
        for changed in reversed(done):
            if changed in backs:
                backs[changed].replace(changed)
            else:
                changed.unlink(missing_ok=True)
        raise


def _unchanged(root: Path, edit: Edit) -> None:
    if taken(root, edit.path) != edit.before:
        raise Busy(f"{edit.path}:文件已被别人改动,没有写。看一下改了什么,再运行一次刚才的命令。")


def _aside(root: Path, target: Path, data: bytes) -> Path:
    """The content in a file beside its target, with its mode, on the disk to the last byte."""
    if not target.parent.resolve().is_relative_to(root.resolve()):
        raise Unusable(f"{target} 不在网站的文件夹里,没有写。")
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".new-", dir=target.parent)
    path = Path(name)
    try:
        try:
            _write(handle, data)
        finally:
            os.close(handle)
        path.chmod(stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o644)
    except BaseException:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise
    return path


def _write(handle: int, data: bytes) -> None:
    """All of it, and down to the disk."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]
    os.fsync(handle)


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    """One gongkai at a time; the lock file goes again, for data folders are looked at by people."""
    lock = root / "data" / ".gongkai.lock"
    try:
        with FileLock(lock, timeout=WAIT):
            try:
                yield
            finally:
                with suppress(OSError):
                    lock.unlink(missing_ok=True)
    except Timeout:
        raise Busy("另一个 gongkai 正在写数据。等它结束再试。") from None
    except OSError as error:
        raise _busy(error, lock.parent) from None


def _busy(error: OSError, path: Path) -> Busy:
    reason = machine.reason(error, path) or f"系统错误 {error.errno}"
    return Busy(f"{path}:写不进去({reason}),原来的文件没有动。检查磁盘空间、权限,或文件是否被别的程序打开,再试。")
