"""Prose → plain text and figures: where the braces open and close, and what is wrong with them where they do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.figures.expressions import Figure, figure
from generator.figures.pieces import Unwritable
from generator.model.text import clip

_BRACES = re.compile("[{｛]|[}｝]+")
_OPENERS = re.compile(r"\{[{%#]")
_STATEMENTS = ("{%", "{#")
_BROKEN = re.compile(r"[{｛](?:\s?[{｛])?([^{}｛｝]{0,198})[}｝](?:\s?[}｝])?")
"""What was meant as a figure: one brace, wide braces, braces that do not match."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of prose: its first character, and what it is."""

    start: int
    text: str
    figure: Figure | Unwritable | None = None


def parts(text: str) -> Iterator[Part]:
    """Prose cut into plain text, figures, and what was meant as a figure and is none; every character is in one."""
    done = 0
    while found := _BRACES.search(text, done):
        start = found.start()
        if start > done:
            yield Part(done, text[done:start])
        done, meant = _braces(text, start) if found[0] in "{｛" else (found.end(), Unwritable("花括号没有成对"))
        yield Part(start, text[start:done], meant)
    if done < len(text) or not text:
        yield Part(done, text[done:])


def _braces(text: str, start: int) -> tuple[int, Figure | Unwritable]:
    """Where the braces that open here end, and what they hold."""
    if not text.startswith("{{", start):
        return _broken(text, start)
    end, another = text.find("}}", start + 2), _OPENERS.search(text, start + 2)
    if end < 0 or (another and another.start() < end):
        return _broken(text, start)
    try:
        return end + 2, figure(text[start + 2 : end])
    except Unwritable as error:
        return end + 2, error


def _broken(text: str, start: int) -> tuple[int, Unwritable]:
    """Braces that are not two and two in half width: nobody means them to be read, so none may be printed."""
    opener, found = text[start : start + 2], _BROKEN.match(text, start)
    end = found.end() if found else start + (2 if opener in ("{{", *_STATEMENTS) else 1)
    if opener in _STATEMENTS:  # a comment would vanish without a word
        return end, Unwritable("花括号里只能写指标名,不能用 {% %} 和 {# #}")
    inner = found[1].strip() if found else ""
    hint = f"写成 {{{{ {clip(inner)} }}}}" if inner else ""
    if found and not set("｛｝").isdisjoint(found[0]):
        return end, Unwritable("花括号用了中文的“｛”“｝”", hint)
    if found and opener != "{{":
        return end, Unwritable("两个花括号之间有空格" if found[0].startswith("{ {") else "花括号只写了一层", hint)
    return end, Unwritable("花括号没有成对", hint)
