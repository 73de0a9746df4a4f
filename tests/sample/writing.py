"""Writes data files as a clerk would: labels in order, comments above, short lists on one line."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq


class Plain(str):
    """Text that is written without quotes, whatever YAML would take it for."""

    __slots__ = ()


class Flow(list[Any]):
    """A short list on one line."""


class Inline(dict[str, Any]):
    """A small mapping on one line."""


@dataclass(frozen=True)
class Noted:
    """A record with the comment above it."""

    record: dict[str, Any]
    note: str = ""


def yuan(amount: Decimal | str) -> Plain:
    """`12,000.00`."""
    return Plain(f"{Decimal(str(amount).replace(',', '')):,.2f}")


def bare(amount: Decimal) -> Plain:
    """`12000.00`, for where a comma would end the value."""
    return Plain(f"{amount:.2f}")


def _yaml() -> YAML:
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 100_000  # a paragraph stays on its line: a fold would put a blank between two characters

    yaml.representer.ignore_aliases = lambda data: True  # one date in two places is written twice

    def plain(representer: Any, text: Plain) -> Any:
        kind = "int" if text.isdigit() else "float" if text.replace(".", "", 1).isdigit() else "str"
        return representer.represent_scalar(f"tag:yaml.org,2002:{kind}", str(text))

    yaml.representer.add_representer(Plain, plain)
    return yaml


YAML_WRITER = _yaml()


def _node(value: Any) -> Any:
    if isinstance(value, Mapping):
        node = CommentedMap({key: _node(child) for key, child in value.items()})
        if isinstance(value, Inline):
            node.fa.set_flow_style()
        return node
    if isinstance(value, (list, tuple)):
        children = CommentedSeq([_node(child) for child in value])
        if isinstance(value, Flow):
            children.fa.set_flow_style()
        return children
    return value


def _text(noted: Noted) -> str:
    out = io.StringIO()
    YAML_WRITER.dump(
        _node({label: value for label, value in noted.record.items() if value not in (None, "", [], ())}), out
    )
    lines = out.getvalue().splitlines()
    above = f"# {noted.note}\n" if noted.note else ""
    return above + "".join(f"{'- ' if index == 0 else '  '}{line}".rstrip() + "\n" for index, line in enumerate(lines))


def write(path: Path, head: Iterable[str], records: Iterable[Noted]) -> None:
    """One data file: what the clerk should know, then the records."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(f"# {line}\n" for line in head) + "".join("\n" + _text(noted) for noted in records)
    path.write_text(text, encoding="utf-8", newline="\n")
