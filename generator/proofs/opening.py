"""A site folder, a release folder or a bundle, opened for reading alone; nothing is unpacked.

Archives come by post and by hand: names may lead out of the folder, sizes may lie, and the file may be cut.
"""

from __future__ import annotations

import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.model import Unusable

MANIFEST = "manifest.json"
TOP = "gongkai/"
_MEMBERS = 2_000_000
_LARGEST = 2**28
"""Bytes of one file; the largest page has a few hundred thousand."""
_RATIO = 1_100
"""Deflate cannot do better than 1,032 to 1."""


class Broken(Unusable):
    """An archive that cannot be opened at all: cut off, or changed where it lists its files."""


class Damaged(Exception):
    """A file that cannot be read; its name."""


@dataclass(frozen=True)
class Opened:
    """What there is: path below the site → how to read it. `odd`: names that no release of ours has, and why."""

    names: tuple[str, ...]
    read: Callable[[str], bytes]
    odd: tuple[tuple[str, str], ...] = ()
    archive: Path | None = None
    packed: Callable[[str, bytes], bytes] = lambda _name, data: data
    """How a member of the archive is packed, given what it must be unpacked. Raises Damaged when it is not that and nothing more."""


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """Raises Unusable when it is no release at all, or cannot be read; Broken for an archive that was one."""
    if path.is_dir():
        yield _folder(path)
        return
    try:
        with zipfile.ZipFile(path) as archive:
            yield _archive(path, archive)
    except FileNotFoundError:
        raise Unusable(f"没有 {path} 这个文件或文件夹。") from None
    except PermissionError:
        raise Unusable(f"{path} 打不开:没有权限,或正被别的程序打开。") from None
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError, OverflowError):
        if path.suffix.lower() != ".zip":
            raise Unusable(f"{path} 不是压缩文件,也不是网站的文件夹。") from None
        raise Broken(f"{path} 不是完整的压缩文件:可能没有下载完,或被改过。请向给您的人再要一份。") from None


def misleading(names: Iterable[str]) -> Iterator[str]:
    """For each name why it may mean something else than it says, on this machine or on another; nothing if it does not."""
    seen: set[str] = set()
    for name in names:
        folded = unicodedata.normalize("NFC", name).casefold()
        yield "名字重复,或只差大小写" if folded in seen else _misleading(name)
        seen.add(folded)


def _misleading(name: str) -> str:
    parts = name.replace("\\", "/").split("/")
    if not name or name.startswith("/") or ".." in parts or set(name) & set("\\:\0"):
        return "路径指到别处"
    if any(unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in name):
        return "名字里有看不见的字符"
    return "名字在别的电脑上是另一个文件" if any(part in ("", ".") or part[-1] in ". " for part in parts) else ""


def _folder(path: Path) -> Opened:
    site = path / "site" if (path / "site" / MANIFEST).is_file() else path
    if not (site / MANIFEST).is_file():
        raise Unusable(f"{path} 里没有 {MANIFEST},不是 gongkai 生成的网站。请指到 site 文件夹或压缩文件。")
    files = sorted(one for one in site.rglob("*") if one.is_symlink() or not one.is_dir())
    names = [one.relative_to(site).as_posix() for one in files]
    why = {name: _kind(one) or wrong for one, name, wrong in zip(files, names, misleading(names), strict=True)}

    def read(name: str) -> bytes:
        try:
            return (site / name).read_bytes()
        except OSError as error:
            raise Damaged(name) from error

    return Opened(tuple(name for name in names if not why[name]), read, tuple((n, w) for n, w in why.items() if w))


def _kind(path: Path) -> str:
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        return "是一个链接" if stat.S_ISLNK(status.st_mode) else "不是普通文件"
    return "太大" if status.st_size > _LARGEST else ""


def _archive(path: Path, archive: zipfile.ZipFile) -> Opened:
    members = archive.infolist()
    if len(members) > _MEMBERS:
        raise Unusable(f"{path} 里的文件太多,不像 gongkai 打的包。")
    if sum(one.compress_size for one in members) > path.stat().st_size:
        raise Broken(f"{path} 里的文件叠在一起,不是 gongkai 打的包。不要打开它。")
    why = [
        _member(one) or wrong
        for one, wrong in zip(members, misleading(one.orig_filename for one in members), strict=True)
    ]
    good = [one for one, wrong in zip(members, why, strict=True) if not wrong]
    odd = tuple((one.orig_filename.removeprefix(TOP), wrong) for one, wrong in zip(members, why, strict=True) if wrong)
    inside = {one.filename.removeprefix(TOP): one for one in good if one.filename.startswith(TOP)}
    if MANIFEST not in inside:
        raise Broken(f"{path} 里没有 {TOP}{MANIFEST}:不是 gongkai 打的包,或被改过。")

    def read(name: str) -> bytes:
        try:
            return archive.read(inside[name])
        except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, ValueError, KeyError, zlib.error) as error:
            raise Damaged(name) from error

    known = {one.filename: one for one in good}

    def packed(name: str, data: bytes) -> bytes:
        raw = _raw(path, known[name]) if name in known else b""
        try:
            unpacking = zlib.decompressobj(-15)
            same = unpacking.decompress(raw, len(data) + 1) == data and unpacking.eof and not unpacking.unused_data
        except zlib.error:
            same = False
        if not same:
            raise Damaged(name.removeprefix(TOP))
        return raw

    return Opened(tuple(sorted(inside)), read, odd, path, packed)


def _raw(path: Path, one: zipfile.ZipInfo) -> bytes:
    with path.open("rb") as stream:
        stream.seek(one.header_offset + 26)
        name, extra = (int.from_bytes(stream.read(2), "little") for _ in range(2))
        stream.seek(one.header_offset + 30 + name + extra)
        return stream.read(one.compress_size)


def _member(one: zipfile.ZipInfo) -> str:
    if one.is_dir() or stat.S_IFMT(one.external_attr >> 16) not in (0, stat.S_IFREG):
        return "不是普通文件"
    return "大小不对" if one.file_size > min(_LARGEST, _RATIO * max(one.compress_size, 1)) else ""
