"""Tags of Word files: their full names, what wraps what, and the words that one of them stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from generator.exchange.archive.lines import Line

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def w(name: str) -> str:
    """The full name of a Word tag or attribute."""
    return _W + name


_OPAQUE = re.compile(r"\{.*\}(?:\w+Pr|instrText|delInstrText|tblGrid|Choice|Fallback)")


def inside(parent: Any) -> Iterable[Any]:
    """The children of an element; of alternatives what the first one holds, which is the one that Word shows."""
    for child in parent.iterchildren():
        if child.tag == MC + "AlternateContent":
            shown = child.find(MC + "Choice")
            shown = child.find(MC + "Fallback") if shown is None else shown
            yield from inside(shown) if shown is not None else ()
        elif isinstance(child.tag, str) and not _OPAQUE.fullmatch(child.tag):
            yield child


def is_spare(element: Any) -> bool:
    """Whether it stands in an alternative for older programs, beside the one that is shown."""
    return any(spare.getparent().find(MC + "Choice") is not None for spare in element.iterancestors(MC + "Fallback"))


def below(parent: Any, tag: str) -> Iterable[Any]:
    """Children of a tag, also inside what only wraps them."""
    for child in inside(parent):
        if child.tag == tag:
            yield child
        elif child.tag not in (w("p"), w("tbl")):
            yield from below(child, tag)


def boxes(element: Any) -> list[Any]:
    """The text boxes of a drawing; the copy for older programs is left out, and boxes in boxes come with their own."""
    found: list[Any] = []
    for child in inside(element):
        if child.tag == w("txbxContent"):
            found.append(child)
        else:
            found += boxes(child)
    return found


def drawn(element: Any) -> Iterable[str]:
    """Words that belong to a shape itself and not to a text box."""
    for child in inside(element):
        if child.tag == A + "t":
            yield child.text or ""
        elif child.tag != w("txbxContent"):
            yield from drawn(child)


def text_of(element: Any) -> str:
    if element.tag in (w("t"), w("delText")):
        return element.text or ""
    if element.tag == w("sym"):  # a character of a symbol font; most lie where no character is defined
        try:
            return chr(int(element.get(w("char")) or "", 16))
        except (ValueError, OverflowError):
            return ""
    return {w("tab"): " ", w("noBreakHyphen"): "-"}.get(element.tag, "")


def prefixed(line: Line, mark: str) -> Line:
    bold = tuple((start + len(mark), end + len(mark)) for start, end in line.bold)
    if bold and bold[0][0] == len(mark):
        bold = ((0, bold[0][1]), *bold[1:])
    return Line(line.number, mark + line.text, bold, line.level, line.indented, line.role)


def value(properties: Any, name: str) -> str | None:
    found = properties.find(w(name)) if properties is not None else None
    value: str | None = found.get(w("val")) if found is not None else None
    return value
