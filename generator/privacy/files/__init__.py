"""One file → what in it, in its name and in what it carries unseen identifies a private person, place by place.

Texts, tables, Word and Excel files, pictures' metadata, and whatever is packed into a .zip; nothing is ever raised for what
a file contains, and what could not be read is said.
"""

from __future__ import annotations

import stat
import zipfile
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from generator.privacy.files.excel import excel
from generator.privacy.files.packages import member, unpacked
from generator.privacy.files.parts import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_UNPACKED,
    Passage,
    Piece,
    Reader,
    Remark,
    Seen,
    Unread,
)
from generator.privacy.files.pictures import picture
from generator.privacy.files.texts import table, text
from generator.privacy.files.word import word
from generator.privacy.finding import find, in_cells, spread
from generator.privacy.kinds import Found, Grade

__all__ = ["Looked", "Remark", "Seen", "look", "look_at", "named"]

READERS: dict[str, Reader] = {
    **dict.fromkeys((".txt", ".md", ".markdown", ".yml", ".yaml", ".json", ".html", ".htm", ".xml", ".svg"), text),
    **dict.fromkeys((".csv", ".tsv"), table),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff"), picture),
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx"), excel),
    **dict.fromkeys((".docx", ".docm", ".dotx"), word),
}
_OTHERS = {
    ".pdf": "PDF 文件没有查,请人看过再用",
    ".doc": "旧格式没有查;用 Word 或 WPS 另存为 .docx 再查",
    ".wps": "旧格式没有查;用 WPS 另存为 .docx 再查",
    ".xls": "旧格式没有查;用 Excel 或 WPS 另存为 .xlsx 再查",
    ".et": "旧格式没有查;用 WPS 另存为 .xlsx 再查",
}


@dataclass(frozen=True, slots=True)
class Looked:
    """Everything there is to say of one file, in the order of the file, the same thing once."""

    seen: tuple[Seen, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def surest(self) -> Grade | None:
        return max((one.grade for one in self.seen), default=None)


def look(path: Path) -> Looked:
    """The file with its name; of links, folders and what cannot be opened only that it was not read."""
    try:
        mode = path.lstat().st_mode
        if not stat.S_ISREG(mode):
            return Looked(remarks=(Remark("", "是链接或文件夹,不是真正的文件,没有查"),))
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        return Looked(remarks=(Remark("", "打不开,没有查"),))
    return look_at(path.name, data)


def look_at(name: str, data: bytes) -> Looked:
    """The same for bytes under a name."""
    pieces = list(_File(name, data).pieces())
    seen = [one for piece in pieces if isinstance(piece, Passage) for one in _seen(piece)]
    remarks = [piece for piece in pieces if isinstance(piece, Remark)]
    return Looked(tuple(dict.fromkeys(seen)), tuple(dict.fromkeys(remarks)))


def named(name: str) -> tuple[Found, ...]:
    """What the name of a file gives away; its ending is no part of it."""
    return find(PurePosixPath(name).stem if "/" not in name else name, "文件名")


@dataclass
class _Allowance:
    """How many bytes may still be unpacked, in all packages within packages together."""

    left: int = 2 * MAX_UNPACKED


@dataclass
class _File:
    name: str
    data: bytes
    depth: int = 0
    allowance: _Allowance = field(default_factory=_Allowance)

    def pieces(self) -> Iterator[Piece]:
        yield Passage("文件名", (self.name.rpartition(".")[0] or self.name,))
        suffix = PurePosixPath(self.name).suffix.lower()
        try:
            if len(self.data) > MAX_BYTES:
                raise Unread(f"文件太大,超过{MAX_BYTES // 1_000_000}MB,没有查")
            if suffix == ".zip":
                yield from self.packed()
            elif suffix in READERS:
                yield from READERS[suffix](self.data)
            else:
                raise Unread(_OTHERS.get(suffix, "这种文件没有查"))
        except Unread as reason:
            yield Remark("", str(reason))

    def packed(self) -> Iterator[Piece]:
        if self.depth >= MAX_DEPTH:
            raise Unread("压缩包里套的压缩包太多层,没有查")
        with unpacked(self.data) as package:
            if package.comment:
                yield Passage("压缩包的说明", (package.comment.decode("utf-8", "ignore"),))
            for entry in package.infolist():
                if not entry.is_dir():
                    yield from self.inner(package, entry)

    def inner(self, package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[Piece]:
        self.allowance.left -= entry.file_size
        if self.allowance.left < 0:
            raise Unread("解开后大得不正常,没有查完")
        name = _name(entry)
        inner = _File(name, member(package, entry.filename), self.depth + 1, self.allowance)
        yield from (_inside(piece, name) for piece in inner.pieces())


def _name(entry: zipfile.ZipInfo) -> str:
    """Names without the mark of UTF-8 were written by a Chinese Windows."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return entry.filename


def _inside(piece: Piece, name: str) -> Piece:
    place = f"{name.replace('{', '(').replace('}', ')')} {piece.place}".strip()
    return replace(piece, place=place)


def _seen(passage: Passage) -> Iterator[Seen]:
    if passage.columns:
        for index, found in in_cells(passage.cells, passage.heads):
            yield Seen(passage.place.replace("{}", passage.columns[index]), found.kind, found.grade)
    elif passage.neighbours:
        yield from (Seen(passage.place, found.kind, found.grade) for _, found in spread(passage.cells))
    else:
        for words in passage.cells:  # one; none where a row of a table has no cells
            lines = [place for place, char in enumerate(words) if char == "\n"]
            for found in find(words):
                line = bisect_right(lines, found.start) + 1
                yield Seen(passage.place.replace("{line}", str(line)), found.kind, found.grade)
