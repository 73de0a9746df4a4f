"""Bytes of a YAML file → a tree of raw text with positions, or findings.

The C parser's event stream is read directly: the plain loaders hang on merge bombs and crash on deep nesting, and they
turn `010203`, `no` and `2026.10` into something nobody typed. Here every scalar stays the text it was, and everything
that data never needs (anchors, tags, directives, further documents) is refused on the way.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Any, Protocol

import yaml

from generator.model import Finding, Level, Where
from generator.model.text import clip, halfwidth
from generator.trees.characters import Refused, decode, fault, ordinary, split
from generator.trees.node import Node
from generator.trees.syntax import CHINESE_COLON, FIGURE_FIRST, chinese_colon, explain

__all__ = ["MAX_DEPTH", "MAX_FINDINGS", "MAX_NODES", "MAX_SCALAR", "Node", "Say", "read"]

MAX_DEPTH = 20
MAX_NODES = 50_000
MAX_SCALAR = 20_000
MAX_FINDINGS = 200  # of one level in one file; nobody reads more

_FIGURE = re.compile(r"(?<!\{)\{\{(?!\{)")
_EMPTY = {"", "~", "null", "Null", "NULL"}
_FIGURES = re.compile(r"(?=.*[0-9])[0-9QHqh,.+\-/:年月日第季度上下半()\s]+")


class Say(Protocol):
    """Notes a finding and goes on."""

    def __call__(self, line: int, column: int, message: str, hint: str, level: Level = Level.ERROR) -> None: ...


def read(data: bytes, file: str) -> tuple[Node | None, list[Finding]]:
    """The tree of one file and what is wrong with it; None when the file cannot be used or is empty."""
    findings: list[Finding] = []
    said: Counter[Level] = Counter()

    def say(line: int, column: int, message: str, hint: str, level: Level = Level.ERROR) -> None:
        said[level] += 1
        if said[level] > MAX_FINDINGS and level is Level.ERROR:
            raise Refused(line, column, f"错误超过{MAX_FINDINGS}处,后面的没有再查", "先改好前面这些,再运行一次")
        if said[level] <= MAX_FINDINGS:
            findings.append(Finding("yaml", level, Where(file, line, column), message, hint))

    text, faults = decode(data)
    lines = split(text)
    if not faults:
        try:
            return _Builder(say, lines).build(text), findings
        except Refused as refused:
            faults = [refused]
        except yaml.MarkedYAMLError as error:
            faults = [explain(error, lines)]
        except yaml.YAMLError:
            faults = [Refused(0, 0, "文件里有无法识别的字符", "请用记事本重新保存成 UTF-8")]
    findings += (
        Finding("yaml", Level.ERROR, Where(file, bad.line, bad.column), bad.message, bad.hint) for bad in faults
    )
    return None, findings


class _Builder:
    """Consumes events with a stack of open nodes: no recursion, so no nesting can overflow it."""

    def __init__(self, say: Say, lines: list[str]) -> None:
        self.say = say
        self.lines = lines
        self.stack: list[tuple[Node, str | None]] = []
        self.root: Node | None = None
        self.nodes = 0

    def build(self, text: str) -> Node | None:
        self._refuse_directives()
        documents = 0
        event: Any
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            line, column = event.start_mark.line + 1, event.start_mark.column + 1
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise Refused(line, column, "一个文件里只能有一份内容", "删去多余的“---”")
            elif isinstance(event, yaml.AliasEvent):
                raise Refused(line, column, "用了引用记号 *", "请把内容照写一遍;星号开头的文字请加引号")
            elif isinstance(event, yaml.NodeEvent):
                self._check(event, line, column)
                self._open(event, line, column)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close(event)
        return self.root

    def _refuse_directives(self) -> None:
        """Before the parser sees them: its time grows with the square of their number."""
        for number, line in enumerate(self.lines, start=1):
            if line.startswith("%"):
                raise Refused(number, 1, "行首用了百分号 %", "删去 %YAML、%TAG 这样的行;以 % 开头的文字请加引号")

    def _check(self, event: Any, line: int, column: int) -> None:
        if event.anchor:
            raise Refused(line, column, "用了锚点记号 &", "请删去“&名字”;&开头的文字请加引号")
        if event.tag:
            raise Refused(line, column, "用了类型记号 !", "请删去“!”开头的记号;感叹号开头的文字请加引号")
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise Refused(line, column, f"内容太多,超过{MAX_NODES}项", "请按年或按季度分成几个文件")
        if len(self.stack) >= MAX_DEPTH:
            raise Refused(line, column, f"嵌套超过{MAX_DEPTH}层", "检查括号和缩进,数据不需要这么深")

    def _open(self, event: Any, line: int, column: int) -> None:
        node = Node(line, column)
        if isinstance(event, yaml.ScalarEvent):
            node.value = self._scalar(event, line, column)
            node.style = event.style or ""
            node.end_line, node.end_column = self._end(event)
        else:
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            node.value = {} if is_mapping else []
            if event.flow_style:
                node.style = "{" if is_mapping else "["
        self._attach(node)
        if not isinstance(event, yaml.ScalarEvent):
            self.stack.append((node, None))

    def _close(self, event: Any) -> None:
        node, _ = self.stack.pop()
        if node.style:
            node.end_line, node.end_column = event.end_mark.line + 1, event.end_mark.column + 1

    def _end(self, event: Any) -> tuple[int, int]:
        """Where the text ends; of `|` and `>` the parser has gone on over the blank lines to the next label."""
        line, column = event.end_mark.line, event.end_mark.column
        if event.style not in ("|", ">") or column or line <= event.start_mark.line:
            return line + 1, column + 1
        line -= 1
        while line > event.start_mark.line and not self.lines[line].strip():
            line -= 1
        return line + 1, len(self.lines[line]) + 1

    def _scalar(self, event: Any, line: int, column: int) -> str | None:
        text: str = event.value
        if len(text) > MAX_SCALAR:
            raise Refused(line, column, f"一段文字超过{MAX_SCALAR}字", "请分成几段")
        # The lines were looked at as a whole; escapes such as "\u0000", in double quotes alone, appear only now.
        for char in text if event.style == '"' and not ordinary(text) else "":
            if char != "\n" and (found := fault(char)):
                what, hint = found
                raise Refused(line, column, f"文字里有{what}(U+{ord(char):04X})", hint)
        if not event.style:
            if text in _EMPTY:
                return None
            self._note_lost(event, line)
        if not text.isascii() and (half := halfwidth(text)) != text and _FIGURES.fullmatch(half):
            self.say(line, column, "用了全角数字或符号,数字栏按半角读入", "建议改成半角", Level.NOTE)
        return text

    def _note_lost(self, event: Any, line: int) -> None:
        """Text without quotes may end sooner, or go on longer, than the person who typed it thinks."""
        last = event.end_mark.line
        for number in range(line, min(last + 1, len(self.lines))) if last >= line else ():
            if found := chinese_colon(self.lines[number]):
                self.say(number + 1, found, *CHINESE_COLON)
        rest = self.lines[last][event.end_mark.column :] if last < len(self.lines) else ""
        if "#" not in rest:
            return
        if found_hash := re.match(r"\s+(?=#[^\s#])", rest):
            column = event.end_mark.column + found_hash.end() + 1
            message = f"“{clip(rest)}”当作注释,没有读入"
            self.say(last + 1, column, message, "是正文就把整段用引号括起来;是注释就在 # 后空一格", Level.NOTE)

    def _attach(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        parent, key = self.stack[-1]
        if isinstance(parent.value, list):
            parent.value.append(node)
        elif key is None:
            self._key(parent, node)
        else:
            parent.value[key] = node
            self.stack[-1] = (parent, None)

    def _key(self, parent: Node, node: Node) -> None:
        if not isinstance(node.value, str):
            if _FIGURE.match(self.lines[node.line - 1], max(0, node.column - 2)):
                raise Refused(node.line, node.column - 1, *FIGURE_FIRST)
            raise Refused(node.line, node.column, "冒号左边应当是标签文字", "写成 “标签: 内容”")
        label = unicodedata.normalize("NFC", node.value.strip())
        if label in parent.keys:
            first = parent.keys[label][0]
            self.say(node.line, node.column, f"“{clip(label)}”写了两次,第{first}行已经有了", "留下一个,删去另一个")
            # Kept apart, so that the first value stays and nothing is merged.
            label = f"{label}#{node.line}:{node.column}"
        elif label.startswith("@") or "#" in label:
            raise Refused(node.line, node.column, f"“{clip(label)}”不能作标签", "标签里不用 @ 和 #")
        parent.keys[label] = (node.line, node.column)
        self.stack[-1] = (parent, label)
