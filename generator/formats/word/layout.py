"""The sheet of an official paper, and lines of text on it.

What the standard fixes stands in `template/`: the sheet in `document.xml`, letters and lines in `styles.xml`, page numbers in
`odd.xml` and `even.xml`, the names of the fonts in `fonts.xml`.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.markup.blocks import Run

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph as Line

WIDTH = 156
"""Of the type area, in millimetres."""
_TEMPLATE = Path(__file__).with_name("template")
_PARTS = {
    "[Content_Types].xml": "types.xml",
    "_rels/.rels": "package.xml",
    "docProps/core.xml": "core.xml",
    "word/_rels/document.xml.rels": "parts.xml",
    "word/document.xml": "document.xml",
    "word/fontTable.xml": "fonts.xml",
    "word/footer1.xml": "odd.xml",
    "word/footer2.xml": "even.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}
"""Of an empty paper: name inside it → file of the template."""
_UNFIT = re.compile(r"[^\t\n\x20-\x7e\xa0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def empty() -> Word:
    """A paper on which nothing stands yet."""
    import docx

    return docx.Document(io.BytesIO(_template()))


@cache
def _template() -> bytes:
    return zipped((name, (_TEMPLATE / file).read_bytes()) for name, file in _PARTS.items())


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive with fixed times and rights; its parts in the order of their names but for the first, which Word wants there."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in sorted(parts, key=lambda part: (part[0] != "[Content_Types].xml", part[0])):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system, info.external_attr, info.compress_type = 3, 0o644 << 16, zipfile.ZIP_DEFLATED
            archive.writestr(info, data, compresslevel=9)
    return held.getvalue()


def line(word: Word, text: str, style: str) -> Line:
    """A paragraph in one of the styles of the template, by its id; the names are Chinese, as offices see them."""
    made = word.add_paragraph(plain(text))
    made._p.style = style
    return made


def say(line: Line, runs: Iterable[Run]) -> None:
    for run in runs:
        made = line.add_run(plain(run.text))
        if run.bold:
            made.bold = True


def lines(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """The lines of a text, each to be a paragraph: Word would stretch the last words before a break to the margin."""
    held: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        held.append(Run(first, run.bold))
        for other in others:
            yield held
            held = [Run(other, run.bold)]
    yield held


def indent(line: Line, size: float, **sides: float) -> None:
    """Indents in characters (`left`, `right`, `firstLine`) of so many points, and in points for programs that cannot count."""
    from docx.oxml.ns import qn

    held = line._p.get_or_add_pPr().get_or_add_ind()
    for side, characters in sides.items():
        held.set(qn(f"w:{side}Chars"), str(round(characters * 100)))
        held.set(qn(f"w:{side}"), str(round(characters * size * 20)))


def held_together(word: Word) -> None:
    """The last words so far, or the last row of a table, stand on one sheet with what follows: no sheet holds a signature
    alone (7.3.5)."""
    from docx.oxml.ns import qn

    *before, last = [one for one in word.element.body if one.tag in (qn("w:p"), qn("w:tbl"))]
    if before and before[-1].tag == qn("w:tbl"):
        rows = before[-1].tr_lst
        for one in rows[-1].iter(qn("w:p")):
            one.get_or_add_pPr().get_or_add_keepNext()
    last.get_or_add_pPr().get_or_add_keepNext()


def wide(text: str) -> int:
    """In half squares: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def plain(text: str) -> str:
    """Without what XML cannot hold, and what turns the order of letters round; rare characters of names stay."""
    return _UNFIT.sub("", text)
