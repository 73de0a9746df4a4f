"""Whether a release is whole: every file against the manifest, the manifest and the chain against each other, a bundle to the last byte."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator import chain, keys
from generator.proofs.opening import MANIFEST, TOP, Broken, Damaged, Opened, misleading, opened

SUMS = "SHA256SUMS"
SIGNATURE = "SHA256SUMS.sig"
_SHA = re.compile(r"[0-9a-f]{64}")
CHAIN = re.compile(r"releases-([a-z]+)(?:-[a-z0-9-]+)?\.txt")
"""What the history of a release is called, and whose it is."""
_SAMPLE = 50
"""Members, to tell who packed all of them."""
_UNLISTED = (MANIFEST, SUMS, SIGNATURE)


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something that is not as it was released. kind: changed, added, missing, swapped, damaged, manifest, chain, signature, archive."""

    kind: str
    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was looked at, and what is wrong with it."""

    audience: str = ""
    root: str = ""
    before: str = ""
    count: int = 0
    releases: int = 0
    """How many releases of the chain came before."""
    signed: bool = False
    """Whether there is a signature, be it good or not."""
    signers: bool = False
    """Whether it was compared with a list of those who may sign."""
    since: bool = False
    """Whether it was compared with an earlier one."""
    wrong: tuple[Wrong, ...] = ()

    @property
    def code(self) -> str:
        """The short code to compare with the one on the board."""
        return keys.spoken(self.root) if _SHA.fullmatch(self.root) else ""


Pack = Callable[[str, bytes], bytes]
"""Name and content of a member → packed."""


@dataclass(frozen=True)
class Writers:
    """What our own writers make of the same content: whatever differs by a byte is not theirs."""

    manifest: Callable[[str, Mapping[str, str], str], str]
    """Of the audience, the files and the release before."""
    archive: Callable[[Opened, Pack | None], Iterator[bytes]]
    """Piece by piece; packed by ourselves, or as the archive has it."""
    pack: Callable[[bytes], bytes]


@dataclass(frozen=True)
class _Manifest:
    """What it says, as far as it can be read."""

    audience: str = ""
    root: str = ""
    before: str = ""
    files: dict[str, str] = field(default_factory=dict)
    wrong: tuple[Wrong, ...] = ()


def verify(path: Path, writers: Writers) -> Verdict:
    """Looks at every byte. Raises Unusable when it is no release at all."""
    try:
        with opened(path) as release:
            return _verdict(release, writers)
    except Broken as broken:
        return Verdict(wrong=(Wrong("archive", path.name, str(broken)),))


def _verdict(release: Opened, writers: Writers) -> Verdict:
    told = _manifest(release, writers)
    sealed, chained = _chain(release, told)
    wrong = [*told.wrong, *_odd(release, told.files)]
    if told.files or not told.wrong:
        wrong += [*_files(release, told.files), *chained]
    if not told.wrong:
        wrong += _sums(release, told.files)
    if release.archive and not wrong:
        wrong += _archive(release, release.archive, writers)
    signed = SIGNATURE in release.names
    return Verdict(told.audience, told.root, told.before, len(told.files), sealed, signed, wrong=tuple(wrong))


def _manifest(release: Opened, writers: Writers) -> _Manifest:
    try:
        data = release.read(MANIFEST)
        content = json.loads(data.decode("utf-8"))
        audience, root, before, files = (content[name] for name in ("audience", "root", "before", "files"))
        if not (_texts(audience, root, before, *files, *files.values()) and all(map(_SHA.fullmatch, files.values()))):
            raise ValueError
        same = writers.manifest(audience, files, before).encode() == data
    except (Damaged, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return _Manifest(wrong=(Wrong("manifest", MANIFEST, "清单读不懂:可能被改过"),))
    names = sorted(files)
    odd = {name: why for name, why in zip(names, misleading(names), strict=True) if why}
    wrong = [Wrong("manifest", name, f"清单里的这个文件,{why}") for name, why in odd.items()]
    if keys.sums(files) != root:
        wrong.append(Wrong("manifest", MANIFEST, "清单和它自己的校验码对不上:有人改过清单"))
    elif not same:
        wrong.append(Wrong("manifest", MANIFEST, "清单的写法不是 gongkai 的:有人改过清单"))
    listed = {name: sha for name, sha in files.items() if name not in odd}
    return _Manifest(audience, root, before, listed, tuple(wrong))


def _texts(*values: object) -> bool:
    return all(isinstance(value, str) for value in values)


def _odd(release: Opened, listed: dict[str, str]) -> Iterator[Wrong]:
    known = {*listed, *_UNLISTED} - set(release.names)
    for name, why in release.odd:
        yield Wrong("damaged", name, f"被改过:{why}") if name in known else Wrong("added", name, f"多出来的文件,{why}")


def _files(release: Opened, listed: dict[str, str]) -> Iterator[Wrong]:
    there, odd = set(release.names), {name for name, _ in release.odd}
    places = {sha: name for name, sha in listed.items()}
    for name in sorted(there - set(_UNLISTED) | listed.keys()):
        if name in odd - there:
            continue
        if name not in there:
            yield Wrong("missing", name, "少了这个文件")
            continue
        try:
            sha = hashlib.sha256(release.read(name)).hexdigest()
        except Damaged:
            yield Wrong("damaged", name, "打不开:坏了,或被改过")
            continue
        if name not in listed:
            yield Wrong("added", name, "多出来的文件,发布时没有")
        elif sha != listed[name] and sha in places:
            yield Wrong("swapped", name, f"换成了 {places[sha]} 的内容")
        elif sha != listed[name]:
            yield Wrong("changed", name, "内容和发布时不一样")


def _sums(release: Opened, listed: dict[str, str]) -> Iterator[Wrong]:
    """The same list as others read it, and a signature that can at least be read."""
    if SUMS not in release.names:
        yield Wrong("missing", SUMS, "少了这个文件")
    for name in (SUMS, SIGNATURE):
        try:
            data = release.read(name) if name in release.names else b""
        except Damaged:
            yield Wrong("damaged", name, "打不开:坏了,或被改过")
            continue
        if name == SUMS and data and data != keys.lines(listed).encode():
            yield Wrong("changed", SUMS, "和 manifest.json 里的不一样")


def _chain(release: Opened, told: _Manifest) -> tuple[int, list[Wrong]]:
    """How many releases came before, and what is wrong with what is told of them."""
    if told.wrong:
        return 0, []
    found = {name: match[1] for name in told.files if (match := CHAIN.fullmatch(name))}
    if list(found.values()) != [told.audience]:
        return 0, [Wrong("chain", MANIFEST, "没有说明它以前的公开,或不是给这些人看的:不是 gongkai 做的清单")]
    (name,) = found
    try:
        sealed, wrong = chain.parsed(release.read(name))
    except Damaged:
        return 0, []  # damaged or missing, which is said of every file
    if not wrong and chain.head(sealed) != told.before:
        wrong = ((len(sealed), "最后一行和清单里的“上一次”对不上"),)
    return len(sealed), [Wrong("chain", name, f"第{line}行:{words}") for line, words in wrong]


def _archive(release: Opened, archive: Path, writers: Writers) -> list[Wrong]:
    """Packed by another version of us, most members are other bytes: then it is enough that each unpacks to what it must be."""
    wrong = list(_bytes(archive, writers.archive(release, None)))
    if not wrong or not _of_another_version(release, writers):
        return wrong
    try:
        return list(_bytes(archive, writers.archive(release, release.packed)))
    except Damaged as damaged:
        return [Wrong("damaged", str(damaged), "打不开:坏了,或被改过")]


def _of_another_version(release: Opened, writers: Writers) -> bool:
    try:
        contents = {name: release.read(name) for name in release.names[:_SAMPLE]}
        other = sum(release.packed(f"{TOP}{name}", data) != writers.pack(data) for name, data in contents.items())
    except Damaged:
        return False
    return other * 2 > len(contents)


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
