"""How a clerk names one value of a record: `期末结存`, `收入.果园承包费.金额`, `收入[2].金额`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from generator.model import Record, Unusable, nearest
from generator.model.record import row_in
from generator.model.text import fold
from generator.trees.reader import Node

_ROW = re.compile(r"\[(\d+)\]|第(\d+)[行条]", re.ASCII)
_FIXED = ("id", "place", "period")
Path = tuple[str | int, ...]


def located(record: Record, node: Node, said: str) -> Path:
    """The path of the value. Rows count from 1, or go by a text in them. Raises Unusable with what there is.

    What names the record (编号, place, period) is refused: its page's address and its duties hang on it.
    """
    text = _ROW.sub(lambda found: f".{found[1] or found[2]}.", unicodedata.normalize("NFC", said.strip()))
    words = [word for word in re.split(r"\.+", text) if word]
    path: list[str | int] = []
    current = node
    while words:
        if isinstance(current.value, list):
            row, used = _row(current, words, said)
            path.append(row)
            current, words = current.value[row], words[used:]
            continue
        label = words.pop(0)
        below = current.value.get(label) if isinstance(current.value, dict) else None
        path.append(label)
        if below is None:
            _known(record, path, current, label)
            if words:
                raise Unusable(f"“{said}”里的“{label}”没有写内容,下面没有“{words[0]}”。")
            break
        current = below
    fixed = {str(type(record).model_fields[name].alias) for name in _FIXED if name in type(record).model_fields}
    if not path or path[0] in fixed:
        raise Unusable(
            f"“{said}”不能更正:编号、地方、期间公开以后不改。整条写错了,用 gongkai publish --withdraw 撤回,再重新公开。"
        )
    if isinstance(current.value, (dict, list)) and current is not node and path:
        raise Unusable(f"“{said}”是一组内容,要写到其中一项,例如 {_example(said, current)}。")
    return tuple(path)


def spoken(path: Path, names: Sequence[str]) -> str:
    """The path as a reader understands it; `names`: what each row on the way is called, empty where that is closed."""
    said, rows = str(path[0]), iter(names)
    for step in path[1:]:
        if isinstance(step, int):
            name = next(rows, "")
            said += f"“{name}”" if name else f"第{step + 1}行"
        else:
            said += f"的{step}"
    return said


def title(row: Node) -> tuple[str, str]:
    """The label and text by which a row is known: the first of its texts that is no number or date."""
    for label, below in row.value.items() if isinstance(row.value, dict) else ():
        if isinstance(below.value, str) and not re.fullmatch(r"[-+0-9.,/:年月日 ]*", fold(below.value)):
            return label, below.value.strip()
    return "", row.value.strip() if isinstance(row.value, str) else ""


def _row(rows: Node, words: list[str], said: str) -> tuple[int, int]:
    """Which row, and how many of the words name it: a text may hold full stops."""
    if words[0].isascii() and words[0].isdigit() and len(words[0]) < 5:
        number = int(words[0])
        if 1 <= number <= len(rows.value):
            return number - 1, 1
        raise Unusable(f"“{said}”:没有第{number}行。行从1数起,一共{len(rows.value)}行。")
    for used in range(len(words), 0, -1):
        name = fold(".".join(words[:used]))
        for texts in (_titles, _texts):
            found = [number for number, row in enumerate(rows.value) if name in texts(row)]
            if len(found) == 1:
                return found[0], used
            if found:
                numbers = "、".join(f"第{number + 1}行" for number in found)
                raise Unusable(
                    f"“{said}”:“{'.'.join(words[:used])}”有几行({numbers})。写行数,例如 {said.split('.', maxsplit=1)[0]}[{found[0] + 1}]。"
                )
    known = [title(row)[1] for row in rows.value]
    raise Unusable(f"“{said}”:没有“{words[0]}”这一行。{nearest(words[0], known)}写摘要,或写行数(从1数起)。")


def _titles(row: Node) -> set[str]:
    return {fold(title(row)[1])}


def _texts(row: Node) -> set[str]:
    return {fold(below.value) for below in row.walk() if isinstance(below.value, str)}


def _known(record: Record, path: list[str | int], current: Node, label: str) -> None:
    """A field that is not written must at least be one of the form."""
    kind: type = type(record)
    for step in path[:-1]:
        fields = getattr(kind, "model_fields", {}).values()
        if isinstance(step, str):
            field = next((one for one in fields if one.alias == step), None)
            kind = (row_in(field.annotation) if field else None) or object
    labels = [
        str(one.alias) for one in getattr(kind, "model_fields", {}).values() if not str(one.alias).startswith("@")
    ]
    if not isinstance(current.value, dict) or label not in labels:
        raise Unusable(f"没有“{label}”这一项。{nearest(label, labels)}可以写:{'、'.join(labels)}。")


def _example(said: str, node: Node) -> str:
    if isinstance(node.value, list) and node.value:
        row = node.value[0]
        below = list(row.value)[-1] if isinstance(row.value, dict) and row.value else ""
        return f"{said}.{title(row)[1] or 1}" + (f".{below}" if below else "")
    return f"{said}.{next(iter(node.value), '')}"
