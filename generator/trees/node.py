"""A value of a YAML file as somebody typed it, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Node:
    """A value as typed: text (None when empty), list or mapping, with the place of the value and of its keys."""

    line: int
    column: int
    value: Any = None
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Only in mappings: where each key stands."""
    style: str = ""
    """As YAML writes it: `'`, `"`, `|` or `>` for such text, `{` or `[` for what stands in brackets, else nothing."""
    end_line: int = 0
    end_column: int = 0
    """Just behind the value, as typed; of what has no bracket of its own `end` tells it."""

    @property
    def end(self) -> tuple[int, int]:
        """Line and column just behind the value, before any comment; its own place when nothing is written."""
        node = self
        while not node.end_line and node.value:
            node = next(reversed(node.value.values())) if isinstance(node.value, dict) else node.value[-1]
        return (node.end_line, node.end_column) if node.end_line else (node.line, node.column)

    def plain(self) -> Any:
        """The same without positions: str, None, list and dict; of a repeated key the first value."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items() if "#" not in key}
        return [node.plain() for node in self.value] if isinstance(self.value, list) else self.value

    def walk(self) -> Iterator[Node]:
        """This node and everything below it."""
        yield self
        children = self.value.values() if isinstance(self.value, dict) else self.value
        for child in children if isinstance(self.value, (dict, list)) else ():
            yield from child.walk()

    def locate(self, path: tuple[str | int, ...], *, of_key: bool = False) -> tuple[int, int]:
        """Line and column of what the path leads to; of the nearest thing above when it leads nowhere."""
        node, place = self, (self.line, self.column)
        for step in path:
            if isinstance(node.value, dict) and step in node.value:
                key = str(step)
                place, node = node.keys[key], node.value[key]
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
            else:
                return place
            if not of_key and (node.value is not None or isinstance(step, int)):
                place = (node.line, node.column)
        return place
