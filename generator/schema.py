"""The data dictionary as JSON Schema (draft 7), so that an editor completes labels and words and explains them.

The loader reads raw text and stays the judge; a schema sees what a YAML 1.2 parser makes of the text, so a date is a
string, an amount a number or a string with commas. What the loader takes is never refused here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.dictionary import Entry, Family, Kind, families, names
from generator.model import Audience, Collection, Mode
from generator.model.record import EXTRA
from generator.records.item import DisclosureItem
from generator.records.jurisdiction import Jurisdiction

Schema = dict[str, Any]

FOLDER = ".vscode/schemas"
DIALECT = "http://json-schema.org/draft-07/schema#"
_SCALAR = ["string", "number"]
_BLANK: Schema = {"title": "不写", "not": {"type": ["string", "number", "boolean", "object", "array"]}}
"""Nothing behind the label counts as not written. As `type: null` an editor would offer the word null; without a title of
its own the language server takes it for the other alternatives and shows the label twice."""
_D = "[0-9０-９]"
_AMOUNT = rf"[-+－＋]?({_D}{{1,3}}([,，]{_D}{{3}})+|{_D}+)([.．]{_D}+)?"


def schema(family: Family, collection: Collection) -> Schema:
    """The schema of the family's files: a list of records, or one record alone; of Markdown its front matter."""
    record = _object(tuple(entry for entry in family.entries if entry.label not in family.given), collection)
    for label, said in _local(family, collection):
        record["properties"][label] = {"title": label, "description": said} | _or_blank(_text(200))
    record["patternProperties"] = {f"^{EXTRA}": {"title": "地方附加列"} | _or_blank(_text(200))}
    return {
        "$schema": DIALECT,
        "title": f"{family.label}({family.name})",
        "description": f"文件:{'、'.join(family.patterns)}",
        "definitions": {"record": {"title": family.label} | record},
        "anyOf": [
            {"type": "array", "items": {"$ref": "#/definitions/record"}},
            {"$ref": "#/definitions/record"},
        ],
    }


def text(family: Family, collection: Collection) -> str:
    """The schema as the bytes of its file."""
    return json.dumps(schema(family, collection), ensure_ascii=False, indent=1) + "\n"


def files(collection: Collection, only: str = "") -> Iterator[tuple[str, str]]:
    """One file a family, or that of the only one asked for: its name and its text."""
    for family in families(collection):
        if only in ("", family.name):
            yield f"{family.name}.json", text(family, collection)


def _local(family: Family, collection: Collection) -> Iterator[tuple[str, str]]:
    """Columns that local rules add to the records of the family."""
    mine = {item.id for item in collection.of(DisclosureItem) if item.data == family.name}
    columns = (column for rule in collection.of(Jurisdiction) for column in rule.columns if column.item in mine)
    yield from sorted({column.name: f"地方附加列。{column.meaning}" for column in columns}.items())


def _object(entries: tuple[Entry, ...], collection: Collection) -> Schema:
    wanted = [entry.label for entry in entries if entry.required]
    properties = {entry.label: _property(entry, collection) for entry in entries}
    required = {"required": wanted} if wanted else {}
    return {"type": "object", "properties": properties, **required, "additionalProperties": False}


def _property(entry: Entry, collection: Collection) -> Schema:
    value = _value(entry, collection)
    if entry.many:
        listed: Schema = {"type": "array", "items": value}
        value = {"anyOf": [value, listed]} if entry.alone else listed
    strict = entry.required and "anyOf" not in value
    return {"title": entry.label, "description": _said(entry)} | (value if strict else _or_blank(value))


def _said(entry: Entry) -> str:
    """Help, unit and example, as an editor shows them."""
    unit = f"单位:{entry.unit}。" if entry.unit and entry.unit != entry.help else ""
    return f"{entry.help}。{unit}{entry.kind.value}：{entry.kind.how}。例如 {entry.example}"


def _or_blank(value: Schema) -> Schema:
    return {"anyOf": [*value.get("anyOf", [value]), _BLANK]}


def _value(entry: Entry, collection: Collection) -> Schema:
    if entry.rows:
        return _object(entry.rows, collection)
    if entry.words:
        return {"enum": list(entry.words)}
    plain = _PLAIN[entry.kind]
    words = entry.listed or (names(collection, entry.ref) if entry.ref else ())
    return {"anyOf": [{"enum": list(words)}, plain]} if words else plain


def _text(length: int) -> Schema:
    return {"type": _SCALAR, "maxLength": length}


def _matching(pattern: str, said: str, types: list[str] | str = "string", **limits: int) -> Schema:
    """Text of a form, and the sentence when it has another."""
    return {"type": types, "pattern": rf"^\s*({pattern})\s*$", **limits, "errorMessage": said}


_WORDS: Schema = {"anyOf": [_text(200), {"type": "array", "items": _text(200)}]}
_ELEMENTS: Schema = {
    "type": "array",
    "items": {"anyOf": [_text(200), {"type": "object", "additionalProperties": {"type": "array"}}]},
}
_OPENINGS: Schema = {
    "type": "object",
    "properties": {audience.label: {"enum": [mode.value for mode in Mode]} for audience in Audience},
    "additionalProperties": False,
}
_PLAIN: dict[Kind, Schema] = {
    Kind.ID: _matching("[a-z0-9][a-z0-9/-]*", "编号只用小写字母、数字和连字符,最多40个", ["string", "integer"]),
    Kind.TEXT: _text(200),
    Kind.LONG: _text(5000),
    Kind.PERSON: _text(40),
    Kind.WORD: _text(200),
    Kind.COUNT: _matching(_AMOUNT, "这里写整数", _SCALAR, minimum=0),
    Kind.DAYS: _matching(_AMOUNT, "这里写天数,最多 3660", _SCALAR, minimum=0, maximum=3660),
    Kind.NUMBER: _matching(_AMOUNT, "这里写数字,例如 12,000.00;单位不写在数字后面", _SCALAR),
    Kind.MONEY: _matching(_AMOUNT, "这里写金额,例如 12,000.00;单位不写在数字后面", _SCALAR),
    Kind.FIGURE: _matching(rf"{_AMOUNT}|\*+|[xX×]{{2,}}", '这里写数字;原件遮盖的写 "**",没有的留空', _SCALAR),
    Kind.DAY: _matching(
        rf"{_D}{{4}}([-－]{_D}{{1,2}}[-－]|[/／]{_D}{{1,2}}[/／]|[.．]{_D}{{1,2}}[.．]|年{_D}{{1,2}}月){_D}{{1,2}}日?",
        "这里写日期,例如 2026-03-05",
    ),
    Kind.DATED: _matching(
        rf"{_D}{{4}}年?|{_D}{{4}}[-－]{_D}{{1,2}}|{_D}{{4}}年{_D}{{1,2}}月|{_D}{{4}}[^0-9０-９]{_D}{{1,2}}[^0-9０-９]{_D}{{1,2}}日?",
        "这里写日期,例如 2009-07-21;只知道月或年时写 2009-07 或 2009",
        ["string", "integer"],
    ),
    Kind.PERIOD: _matching(
        rf"{_D}{{4}}(年?|[-－]{_D}{{1,2}}|年{_D}{{1,2}}月|[-－]?[QqＱｑ][1-4１-４]|年第?[1-4１-４一二三四]季度|[-－]?[HhＨｈ][12１２]|年[上下]半年)",
        "这里写期间,例如 2026-03(月)、2026-Q1(季度)、2026-H1(半年)、2026(年)",
        ["string", "integer"],
    ),
    Kind.CODE: _matching(rf"({_D}{{6}}|{_D}{{9}}|{_D}{{12}})", "这里写6、9或12位的区划代码", ["string", "integer"]),
    Kind.PHONE: _matching(r".*[0-9０-９].*", "这里写办公电话,例如 0571-88880000", _SCALAR),
    Kind.RATIO: _matching(r"[1-9][0-9]{0,3}(/[1-9][0-9]{0,3})?", "这里写比例,例如 2/3", ["string", "integer"]),
    Kind.DIMENSIONS: {"type": "object", "additionalProperties": _text(200)},
    Kind.CONDITIONS: {"type": "object", "additionalProperties": _WORDS},
    Kind.OPENINGS: _OPENINGS,
    Kind.MASKS: {
        "type": "object",
        "propertyNames": {"enum": [audience.label for audience in Audience]},
        "additionalProperties": _text(40),
    },
    Kind.PRINTS: {"type": "object", "additionalProperties": _matching("[0-9a-f]{8}", "指纹由程序写,不要手改", _SCALAR)},
    Kind.ELEMENTS: _ELEMENTS,
}
