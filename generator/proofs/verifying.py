"""Whether a release is whole: every file against the manifest, the manifest against its own hash, a bundle to the last byte."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import keys
from generator.proofs.opening import MANIFEST, TOP, Damaged, Opened, opened

SUMS = "SHA256SUMS"
SIGNATURE = "SHA256SUMS.sig"
_SHA = re.compile(r"[0-9a-f]{64}")
_UNLISTED = (MANIFEST, SUMS, SIGNATURE)


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something that is not as it was released. kind: changed, added, missing, swapped, damaged, manifest, archive."""

    kind: str
    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was looked at, and what is wrong with it."""

    audience: str
    root: str
    before: str
    count: int
    wrong: tuple[Wrong, ...]

    @property
    def code(self) -> str:
        """The short code to compare with the one on the board."""
        return keys.spoken(self.root) if _SHA.fullmatch(self.root) else ""


def verify(path: Path, remade: Callable[[Opened], Iterator[bytes]] | None = None) -> Verdict:
    """Looks at every byte. remade: the bundle as our writer makes it of this content, piece by piece.

    Raises Unusable when it is no release at all.
    """
    with opened(path) as release:
        listed, content, wrong = _manifest(release)
        wrong += [Wrong("added", name, f"多出来的文件,{why}") for name, why in release.odd]
        wrong += _files(release, listed)
        if SUMS in release.names and not wrong and keys.sums(listed) != hashlib.sha256(release.read(SUMS)).hexdigest():
            wrong.append(Wrong("changed", SUMS, "和 manifest.json 里的不一样"))
        if release.archive and remade and not wrong:
            wrong += _bytes(release.archive, remade(release))
        text = {name: str(content.get(name) or "") for name in ("audience", "root", "before")}
        return Verdict(**text, count=len(listed), wrong=tuple(wrong))


def _manifest(release: Opened) -> tuple[dict[str, str], dict[str, Any], list[Wrong]]:
    """(path → SHA-256, all that the manifest says, what is wrong with it)"""
    try:
        content = json.loads(release.read(MANIFEST).decode("utf-8"))
        files = content["files"]
        good = isinstance(files, dict) and all(isinstance(sha, str) and _SHA.fullmatch(sha) for sha in files.values())
        if not good:
            raise ValueError
    except (Damaged, UnicodeDecodeError, ValueError, TypeError, KeyError, RecursionError):
        return {}, {}, [Wrong("manifest", MANIFEST, "清单读不懂:可能被改过")]
    wrong = [Wrong("manifest", name, "清单里的路径指到别处") for name in files if not _plain(name)]
    if keys.sums(files) != content.get("root"):
        wrong.append(Wrong("manifest", MANIFEST, "清单和它自己的校验码对不上:有人改过清单"))
    return {name: sha for name, sha in files.items() if _plain(name)}, content, wrong


def _plain(name: str) -> bool:
    return bool(name) and not name.startswith("/") and ".." not in name.split("/") and not set(name) & set("\\:\0")


def _files(release: Opened, listed: dict[str, str]) -> Iterator[Wrong]:
    there = set(release.names)
    found: dict[str, str] = {}
    for name in release.names:
        try:
            found[name] = hashlib.sha256(release.read(name)).hexdigest()
        except Damaged:
            yield Wrong("damaged", name, "打不开:压缩文件坏了或被改过")
            found[name] = ""
    places = {sha: name for name, sha in listed.items()}
    for name, sha in listed.items():
        if name not in there:
            yield Wrong("missing", name, "少了这个文件")
        elif found[name] and found[name] != sha:
            other = places.get(found[name])
            yield (
                Wrong("swapped", name, f"换成了 {other} 的内容")
                if other
                else Wrong("changed", name, "内容和发布时不一样")
            )
    for name in release.names:
        if name not in listed and name not in _UNLISTED:
            yield Wrong("added", name, "多出来的文件,发布时没有")


def _bytes(archive: Path, pieces: Iterator[bytes]) -> Iterator[Wrong]:
    """The first byte that our writer would have written otherwise, if there is one."""
    at, where = 0, ""
    with archive.open("rb") as stream:
        for piece in pieces:
            there = stream.read(len(piece))
            where = _named(piece) or where
            if there != piece:
                yield Wrong("archive", where or archive.name, f"压缩文件里这个文件的前后被改过(第 {at} 字节附近)")
                return
            at += len(piece)
        if stream.read(1):
            yield Wrong("archive", archive.name, "压缩文件末尾多了内容")


def _named(piece: bytes) -> str:
    """The member that a local header or an entry of the directory is about."""
    start = {b"PK\x03\x04": 30, b"PK\x01\x02": 46}.get(piece[:4])
    if start is None:
        return ""
    at = 26 if start == 30 else 28
    length = int.from_bytes(piece[at : at + 2], "little")
    return piece[start : start + length].decode("utf-8", "replace").removeprefix(TOP)
