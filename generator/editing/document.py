"""One YAML file that a person wrote, and the same with one thing changed: every other byte stays what it was.

The text is patched at the place that the tree names and never written anew. Every change is proven: the new text is
read again, and what it says may differ from the old in nothing but what was asked for; otherwise nothing is changed and
the message shows the patch, for a person to make.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.editing.proof import Patch, change, prove
from generator.editing.values import Value, field, flow, item, scalar
from generator.model import Level, Unusable
from generator.trees.characters import split
from generator.trees.reader import Node, read

Path = tuple[str | int, ...]
"""Labels and places in lists, from the top of the file: `(3, "收入", 0, "金额")`."""

_MARK = b"\xef\xbb\xbf"


class NotEdited(Unusable):
    """The file cannot be changed safely by a program; the message says what a person can do."""


@dataclass(frozen=True)
class Document:
    """The bytes of one file under the name that messages show. Raises NotEdited when they cannot be read."""

    name: str
    data: bytes = b""

    @cached_property
    def root(self) -> Node | None:
        """The tree; None for a file in which nothing is written yet."""
        node, findings = read(self.data, self.name)
        wrong = [one for one in findings if one.level is Level.ERROR]
        if wrong:
            raise NotEdited(f"{wrong[0].where} {wrong[0].message}。先改好这个文件({wrong[0].hint}),再试。")
        return node

    @cached_property
    def text(self) -> str:
        return self.data.decode("utf-8-sig")

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return split(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins in the text."""
        return [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", self.text))]

    @cached_property
    def end_of_line(self) -> str:
        """As the file has them; that of the last line, when they are mixed."""
        ends = re.findall(r"\r\n|\r|\n", self.text)
        return ends[-1] if ends else "\n"

    def at(self, path: Path) -> Node | None:
        """The node; None when the path leads nowhere."""
        return descend(self.root, path)

    def find(self, key: str) -> Path | None:
        """The path of the record with this 编号; None when the file has none."""
        root = self.root
        if root is None:
            return None
        rows: list[tuple[Path, Node]] = [((), root)]
        if isinstance(root.value, list):
            rows = [((number,), node) for number, node in enumerate(root.value)]
        found = [p for p, n in rows if isinstance(n.value, dict) and "编号" in n.value and _is(n.value["编号"], key)]
        return found[0] if found else None

    def put(self, path: Path, value: Value, order: Sequence[str] = ()) -> Document:
        """The value at the path: of a text another text, or a field that was not written.

        `order`: the labels as a form has them; a new field goes behind the last of those that come before it.
        """
        node, above = self.at(path), self.at(path[:-1])
        if node is None and above is not None and isinstance(above.value, dict) and isinstance(path[-1], str):
            return self._changed(self._new_field(path, above, value, order), path, value)
        if node is None:
            raise NotEdited(f"{self.name} 里没有{_said(path)},没有改。")
        if node.value is None:
            return self._changed(self._filling(path, node, value), path, value)
        if not isinstance(value, str) or not isinstance(node.value, str):
            raise NotEdited(f"{self.name}:{node.line} 的{_said(path)}不是一个值,请手工改。")
        if node.style in ("|", ">"):
            raise NotEdited(f"{self.name}:{node.line} 的{_said(path)}是用“{node.style}”写的多行文字,请手工改。")
        text = scalar(value, flow=self._in_brackets(path), like=node.style)
        return self._changed(self._over(node, text), path, value)

    def append(self, path: Path, value: Value, order: Sequence[str] = ()) -> Document:
        """One more row at the end of a list; the list is made when there is none. Path (): one more record."""
        node = self.at(path) if path else self.root
        if node is None or node.value is None:
            return self.put(path, [value], order) if path else self._changed(self._at_end(value), path, [value])
        if isinstance(node.value, str) and isinstance(value, str) and node.style not in ("|", ">"):
            both = [node.value, value]  # one value alone stands for a list of one
            text = f"[{scalar(node.value, flow=True, like=node.style)}, {scalar(value, flow=True)}]"
            return self._changed(self._over(node, text), path, both)
        if not isinstance(node.value, list):
            raise NotEdited(f"{self.name}:{node.line} {_said(path)}不是列表,请手工改成每行以“- ”开头的列表再试。")
        if node.style == "[":
            text = ", " + flow(value) if node.value else flow(value)
            place = node.value[-1].end if node.value else (node.line, node.column + 1)
            patch = Patch(self._offset(*place), self._offset(*place), text)
        elif not path:
            patch = self._at_end(value)
        else:
            patch = self._below(node.end[0], self._row(node, value))
        return self._changed(patch, (*path, len(node.value)), value)

    def difference(self, old: Document | None = None) -> str:
        """Unified diff from the old document (None: from nothing) to this one."""
        return _difference(self.name, old.text if old else "", self.text)

    def _changed(self, patch: Patch, path: Path, value: Value) -> Document:
        text = self.text[: patch.start] + patch.text + self.text[patch.end :]
        mark = _MARK if self.data.startswith(_MARK) else b""
        new = Document(self.name, mark + text.encode())
        before = self.root.plain() if self.root is not None else None
        wrong = prove(self.data, new.data, patch, change(before, path, value))
        if wrong:
            shown = _difference(self.name, self.text, text)
            raise NotEdited(f"{self.name} 不能由程序安全地改({wrong}),没有动它。请手工照这样改:\n{shown}")
        return new

    def _over(self, node: Node, text: str) -> Patch:
        return Patch(self._offset(node.line, node.column), self._offset(*node.end), text)

    def _offset(self, line: int, column: int) -> int:
        return self.starts[line - 1] + column - 1

    def _in_brackets(self, path: Path) -> bool:
        above = (self.at(path[:depth]) for depth in range(len(path)))
        return any(node is not None and node.style in ("{", "[") for node in above)

    def _filling(self, path: Path, node: Node, value: Value) -> Patch:
        """Something behind a label that has nothing; rows go below it."""
        inside = self._in_brackets(path)
        if not isinstance(value, str) and value and not inside and not (node.end_column > node.column):
            above = self.at(path[:-1])
            indent = above.keys[path[-1]][1] - 1 if above is not None and isinstance(path[-1], str) else 0
            lines = field("甲", value, indent, self._step)
            if len(lines) > 1:
                return self._below(node.line, lines[1:])
        patch = self._over(node, scalar(value, flow=inside) if isinstance(value, str) else flow(value))
        if patch.start == patch.end and not self.text[: patch.start].endswith((" ", "\n", "\r")):
            return Patch(patch.start, patch.end, " " + patch.text)
        return patch

    def _new_field(self, path: Path, above: Node, value: Value, order: Sequence[str]) -> Patch:
        label = str(path[-1])
        labels = list(above.value)
        earlier = [one for one in labels if one in order[: order.index(label)]] if label in order else labels
        behind = (earlier or labels[:1])[-1:]
        if above.style == "{" or self._in_brackets(path):
            text = f"{scalar(label, flow=True)}: {flow(value)}"
            place = above.value[behind[0]].end if behind else (above.line, above.column + 1)
            return Patch(self._offset(*place), self._offset(*place), ", " + text if behind else text)
        indent = above.keys[labels[0]][1] - 1
        return self._below(above.value[behind[0]].end[0], field(label, value, indent, self._step))

    def _row(self, rows: Node, value: Value) -> list[str]:
        """A row as the last of them is: in brackets or not, and as far in."""
        last: Node = rows.value[-1]
        block = not last.style if isinstance(last.value, dict) else None
        offset = last.column - rows.column if last.line == self._dash_line(last) else 2
        return item(value, rows.column - 1, self._step, offset=max(2, offset), block=block)

    def _dash_line(self, node: Node) -> int:
        """The node's line when its dash stands there too."""
        before = self.lines[node.line - 1][: node.column - 1]
        return node.line if before.strip() == "-" else 0

    def _at_end(self, value: Value) -> Patch:
        """A record at the end of the file, apart from the one before when the others stand apart."""
        root = self.root
        rows = root.value if root is not None and isinstance(root.value, list) else []
        lines = self._row(root, value) if root is not None and rows else item(value, 0, self._step, block=True)
        apart = len(rows) < 2 or any(not line.strip() for line in self.lines[rows[-2].end[0] : rows[-1].line])
        end = self.end_of_line
        text = "" if not self.text or self.text.endswith(("\n", "\r")) else end
        if apart and self.text.strip() and (self.lines[-2].strip() if not text and len(self.lines) > 1 else text):
            text += end
        return Patch(len(self.text), len(self.text), text + "".join(line + end for line in lines))

    def _below(self, line: int, lines: list[str]) -> Patch:
        """New lines below this one, with its line end."""
        if line < len(self.starts):
            place = self.starts[line]
            end = "\r\n" if self.text[:place].endswith("\r\n") else self.text[place - 1]
            return Patch(place, place, "".join(one + end for one in lines))
        return Patch(len(self.text), len(self.text), "".join(self.end_of_line + one for one in lines))

    @cached_property
    def _step(self) -> int:
        """How much further in than its label a list stands in this file."""
        for node in self.root.walk() if self.root is not None else ():
            for label, below in node.value.items() if isinstance(node.value, dict) else ():
                if isinstance(below.value, list) and below.value and not below.style:
                    return max(0, int(below.column) - node.keys[label][1])
        return 2


def descend(node: Node | None, path: Path) -> Node | None:
    """What the path leads to below the node; None when it leads nowhere."""
    for step in path:
        below = node.value if node is not None else None
        if isinstance(below, dict) and isinstance(step, str):
            node = below.get(step)
        elif isinstance(below, list) and isinstance(step, int) and 0 <= step < len(below):
            node = below[step]
        else:
            return None
    return node


def _is(node: Node, key: str) -> bool:
    return isinstance(node.value, str) and node.value.strip() == key


def _said(path: Path) -> str:
    steps = [f"第{step + 1}条" if isinstance(step, int) else f"“{step}”" for step in path]
    return "".join(steps[-2:]) or "内容"


def _difference(name: str, old: str, new: str) -> str:
    before, after = split(old), split(new)
    if old.endswith(("\n", "\r")):
        before.pop()
    if new.endswith(("\n", "\r")):
        after.pop()
    return "\n".join(difflib.unified_diff(before if old else [], after, name, name, n=2, lineterm=""))
