"""Records written down as they are: the vocabulary of the families that need no arithmetic.

`entry("pairing-town", 地方="haibin", 类别="结对联村", 单位数=39)` is the record; what is a date, a period or a number in the
text becomes one in the file, short lists and rows go on one line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from tests.sample.writing import Flow, Inline, Noted, Plain

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BARE = re.compile(r"\d{4}(-\d\d|-[QH]\d)?|-?\d[\d,]*(\.\d+)?")
_LINE = 110
"""As much of a list or a row as a clerk writes on one line; a Chinese character counts as two columns."""


@dataclass(frozen=True)
class Sheet:
    """One data file: its name below the township's folder, what the clerk should know, the records."""

    name: str
    head: tuple[str, ...]
    records: Sequence[Noted]


@dataclass(frozen=True)
class Folder:
    """A place that is told in plain records only."""

    slug: str
    name: str
    sheets: tuple[Sheet, ...]


def entry(name: str, comment: str = "", /, **fields: Any) -> Noted:
    """A record; the labels are the names of the arguments."""
    return Noted({"编号": name} | {label: _tidy(value) for label, value in fields.items()}, comment)


def row(**fields: Any) -> dict[str, Any]:
    """A row inside a record."""
    return fields


def code(text: str) -> DoubleQuotedScalarString:
    """Digits that are a name and no number: an account code, a voucher number."""
    return DoubleQuotedScalarString(text)


def _tidy(value: Any) -> Any:
    if type(value) is str and _DAY.fullmatch(value):
        return date.fromisoformat(value)
    if type(value) is str and _BARE.fullmatch(value):
        return Plain(value)
    if isinstance(value, dict):
        return _row({label: _tidy(child) for label, child in value.items()})
    if isinstance(value, (list, tuple)):
        children = [_tidy(child) for child in value]
        flat = not any(isinstance(child, (dict, list)) for child in children)
        return Flow(children) if flat and _width(children) <= _LINE else children
    return value


def _row(fields: dict[str, Any]) -> dict[str, Any]:
    flat = not any(isinstance(child, (dict, list)) for child in fields.values())
    if not flat or _width([*fields, *fields.values()]) > _LINE:
        return fields
    # A comma would end a value that stands in braces.
    return Inline({k: Plain(v.replace(",", "")) if isinstance(v, Plain) else v for k, v in fields.items()})


def _width(values: Sequence[Any]) -> int:
    return sum(2 + sum(1 + (char > "⺀") for char in str(value)) for value in values)


def step(name: str, day: str, **fields: Any) -> dict[str, Any]:
    """One step of a procedure."""
    return {"步骤": name, "日期": day} | fields


def published(
    name: str,
    items: list[str],
    place: str,
    publisher: str,
    records: list[str],
    days: tuple[str, str, str, str],
    posts: tuple[str, str, str],
    **more: Any,
) -> Noted:
    """One act of publishing: proposed, reviewed, approved and out on these days, by these posts."""
    proposed, reviewed, approved, out = days
    return entry(
        name,
        事项=items,
        地方=place,
        公开主体=publisher,
        记录=records,
        提出=row(职务=posts[0], 日期=proposed),
        审核=row(职务=posts[1], 日期=reviewed, 保密审查="是"),
        审批=row(职务=posts[2], 日期=approved),
        **({"上网日期": out, "渠道": ["网站"]} | more),
    )


def set_up(
    slug: str,
    publisher: str,
    organisations: Sequence[Noted],
    days: tuple[str, str, str, str],
    posts: tuple[str, str, str],
) -> Noted:
    """The party organisations of a place, published together."""
    party = ("乡镇党委", "党总支", "党支部", "党小组")
    records = [f"organisation/{one.record['编号']}" for one in organisations if one.record["类别"] in party]
    return published(f"{slug}-org-2026", ["party-org-setup"], slug, publisher, records, days, posts)
