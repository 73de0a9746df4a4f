"""Many changes to one file at once: records as they shall be, against the text that a person wrote.

Only what differs is patched; comments, order, quotes and every other byte stay. All patches are made against the same
text and proven together, so that thousands of new records cost one reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.editing.document import Document, NotEdited
from generator.editing.patches import Path
from generator.editing.proof import Patch, prove_all, said, thawed
from generator.editing.values import Value, flow, scalar
from generator.trees.reader import Node

Order = Callable[[tuple[str, ...]], Sequence[str]]
"""The labels of a form, in its order, by the labels that lead to it."""


@dataclass(frozen=True)
class Rewritten:
    """What shall become of a file: its records by 编号, and new ones, each behind the record of a 编号.

    None in place of a record or of a row: it goes. A label that a record lacks here is emptied; a new record behind ""
    goes to the end.
    """

    records: Mapping[str, Any]
    new: Sequence[tuple[str, Mapping[str, Any]]] = ()

    def of(self, document: Document, order: Order) -> Document:
        """The document with the changes, proven. Raises NotEdited when a program cannot make them safely."""
        work = _Work(document, order)
        patches = [patch for key, value in self.records.items() for patch in work.record(key, value)]
        patches += [work.inserted(behind, value) for behind, value in self.new]
        return work.patched(sorted(patches, key=lambda one: one.start), self._expected(document))

    def _expected(self, document: Document) -> Any:
        plain = document.root.plain() if document.root is not None else None
        if isinstance(plain, dict):
            return _after(plain, self.records.get(str(plain.get("编号")), plain))
        behind: dict[str, list[Any]] = {}
        for key, value in self.new:
            behind.setdefault(key, []).append(thawed(value))
        rows = []
        for row in plain or []:
            key = str(row.get("编号") or "").strip() if isinstance(row, dict) else ""
            value = self.records.get(key, row) if key else row
            rows += [] if value is None else [_after(row, value)]
            rows += behind.pop(key, []) if key else []
        return [*rows, *behind.pop("", [])]


@dataclass(frozen=True)
class _Work:
    document: Document
    order: Order

    def patched(self, patches: Sequence[Patch], expected: Any) -> Document:
        text, place = [], 0
        for one in patches:
            if one.start < place:
                raise NotEdited(f"{self.document.name} 里要改的地方连在一起,没有改。请手工改。")
            text += [self.document.text[place : one.start], one.text]
            place = one.end
        new = self.document.again("".join([*text, self.document.text[place:]]))
        if wrong := prove_all(self.document.data, new.data, patches, expected):
            raise NotEdited(f"{self.document.name} 不能由程序安全地改({wrong}),没有动它。请手工照表里改。")
        return new

    def record(self, key: str, value: Any) -> Iterator[Patch]:
        path = self.document.find(key)
        node = self.document.at(path) if path is not None else None
        if node is None or path is None:
            raise NotEdited(f"{self.document.name} 里没有编号“{key}”的记录,多半是别人刚改过。再运行一次。")
        if value is None:
            yield self._without(node)
        else:
            yield from self._between(path, node, value)

    def inserted(self, behind: str, value: Mapping[str, Any]) -> Patch:
        patches, path = self.document.patches, self.document.find(behind) if behind else None
        root = self.document.root
        if root is not None and isinstance(root.value, dict):
            raise NotEdited(f"{self.document.name} 只有一条记录,不是列表。请手工改成每条以“- ”开头再试。")
        if root is None or not path or path[0] == len(root.value) - 1:
            return patches.at_end(_filled(value))
        return patches.between(int(path[0]), _filled(value))

    def _between(self, path: Path, node: Node, value: Any) -> Iterator[Patch]:
        """What leads from what is written to the value."""
        patches = self.document.patches
        if isinstance(node.value, list) and isinstance(value, str):
            value = [value]
        if _same(node.plain(), value):
            return
        if isinstance(node.value, dict) and isinstance(value, Mapping):
            yield from self._labels(path, node, value)
        elif isinstance(node.value, list) and isinstance(value, list):
            yield from self._rows(path, node, value)
        elif node.value is None:
            yield patches.filling(path, node, _filled(value))
        elif node.style in ("|", ">") or (not isinstance(node.value, str) and node.style not in ("[", "{")):
            raise NotEdited(f"{self.document.name}:{node.line} 这里有几行,不能由程序改。请在文件里手工改。")
        elif value is None or value == []:
            yield patches.over(node, "")
        else:
            inside = patches.in_brackets(path)
            text = scalar(value, flow=inside, like=node.style) if isinstance(value, str) else flow(_filled(value))
            yield patches.over(node, text)

    def _labels(self, path: Path, node: Node, value: Mapping[str, Any]) -> Iterator[Patch]:
        order = self.order(tuple(step for step in path if isinstance(step, str)))
        for label, below in node.value.items():
            yield from self._between((*path, label), below, value.get(label))
        for label in sorted(set(value) - set(node.value), key=lambda one: _rank(order, one)):
            if value[label] not in (None, [], {}):
                yield self.document.patches.new_field((*path, label), node, _filled(value[label]), order)

    def _rows(self, path: Path, node: Node, rows: Sequence[Any]) -> Iterator[Patch]:
        if node.style == "[" and (None in rows or len(rows) < len(node.value)):
            yield self.document.patches.over(node, flow([_filled(row) for row in rows if row is not None]))
            return
        for place, below in enumerate(node.value):
            row = rows[place] if place < len(rows) else None
            if row is None:
                yield self._without(below)
            else:
                yield from self._between((*path, place), below, row)
        for row in rows[len(node.value) :]:
            yield self.document.patches.appended(node, _filled(row))

    def _without(self, node: Node) -> Patch:
        """The lines of a row go; comments above it stay."""
        line, lines = node.line, self.document.lines
        if not lines[line - 1][: node.column - 1].strip() == "-":
            raise NotEdited(f"{self.document.name}:{line} 这一行不能由程序删去。请在文件里手工删。")
        end = max(node.end[0], line)
        if line > 1 and end < len(lines) and not lines[line - 2].strip() and not lines[end].strip():
            end += 1
        starts = [*self.document.starts, len(self.document.text)]
        return Patch(starts[line - 1], starts[min(end, len(starts) - 1)], "", whole=True)


def _rank(order: Sequence[str], label: str) -> tuple[int, str]:
    return (order.index(label) if label in order else len(order), label)


def _filled(value: Any) -> Value:
    """The value without what is not written."""
    if isinstance(value, Mapping):
        return {label: _filled(one) for label, one in value.items() if one not in (None, [], {})}
    return [_filled(one) for one in value] if isinstance(value, list) else value


def _same(old: Any, new: Any) -> bool:
    return bool(said(old) == said(_kept(new)))


def _kept(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {label: _kept(one) for label, one in value.items()}
    return [_kept(one) for one in value if one is not None] if isinstance(value, list) else value


def _after(old: Any, value: Any) -> Any:
    """The plain tree that is to be read afterwards."""
    if isinstance(old, list) and isinstance(value, str):
        value = [value]
    if isinstance(old, Mapping) and isinstance(value, Mapping):
        return {label: _after(old.get(label), value.get(label)) for label in {**old, **value}}
    if isinstance(value, list):
        before = old if isinstance(old, list) else []
        return [_after(before[i] if i < len(before) else None, one) for i, one in enumerate(value) if one is not None]
    return thawed(_filled(value)) if value is not None else None
