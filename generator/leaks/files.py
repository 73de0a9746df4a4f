"""Finished bytes as they can be read, however they are packed."""

from __future__ import annotations

import gzip
import html
import io
import re
import urllib.parse
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from generator.model import fold

_CELLS = re.compile(r"(?:^|/)worksheets/[^/]*\.xml$")
_CELL = re.compile(rb"<v>(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)</v>")
TAG = re.compile(r"<[^>]*>")
UNICODE = re.compile(r"\\u([0-9a-fA-F]{4})")
GROUPING = re.compile(r"(?<=\d),(?=\d{3})")
Handed = Path | tuple[Path, Sequence[str]]
"""A file or folder, or some files of a folder."""


def texts(paths: Iterable[Handed]) -> Iterator[tuple[str, str, str]]:
    """(file name, bordered text, joined text) of every file below the paths, archives unpacked."""
    for name, data in files(paths):
        yield (name, *searchable(name, data))


def files(paths: Iterable[Handed]) -> Iterator[tuple[str, bytes]]:
    for path in paths:
        if isinstance(path, tuple):
            folder, names = path
            for name in names:
                yield from _members(name, (folder / name).read_bytes())
            continue
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        for file in files:
            name = file.relative_to(path).as_posix() if path.is_dir() else file.name
            yield from _members(name, file.read_bytes())


def _members(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                inside = archive.read(member)
                yield from _members(f"{name}!{member}", _amounts(inside) if _CELLS.search(member) else inside)
    elif data.startswith(b"\x1f\x8b"):
        yield from _members(name, gzip.decompress(data))
    elif data.startswith(b"%PDF-"):
        yield name, _printed(data).encode()
    else:
        yield name, data


def _amounts(sheet: bytes) -> bytes:
    """A sheet of a workbook, and its numbers once more with two decimals, as amounts are searched for."""
    numbers = (f"{Decimal(found.decode()):.2f}".encode() for found in _CELL.findall(sheet))
    return b"\0".join([sheet, *numbers])


def _printed(data: bytes) -> str:
    """The words of a PDF, and what it says of itself."""
    import pypdfium2  # type: ignore[import-untyped]  # of the extra `paper`, which makes what is read here

    pdf = pypdfium2.PdfDocument(data)
    told = " ".join(pdf.get_metadata_dict().values())
    return "\0".join([told, *(page.get_textpage().get_text_range() for page in pdf)])


def searchable(name: str, data: bytes) -> tuple[str, str]:
    """The text of a file with its name, decoded and numbers ungrouped: once with borders, once joined.

    Borders (tags, blanks) keep two neighbours from looking like one name; joined, no markup can split a value.
    """
    text = data.decode("utf-8", "ignore")
    text = UNICODE.sub(lambda found: chr(int(found[1], 16)), text)
    text = html.unescape(text)
    text = "\0".join((text, urllib.parse.unquote(text) if "%" in text else "", urllib.parse.unquote(name)))
    bordered = GROUPING.sub("", fold(f"{TAG.sub(chr(0), text)}\0{text}", blanks=True))
    return bordered, GROUPING.sub("", fold(TAG.sub("", text)))
