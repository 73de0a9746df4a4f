"""Attachments that publications name: each must be a real, plain, readable picture in the township's own folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.model import Finding, Level, Records
from generator.pictures import BadPicture, redraw
from generator.records.publication import PublicationRecord

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}\.(png|jpg|jpeg)")


def check(records: Records) -> Iterator[Finding]:
    """A finding for every attachment that cannot be published."""
    for publication in records.of(PublicationRecord):
        folder = Path(records.root) / "content" / publication.township / "files"
        for index, name in enumerate(publication.attachments):
            wrong = _wrong(folder, name)
            if wrong:
                where = records.where(publication, "附件", index)
                hint = (
                    f"把图片放在 content/{publication.township}/files/ 下,文件名用小写字母、数字,例如 board-2026-03.jpg"
                )
                yield Finding("files", Level.ERROR, where, f"附件“{name}”{wrong}", hint, publication.key)


def _wrong(folder: Path, name: str) -> str:
    if not _NAME.fullmatch(name):
        return "的文件名不能用"
    if any(part.is_symlink() for part in (folder, folder.parent)):
        return "所在的文件夹是链接,不是真正的文件夹"
    try:
        redraw(folder / name)
    except BadPicture as error:
        return f":{error}"
    return ""
