"""Archived documents: Markdown with front matter → one record each, with the line of every word."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.load.markdown import pieces
from generator.load.shape import NodeSource, shape
from generator.model import Finding, Level, Where
from generator.records.archive import Archived
from generator.trees.characters import MAX_BYTES, MAX_FAULTS, decode, fault, ordinary, split
from generator.trees.reader import MAX_FINDINGS, Node, read

_FENCE = "---"
_ANEW = "用 gongkai archive 存档,它会写好;手写时第一行是 ---,下面写标题、原件、校验,再写一行 ---"
_LETTERS = 0x7FF
"""Up to here letters of other scripts: refused in data, where they betray a wrong encoding; a document may quote them."""


def document(data: bytes, file: str, name: str, township: str) -> tuple[Archived | None, NodeSource, list[Finding]]:
    """The record of one file, where it was written, and what is wrong with it."""
    reading = _Reading(file)
    node = reading.node(data, name)
    if node is None:
        return None, NodeSource(file, Node(1, 1)), reading.findings
    record, findings = shape(node, Archived, township, file)
    return record if isinstance(record, Archived) else None, NodeSource(file, node), [*reading.findings, *findings]


class _Reading:
    """One file on its way, and what there was to say."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []

    def say(self, line: int, column: int, message: str, hint: str, level: Level = Level.ERROR) -> None:
        if sum(finding.level is level for finding in self.findings) < MAX_FINDINGS:
            self.findings.append(Finding("archive", level, Where(self.file, line, column), message, hint))

    def node(self, data: bytes, name: str) -> Node | None:
        """Front matter, id and text as one tree; None when the file cannot be used."""
        lines = self.lines(data)
        if lines is None:
            return None
        end = self.fence(lines)
        if end is None:
            return None
        node = self.front(lines[1:end])
        if node is None:
            return None
        body = pieces(lines[end + 1 :], end + 2, self.say)
        if not body:
            self.say(end + 1, 1, "下面没有正文", "把原件的文字写在第二个 --- 下面,或删去这个文件")
            return None
        for label, value in (("编号", Node(1, 1, name)), ("正文", Node(end + 2, 1, body))):
            if label in node.keys:
                self.say(*node.keys[label], f"“{label}”不用写", "编号就是文件名,正文写在第二个 --- 下面;删去这一行")
            node.value[label], node.keys[label] = value, (value.line, value.column)
        return node

    def lines(self, data: bytes) -> list[str] | None:
        """The lines of the text; None when it cannot be read or hides something."""
        if len(data) > MAX_BYTES:
            self.say(0, 0, f"文件太大,超过{MAX_BYTES // 1000}KB", "请分成几篇存档")
            return None
        text, faults = decode(data)
        lines = split(text)
        for bad in faults if not text else ():
            self.say(bad.line, bad.column, bad.message, bad.hint)
        hidden = list(_unwanted(lines))
        for line, column, message, hint, level in hidden[:MAX_FAULTS]:
            self.say(line, column, message, hint, level)
        refused = (faults and not text) or any(level is Level.ERROR for *_, level in hidden)
        return None if refused else lines

    def fence(self, lines: list[str]) -> int | None:
        """The line that ends the front matter, counted from 0."""
        if lines[0].rstrip() != _FENCE:
            self.say(1, 1, "文件开头没有“---”和标签", _ANEW)
            return None
        end = next((index for index, line in enumerate(lines[1:], start=1) if line.rstrip() == _FENCE), None)
        if end is None:
            self.say(1, 1, "标签下面没有第二行“---”", "标签写完以后,单独写一行 ---,再写正文")
        return end

    def front(self, lines: list[str]) -> Node | None:
        # One blank line stands for the first fence, so that every line keeps its number.
        node, findings = read("\n".join(["", *lines]).encode(), self.file)
        self.findings += findings
        if node is None and findings:
            return None
        if node is None or not isinstance(node.value, dict):
            self.say(2, 1, "两行“---”之间没有“标签: 内容”", _ANEW)
            return None
        return node


def _unwanted(lines: list[str]) -> Iterator[tuple[int, int, str, str, Level]]:
    """Characters that hide or reverse text; and, as warnings, letters of other scripts."""
    for number, line in enumerate(lines, start=1):
        for column, char in enumerate(line, start=1) if not ordinary(line) else ():
            if found := fault(char):
                what, hint = found
                message = f"第{column}个字是{what}(U+{ord(char):04X})"
                yield number, column, message, hint, Level.WARNING if _readable(char) else Level.ERROR


def _readable(char: str) -> bool:
    """Whether it is a letter or sign that can be seen and runs from left to right: é, α, я."""
    seen = unicodedata.category(char)[0] in "LSPN" and unicodedata.bidirectional(char) not in ("R", "AL")
    return seen and 0xA0 < ord(char) <= _LETTERS
