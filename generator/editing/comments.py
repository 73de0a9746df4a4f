"""The file that comes back from a reviewer: `{"kind": "gongkai-comments", "version": 1, "comments": [...]}`.

It was saved by a browser on somebody else's machine, so that nothing in it is believed: sizes, types, signs, paths.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.editing.document import Document, NotEdited
from generator.editing.values import scalar
from generator.model import Unusable
from generator.privacy import Grade, find
from generator.trees.characters import fault

_LARGEST = 4 * 2**20
_MOST = 5_000
_SHORT, _LONG = 200, 4_000
"""Characters of a line, and of what people write at length."""
_PAGE = re.compile(r"(?:[a-z0-9-]+/)*[a-z0-9-]+\.html")
_FAMILY = "comment"
_YEARS = (1900, 2200)
"""What a date in the data may be."""


@dataclass(frozen=True, slots=True)
class Said:
    """One comment as it came."""

    page: str
    title: str
    heading: str
    record: str
    where: str
    quote: str
    text: str
    who: str
    day: date

    @property
    def id(self) -> str:
        """The same comment, sent twice, has one name."""
        words = "\0".join((self.page, self.quote, self.text, self.who, self.day.isoformat()))
        return f"c-{self.day.isoformat()}-{hashlib.sha256(words.encode()).hexdigest()[:10]}"

    @property
    def township(self) -> str:
        """The folder that its page stands in; nothing for the portal's own pages."""
        return self.page.split("/")[0] if "/" in self.page else ""


def read(path: Path) -> tuple[Said, ...]:
    """The comments of a file, in its order, none twice. Raises Unusable with what is wrong with it."""
    try:
        if path.stat().st_size > _LARGEST:
            raise Unusable(f"{path} 太大({path.stat().st_size // 2**20} MB),不像意见文件,没有读。")
        content = json.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        raise Unusable(f"没有 {path} 这个文件。") from None
    except (OSError, UnicodeDecodeError, ValueError, RecursionError):
        raise Unusable(f"{path} 读不懂。请用审核人在离线包里点“保存意见”得到的文件,不要改它。") from None
    if not isinstance(content, dict) or content.get("kind") != "gongkai-comments" or content.get("version") != 1:
        raise Unusable(f"{path} 不是意见文件。请用审核人在离线包里点“保存意见”得到的文件。")
    listed = content.get("comments")
    if not isinstance(listed, list) or len(listed) > _MOST:
        raise Unusable(f"{path} 里的意见不对或太多(最多 {_MOST} 条)。")
    said = [_said(path, number, one) for number, one in enumerate(listed, 1)]
    return tuple({one.id: one for one in said}.values())


def _said(path: Path, number: int, given: Any) -> Said:
    def wrong(what: str) -> Unusable:
        return Unusable(f"{path} 第{number}条意见的{what}不对。请向审核人再要一份,不要手工改。")

    if not isinstance(given, dict):
        raise wrong("写法")
    page = _text(given.get("page"), _SHORT)
    if not _PAGE.fullmatch(page):
        raise wrong("页面")
    text = _text(given.get("text"), _LONG)
    if not text:
        raise wrong("内容")
    try:
        day = date.fromisoformat(_text(given.get("when"), _SHORT)[:10])
    except ValueError:
        raise wrong("日期") from None
    if not _YEARS[0] <= day.year <= _YEARS[1]:
        raise wrong("日期")
    rest = {name: _text(given.get(name), _SHORT) for name in ("title", "heading", "record", "where", "who")}
    return Said(page=page, quote=_text(given.get("quote"), _LONG), text=text, day=day, **rest)


def _text(given: Any, longest: int) -> str:
    """One line of characters that a data file may hold, `□` for those that it may not; anything but a text is none."""
    if not isinstance(given, str):
        return ""
    return " ".join("".join(map(_plain, given[: longest * 2])).split())[:longest]


def _plain(char: str) -> str:
    if unicodedata.category(char)[0] in "CZ":
        return " "
    return "□" if fault(char) else char


def personal(one: Said) -> str:
    """What of a private person is certainly in it, nothing where there is none: such numbers never enter the data."""
    found = (hit for text in (one.text, one.quote, one.who) for hit in find(text) if hit.grade is Grade.CERTAIN)
    return "、".join(dict.fromkeys(hit.kind.value for hit in found))


def extended(name: str, before: bytes, said: Iterable[Said]) -> bytes:
    """The file with these comments behind what stands in it, every byte of which stays.

    Raises NotEdited where that cannot be read afterwards: another kind of list, a file grown too large.
    """
    old = Document(name, before)
    rows = [] if old.root is None or old.root.value is None else old.root.plain()
    added = list(said)
    lines = "".join(line for one in added for line in _entry(one)).replace("\n", old.end_of_line)
    gap = "" if not before or before.endswith((b"\n", b"\r")) else old.end_of_line
    new = Document(name, before + f"{gap}{lines}".encode())
    try:
        there = new.root.plain() if new.root else []
    except NotEdited as error:
        raise NotEdited(f"新的意见加不到 {name} 后面,没有记。{error}") from None
    if not isinstance(rows, list) or there != [*rows, *map(_fields, added)]:
        raise NotEdited(f"新的意见加不到 {name} 后面,没有记。请先把它改成每条以“- ”开头的列表。")
    return new.data


def _fields(one: Said) -> dict[str, str]:
    pairs = {
        "编号": one.id,
        "页面": one.page,
        "标题": one.title,
        "记录": one.record,
        "引文": one.quote,
        "意见": one.text,
        "意见人": one.who,
        "日期": one.day.isoformat(),
        "处理": "未处理",
    }
    return {label: value for label, value in pairs.items() if value}


def _entry(one: Said) -> Iterator[str]:
    for label, value in _fields(one).items():
        yield f"{'- ' if label == '编号' else '  '}{label}: {scalar(value)}\n"


def file(root: Path, township: str) -> Path:
    """Where the comments on a township's pages stand."""
    return root / "data" / "townships" / township / f"{_FAMILY}.yml"
