"""Prose that could run, reach out, or has no title.

What: the pages below `content/site` must open with a `# title`; they must hold no raw HTML, no `javascript:`, `data:` or
`vbscript:` addresses in whatever disguise, and no pictures from outside. A link to the outside is a note.

Why: these pages are shown to every reader, in every bundle, without passing the gate. The site promises to work
without a network and to ask nobody outside; one pasted `<img>` breaks both promises, one script more than that.

Example: `<b>重要</b>`, `[点这里](java&#115;cript:alert(1))`, `![](https://example.org/a.png)`.

Mend: write Markdown: `**重要**`. Put pictures into the site. Links to the outside open only where there is a network, so
say in words what is behind them.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from generator.model import Finding, Level, Records, Where

NAME = "prose"
TITLE = "说明页里有不该有的内容"

_TAG = re.compile(r"<[A-Za-z/!?]")
_OUTSIDE = re.compile(r"(!\[[^\[\]]*)?\](?:\(|:)\s*<?\s*(?:https?:)?//", re.IGNORECASE)
_SCRIPT = re.compile(r"(?:java|vb)script:|(?:[(<]|\]:)data:|data:[\w+.-]+/[\w+.-]+[;,]")
_ENTITY = re.compile(r"(&#?\w{1,32};?)")


def check(records: Records) -> Iterator[Finding]:
    """Every page of `content/site`."""
    for name, text in records.prose.items():
        file = f"content/site/{name}.md"
        yield from _title(file, text)
        yield from _scripts(file, text)
        for number, line in enumerate(text.splitlines(), start=1):
            yield from _tags(file, number, line)
            yield from _links(file, number, line)


def _title(file: str, text: str) -> Iterator[Finding]:
    first = next(iter(text.splitlines()), "")
    if not re.match(r"# +\S", first):
        yield _finding(Level.ERROR, Where(file, 1, 1), "第一行不是标题", "第一行写“# 标题”,井号后面空一格")


def _tags(file: str, number: int, line: str) -> Iterator[Finding]:
    found = _TAG.search(line)
    if found:
        hint = "不用 HTML:粗体写 **文字**,网址写 [文字](网址);要写小于号就写 &lt;"
        yield _finding(Level.ERROR, Where(file, number, found.start() + 1), "这里有 HTML 标记", hint)


def _links(file: str, number: int, line: str) -> Iterator[Finding]:
    for found in _OUTSIDE.finditer(line):
        where = Where(file, number, found.start() + 1)
        if found[1]:
            yield _finding(Level.ERROR, where, "图片在别的网站上,没有网络就看不到", "把图片放进本站,或者不用图片")
        else:
            yield _finding(Level.NOTE, where, "链接指向别的网站,没有网络就打不开", "用文字说明那里有什么;不需要就删去")


def _scripts(file: str, text: str) -> Iterator[Finding]:
    folded, lines = _folded(text)
    for found in _SCRIPT.finditer(folded):
        message = "这里有会运行的地址(javascript:、data: 一类)"
        yield _finding(Level.ERROR, Where(file, lines[found.start()], 1), message, "删去这个链接")


def _folded(text: str) -> tuple[str, list[int]]:
    """The text as a browser reads an address — entities resolved, blanks gone, lower case — and the line of each letter."""
    kept: list[str] = []
    lines: list[int] = []
    line = 1
    for index, piece in enumerate(_ENTITY.split(text)):
        entity = index % 2 == 1
        for char in html.unescape(piece) if entity else piece:
            if not (char.isspace() or char == "\\" or unicodedata.category(char) in ("Cc", "Cf")):
                letters = unicodedata.normalize("NFKC", char).lower()
                kept.append(letters)
                lines += [line] * len(letters)
            line += char == "\n" and not entity
    return "".join(kept), lines


def _finding(level: Level, where: Where, message: str, hint: str) -> Finding:
    return Finding(NAME, level, where, message, hint)
