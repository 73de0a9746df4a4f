"""Draws the photographs of notice boards that hang at two publications."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

_SCALE = 3
_BLOCK = 0xFFFF
"""The longest stored block."""


def board_photo(sheets_on_board: int) -> bytes:
    """A drawing of a notice board, 720 × 480, four colours; stored without compression so that no zlib differs."""
    width, height = 240, 160  # drawn three times as large
    pixels = [[0] * width for _ in range(height)]

    def box(left: int, top: int, right: int, bottom: int, colour: int) -> None:
        for row in pixels[top:bottom]:
            row[left:right] = [colour] * (right - left)

    box(8, 8, width - 8, height - 8, 1)
    box(14, 14, width - 14, 34, 2)
    each_width = (width - 36) // sheets_on_board
    for number in range(sheets_on_board):
        left = 18 + number * each_width
        box(left, 42, left + each_width - 6, height - 18, 0)
        for line in range(8):
            box(left + 6, 50 + line * 11, left + each_width - 12 - line % 3 * 8, 54 + line * 11, 3)
    larger = [[colour for colour in row for _ in range(_SCALE)] for row in pixels for _ in range(_SCALE)]
    packed = b"".join(
        b"\0" + bytes(row[x] << 6 | row[x + 1] << 4 | row[x + 2] << 2 | row[x + 3] for x in range(0, len(row), 4))
        for row in larger
    )
    stored = b"\x78\x01" + b"".join(_blocks(packed)) + struct.pack(">I", zlib.adler32(packed))
    header = struct.pack(">IIBBBBB", width * _SCALE, height * _SCALE, 2, 3, 0, 0, 0)
    palette = bytes((250, 248, 240, 139, 94, 60, 178, 34, 34, 90, 90, 90))
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", stored), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def _blocks(data: bytes) -> Iterator[bytes]:
    """The data as stored blocks; the last one says that it is the last."""
    for start in range(0, len(data), _BLOCK):
        part = data[start : start + _BLOCK]
        yield struct.pack("<BHH", start + _BLOCK >= len(data), len(part), len(part) ^ 0xFFFF) + part
