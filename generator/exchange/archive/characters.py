"""Characters that no archived text may hold: blanks of other kinds become blanks, what cannot be seen is listed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from generator.exchange.archive.lines import Line, Pen, marked, spans
from generator.model.text import clip

_ORDINARY = re.compile(r"[ -~·×\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u3000-\u3011\u4e00-\u9fa5\uff01-\uff5e]*+")
_WRONG = ("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp")


def is_wrong(char: str) -> bool:
    """Whether the loader would refuse it: invisible, a control, private or no character at all."""
    return not char.isspace() and unicodedata.category(char) in _WRONG


def cleaned(line: Line, pen: Pen) -> Line:
    """The line with plain blanks and without invisible characters, which are listed."""
    if line.rows:
        return line
    text, removed = clean(line.text)
    if removed:
        codes = "、".join(dict.fromkeys(f"U+{ord(char):04X}" for char in removed))
        pen.remove(line.number, removed, f"看不见或没有字形的字符 {clip(codes, 60)}")
        flags = zip(line.text, marked(line.text, line.bold), strict=True)
        return replace(line, text=text, bold=spans(bold for char, bold in flags if not is_wrong(char)))
    return replace(line, text=text)


def clean(text: str) -> tuple[str, str]:
    """(the text with plain blanks, the characters taken out of it)."""
    if _ORDINARY.fullmatch(text):
        return text, ""
    removed = "".join(char for char in text if is_wrong(char))
    kept = (char for char in text if not is_wrong(char))
    return "".join(char if char == "\u3000" or not char.isspace() else " " for char in kept), removed
