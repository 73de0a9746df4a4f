"""Built aside, swapped in whole: the site that readers see is never half of one.

`build/<audience>` is a link to a release named by its content, and one rename moves the link; where links are not
to be had (Windows without the right), the folder itself is renamed and the old one kept until the new one stands.
A killed build leaves a `.new-` folder that the next build clears away.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from generator.model import Busy

KEEP = 2
"""Releases of an audience that stay on disk: the one in use and the one before."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds the output folder for one build; what an earlier killed build left behind is cleared first.

    Raises Busy when another build is running or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / ".lock", timeout=0)
        with lock:
            for stale in folder.glob(".new-*"):
                shutil.rmtree(stale, ignore_errors=True)
            yield
    except Timeout:
        raise Busy(f"另一个 gongkai 正在生成({folder})。等它结束再试。") from None
    except OSError as error:
        raise Busy(f"{folder} 不能写入({error.strerror})。检查磁盘空间、权限,或文件是否被别的程序打开。") from None


@contextmanager
def staged(folder: Path, name: str) -> Iterator[Path]:
    """An empty folder beside the releases; it is gone afterwards unless `swap` moved it."""
    staging = folder / f".new-{name}"
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir()
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def swap(staging: Path, name: str) -> Path:
    """Makes the staged folder the current one of that name; returns the path under which it is read."""
    folder = staging.parent
    _settle(staging)
    release = folder / "releases" / f"{name}-{_digest(staging)}"
    release.parent.mkdir(exist_ok=True)
    if release.exists():  # the same content is already there
        shutil.rmtree(staging)
    else:
        staging.rename(release)
    current = folder / name
    _point(current, release)
    _sync(folder)
    _prune(folder / "releases", name, release)
    return current


def _point(current: Path, release: Path) -> None:
    link = current.with_name(f".link-{current.name}")
    link.unlink(missing_ok=True)
    try:
        link.symlink_to(Path("releases") / release.name, target_is_directory=True)
    except OSError:
        _move(current, release)
        return
    if current.is_dir() and not current.is_symlink():
        _retire(current)
    link.replace(current)


def _move(current: Path, release: Path) -> None:
    old = current.with_name(f".old-{current.name}")
    shutil.rmtree(old, ignore_errors=True)
    if current.exists():
        _own(current)
        current.rename(old)
    shutil.copytree(release, current)
    shutil.rmtree(old, ignore_errors=True)


def _retire(current: Path) -> None:
    _own(current)
    shutil.rmtree(current)


def _own(current: Path) -> None:
    """A folder that this program did not make is never removed."""
    if not (current / "site" / "manifest.json").is_file():
        raise Busy(f"{current} 不是 gongkai 生成的文件夹,没有动它。请换一个 --out,或先把它移走。")


def _settle(folder: Path) -> None:
    """Fixed modes, and every byte on the disk before the link moves: a power cut must not leave an empty site."""
    for path in sorted(folder.rglob("*"), reverse=True):
        path.chmod(0o755 if path.is_dir() else 0o644)
        _sync(path)
    folder.chmod(0o755)
    _sync(folder)


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _digest(folder: Path) -> str:
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]


def _prune(releases: Path, name: str, current: Path) -> None:
    others = [path for path in releases.glob(f"{name}-*") if path != current]
    others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for path in others[KEEP - 1 :]:
        shutil.rmtree(path, ignore_errors=True)
