"""A file as it comes → its lines: what kind of file it really is, whatever its name says."""

from __future__ import annotations

import stat
from pathlib import Path

from generator.exchange.archive.lines import Opened
from generator.exchange.archive.marked import open_marked
from generator.exchange.archive.plain import open_plain
from generator.exchange.archive.refusing import Refused
from generator.exchange.archive.word import open_word
from generator.model import Unusable

MAX_BYTES = 50_000_000
FORMS = {".txt": open_plain, ".md": open_marked, ".docx": open_word}
"""Suffix → how it is read."""
_KINDS = (
    (b"%PDF", "PDF 文件", "用 Word 或 WPS 打开,另存为 .docx;扫描的 PDF 要先识别文字"),
    (b"\x89PNG", "图片", "图片里的字要先识别成文字,再存档"),
    (b"\xff\xd8\xff", "图片", "图片里的字要先识别成文字,再存档"),
    (b"GIF8", "图片", "图片里的字要先识别成文字,再存档"),
    (b"BM", "图片", "图片里的字要先识别成文字,再存档"),
    (b"II*\0", "图片", "图片里的字要先识别成文字,再存档"),
    (b"MM\0*", "图片", "图片里的字要先识别成文字,再存档"),
    (b"{\\rtf", "RTF 文件", "用 Word 或 WPS 打开,另存为 .docx"),
    (b"Rar!", "压缩包", "先解开,再存档里面的文件"),
    (b"7z\xbc\xaf", "压缩包", "先解开,再存档里面的文件"),
    (b"MZ", "程序", "检查是不是选错了文件"),
    (b"\x7fELF", "程序", "检查是不是选错了文件"),
)
_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def taken(path: Path) -> bytes:
    """The bytes of the file. Raises Unusable for what is no plain file, Refused for one that is empty or too large."""
    name = "".join(char if char.isprintable() else "\ufffd" for char in str(path))
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        raise Unusable(f"没有这个文件:{name}。检查文件名,或把文件拖进窗口。") from None
    except (OSError, ValueError):
        raise Unusable(f"打不开 {name}。检查文件名和权限。") from None
    if stat.S_ISLNK(mode):
        raise Unusable(f"{name} 是一个链接,不是真正的文件。请写文件本身的位置。")
    if stat.S_ISDIR(mode):
        raise Unusable(f"{name} 是文件夹。一次存一个文件,例如 gongkai archive 总结.docx")
    if not stat.S_ISREG(mode):
        raise Unusable(f"{name} 不是普通文件。")
    if path.suffix.lower() not in FORMS:
        raise Unusable(
            f"不能存 {path.suffix or '没有扩展名的'} 文件。可以存:.docx、.txt、.md;.doc 和 .wps 先另存为 .docx。"
        )
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError:
        raise Unusable(f"打不开 {name}。检查是否被别的程序占用、有没有读的权限。") from None
    if not data:
        raise Refused("文件是空的", "检查是不是选错了文件")
    if len(data) > MAX_BYTES:
        raise Refused(f"文件太大,超过{MAX_BYTES // 1_000_000}MB", "删去里面的大图片,或分成几个文件")
    return data


def opened(data: bytes, suffix: str) -> Opened:
    """The lines of the file. Raises Refused when it is not what its suffix says, or holds no text."""
    kind = suffix.lower()
    _look(data, kind)
    return FORMS[kind](data)


def _look(data: bytes, suffix: str) -> None:
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, name, hint in _KINDS:
        if data.startswith(magic) and (len(magic) > 2 or not _is_text(data)):
            raise Refused(f"这是{name},不是 {suffix} 文件", hint)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise Refused("文件加了密码,读不出来", "用 Word 打开,去掉密码,再存档")
        raise Refused("这是旧格式(.doc 或 .wps)的文件,只是改了扩展名", "用 Word 或 WPS 打开,另存为 .docx")
    if head[:15].lower().startswith((b"<!doctype html", b"<html", b"<?xml")):
        raise Refused(f"这是网页或 XML,不是 {suffix} 文件", "用浏览器打开,复制正文到 Word,另存为 .docx")
    if suffix == ".docx" and not data.startswith(_ZIP):
        raise Refused("这不是 Word 文件,可能只是改了扩展名", "用能打开它的程序另存为 .docx")
    if suffix != ".docx" and data.startswith(_ZIP + b"\x03\x04"):
        raise Refused(f"这是压缩包或 Word 文件,不是 {suffix} 文件", "是 Word 文件就把扩展名改回 .docx")


def _is_text(data: bytes) -> bool:
    return b"\0" not in data[:4096]
