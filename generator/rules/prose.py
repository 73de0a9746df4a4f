"""Prose below `content/site` that could run, reach out, or has no title: it passes no gate and stands in every bundle."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from generator.model import Explanation, Finding, Level, Records, Where

NAME = "prose"
EXPLANATION = Explanation(
    title="说明页里有不该有的内容",
    what=(
        "content/site/ 里的说明页:第一行是“# 标题”;不写 HTML;没有会运行的地址(javascript:、data: 一类),"
        "怎样变形都算;图片不在别的网站上。都是错误。链接到别的网站是提示。"
    ),
    why=(
        "检查实践:审阅的人没有网络,打开资料包就要全看得到。说明页人人能看、不经过公开目录;"
        "粘贴来的一段 HTML 或图片,会到别的网站上取东西,也会让人看到不该看的。"
    ),
    wrong="<b>重要</b>:请看 ![流程](https://example.org/a.png)",
    right="# 怎样看收支公开榜\n\n**重要**:先看期初结存,再看期末结存。",
    mend="粗体在文字前后各写两个星号,链接把文字写在方括号里、网址紧跟着写在圆括号里。图片放进本站;别的网站上有什么,用文字说明,没有网络也看得懂。",
    about="材料和说明页",
    acceptable=False,
)

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
    for line in dict.fromkeys(lines[found.start()] for found in _SCRIPT.finditer(folded)):
        message = "这里有会运行的地址(javascript:、data: 一类)"
        yield _finding(Level.ERROR, Where(file, line, 1), message, "删去这个链接")


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
