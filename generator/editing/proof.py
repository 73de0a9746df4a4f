"""The proof of an edit: what the new text says differs from the old in one thing only, and so do its bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model import Level
from generator.trees.characters import decode
from generator.trees.reader import Node, read


@dataclass(frozen=True, slots=True)
class Patch:
    """Text to put in place of what stands between two places of the old text (counted without byte order mark)."""

    start: int
    end: int
    text: str
    whole: bool = False
    """Whether a whole row goes, with what is written inside it."""


def change(plain: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """The plain tree with the value at the path; at the place behind the last row of a list, a row is added."""
    if not path:
        return thawed(value)
    first, rest = path[0], path[1:]
    if isinstance(plain, dict):
        return plain | {first: change(plain.get(first), rest, value)}
    rows = list(plain)
    if first == len(rows):
        return [*rows, thawed(value)]
    return [change(row, rest, value) if number == first else row for number, row in enumerate(rows)]


def thawed(value: Any) -> Any:
    """A value as the reader would give it back."""
    if isinstance(value, Mapping):
        return {label: thawed(one) for label, one in value.items()}
    return value if value is None or isinstance(value, str) else [thawed(one) for one in value]


def prove(old: bytes, new: bytes, patch: Patch, expected: Any) -> str:
    """Why the patch must not be applied; nothing when all is well."""
    node, findings = read(new, "")
    if node is None or _errors(findings) - _errors(read(old, "")[1]):
        return "改了以后读不出来"
    if node.plain() != expected:
        return "改了以后别的内容也变了"
    before, after = decode(old)[0], decode(new)[0]
    if before[: patch.start] != after[: patch.start] or before[patch.end :] != after[patch.start + len(patch.text) :]:
        return "别的行也会变"
    removed = before[patch.start : patch.end]
    if removed and not _is_one_value(removed):
        return "会删去不该删的文字"
    if not _keeps_order(read(old, "")[0], node):
        return "标签的先后会变"
    return ""


def prove_all(old: bytes, new: bytes, patches: Sequence[Patch], expected: Any) -> str:
    """Why these patches, in the order of their places, must not be applied together; nothing when all is well."""
    node, findings = read(new, "")
    before_node, before_findings = read(old, "")
    if _errors(findings) - _errors(before_findings):
        return "改了以后读不出来"
    if said(node.plain() if node is not None else None) != said(expected):
        return "改了以后别的内容也变了"
    before = decode(old)[0]
    removed = [before[one.start : one.end] for one in patches if not one.whole]
    if not all(_is_one_value(text) for text in removed if text):
        return "会删去不该删的文字"
    if not any(one.whole for one in patches) and not _keeps_order(before_node, node):
        return "标签的先后会变"
    return ""


def said(value: Any) -> Any:
    """What a plain tree says: nothing written, an empty list and an empty text are the same."""
    if isinstance(value, Mapping):
        return {label: found for label, one in value.items() if (found := said(one)) is not None} or None
    if isinstance(value, (list, tuple)):
        return [said(one) for one in value] or None
    return value or None


def _errors(findings: Any) -> Counter[str]:
    return Counter(one.message for one in findings if one.level is Level.ERROR)


def _is_one_value(text: str) -> bool:
    """What is taken away is one text with its quotes: no comment and no label may go with it."""
    if text[0] in "'\"":
        node, _ = read(f"- {text}\n".encode(), "")
        whole = node is not None and isinstance(node.value, list) and len(node.value) == 1
        return whole and isinstance(node.value[0].value, str) and node.value[0].style == text[0]  # type: ignore[union-attr]
    return " #" not in text and not text.startswith("#")


def _keeps_order(old: Node | None, new: Node | None) -> bool:
    """Labels that were there still follow each other as they did."""
    pending = [(old, new)]
    while pending:
        before, after = pending.pop()
        if before is None or after is None:
            continue
        if isinstance(before.value, dict) and isinstance(after.value, dict):
            if list(before.value) != [label for label in after.value if label in before.value]:
                return False
            pending += [(below, after.value[label]) for label, below in before.value.items()]
        elif isinstance(before.value, list) and isinstance(after.value, list):
            pending += zip(before.value, after.value, strict=False)
    return True
