"""Built aside, swapped in whole: the site that readers see is never half of one.

`build/<audience>` is a link to a release named by its content, and one rename moves the link; where links are not
to be had (Windows without the right), the folder itself is renamed and the old one kept until the new one stands.
A killed build leaves a `.new-` folder that the next build clears away.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from generator import machine
from generator.links import to_disk
from generator.model import Busy

KEEP = 2
"""Releases of an audience that stay on disk: the one in use and the one before."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds the output folder for one build; what an earlier killed build left behind is cleared first.

    Raises Busy when another build is running, the folder cannot be written, or it holds what is not ours.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = folder / ".lock"
        if not lock.exists() and any(folder.iterdir()):
            raise Busy(f"{folder} 里有别的文件,没有动它。请换一个空的文件夹,或先把里面的文件移走。")
        with FileLock(lock, timeout=0):
            for stale in folder.glob(".new-*"):
                shutil.rmtree(stale, ignore_errors=True)
            yield
    except Timeout:
        raise Busy(f"另一个 gongkai 正在生成({folder})。等它结束再试。") from None
    except OSError as error:
        reason = machine.reason(error, Path(error.filename or folder)) or "写不进去"
        raise Busy(f"{error.filename or folder}:{reason}。检查磁盘空间、权限,或文件是否被别的程序打开。") from None


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


def swap(staging: Path, name: str, digest: str = "") -> Path:
    """Makes the staged folder the current one of that name; returns the path under which it is read.

    digest: the hash of everything in it, when that is known and its files have their rights already.
    """
    folder = staging.parent
    if digest:
        to_disk(staging)
    else:
        _settle(staging)
    release = folder / "releases" / f"{name}-{(digest or _digest(staging))[:16]}"
    release.parent.mkdir(exist_ok=True)
    while release.exists() and not _alike(release, staging):  # somebody has touched it
        release = release.with_name(f"{name}-{hashlib.sha256(release.name.encode()).hexdigest()[:16]}")
    if release.exists():  # the same content is already there
        shutil.rmtree(staging)
    else:
        staging.rename(release)
    current = folder / name
    _point(current, release)
    _sync(folder)
    _prune(folder / "releases", name, release)
    return current


def _alike(release: Path, staging: Path) -> bool:
    """Whether both hold the same files with the same bytes; of one file under two names no byte is read."""
    names = {path.relative_to(folder) for folder in (release, staging) for path in folder.rglob("*") if path.is_file()}
    return all(_same(release / name, staging / name) for name in names)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other) or one.read_bytes() == other.read_bytes()
    except OSError:
        return False


def _point(current: Path, release: Path) -> None:
    link = current.with_name(f".link-{current.name}")
    link.unlink(missing_ok=True)
    try:
        link.symlink_to(Path("releases") / release.name, target_is_directory=True)
    except OSError:
        _move(current, release)
        return
    if current.exists() and not current.is_symlink():
        _own(current)
        shutil.rmtree(current)
    link.replace(current)


def _move(current: Path, release: Path) -> None:
    old = current.with_name(f".old-{current.name}")
    shutil.rmtree(old, ignore_errors=True)
    if current.exists():
        _own(current)
        current.rename(old)
    shutil.copytree(release, current)
    shutil.rmtree(old, ignore_errors=True)


def _own(current: Path) -> None:
    """A folder that this program did not make is never removed."""
    if not (current / "site" / "manifest.json").is_file():
        raise Busy(f"{current} 不是 gongkai 生成的文件夹,没有动它。请换一个 --out,或先把它移走。")


def place(made: Path, target: Path) -> Path:
    """Puts a finished file where it was asked for, on whatever disk, whole or not at all. Raises OSError that names the target."""
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.name}.new")
    try:
        aside.unlink(missing_ok=True)  # whatever lies there is not written through
        shutil.copyfile(made, aside)
        _sync(aside)
        aside.replace(target)
        _sync(target.parent)
        return target
    except OSError as error:  # of a copy it names the source, and that is not the disk that is full
        raise OSError(error.errno, error.strerror, str(target)) from None
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def place_all(folder: Path, target: Path, names: Sequence[str]) -> list[Path]:
    """The same for many files of a folder: none takes its place before all of them are on the disk."""
    pairs = [((target / name).with_name(f".{Path(name).name}.new"), target / name) for name in names]
    try:
        for name, (aside, final) in zip(names, pairs, strict=True):
            final.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / name, aside)
            _sync(aside)
        return [aside.replace(final) for aside, final in pairs]
    finally:
        for aside, _ in pairs:
            aside.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Fixed modes, and every byte on the disk before the link moves: a power cut must not leave an empty site."""
    for path in sorted(folder.rglob("*"), reverse=True):
        path.chmod(0o755 if path.is_dir() else 0o644)
        _sync(path)
    folder.chmod(0o755)
    _sync(folder)


def _sync(path: Path) -> None:
    if path.is_dir():
        machine.sync_folder(path)
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
    ours = re.compile(re.escape(name) + r"-[0-9a-f]{16}")
    others = [path for path in releases.iterdir() if ours.fullmatch(path.name) and path != current]
    others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for path in others[KEEP - 1 :]:
        shutil.rmtree(path, ignore_errors=True)
