"""The Markdown that our own templates write, read at a glance: the same HTML as Python-Markdown's, in a tenth of the time.

It knows containers (`<div markdown>` …), raw blocks, headings, pipe tables, flat lists, paragraphs of one kind of inline
markup, and pictures. A page that holds anything else is not for it: `convert` then gives None, and Python-Markdown reads
the page. So nothing that people write by hand can come to mean something else here.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from markdown.extensions.toc import nest_toc_tokens, slugify, unique
from markdown.serializers import RE_AMP
from markdown.util import BLOCK_LEVEL_ELEMENTS

from generator.markup.tables import TAG, TEXT

_CONTAINER = re.compile(r"<(div|nav|details|section)((?: [a-z-]+(?:=\"[^\"]*\")?)*)>")
_SPAN = re.compile(r"<p((?: [a-z-]+(?:=\"[^\"]*\")?)*)>([^\n]*)</p>")
_ATTRIBUTE = re.compile(r" ([a-z-]+)(?:=\"([^\"]*)\")?")
_OPENED = re.compile(r"<([a-z][a-z0-9]*)\b")
_CLOSED = re.compile(r"</([a-z]+)>")
_SUMMARY = re.compile(r"<summary>([^<&]*)</summary>")
_HEADING = re.compile(r"(#{1,6}) ([^\n#`*_<>\[\]\\|!~^\x02\x03{}]*)")
_IMAGE = re.compile(r"!\[([^\[\]\\`*_<>!|&]*)\]\(([^()\s\\<>\"'|&]+)\)")
_RULE = re.compile(r"\|(?: ?:?-+:? ?\|)+")
_PART = re.compile(
    rf"(?P<tag>{TAG})|\[(?P<words>(?:[^\[\]\\`*_<>!|]|{TAG})*)\]\((?P<target>[^()\s\\<>\"'|&]+)\)"
    rf"|\*\*(?=[^\s*])(?P<strong>(?:[^*\\`_!|~^\x02\x03])*[^\s*\\`_!|~^\x02\x03])\*\*|(?P<text>(?:{TEXT})+)"
)
_ITEM = re.compile(r"(?:[-*]|(\d+)\.) (\S.*)")
_UNSAFE = re.compile(
    r"(?:\n|^)(?:[ \t#>|=+!]|[-_] ?[-_]|\*(?!\*[^\s*])|[-+] |\d+\. |</?(?:{})\b)".format("|".join(BLOCK_LEVEL_ELEMENTS))
)
"""At the beginning of a line of text: what could make it something else than text."""

Address = Callable[[str], str]
"""What MkDocs makes of a link's target."""


@dataclass
class _Page:
    address: Address
    out: list[Any] = field(default_factory=list)
    """Text, and headings whose anchors are not known yet: (level, text)."""
    ids: set[str] = field(default_factory=set)
    inside: list[str] = field(default_factory=list)
    """The containers that are open."""
    last: str = ""
    """The kind of the block before, in the same container."""


class _Other(Exception):
    """Something that is not for us."""


def convert(source: str, address: Address) -> tuple[str, list[Any]] | None:
    """(HTML, nested tokens of the headings as the extension `toc` gives them); None where Python-Markdown has to read it.

    source: with no more than one empty line in a row and no blanks at line ends, as the writing step leaves it.
    """
    page = _Page(address)
    blocks = source.strip("\n").split("\n\n")
    blocks.reverse()
    try:
        while blocks:
            block = blocks.pop().strip("\n")
            if block:
                _block(page, block, blocks)
        if page.inside:
            return None
    except _Other:
        return None
    tokens = _anchored(page)
    return "".join(page.out).strip(), nest_toc_tokens(tokens)


def _block(page: _Page, block: str, rest: list[str]) -> None:
    first = block[0]
    if first == "<" and ((opened := _OPENED.match(block)) is None or opened[1] in BLOCK_LEVEL_ELEMENTS):
        _element(page, block, rest)
    elif first == "|":
        _table(page, block.split("\n"))
    elif first == "#":
        _heading(page, block)
    elif found := _ITEM.match(block):
        _list(page, block.split("\n"), "ol" if found[1] else "ul")
    elif found := _IMAGE.fullmatch(block):
        page.out.append(f'<p><img alt="{_attribute(found[1])}" src="{_attribute(page.address(found[2]))}" /></p>\n')
        page.last = "p"
    else:
        if _UNSAFE.search(block):
            raise _Other
        page.out.append(f"<p>{_inline(page, block)}</p>\n")
        page.last = "p"


def _element(page: _Page, block: str, rest: list[str]) -> None:
    """A container's beginning or end, a paragraph whose inside is Markdown, or a raw block."""
    head, _, more = block.partition("\n")
    if closed := _CLOSED.fullmatch(block):
        if not page.inside or page.inside.pop() != closed[1] or not page.last:
            raise _Other
        page.out.append(f"</{closed[1]}>\n")
        page.last = closed[1]
    elif (found := _CONTAINER.fullmatch(head)) and " markdown" in found[2]:
        attributes = _attributes(page, found[2], "")
        page.out.append(f"<{found[1]}{attributes}>\n")
        page.inside.append(found[1])
        page.last = ""
        if more:
            summary = _SUMMARY.fullmatch(more)
            if found[1] != "details" or summary is None:
                raise _Other
            page.out.append(f"<summary>{summary[1]}</summary>\n")
            page.last = "summary"
    elif (found := _SPAN.fullmatch(block)) and ' markdown="span"' in found[1]:
        page.out.append(f"<p{_attributes(page, found[1], 'span')}>{_inline(page, found[2])}</p>\n")
        page.last = "p"
    else:
        _raw(page, block, rest)


def _raw(page: _Page, block: str, rest: list[str]) -> None:
    """Up to the end of its first element, as it stands."""
    opened = _OPENED.match(block)
    if page.inside or opened is None or "markdown" in block:
        raise _Other
    tag = opened[1]
    begins, ends = re.compile(rf"<{tag}\b"), f"</{tag}>"
    while len(begins.findall(block)) > block.count(ends):
        if not rest:
            raise _Other
        block += "\n\n" + rest.pop()
    if not block.endswith(ends) or block.count(ends) != len(begins.findall(block)):
        raise _Other
    if block.index(ends) + len(ends) != len(block) and not _one_element(block, begins, ends):
        raise _Other
    page.out.append(f"{block}\n\n")
    page.last = "raw"


def _one_element(block: str, begins: re.Pattern[str], ends: str) -> bool:
    """Whether what begins the block ends with it, and not before."""
    depth = 0
    for found in re.finditer(f"{begins.pattern}|{ends}", block):
        depth += 1 if found[0] != ends else -1
        if depth == 0:
            return found.end() == len(block)
    return False


def _heading(page: _Page, block: str) -> None:
    found = _HEADING.fullmatch(block)
    if found is None or ("&" in found[2] and RE_AMP.search(found[2])):
        raise _Other
    page.out.append((len(found[1]), found[2].strip()))
    page.last = "h"


def _table(page: _Page, lines: list[str]) -> None:
    if len(lines) < 3 or not _RULE.fullmatch(lines[1]) or "`" in "".join(lines) or "\\" in "".join(lines):
        raise _Other
    aligned = [_alignment(cell.strip()) for cell in lines[1].strip("|").split("|")]
    page.out.append("<table>\n<thead>\n")
    _row(page, lines[0], aligned, "th", ' scope="col"')
    page.out.append("</thead>\n<tbody>\n")
    for line in lines[2:]:
        _row(page, line, aligned, "td", "")
    page.out.append("</tbody>\n</table>\n")
    page.last = "table"


def _alignment(cell: str) -> str:
    left, right = cell.startswith(":"), cell.endswith(":")
    word = "center" if left and right else "left" if left else "right" if right else ""
    return f' align="{word}"' if word else ""


def _row(page: _Page, line: str, aligned: list[str], tag: str, more: str) -> None:
    if not (line.startswith("|") and line.endswith("|")):
        raise _Other
    cells = line[1:-1].split("|")
    if len(cells) != len(aligned):
        raise _Other
    page.out.append("<tr>\n")
    page.out += [
        f"<{tag}{align}{more}>{_inline(page, cell.strip())}</{tag}>\n"
        for cell, align in zip(cells, aligned, strict=True)
    ]
    page.out.append("</tr>\n")


def _list(page: _Page, lines: list[str], kind: str) -> None:
    if page.last == "list":
        raise _Other  # two lists in a row are one, with paragraphs in it
    page.out.append(f"<{kind}>\n")
    for number, line in enumerate(lines):
        found = _ITEM.fullmatch(line)
        if found is None or (found[1] is None) == (kind == "ol") or _UNSAFE.match(found[2]):
            raise _Other
        if number == 0 and found[1] not in (None, "1"):
            raise _Other  # the list would begin with another number
        page.out.append(f"<li>{_inline(page, found[2])}</li>\n")
    page.out.append(f"</{kind}>\n")
    page.last = "list"


def _inline(page: _Page, text: str) -> str:
    """Text, entities, inline tags, `**strong**` and links, the one in the other."""
    return _read(page, text) if "](" in text else _words(text)


@lru_cache(maxsize=2**14)
def _words(text: str) -> str:
    """Text that leads nowhere: the same words stand in cell after cell."""
    return _read(_Page(str), text)


def _read(page: _Page, text: str) -> str:
    made, at = [], 0
    while at < len(text):
        part = _PART.match(text, at)
        if part is None:
            raise _Other
        at, kind = part.end(), part.lastgroup
        if kind == "text":
            made.append(_text(part[0]))
        elif kind == "tag":
            made.append(part[0])
        elif kind == "strong":
            made.append(f"<strong>{_inline(page, part['strong'])}</strong>")
        else:
            words = _inline(page, part["words"])
            made.append(f'<a href="{_attribute(page.address(part["target"]))}">{words}</a>')
    return "".join(made)


def _text(text: str) -> str:
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    return text.replace(">", "&gt;") if ">" in text else text


def _attributes(page: _Page, text: str, markdown: str) -> str:
    """In the order of their names; those without a value have their name as value."""
    known = {name: html.unescape(value) if "=" in whole else name for whole, name, value in _pairs(text)}
    if known.pop("markdown", None) != (markdown or "markdown"):
        raise _Other
    if "id" in known:
        page.ids.add(known["id"])
    return "".join(f' {name}="{_attribute(value)}"' for name, value in sorted(known.items()))


def _pairs(text: str) -> list[tuple[str, str, str]]:
    return [(found[0], found[1], found[2] or "") for found in _ATTRIBUTE.finditer(text)]


def _attribute(value: str) -> str:
    value = RE_AMP.sub("&amp;", value)
    return value.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _anchored(page: _Page) -> list[Any]:
    """Puts the headings' anchors in; returns their tokens."""
    tokens: list[Any] = []
    for at, piece in enumerate(page.out):
        if isinstance(piece, tuple):
            level, text = piece
            name = " ".join(text.split())
            anchor = unique(slugify(html.unescape(name), "-"), page.ids)
            page.out[at] = f'<h{level} id="{anchor}">{text}</h{level}>\n'
            tokens.append({"level": level, "id": anchor, "name": name, "html": text, "data-toc-label": ""})
    return tokens
