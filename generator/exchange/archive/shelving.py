"""The township's shelf: where archived documents, originals and lists of figures stand, and what stands there already."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.model import Unusable
from generator.model.text import is_slug

ORIGINALS = "originals"
MAX_ID = 32
"""Characters of an id, so that the ids of its parts and figures stay within 40."""
_DIGEST = re.compile(r"^校验: ([0-9a-f]{64})\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Shelf:
    """`content/<township>/archive` of a site."""

    root: Path
    township: str

    @property
    def folder(self) -> Path:
        return self.root / "content" / self.township / "archive"

    @property
    def indicators(self) -> Path:
        return self.root / "data" / "townships" / self.township / "indicator"

    def name(self, path: Path) -> str:
        """The path as messages show it."""
        return path.relative_to(self.root).as_posix()


def shelf(root: Path, township: str) -> Shelf:
    """The shelf of the township asked for, or of the only one. Raises Unusable when there is a choice, or a link."""
    folder = root / "data" / "townships"
    known = (
        sorted(path.name for path in folder.iterdir() if path.is_dir() and is_slug(path.name))
        if folder.is_dir()
        else []
    )
    if not known:
        raise Unusable(
            f"在 {root} 里没有找到乡镇的数据(data/townships/)。请在放 mkdocs.yml 的文件夹里运行,或用 --root 指明。"
        )
    if not township and len(known) > 1:
        raise Unusable(f"这里有{len(known)}个乡镇,用 --township 写明存到哪一个:{'、'.join(known)}。")
    if township and township not in known:
        raise Unusable(f"没有“{township}”这个乡镇。可以写:{'、'.join(known)}。")
    found = Shelf(root, township or known[0])
    for path in (root / "content", found.folder.parent, found.folder, found.folder / ORIGINALS):
        if path.is_symlink() or (path.exists() and not path.is_dir()):
            raise Unusable(f"{found.name(path)} 应当是真正的文件夹,不是链接或文件。请改好再试。")
    return found


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def already(place: Shelf, fingerprint: str) -> list[Path]:
    """The archived documents made from the same original."""
    return [path for path, found in _digests(place) if found == fingerprint]


def _digests(place: Shelf) -> Iterator[tuple[Path, str]]:
    for path in sorted(place.folder.glob("*.md")) if place.folder.is_dir() else ():
        try:
            with path.open("rb") as stream:
                head = stream.read(4096).decode("utf-8", "replace")
        except OSError:
            continue
        if found := _DIGEST.search(head):
            yield path, found[1]


def chosen(place: Shelf, asked: str, day: str, fingerprint: str, parts: int) -> str:
    """The id of the document (of a collection: what the ids of its parts begin with); never one that is taken.

    Raises Unusable when the one asked for cannot be used.
    """
    if asked:
        if not is_slug(asked) or len(asked) > MAX_ID:
            raise Unusable(f"“{asked}”不能作编号:只用小写字母、数字和连字符,最多{MAX_ID}个,例如 work-report-2009。")
        if _is_taken(place, asked, parts):
            raise Unusable(f"编号“{asked}”已经用了,没有动原来的文件。请换一个编号。")
        return asked
    base = f"{day or 'undated'}-{fingerprint[:8]}"
    number = 1
    while _is_taken(place, name := base if number == 1 else f"{base}-v{number}", parts):
        number += 1
    return name


def names(key: str, parts: int) -> list[str]:
    """The ids of the documents: the key itself, or key-1, key-2 … of a collection."""
    return [key] if parts == 1 else [f"{key}-{number}" for number in range(1, parts + 1)]


def _is_taken(place: Shelf, key: str, parts: int) -> bool:
    files = [place.folder / f"{name}{end}" for name in names(key, parts) for end in (".md", ".figures.yml")]
    folder = place.folder / ORIGINALS
    stems = {path.name.split(".", 1)[0].lower() for path in folder.iterdir()} if folder.is_dir() else set()
    return any(path.exists() or path.is_symlink() for path in files) or key in stems
