"""Pages written by people for every reader, `content/site/*.md`, and the manual below it. What could run as code is refused
by a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from generator.markup.prose import FOLDER, MANUAL
from generator.model import Level, Where
from generator.model.text import is_slug
from generator.trees.characters import decode


class Loader(Protocol):
    """Who knows how a folder is read, and keeps what is wrong."""

    def entries(self, folder: Path) -> Iterable[Path]:
        """What stands in a folder."""

    def name(self, path: Path) -> str:
        """The path as messages show it."""

    def bytes(self, path: Path) -> bytes | None:
        """The content; None, and said, where it cannot be read."""

    def say(self, where: Where, message: str, hint: str, level: Level = ...) -> None:
        """Keeps a finding."""


def written(loader: Loader, content: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Name → Markdown; those of the manual are named `manual/…`. content: what stands in the folder `content`."""
    folder = next((path for path in content if path.name == "site"), None)
    for path in loader.entries(folder) if folder else ():
        if path.is_dir() and path.name == MANUAL.strip("/"):
            yield from ((MANUAL + name, text) for one in loader.entries(path) for name, text in _page(loader, one))
        elif not (path.is_dir() and path.name == FOLDER):
            yield from _page(loader, path)


def _page(loader: Loader, path: Path) -> Iterator[tuple[str, str]]:
    name = loader.name(path)
    if path.suffix != ".md" or not is_slug(path.stem) or not (path.is_file() or path.is_dir()):
        loader.say(Where(name), "说明页的文件名不能用", "用小写字母加 .md,例如 about.md", Level.WARNING)
        return
    data = loader.bytes(path)
    if data is None:
        return
    text, faults = decode(data)
    for bad in faults:
        loader.say(Where(name, bad.line, bad.column), bad.message, bad.hint)
    if not faults:
        yield path.stem, text
