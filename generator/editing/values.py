"""Values → YAML text that no reader can take for something else: quoted whenever in doubt, in the neighbours' style."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from generator.model import Level
from generator.trees.reader import read

Value: TypeAlias = "str | Mapping[str, Value] | Sequence[Value] | None"
"""What can be written: text as it shall be read back, nothing, a mapping or a list."""

_WIDEST = 100
_LONG = 60  # a text as long as this is not put into brackets

_BEGINS = re.compile(r"[\w\u3000-\u9fff（(“《+-]", re.ASCII)
_LIST_LIKE = re.compile(r"-(?!\d)")
_RISKY = re.compile(r":(\s|$)|：|\s#|^#|\{\{|[\[\]{}\t\r\n]|\s$|^\s")
_OTHERWISE = re.compile(
    r"y|n|yes|no|on|off|true|false|null|none|~|="  # truth values and nothing
    r"|[-+]?0[0-9_]+|0[xob][0-9a-f_]+|[-+]?[0-9][0-9_]*_[0-9_]*"  # codes whose zeros would go, other bases
    r"|[-+]?[0-9.,]*[0-9.]e[-+]?[0-9]+|[-+]?\.?(inf|nan)"  # exponents
    r"|[0-9]+(:[0-9]+)+(\.[0-9]*)?",  # sixties
    re.IGNORECASE | re.ASCII,
)


def scalar(text: str, *, flow: bool = False, like: str = "") -> str:
    """One text; `flow`: inside brackets; `like`: in these quotes, as the text had them that it replaces."""
    if like not in ("'", '"') and _is_plain(text, flow=flow):
        return text
    single = like == "'" or (like != '"' and ('"' in text or "\\" in text))
    if single and not re.search(r"[\r\n\t]", text):
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=False)


def _is_plain(text: str, *, flow: bool) -> bool:
    """Whether the text needs no quotes: by the rules above, and because the reader takes it for just that."""
    if not text or not _BEGINS.match(text) or _LIST_LIKE.match(text) or _RISKY.search(text):
        return False
    if _OTHERWISE.fullmatch(text) or (flow and re.search(r"[,:]", text)):
        return False
    node, findings = read(f"- 甲: {text}\n".encode(), "")
    lost = [one for one in findings if one.level is Level.ERROR]
    return node is not None and node.plain() == [{"甲": text}] and not lost


def flow(value: Value) -> str:
    """A value in brackets, on one line."""
    match value:
        case None:
            return ""
        case str():
            return scalar(value, flow=True)
        case Mapping():
            return "{" + ", ".join(_pair(label, flow(one)) for label, one in value.items()) + "}"
        case _:
            return "[" + ", ".join(flow(one) if one is not None else "~" for one in value) + "]"


def _pair(label: str, text: str) -> str:
    return f"{scalar(label, flow=True)}: {text}"


def in_brackets(value: Value) -> bool:
    """Whether the value reads well on one line: short texts, and nothing nested but lists of them."""
    match value:
        case None:
            return True
        case str():
            return len(value) <= _LONG and "\n" not in value
        case Mapping():
            return all(not isinstance(one, Mapping) and in_brackets(one) for one in value.values())
        case _:
            return all(isinstance(one, str) and in_brackets(one) for one in value)


def field(label: str, value: Value, indent: int, step: int) -> list[str]:
    """The lines of one field; `step`: how much further a list below its label is indented."""
    head = f"{' ' * indent}{scalar(label)}:"
    if isinstance(value, str):
        return [f"{head} {scalar(value)}"]
    if value is None:
        return [head]
    if not value or in_brackets(value):
        return [f"{head} {flow(value)}"]
    if isinstance(value, Mapping):
        return [head, *(line for key, one in value.items() for line in field(key, one, indent + 2, step))]
    return [head, *(line for one in value for line in item(one, indent + step, step))]


def item(value: Value, indent: int, step: int, *, offset: int = 2, block: bool | None = None) -> list[str]:
    """The lines of one row; `offset`: from the dash to the text, `block`: as the neighbours are, None: as it fits."""
    dash = f"{' ' * indent}-{' ' * (offset - 1)}"
    if isinstance(value, Mapping) and value:
        text = flow(value)
        if block is True or (block is None and not (in_brackets(value) and len(text) <= _WIDEST)):
            lines = [line for label, one in value.items() for line in field(label, one, indent + offset, step)]
            return [dash + lines[0][indent + offset :], *lines[1:]]
        return [dash + text]
    return [dash + (scalar(value) if isinstance(value, str) else flow(value) or "~")]
