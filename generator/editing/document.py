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

from generator.editing.patches import Patches, Path
from generator.editing.proof import Patch, change, prove
from generator.editing.values import Value, scalar
from generator.model import Level, Unusable
from generator.trees.characters import split
from generator.trees.reader import Node, read

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

    @cached_property
    def patches(self) -> Patches:
        """What it can be patched with."""
        return Patches(self)

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
            return self._changed(self.patches.new_field(path, above, value, order), path, value)
        if node is None:
            raise NotEdited(f"{self.name} 里没有{_said(path)},没有改。")
        if node.value is None:
            return self._changed(self.patches.filling(path, node, value), path, value)
        if not isinstance(value, str) or not isinstance(node.value, str):
            raise NotEdited(f"{self.name}:{node.line} 的{_said(path)}不是一个值,请手工改。")
        if node.style in ("|", ">"):
            raise NotEdited(f"{self.name}:{node.line} 的{_said(path)}是用“{node.style}”写的多行文字,请手工改。")
        text = scalar(value, flow=self.patches.in_brackets(path), like=node.style)
        return self._changed(self.patches.over(node, text), path, value)

    def append(self, path: Path, value: Value, order: Sequence[str] = ()) -> Document:
        """One more row at the end of a list; the list is made when there is none. Path (): one more record."""
        node = self.at(path) if path else self.root
        if node is None or node.value is None:
            return self.put(path, [value], order) if path else self._changed(self.patches.at_end(value), path, [value])
        if isinstance(node.value, str) and isinstance(value, str) and node.style not in ("|", ">"):
            both = [node.value, value]  # one value alone stands for a list of one
            text = f"[{scalar(node.value, flow=True, like=node.style)}, {scalar(value, flow=True)}]"
            return self._changed(self.patches.over(node, text), path, both)
        if not isinstance(node.value, list):
            raise NotEdited(f"{self.name}:{node.line} {_said(path)}不是列表,请手工改成每行以“- ”开头的列表再试。")
        patch = self.patches.appended(node, value) if path or node.style == "[" else self.patches.at_end(value)
        return self._changed(patch, (*path, len(node.value)), value)

    def again(self, text: str) -> Document:
        """A document of the same name and encoding with another text."""
        mark = _MARK if self.data.startswith(_MARK) else b""
        return Document(self.name, mark + text.encode())

    def difference(self, old: Document | None = None) -> str:
        """Unified diff from the old document (None: from nothing) to this one."""
        return _difference(self.name, old.text if old else "", self.text)

    def _changed(self, patch: Patch, path: Path, value: Value) -> Document:
        text = self.text[: patch.start] + patch.text + self.text[patch.end :]
        new = self.again(text)
        before = self.root.plain() if self.root is not None else None
        wrong = prove(self.data, new.data, patch, change(before, path, value))
        if wrong:
            shown = _difference(self.name, self.text, text)
            raise NotEdited(f"{self.name} 不能由程序安全地改({wrong}),没有动它。请手工照这样改:\n{shown}")
        return new


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
