"""Edited files → the disk: all of them or none, whole whatever happens, and never over what somebody else has written.

Each file is written aside, synced and renamed. Before that it must still be, byte for byte, what was read; an editor
such as Notepad or WPS takes no lock. When a rename fails, those before it are taken back. A program that is killed
between two renames leaves each file whole, old or new: whoever edits several files orders them so that the same command,
run again, finishes the work.
"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from generator.model import Busy, Unusable

_REASONS = {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EACCES: "没有权限,或正被别的程序打开",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.EBUSY: "正被别的程序使用",
}


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
    made: list[Path] = []
    with _locked(root):
        try:
            made = [_aside(root, edit) for edit in edits]
            for edit in edits:
                _unchanged(root, edit)
            _replace(root, edits, made)
        except OSError as error:
            raise _busy(error, edits[0].path) from None
        finally:
            for path in made:
                with suppress(OSError):
                    path.unlink(missing_ok=True)


def _replace(root: Path, edits: Sequence[Edit], made: Sequence[Path]) -> None:
    done: list[Edit] = []
    try:
        for edit, path in zip(edits, made, strict=True):
            _unchanged(root, edit)  # again: the ones before took their time
            os.replace(path, edit.path)  # noqa: PTH105 - the one call that tests break
            done.append(edit)
            _sync_folder(edit.path.parent)
    except BaseException:
        for edit in reversed(done):
            _take_back(root, edit)
        raise


def _take_back(root: Path, edit: Edit) -> None:
    if edit.before is None:
        edit.path.unlink(missing_ok=True)
        return
    path = _aside(root, Edit(edit.path, edit.after, edit.before))
    path.replace(edit.path)


def _unchanged(root: Path, edit: Edit) -> None:
    if taken(root, edit.path) != edit.before:
        raise Busy(f"{edit.path}:文件已被别人改动,没有写。看一下改了什么,再运行一次刚才的命令。")


def _aside(root: Path, edit: Edit) -> Path:
    """The new content in a file beside the old one, with its mode, on the disk to the last byte."""
    if not edit.path.parent.resolve().is_relative_to(root.resolve()):
        raise Unusable(f"{edit.path} 不在网站的文件夹里,没有写。")
    edit.path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".new-", dir=edit.path.parent)
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(edit.after)
            stream.flush()
            os.fsync(stream.fileno())
        path.chmod(stat.S_IMODE(edit.path.stat().st_mode) if edit.path.exists() else 0o644)
    except BaseException:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise
    return path


def _sync_folder(folder: Path) -> None:
    """So that the rename itself survives a power cut; Windows does not know this."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    """One gongkai at a time; the lock file goes again, for data folders are looked at by people."""
    lock = root / "data" / ".gongkai.lock"
    try:
        with FileLock(lock, timeout=5):
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
    reason = _REASONS.get(error.errno or 0, f"系统错误 {error.errno}")
    return Busy(f"{path}:写不进去({reason}),原来的文件没有动。检查磁盘空间、权限,或文件是否被别的程序打开,再试。")
