"""Attachments: each that a publication names must be a real, plain, readable picture in the township's own folder.

Whatever lies in that folder is looked through for personal information: names, contents, and what a photo carries unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.markup.prose import pictures
from generator.model import Finding, Level, Records, Where
from generator.pictures import BadPicture, redraw
from generator.privacy import Grade
from generator.privacy.files import look
from generator.records.place import Place
from generator.records.publication import PublicationRecord

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}\.(png|jpg|jpeg)")
_IGNORED = re.compile(r"\.|~\$|Thumbs\.db$|desktop\.ini$")
_MOST = 20
"""Places of one file that are said."""
_LEVELS = {Grade.CERTAIN: Level.ERROR, Grade.LIKELY: Level.WARNING, Grade.LOOK: Level.NOTE}
_SAID = {Grade.CERTAIN: "有一个", Grade.LIKELY: "像是一个", Grade.LOOK: "也许是一个"}


def check(records: Records) -> Iterator[Finding]:
    """A finding for every attachment that cannot be published, and for personal information in the folders."""
    for publication in records.of(PublicationRecord):
        folder = _folder(records, publication.township)
        for index, name in enumerate(publication.attachments):
            wrong = _wrong(folder, name)
            if wrong:
                where = records.where(publication, "附件", index)
                hint = (
                    f"把图片放在 content/{publication.township}/files/ 下,文件名用小写字母、数字,例如 board-2026-03.jpg"
                )
                yield Finding("files", Level.ERROR, where, f"附件“{name}”{wrong}", hint, publication.key)
    for township in sorted({place.township for place in records.of(Place)}):
        yield from _private(_folder(records, township), f"content/{township}/files")


def of_prose(records: Records) -> Iterator[Finding]:
    """The same for the pages that people wrote for every reader."""
    folder = _folder(records, "site")
    for page, text in records.prose.items():
        for line, address, name in pictures(text):
            if not name and "//" in address:
                continue  # said by the rule on prose
            wrong = _wrong(folder, name) if name else "没有放在 content/site/files/ 里"
            if wrong:
                hint = "把图片放在 content/site/files/ 下,写成 ![说明](files/名字.png),手册里写 ../files/名字.png"
                yield Finding(
                    "files", Level.ERROR, Where(f"content/site/{page}.md", line), f"图片“{address}”{wrong}", hint
                )
    yield from _private(folder, "content/site/files")


def _folder(records: Records, township: str) -> Path:
    return Path(records.root) / "content" / township / "files"


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


def _private(folder: Path, shown: str) -> Iterator[Finding]:
    """Numbers in names and contents, and what photos carry; the name itself is not repeated when it holds a number."""
    if any(part.is_symlink() for part in (folder, folder.parent)) or not folder.is_dir():
        return
    for number, path in enumerate(sorted(folder.iterdir(), key=lambda one: one.name), start=1):
        if _IGNORED.match(path.name) or path.is_symlink() or not path.is_file():
            continue
        looked = look(path)
        named = any(one.place == "文件名" for one in looked.seen)
        name = f"第{number}个文件" if named else "".join(c if c.isprintable() else "\ufffd" for c in path.name)
        where = Where(shown if named else f"{shown}/{name}")
        for one in looked.seen[:_MOST]:
            message = f"{name} {one.place}:{_SAID[one.grade]}{one.kind.value}"
            hint = "改文件名,用日期和内容,例如 board-2026-03.jpg" if one.place == "文件名" else "删去号码再放进来"
            yield Finding("files", _LEVELS[one.grade], where, message, hint)
        hidden = [f"{remark.place}{remark.text}" for remark in looked.remarks if remark.person]
        if hidden:
            hint = "发布时会重画图片,这些都会去掉;原来的照片还带着,不要直接发给别人"
            yield Finding("files", Level.NOTE, where, f"{name} {'、'.join(dict.fromkeys(hidden))}", hint)
