"""Where and with what text a file is patched, in the manner of what already stands there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.editing.proof import Patch
from generator.editing.values import Value, field, flow, item, scalar
from generator.trees.reader import Node

if TYPE_CHECKING:
    from generator.editing.document import Document

Path = tuple[str | int, ...]
"""Labels and places in lists, from the top of the file: `(3, "收入", 0, "金额")`."""


@dataclass(frozen=True)
class Patches:
    """The patches that one document can be given; none of them is proven yet."""

    document: Document

    def over(self, node: Node, text: str) -> Patch:
        return Patch(self.offset(node.line, node.column), self.offset(*node.end), text)

    def offset(self, line: int, column: int) -> int:
        return self.document.starts[line - 1] + column - 1

    def in_brackets(self, path: Path) -> bool:
        above = (self.document.at(path[:depth]) for depth in range(len(path)))
        return any(node is not None and node.style in ("{", "[") for node in above)

    def filling(self, path: Path, node: Node, value: Value) -> Patch:
        """Something behind a label that has nothing; rows go below it."""
        inside = self.in_brackets(path)
        if not isinstance(value, str) and value and not inside and not (node.end_column > node.column):
            above = self.document.at(path[:-1])
            indent = above.keys[path[-1]][1] - 1 if above is not None and isinstance(path[-1], str) else 0
            lines = field("甲", value, indent, self._step)
            if len(lines) > 1:
                return self.below(node.line, lines[1:])
        patch = self.over(node, scalar(value, flow=inside) if isinstance(value, str) else flow(value))
        if patch.start == patch.end and not self.document.text[: patch.start].endswith((" ", "\n", "\r")):
            return Patch(patch.start, patch.end, " " + patch.text)
        return patch

    def new_field(self, path: Path, above: Node, value: Value, order: Sequence[str]) -> Patch:
        label = str(path[-1])
        labels = list(above.value)
        earlier = [one for one in labels if one in order[: order.index(label)]] if label in order else labels
        behind = (earlier or labels[:1])[-1:]
        if above.style == "{" or self.in_brackets(path):
            text = f"{scalar(label, flow=True)}: {flow(value)}"
            place = above.value[behind[0]].end if behind else (above.line, above.column + 1)
            return Patch(self.offset(*place), self.offset(*place), ", " + text if behind else text)
        indent = above.keys[labels[0]][1] - 1
        return self.below(above.value[behind[0]].end[0], field(label, value, indent, self._step))

    def row(self, rows: Node, value: Value) -> list[str]:
        """A row as the last of them is: in brackets or not, and as far in."""
        last: Node = rows.value[-1]
        block = not last.style if isinstance(last.value, dict) else None
        offset = last.column - rows.column if last.line == self._dash_line(last) else 2
        return item(value, rows.column - 1, self._step, offset=max(2, offset), block=block)

    def _dash_line(self, node: Node) -> int:
        """The node's line when its dash stands there too."""
        before = self.document.lines[node.line - 1][: node.column - 1]
        return node.line if before.strip() == "-" else 0

    def at_end(self, value: Value) -> Patch:
        """A record at the end of the file, apart from the one before when the others stand apart."""
        root, whole, written = self.document.root, self.document.text, self.document.lines
        rows = self._records
        lines = self.row(root, value) if root is not None and rows else item(value, 0, self._step, block=True)
        apart = len(rows) < 2 or any(not line.strip() for line in written[rows[-2].end[0] : rows[-1].line])
        end = self.document.end_of_line
        text = "" if not whole or whole.endswith(("\n", "\r")) else end
        if apart and whole.strip() and (written[-2].strip() if not text and len(written) > 1 else text):
            text += end
        return Patch(len(whole), len(whole), text + "".join(line + end for line in lines))

    def appended(self, rows: Node, value: Value) -> Patch:
        """One more row behind the last of a list."""
        if rows.style != "[":
            return self.below(rows.end[0], self.row(rows, value))
        text = ", " + flow(value) if rows.value else flow(value)
        place = rows.value[-1].end if rows.value else (rows.line, rows.column + 1)
        return Patch(self.offset(*place), self.offset(*place), text)

    def between(self, place: int, value: Value) -> Patch:
        """A record behind the one at this place of the file, apart from it when the others stand apart."""
        lines, root = self.document.lines, self.document.root
        if root is None:
            return self.at_end(value)
        line = root.value[place].end[0]
        while line < len(lines) and lines[line].startswith((" ", "\t")) and lines[line].strip().startswith("#"):
            line += 1  # a remark that belongs to the record above
        apart = not lines[line].strip() if line < len(lines) else False
        return self.below(line, [*([""] if apart else []), *self.row(root, value)])

    def below(self, line: int, lines: list[str]) -> Patch:
        """New lines below this one, with its line end."""
        if line < len(self.document.starts):
            place = self.document.starts[line]
            end = "\r\n" if self.document.text[:place].endswith("\r\n") else self.document.text[place - 1]
            return Patch(place, place, "".join(one + end for one in lines))
        return Patch(
            len(self.document.text), len(self.document.text), "".join(self.document.end_of_line + one for one in lines)
        )

    @property
    def _records(self) -> list[Node]:
        root = self.document.root
        return root.value if root is not None and isinstance(root.value, list) else []

    @cached_property
    def _step(self) -> int:
        """How much further in than its label a list stands in this file."""
        for node in self.document.root.walk() if self.document.root is not None else ():
            for label, below in node.value.items() if isinstance(node.value, dict) else ():
                if isinstance(below.value, list) and below.value and not below.style:
                    return max(0, int(below.column) - node.keys[label][1])
        return 2
