"""What a part is made from, as one hash: while it stays the same the part need not be made again.

Whatever can change a byte of the output is in it: the files' contents, the program itself, the versions of what it uses.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGES = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pydantic", "pyyaml", "pillow", "properdocs")
_PROGRAM = Path(__file__).parent
_LARGE = ("files", "originals")
"""Folders of pictures and documents: a county has gigabytes of them, so that their sizes and times stand for their bytes."""


def key(*parts: object) -> str:
    """One hash of texts, paths' hashes and numbers."""
    return hashlib.sha256("\0".join(map(str, parts)).encode("utf-8", "surrogateescape")).hexdigest()


def lines(files: Mapping[str, str]) -> str:
    """What `sha256sum` would print of these files, path → SHA-256, in the order of the paths."""
    return "".join(f"{sha}  {name}\n" for name, sha in sorted(files.items()))


def sums(files: Mapping[str, str]) -> str:
    """Of those lines."""
    return hashlib.sha256(lines(files).encode()).hexdigest()


def spoken(digest: str) -> str:
    """A hash as people compare it: six groups of four digits, 80 bits (see decision 0040)."""
    number = f"{int(digest, 16) % 10**24:024}"
    return " ".join(number[at : at + 4] for at in range(0, 24, 4))


def tree(*paths: Path) -> str:
    """Of files and folders: names and bytes. What cannot be read counts as there, and is said by whoever reads it."""
    total = hashlib.sha256()
    for path in paths:
        for name, content in _contents(path):
            total.update(name.encode("utf-8", "surrogateescape") + b"\0" + content)
    return total.hexdigest()


@cache
def program() -> str:
    """Of this program and of the packages that have a say in what it writes."""
    return key(tree(_PROGRAM), sys.version, *(f"{name} {_version(name)}" for name in _PACKAGES))


def frame(root: Path) -> str:
    """Of what stands around every page of a site: its settings and overrides, and the program."""
    return key(program(), tree(root / "mkdocs.yml", root / "theme_overrides"))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _contents(path: Path) -> Iterator[tuple[str, bytes]]:
    for file in _files(path):
        name = file.relative_to(path.parent)
        try:
            status = file.stat()
            large = any(part in _LARGE for part in name.parts)
            told = (
                b"%d %d" % (status.st_size, status.st_mtime_ns) if large else hashlib.sha256(file.read_bytes()).digest()
            )
        except OSError as error:
            told = str(error.errno).encode()
        yield name.as_posix(), told


def _files(path: Path) -> Iterable[Path]:
    if not path.is_dir():
        return (path,) if path.exists() else ()
    found = []
    for folder, below, names in os.walk(path):
        below[:] = [name for name in below if name != "__pycache__"]
        found += [Path(folder, name) for name in names]
    return sorted(found)
