"""The offline bundle: one zip, opened by double click, the same bytes for the same site on any machine and day.

Written by hand (PKWARE APPNOTE 6.3.10): sorted ASCII names with the UTF-8 flag, fixed times and rights, no extra fields but
those that large archives need, and libdeflate, whose output does not depend on the machine's own zlib.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

TOP = "gongkai"
CHANGES = "changes.html"
"""What is different since the bundle before, where there is such a page."""
_GUIDE = "READ-ME-FIRST.txt"
_WORDS = (
    "请先把压缩包全部解压到一个文件夹,再双击 gongkai 文件夹里的 index.html。\r\n"
    "不需要网络,不需要安装。\r\n"
    "想知道有没有被人改过:用 gongkai verify 加压缩包的名字;\r\n"
    "没有 gongkai,在 gongkai 文件夹里运行 sha256sum -c SHA256SUMS。\r\n"
)
_CHANGED = "和上次相比有什么变化:gongkai 文件夹里的 changes.html。\r\n"
_LEVEL = 9
_NEW = 20
"""The version that can read it: 2.0, and 4.5 where something is too large for it."""
_LARGE = 45
_UTF8 = 0x800
_DEFLATED = 8
_TIME, _DAY = 0, (1 << 5) | 1
"""1980-01-01, the first day there is."""
_RIGHTS = 0o100644 << 16
_MADE_BY = 3 << 8 | _NEW
_MOST, _FARTHEST = 0xFFFF, 0xFFFFFFFF


def make(site: Path, target: Path) -> Path:
    """Zips the folder of the site to `target`; a guide for people stands beside the folder in it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    with target.open("wb") as stream:
        for piece in pieces(files, lambda name: (site / name).read_bytes()):
            stream.write(piece)
    return target


def packed(data: bytes) -> bytes:
    """Deflated, by the same library everywhere."""
    import deflate

    return bytes(deflate.deflate_compress(data, _LEVEL))


def pieces(
    files: Iterable[str], read: Callable[[str], bytes], pack: Callable[[str, bytes], bytes] | None = None
) -> Iterator[bytes]:
    """The bytes of the archive, header by header and member by member; paths are below the site.

    pack: how a member of this name was packed, where it was not by us today.
    """
    directory: list[bytes] = []
    at = 0
    for name, data in _members(sorted(files), read):
        body = pack(name, data) if pack else packed(data)
        told = struct.pack("<HHHHIII", _UTF8, _DEFLATED, _TIME, _DAY, zlib.crc32(data), len(body), len(data))
        title = name.encode()
        head = struct.pack("<4sH", b"PK\x03\x04", _NEW) + told + struct.pack("<HH", len(title), 0) + title
        directory.append(_entry(title, told, at))
        yield head
        yield body
        at += len(head) + len(body)
    yield from directory
    yield _end(len(directory), sum(map(len, directory)), at)


def _members(files: Sequence[str], read: Callable[[str], bytes]) -> Iterator[tuple[str, bytes]]:
    words = _WORDS + _CHANGED * (CHANGES in files)
    yield _GUIDE, words.encode("utf-8-sig")
    for name in files:
        yield f"{TOP}/{name}", read(name)


def _entry(title: bytes, told: bytes, at: int) -> bytes:
    far = at >= _FARTHEST
    extra = struct.pack("<HHQ", 1, 8, at) if far else b""
    version = struct.pack("<4sHH", b"PK\x01\x02", _MADE_BY, _LARGE if far else _NEW)
    rest = struct.pack("<HHHHHII", len(title), len(extra), 0, 0, 0, _RIGHTS, _FARTHEST if far else at)
    return version + told + rest + title + extra


def _end(many: int, size: int, at: int) -> bytes:
    large = b""
    if many >= _MOST or at >= _FARTHEST or size >= _FARTHEST:
        record = struct.pack("<4sQHHIIQQQQ", b"PK\x06\x06", 44, _MADE_BY, _LARGE, 0, 0, many, many, size, at)
        large = record + struct.pack("<4sIQI", b"PK\x06\x07", 0, at + size, 1)
    few, small, near = min(many, _MOST), min(size, _FARTHEST), min(at, _FARTHEST)
    return large + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, few, few, small, near, 0)
