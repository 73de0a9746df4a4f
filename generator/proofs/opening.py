"""A site folder, a release folder or a bundle, opened for reading alone; nothing is unpacked.

Archives come by post and by hand: names may lead out of the folder, sizes may lie, and the file may be cut.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.model import Unusable

MANIFEST = "manifest.json"
TOP = "gongkai/"
_MEMBERS = 2_000_000
_LARGEST = 2**28
"""Bytes of one member; the largest page has a few hundred thousand."""
_RATIO = 1_100
"""Deflate cannot do better than 1,032 to 1."""


@dataclass(frozen=True)
class Opened:
    """What there is: path below the site → how to read it. `odd`: names that no release of ours has, and why."""

    names: tuple[str, ...]
    read: Callable[[str], bytes]
    odd: tuple[tuple[str, str], ...] = ()
    archive: Path | None = None


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """Raises Unusable when it is no release at all, or cannot be read."""
    if path.is_dir():
        yield _folder(path)
        return
    try:
        with zipfile.ZipFile(path) as archive:
            yield _archive(path, archive)
    except FileNotFoundError:
        raise Unusable(f"没有 {path} 这个文件或文件夹。") from None
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, UnicodeDecodeError, ValueError):
        raise Unusable(f"{path} 不是完整的压缩文件:可能没有下载完,或被改过。请向给您的人再要一份。") from None


def _folder(path: Path) -> Opened:
    site = path / "site" if (path / "site" / MANIFEST).is_file() else path
    if not (site / MANIFEST).is_file():
        raise Unusable(f"{path} 里没有 {MANIFEST},不是 gongkai 生成的网站。请指到 site 文件夹或压缩文件。")
    found = sorted(one for one in site.rglob("*") if not one.is_dir() or one.is_symlink())
    odd = tuple((one.relative_to(site).as_posix(), "是一个链接") for one in found if one.is_symlink())
    linked = {name for name, _ in odd}
    names = tuple(name for one in found if (name := one.relative_to(site).as_posix()) not in linked)

    def read(name: str) -> bytes:
        try:
            return (site / name).read_bytes()
        except OSError as error:
            raise Unusable(f"{site / name} 打不开:{error.strerror or '读不出来'}。") from None

    return Opened(names, read, odd)


def _archive(path: Path, archive: zipfile.ZipFile) -> Opened:
    members = archive.infolist()
    if len(members) > _MEMBERS:
        raise Unusable(f"{path} 里的文件太多,不像 gongkai 打的包。")
    odd = tuple(_odd(members))
    refused = {name for name, _ in odd}
    known = {one.filename.removeprefix(TOP): one for one in members if one.filename not in refused}
    inside = {name: one for name, one in known.items() if one.filename.startswith(TOP)}
    if MANIFEST not in inside:
        raise Unusable(f"{path} 里没有 {TOP}{MANIFEST},不是 gongkai 打的包。")

    def read(name: str) -> bytes:
        try:
            return archive.read(inside[name])
        except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
            raise Damaged(name) from error
        except Exception as error:  # zlib.error is no subclass of any of these
            raise Damaged(name) from error

    return Opened(tuple(inside), read, odd, path)


class Damaged(Exception):
    """A member that cannot be read; its name."""


def _odd(members: list[zipfile.ZipInfo]) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for one in members:
        name = one.filename
        parts = name.replace("\\", "/").split("/")
        if name.startswith(("/", "\\")) or ".." in parts or ":" in name or "\\" in name or "\0" in name:
            yield name, "路径指到别处"
        elif name.lower() in seen:
            yield name, "名字重复"
        elif one.is_dir() or (one.external_attr >> 16) & 0o170000 not in (0, 0o100000):
            yield name, "不是普通文件"
        elif one.file_size > _LARGEST or one.file_size > _RATIO * max(one.compress_size, 1):
            yield name, "大小不对"
        seen.add(name.lower())
