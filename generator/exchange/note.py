"""What a workbook of ours remembers: the texts of its cells as they were handed out, on a sheet that nobody sees.

With it a workbook that comes back tells what the clerk changed from what has changed in the data since then. The note is
hostile like the rest of the file: it is read within limits and believed only in what it says of cells.
"""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.exchange.lines import Line

SHEET = "_gongkai"
_KIND = "gongkai-workbook"
_VERSION = 1
_PIECE = 30_000
_LARGEST = 64 * 2**20


@dataclass(frozen=True)
class Note:
    """The township, and by sheet the lines with which it was handed out; coming: of those that waited to be filled in."""

    township: str
    tables: Mapping[str, Sequence[Line]] = field(default_factory=dict)
    coming: Mapping[str, Sequence[Line]] = field(default_factory=dict)


def pieces(note: Note) -> list[str]:
    """The note as the texts of cells."""
    content = {
        "kind": _KIND,
        "version": _VERSION,
        "township": note.township,
        "tables": note.tables,
        "coming": note.coming,
    }
    data = zlib.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), 6)
    text = base64.b85encode(data).decode()
    return [text[start : start + _PIECE] for start in range(0, len(text), _PIECE)]


def note(cells: Iterable[Any]) -> Note | None:
    """The note that stands in these cells; None when there is none, or somebody has been at it."""
    text = "".join(cell for cell in cells if isinstance(cell, str))
    try:
        unpacked = zlib.decompressobj()
        data = unpacked.decompress(base64.b85decode(text), _LARGEST)
        content = json.loads(data) if unpacked.eof else None
    except (ValueError, zlib.error, binascii.Error, RecursionError):
        return None
    if not isinstance(content, dict) or (content.get("kind"), content.get("version")) != (_KIND, _VERSION):
        return None
    tables, coming = _lines(content.get("tables")), _lines(content.get("coming"))
    township = content.get("township")
    if tables is None or coming is None or not isinstance(township, str):
        return None
    return Note(township, tables, coming)


def _lines(given: Any) -> dict[str, list[Line]] | None:
    """Sheets with lines of texts, or None for anything else."""
    if not isinstance(given, dict):
        return None
    for rows in given.values():
        if not isinstance(rows, list):
            return None
        for row in rows:
            if not isinstance(row, dict) or not all(isinstance(text, str) for text in row.values()):
                return None
    return given
