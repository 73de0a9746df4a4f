"""The text of an archived document → its pieces, by the small grammar that `gongkai archive` writes.

    ## 一级标题   ### 二级标题   #### 三级标题
    a paragraph is one line; `**加粗**`; a backslash before a mark makes it an ordinary mark
    | tables | with pipes |
    |---|---|
    | whose second line | is a rule |

Anything else is plain text and is shown as it stands: no tag, link or template in it means anything to anyone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.model import Level
from generator.trees.reader import Node, Say

MAX_BLOCKS = 5_000
MAX_HEADINGS = 500

_HEADING = re.compile(r"(#{2,4})[ \u3000]+(\S.*)")
_NEARLY = re.compile(r"#{1,6}(?=\s*\S)")
_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")
_TOKEN = re.compile(r"\\[!-/:-@\[-`{-~]|\*\*|[^\\*]+|[\\*]")
_CELL = re.compile(r"\\[!-/:-@\[-`{-~]|[^\\|]+|[\\|]")
_TAG = re.compile(r"(?<!\\)<[A-Za-z/!?]")


def pieces(lines: Sequence[str], first: int, say: Say) -> list[Node]:
    """The pieces as trees of labels and text; `first` is the number of the first line. Stops where there are too many."""
    found: list[Node] = []
    headings = above = 0
    rows: list[tuple[int, str]] = []
    for number, line in enumerate((*lines, ""), start=first):
        text = line.strip()
        if _is_row(text):
            rows.append((number, text))
            continue
        found += _table(rows)
        rows = []
        if not text:
            continue
        if len(found) >= MAX_BLOCKS:
            say(number, 1, f"正文超过{MAX_BLOCKS}段,后面的没有再读", "请分成几篇存档")
            break
        node = _piece(number, text)
        level = int(node.value["标题级"].value)
        if level:
            headings += 1
            if headings > MAX_HEADINGS:
                say(number, 1, f"标题超过{MAX_HEADINGS}个,后面的没有再读", "不是标题的行,去掉行首的 # 号")
                break
            if level > above + 1:
                say(number, 1, "标题跳了一级", "照原件分级就不用改;是存档时认错的,改行首 # 号的个数", Level.NOTE)
            above = level
        else:
            _look_at(number, text, say)
        found.append(node)
    return found


def spoken(text: str) -> tuple[str, tuple[int, ...]]:
    """The words without marks, and where bold begins and ends in them; marks that close nothing are words."""
    tokens = _TOKEN.findall(text)
    marks = _pairs([index for index, token in enumerate(tokens) if token == "**"])
    words: list[str] = []
    bounds: list[int] = []
    length = 0
    for index, token in enumerate(tokens):
        if index in marks:
            bounds.append(length)
            continue
        words.append(token[1:] if len(token) == 2 and token[0] == "\\" else token)
        length += len(words[-1])
    return "".join(words), tuple(bounds)


def _pairs(stars: list[int]) -> set[int]:
    """Of the marks those that open or close something that is not empty."""
    marks: set[int] = set()
    index = 0
    while index + 1 < len(stars):
        start, end = stars[index : index + 2]
        if end > start + 1:
            marks |= {start, end}
        index += 2 if end > start + 1 else 1
    return marks


def _piece(number: int, text: str) -> Node:
    found = _HEADING.fullmatch(text)
    words, bold = spoken(found[2] if found else text)
    level = len(found[1]) - 1 if found else 0
    places = [_node(number, str(place)) for place in (() if level else bold)]
    return _node(
        number, {"标题级": _node(number, str(level)), "文字": _node(number, words), "加粗": _node(number, places)}
    )


def _look_at(number: int, text: str, say: Say) -> None:
    if _TAG.search(text):
        say(number, 1, "这里有 HTML 标记,按普通文字刊登", "原件里就有就不用改;不是就删去", Level.NOTE)
    if _NEARLY.match(text):
        say(number, 1, "行首有 # 号,但不是标题,按普通文字刊登", "标题写成 2 到 4 个 # 号,后面空一格", Level.NOTE)


def _is_row(text: str) -> bool:
    return len(text) > 1 and text[0] == "|" == text[-1] and _CELL.findall(text)[-1] == "|"


def _table(rows: list[tuple[int, str]]) -> Iterator[Node]:
    """One table; lines with pipes but without a rule below the first are paragraphs."""
    if len(rows) < 2 or not _RULE.fullmatch(rows[1][1]):
        yield from (_piece(number, text) for number, text in rows)
        return
    written = [(number, _cells(text)) for index, (number, text) in enumerate(rows) if index != 1]
    width = max(len(cells) for _, cells in written)
    lines = [
        _node(number, {"格": _node(number, [_node(number, cell) for cell in (*cells, *[""] * (width - len(cells)))])})
        for number, cells in written
    ]
    number = rows[0][0]
    yield _node(number, {"标题级": _node(number, "0"), "表行": _node(number, lines)})


def _cells(text: str) -> list[str]:
    cells: list[str] = []
    written: list[str] = []
    for token in _CELL.findall(text[1:]):
        if token == "|":
            cells.append(spoken("".join(written).strip())[0])
            written = []
        else:
            written.append(token)
    return cells


def _node(line: int, value: Any) -> Node:
    return Node(line, 1, value, dict.fromkeys(value, (line, 1)) if isinstance(value, dict) else {})
