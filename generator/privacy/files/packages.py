"""Zipped files: looked at before anything is unpacked, and their XML without entities."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree import ElementTree

from generator.privacy.files.parts import MAX_MEMBERS, MAX_PART, MAX_RATIO, MAX_UNPACKED, Unread

_LARGE = 1_000_000
_FAULTS = (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError, KeyError, zlib.error)


@contextmanager
def unpacked(data: bytes) -> Iterator[zipfile.ZipFile]:
    """The open package. Raises Unread for one that is broken, locked or swells when it is unpacked."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except _FAULTS:
        raise Unread("文件坏了,解不开") from None
    with package:
        entries = package.infolist()
        swollen = any(e.file_size > _LARGE and e.file_size > MAX_RATIO * max(1, e.compress_size) for e in entries)
        if swollen or len(entries) > MAX_MEMBERS or sum(e.file_size for e in entries) > MAX_UNPACKED:
            raise Unread("解开后大得不正常,没有查")
        if any(e.flag_bits & 1 for e in entries):
            raise Unread("文件加了密码,查不了")
        yield package


def member(package: zipfile.ZipFile, name: str) -> bytes:
    """One member; never more than its table of contents says. Raises Unread."""
    try:
        return package.read(name)
    except _FAULTS:
        raise Unread("里面有坏的部分,没有查完") from None


class _NoEntities(ElementTree.TreeBuilder):
    """No part of an office file defines a document type; one that does means to make the reader swell or fetch."""

    def doctype(self, *_: str | None) -> None:
        raise Unread("里面有不正常的定义(DTD),没有查")


def tree(data: bytes) -> ElementTree.Element:
    """The elements of one part, names without namespaces. Raises Unread."""
    if len(data) > MAX_PART:
        raise Unread("里面有一部分太大,没有查完;分成几个文件再查")
    parser = ElementTree.XMLParser(target=_NoEntities())
    try:
        parser.feed(data)
        root: ElementTree.Element = parser.close()
    except (ElementTree.ParseError, ValueError, LookupError):
        raise Unread("里面有读不懂的部分,没有查完") from None
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.rpartition("}")[2]
    return root


def attribute(element: ElementTree.Element, name: str) -> str:
    """An attribute whatever its namespace."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def below(element: ElementTree.Element, *wanted: str, stop: tuple[str, ...] = ()) -> Iterator[ElementTree.Element]:
    """The nearest elements of these names, in order; nothing inside them, and nothing inside those to stop at."""
    pending = list(reversed(list(element)))
    while pending:
        inner = pending.pop()
        if inner.tag in wanted:
            yield inner
        elif inner.tag not in stop:
            pending += reversed(list(inner))
