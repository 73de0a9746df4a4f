"""Pictures on an official paper."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from generator.formats.word.layout import WIDTH, line, plain

if TYPE_CHECKING:
    from docx.document import Document as Word

_HEIGHT = 180
"""Millimetres; some room stays for the words below."""


def add(word: Word, data: bytes | None, words: str) -> None:
    """In the middle, as large as the type area lets it be; its words alone where the picture is not there or cannot be read."""
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.shared import Mm

    shown = None
    if data is not None:
        drawn = line(word, "", "Picture")
        try:
            shown = drawn.add_run().add_picture(io.BytesIO(data))
        except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError):
            drawn._p.getparent().remove(drawn._p)
    if shown is not None:
        scale = min(Mm(WIDTH) / shown.width, Mm(_HEIGHT) / shown.height)
        shown.width, shown.height = round(shown.width * scale), round(shown.height * scale)
        shown._inline.docPr.set("descr", plain(words))
    line(word, words if shown is not None else f"（图：{words}）" if words else "（图）", "Byline")
