"""The gate before a Word file is unpacked: what its table of contents says decides whether it is read at all."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from generator.exchange.archive.refusing import Refused

MAX_ENTRIES = 2_000
MAX_TOTAL = 200_000_000
MAX_PART = 60_000_000
"""Bytes of one XML part, unpacked."""
MAX_RATIO = 300
"""No text is packed as small as that; only of parts that are large."""
_LARGE = 1_000_000
_XML = (".xml", ".rels")
_DTD = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_BROKEN = ("文件坏了,解不开", "用 Word 或 WPS 打开,另存一份,再存档;打不开就找原来的文件")


def looked_at(data: bytes) -> tuple[str, ...]:
    """The names of the parts. Raises Refused for a bomb, a password, macros, a definition of entities, or no Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            _sizes(entries)
            _kinds([entry.filename for entry in entries])
            for entry in entries:
                if entry.filename.lower().endswith(_XML):
                    _plain(package.read(entry))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError, zlib.error):
        raise Refused(*_BROKEN) from None
    return tuple(entry.filename for entry in entries)


def _sizes(entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused("文件加了密码,读不出来", "用 Word 打开,去掉密码,再存档")
    names = [entry.filename for entry in entries]
    total = sum(entry.file_size for entry in entries)
    swollen = any(
        entry.file_size > MAX_RATIO * max(1, entry.compress_size) and entry.file_size > _LARGE for entry in entries
    )
    huge = any(entry.file_size > MAX_PART for entry in entries if entry.filename.lower().endswith(_XML))
    if len(entries) > MAX_ENTRIES or total > MAX_TOTAL or swollen or huge:
        raise Refused("解开后大得不正常,没有打开", "用 Word 打开原来的文件,删去大图片,另存一份,再存档")
    if len(set(names)) < len(names):
        raise Refused("里面有重名的部分,不是正常的 Word 文件", _BROKEN[1])


def _kinds(names: list[str]) -> None:
    lower = [name.lower() for name in names]
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) for name in lower):
        raise Refused("文件里有宏,没有打开", "用 Word 打开,另存为“Word 文档(.docx)”,宏就去掉了")
    if "[content_types].xml" not in lower:
        raise Refused("这是压缩包,不是 Word 文件", "先解开,再存档里面的文件")
    if any(name.startswith(("xl/", "ppt/")) for name in lower):
        raise Refused("这是表格或幻灯片,不是 Word 文件", "表格用 gongkai import;幻灯片把文字复制到 Word 再存档")
    if not any(name.startswith("word/") for name in lower):
        raise Refused("这个压缩文件里没有 Word 的内容", "用 Word 或 WPS 打开,另存为 .docx")


def _plain(part: bytes) -> None:
    """No part of a Word file defines a document type; one that does means to make the reader swell or fetch."""
    if part[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in part[:100]:
        part = part.replace(b"\0", b"")
    if _DTD.search(part):
        raise Refused("文件里有不正常的定义(DTD),没有打开", "用 Word 打开,另存一份,再存档")
