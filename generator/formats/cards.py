"""The pocket card (明白卡): A6, to be folded into a wallet — what the sheet says in one sentence, and the few lines that matter.

Of an account these are what there was, what came, what went and what is left; of other pages the first lines of the first
table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.formats._common.typesetting import Form, typeset
from generator.markup.blocks import Block, Document, Paragraph, Sheet, Table

PAGES = frozenset(f"{name}.md.j2" for name in ("finance", "statement", "procedure", "project", "notice"))
FORM = Form("pdf", 'paper: "a6", margin: (x: 7mm, y: 8mm)', 11, title=1.3)
_TELLING = re.compile(r"期初|期末|结存|合计|余额|总额")
_LINES = 8
_WORDS = 2
"""So many paragraphs of the page's beginning: the mark of a sample, and what it is about."""


def make(sheet: Sheet) -> Iterator[tuple[str, bytes]]:
    """One PDF; raises Unusable where a Chinese font is missing."""
    yield "-card.pdf", typeset(sheet, FORM, list(chosen(sheet.document)))


def chosen(document: Document) -> Iterator[Block]:
    """The blocks that a card has room for."""
    first = next(
        (at for at, block in enumerate(document.blocks) if not isinstance(block, Paragraph)), len(document.blocks)
    )
    yield from document.blocks[: min(first, _WORDS)]
    table = next((block for block in document.blocks if isinstance(block, Table)), None)
    if table:
        yield _short(table)


def _short(table: Table) -> Table:
    """Its telling rows, of each the name and the last figure."""
    rows = [row for row in table.rows if row and _TELLING.search(row[0])] or list(table.rows)
    ends = (-1,) if len(table.rows[0] if table.rows else ()) > 1 else ()
    pick = lambda row: (row[0], *(row[at] for at in ends))  # noqa: E731
    return Table(
        table.caption, tuple(map(pick, table.head)), tuple(map(pick, rows[:_LINES])), (False, *table.numeric[-1:])
    )
