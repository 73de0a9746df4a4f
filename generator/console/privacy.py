"""`gongkai privacy`: what of private persons is in files, where; never the number itself."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generator.console.text import plain
from generator.model import Unusable
from generator.privacy import Grade
from generator.privacy.files import Looked

_SAID = {Grade.CERTAIN: "有一个{}", Grade.LIKELY: "像是一个{}", Grade.LOOK: "也许是一个{}"}
_COUNTED = {Grade.CERTAIN: "确定的", Grade.LIKELY: "像是的", Grade.LOOK: "要看一眼的"}
_SHOWN = 200
"""Places of one file; nobody mends more at a time."""


def files_of(paths: Iterable[Path]) -> Iterator[Path]:
    """The files, and those in the folders. Raises Unusable for a path that is not there."""
    for path in paths:
        if not os.path.lexists(path):
            raise Unusable(f"没有这个文件:{plain(str(path))}。检查文件名,或把文件拖进窗口。")
        if path.is_dir() and not path.is_symlink():
            yield from sorted(one for one in path.rglob("*") if one.is_symlink() or one.is_file())
        else:
            yield path


def privacy_text(path: Path, looked: Looked) -> str:
    """The lines of one file, the surest first; nothing when there is nothing to say."""
    name = plain(str(path))
    seen = sorted(looked.seen, key=lambda one: -one.grade)
    lines = [f"{name} {plain(one.place)}:{_SAID[one.grade].format(one.kind.value)}" for one in seen[:_SHOWN]]
    if len(seen) > _SHOWN:
        lines.append(f"{name}:还有 {len(seen) - _SHOWN} 处没有列出")
    lines += [f"{name}{_space(plain(remark.place))}:{remark.text}" for remark in looked.remarks]
    return "\n".join(lines)


def privacy_summary(all_looked: Sequence[Looked]) -> str:
    """`查了 3 个文件:确定的 2 处,像是的 1 处。` and what to do."""
    counts = Counter(one.grade for looked in all_looked for one in looked.seen)
    found = ",".join(f"{_COUNTED[grade]} {counts[grade]} 处" for grade in sorted(counts, reverse=True))
    said = f"查了 {len(all_looked)} 个文件:{found or '没有查到个人信息'}。"
    return said + (
        "\n下一步:要公开的,先删去这些内容,再查一遍;留头留尾也不行。"
        if counts[Grade.CERTAIN] or counts[Grade.LIKELY]
        else "\n下一步:程序查不到的还有人的外貌、病情一类,公开以前请人再看一遍。"
    )


def _space(place: str) -> str:
    return f" {place}" if place else ""
