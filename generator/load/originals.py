"""Originals of archived documents: each must still be there, byte for byte as it was when it was archived."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterator
from pathlib import Path

from generator.model import Finding, Level, Records
from generator.privacy import Grade
from generator.privacy.files import named
from generator.records.archive import Archived


def check(records: Records) -> Iterator[Finding]:
    """A finding for every original that is missing or is another one now."""
    for document in records.of(Archived):
        folder = Path(records.root) / "content" / document.township / "archive"
        wrong = _wrong(folder / document.original, document.digest)
        if wrong:
            label, message, hint = wrong
            where = records.where(document, label)
            yield Finding("archive", Level.ERROR, where, f"原件“{document.original}”{message}", hint, document.key)
        else:
            yield from _private(records, document, folder / document.original)


def _private(records: Records, document: Archived, path: Path) -> Iterator[Finding]:
    """Numbers in its name; what stands in it is told when it is archived, and never goes out."""
    if any(found.grade is Grade.CERTAIN for found in named(path.name)):
        hint = "原件和存档的材料都改名,“原件”一行跟着改;文件名用日期和内容"
        yield Finding("archive", Level.ERROR, records.where(document, "原件"), "原件的文件名里有个人的号码", hint)


def _wrong(path: Path, digest: str) -> tuple[str, str, str] | None:
    """(label, what is wrong, what to do)."""
    missing = ("原件", "不在", "把原件放回这个位置;原件是存档的根据,不能丢")
    if path.parent.is_symlink():
        return "原件", "所在的文件夹是链接,不是真正的文件夹", "把文件夹本身复制到这里"
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return "原件", "不是普通文件", "把原件本身复制到这里"
        with path.open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return missing
    except OSError:
        return "原件", "打不开", "检查是否被别的程序占用、有没有读的权限"
    if found != digest:
        return "校验", "被改动:与存档时的校验不同", "换回存档时的那一份;确实要换原件,就重新存档"
    return None
