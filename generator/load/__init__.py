"""Step 1: the files of `data/` and `content/` → Records that know where they were written, and Findings."""

from __future__ import annotations

import errno
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator import chain
from generator.load import attachments, chains, originals, pages
from generator.load.archive import document
from generator.load.files import written
from generator.load.shape import NodeSource
from generator.model import Finding, Level, Record, Records, Source, Unusable, Where, nearest
from generator.model.text import is_slug
from generator.records import CATALOGUE_KINDS, MARKDOWN_KINDS, TOWNSHIP_KINDS
from generator.trees.characters import MAX_BYTES

_IN_DATA = tuple(kind for kind in TOWNSHIP_KINDS if kind not in MARKDOWN_KINDS)
_FAMILIES = {name: kind for kind in _IN_DATA for name in dict.fromkeys((kind.folder or kind.family, kind.family))}
"""Name of a file or folder → family; where a family has a folder name of its own, the family's name is still read."""
_IGNORED = re.compile(r"\.|~\$|.*\.(bak|tmp|mine-.*)$|Thumbs\.db$|desktop\.ini$")
_SUFFIXES = (".yml", ".yaml")
_ROOMS = ("catalogue", "townships")
_NO_FOLDER = ("这里应当是文件夹,不是文件", "移走这个文件,建一个同名的文件夹")
_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "刚刚被移走了",
    errno.EISDIR: "是文件夹,不是文件",
    errno.ENOTDIR: "是文件,不是文件夹",
    errno.EIO: "磁盘读不出来",
}


def load(root: Path, township: str | None = None) -> tuple[Records, list[Finding]]:
    """Everything below `root/data`, `root/content/site` and the archives; never raises for what a file contains.

    township: of the townships this one alone, with the catalogue; with no name, what all of them share and nothing else.
    Raises Unusable when there is no `data` folder at all.
    """
    data = root / "data"
    if not data.is_dir():
        raise Unusable(f"在 {root} 里没有找到 data 文件夹。请在放 mkdocs.yml 的文件夹里运行,或用 --root 指明。")
    loader = _Loader(root, township)
    loader.data(data)
    content = list(loader.entries(root / "content"))
    prose = dict(pages.written(loader, content))
    loader.archives(content)
    if not loader.records and not township:
        loader.say(Where("data"), "没有读到任何记录", "在 data/townships/<乡镇>/ 下放 place.yml,写上乡镇和村")
    records = Records(tuple(loader.records), loader.sources, prose=prose, root=str(root))
    shared = attachments.of_prose(records) if not township else ()
    return records, [*loader.findings, *attachments.check(records), *shared, *originals.check(records)]


class _Loader:
    def __init__(self, root: Path, only: str | None = None) -> None:
        self.root, self.only = root, only
        self.records: list[Record] = []
        self.sources: dict[str, Source] = {}
        self.findings: list[Finding] = []

    def say(self, where: Where, message: str, hint: str, level: Level = Level.ERROR, rule: str = "files") -> None:
        self.findings.append(Finding(rule, level, where, message, hint))

    def name(self, path: Path) -> str:
        """The path as messages show it; a file name may hold line breaks, or bytes that are no text at all."""
        name = path.relative_to(self.root).as_posix()
        return "".join(char if char.isprintable() or char == "\u3000" else "\ufffd" for char in name)

    def data(self, folder: Path) -> None:
        for path in self.entries(folder):
            where = Where(self.name(path))
            if path.name in _ROOMS and not path.is_dir():
                self.say(where, *_NO_FOLDER)
            elif path.name == "catalogue":
                self.catalogue(path)
            elif path.name == "townships":
                self.townships(path)
            elif path.name == chain.FOLDER:
                for chained in self.entries(path):
                    for line, message in chains.wrong(chained):
                        self.say(Where(self.name(chained), line), message, chains.HINT)
            elif path.is_dir() or path.suffix.lower() in _SUFFIXES:
                hint = nearest(path.stem, _ROOMS) or "乡镇的数据放在 data/townships/ 下,目录放在 data/catalogue/ 下"
                self.say(where, "这个位置的内容没有读", hint, Level.WARNING)

    def catalogue(self, folder: Path) -> None:
        for below in self.entries(folder):
            kind = CATALOGUE_KINDS.get(below.name)
            if kind is None:
                hint = nearest(below.name, CATALOGUE_KINDS) or f"目录下可以有:{'、'.join(CATALOGUE_KINDS)}"
                self.say(Where(self.name(below)), "不认识这个目录", hint, Level.WARNING)
            elif not below.is_dir():
                self.say(Where(self.name(below)), *_NO_FOLDER)
            else:
                for path in self.entries(below):
                    self.file(path, kind, "")

    def townships(self, folder: Path) -> None:
        for township in self.entries(folder):
            where = Where(self.name(township))
            if not township.is_dir():
                self.say(where, "这个文件不在乡镇文件夹里", "移到 data/townships/<乡镇>/ 下", Level.WARNING)
            elif not is_slug(township.name):
                hint = "只用小写字母、数字和连字符,最多40个,例如 anping;con、nul、com1 等电脑保留的名字不能用"
                self.say(where, "乡镇文件夹的名字不能用", hint)
            elif self.wants(township.name):
                for path in self.entries(township):
                    self.family(path, township.name)

    def wants(self, township: str) -> bool:
        return self.only is None or self.only == township

    def family(self, path: Path, township: str) -> None:
        kind = _FAMILIES.get(path.stem if path.is_file() else path.name)
        if kind is None:
            hint = nearest(path.stem, _FAMILIES) or f"可以用的名字:{'、'.join(_FAMILIES)}"
            # What looks like data must not be passed over: the site would go out without it.
            level = Level.ERROR if path.is_dir() or path.suffix.lower() in _SUFFIXES else Level.WARNING
            self.say(Where(self.name(path)), "文件名看不出是哪一类记录", hint, level)
        elif path.is_dir():
            for below in self.entries(path):
                self.file(below, kind, township)
        else:
            self.file(path, kind, township)

    def entries(self, folder: Path) -> Iterator[Path]:
        """What a person put there, in a fixed order; links are refused, since they may lead anywhere."""
        try:
            paths = sorted(folder.iterdir(), key=lambda path: path.name)
        except FileNotFoundError:
            return
        except OSError as error:
            self.unreadable(folder, error)
            return
        for path in paths:
            if _IGNORED.match(path.name):
                continue
            try:
                is_link = stat.S_ISLNK(path.lstat().st_mode)
            except OSError as error:
                self.unreadable(path, error)
                continue
            if is_link:
                self.say(Where(self.name(path)), "这是一个链接,不是真正的文件", "把文件本身复制到这里")
            else:
                yield path

    def file(self, path: Path, kind: type[Record], township: str) -> None:
        """Reads one file: a list of records, or a single one."""
        file = self.name(path)
        if path.is_dir():
            self.say(Where(file), "这里不能再分文件夹,没有读", "把里面的 .yml 文件移到上一层", Level.WARNING)
            return
        if path.suffix.lower() not in _SUFFIXES or not path.is_file():
            self.say(Where(file), "不是 .yml 文件,没有读", "数据文件的扩展名是 .yml", Level.WARNING)
            return
        data = self.bytes(path)
        if data is None:
            return
        found = written(data, kind, township, file)
        self.findings += found.findings
        for record, source in found.records:
            self.add(record, source)

    def add(self, record: Record, source: NodeSource) -> None:
        first = self.sources.get(record.key)
        if first is not None:
            message = f"编号“{record.id}”重复,{first.at('编号')} 已经用了"
            self.say(source.at("编号"), message, "换一个编号;已经公开的编号不要改", rule="schema")
            return
        self.records.append(record)
        self.sources[record.key] = source

    def bytes(self, path: Path) -> bytes | None:
        try:
            with path.open("rb") as stream:
                return stream.read(MAX_BYTES + 1)  # a file that is too large need not be read to its end
        except OSError as error:
            self.unreadable(path, error)
            return None

    def unreadable(self, path: Path, error: OSError) -> None:
        reason = _REASONS.get(error.errno or 0, f"系统错误 {error.errno}")
        self.say(Where(self.name(path)), f"打不开:{reason}", "检查是否被别的程序占用、有没有读的权限")

    def archives(self, content: Iterable[Path]) -> None:
        """Archived documents of the townships, `content/<township>/archive/*.md`; whatever else stands there is said."""
        for township in content:
            folder = township / "archive"
            if township.name == "site" or not township.is_dir() or not self.wants(township.name):
                continue
            if folder.is_symlink():
                self.say(Where(self.name(folder)), "这是一个链接,不是真正的文件夹", "把文件夹本身复制到这里")
            elif folder.is_dir():
                for path in self.entries(folder):
                    self.archived(path, township.name)

    def archived(self, path: Path, township: str) -> None:
        """Reads one document; passes over its original, and the figures found in it."""
        file = self.name(path)
        if path.name.endswith(".figures.yml") or (path.name == "originals" and path.is_dir()):
            return
        if path.suffix != ".md" or not path.is_file():
            hint = "存档的材料是 .md 文件,用 gongkai archive 存进来;图片放在 files 文件夹"
            self.say(Where(file), "这不是存档的材料,没有读", hint, Level.WARNING)
        elif not (is_slug(path.stem) and is_slug(township)):
            self.say(Where(file), "文件名不能用", "用小写字母、数字和连字符,最多40个,例如 work-report-2014.md")
        elif (data := self.bytes(path)) is not None:
            record, source, findings = document(data, file, path.stem, township)
            self.findings += findings
            if record is not None:
                self.add(record, source)
