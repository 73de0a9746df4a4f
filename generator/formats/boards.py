"""Sheets for the notice board, A3 and A4, and the long picture that people post in their groups: finished pages by Typst.

Letters are large enough to be read at a metre: 20 points on A3, 16 on A4 — a Chinese character of 7 mm and 5.6 mm, where
GB/T 15565 asks for a height of at least 1/200 of the distance. What does not fit goes on on the next sheet, under the same
head of the table.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.formats._common.typesetting import PICTURE, Form, typeset
from generator.markup.blocks import Sheet

PAGES = frozenset(f"{name}.md.j2" for name in ("finance", "statement", "procedure", "project", "notice"))
FORMS = (
    ("-a3.pdf", Form("pdf", 'paper: "a3", margin: (x: 18mm, y: 16mm)', 20)),
    ("-a4.pdf", Form("pdf", 'paper: "a4", margin: (x: 14mm, y: 13mm)', 16)),
    (".png", Form("png", PICTURE, 17)),
)
"""Ending, and how it is set."""


def make(sheet: Sheet) -> Iterator[tuple[str, bytes]]:
    """Two sizes for the board and one picture; raises Unusable where a Chinese font is missing."""
    for ending, form in FORMS:
        yield ending, typeset(sheet, form)
