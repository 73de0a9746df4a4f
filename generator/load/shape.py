"""Trees → records: every value typed by its family's schema, every misfit a finding at its own place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from generator.model import Finding, Level, Record, Where, nearest
from generator.model.text import clip
from generator.trees.reader import MAX_FINDINGS, Node

_THOUSANDS = re.compile(r"\d{3}(\.\d+)?")


@dataclass(frozen=True, slots=True)
class NodeSource:
    """Where a record was written."""

    file: str
    node: Node

    def at(self, *path: str | int) -> Where:
        return Where(self.file, *self.node.locate(path))


def shape(node: Node, kind: type[Record], township: str, file: str) -> tuple[Record | None, list[Finding]]:
    """One record of the family, or the findings that say why not."""
    if not isinstance(node.value, dict):
        return None, [_not_a_record(node, kind, file)]
    try:
        return kind.model_validate(node.plain() | {"@乡镇": township}), []
    except ValidationError as error:
        errors = islice(error.errors(include_url=False), MAX_FINDINGS)
        return None, [_finding(one, node, kind, township, file) for one in errors]
    except Exception:  # noqa: BLE001 - a field type met a shape its author had not thought of; the other files still count
        hint = "对照同类记录检查;看不出来就把这个文件交给维护人员"
        return None, [Finding("schema", Level.ERROR, NodeSource(file, node).at(), "这条记录里有读不懂的写法", hint)]


def _not_a_record(node: Node, kind: type[Record], file: str) -> Finding:
    colon = isinstance(node.value, str) and "：" in node.value
    message = "用了中文冒号“：”" if colon else f"这里应当是一条{kind.label}记录"
    hint = "改成英文冒号加一个空格,例如 “编号: liucun”" if colon else "每条记录以“- 编号: …”开头,下面各行对齐"
    return Finding("yaml", Level.ERROR, Where(file, node.line, node.column), message, hint)


def _finding(error: Mapping[str, Any], node: Node, kind: type[Record], township: str, file: str) -> Finding:
    path = tuple(error["loc"])
    name, context = error["type"], error.get("ctx") or {}
    where = Where(file, *node.locate(path, of_key=name == "extra_forbidden"))
    label = "→".join(f"第{step + 1}条" if isinstance(step, int) else clip(step) for step in path)
    message, hint = _said(name, context, error, path, kind)
    identity = node.value.get("编号")
    name_id = clip(identity.value) if identity and isinstance(identity.value, str) else ""
    record = "/".join(part for part in (township, kind.family, name_id) if part) if name_id else ""
    return Finding("schema", Level.ERROR, where, f"{label}: {message}", hint, record)


def _said(
    name: str, context: Mapping[str, Any], error: Mapping[str, Any], path: tuple[str | int, ...], kind: type[Record]
) -> tuple[str, str]:
    labels, field = _labels(kind, path)
    match name:
        case "gongkai":
            return context["said"], context["hint"]
        case "extra_forbidden" if _THOUSANDS.fullmatch(str(path[-1])):
            return "数字被千分位逗号断开了", "花括号里的逗号会把数字分成两截:去掉千分位逗号,或把数字用引号括起来"
        case "extra_forbidden":
            comma = "花括号里的文字带了英文逗号时,用引号把整段文字括起来" if error["input"] is None else ""
            return "没有这个标签", nearest(str(path[-1]), labels) or comma or f"可以用的标签:{'、'.join(labels)}"
        case "missing":
            return "必须填写", f"补上“{path[-1]}: …”。{field}"
        case "literal_error":
            words = [str(word).strip("'") for word in _words(context)]
            hint = f"可以写:{'、'.join(words)}"
            if not isinstance(error["input"], str):
                return "这里应当写文字,不是一组内容", hint
            return f"不能写“{clip(error['input'])}”", nearest(error["input"], words) or hint
        case "model_type" | "model_attributes_type" | "dict_type":
            return "这里应当是一组“标签: 内容”", f"可以用的标签:{'、'.join(labels)}" if labels else "检查缩进"
        case "tuple_type" | "list_type":
            return "这里应当是一个列表", "每行以“- ”开头"
        case _:
            return "内容不对", field or "请对照同类记录检查"


def _words(context: Mapping[str, Any]) -> list[str]:
    expected = str(context.get("expected", ""))
    return expected.replace(" or ", ", ").split(", ")


def _labels(kind: type[BaseModel], path: tuple[str | int, ...]) -> tuple[list[str], str]:
    """The labels allowed where the path ends or leads astray, and the help of the field it names."""
    model: type[BaseModel] | None = kind
    allowed: list[str] = []
    description = ""
    for step in path:
        if isinstance(step, int) or model is None:
            continue
        allowed = _own_labels(model)
        field = next((field for field in model.model_fields.values() if field.alias == step), None)
        description = field.description or "" if field else ""
        model = next(_models(field.annotation), None) if field else None
    return (allowed if model is None else _own_labels(model)), description


def _own_labels(model: type[BaseModel]) -> list[str]:
    labels = [str(field.alias) for field in model.model_fields.values()]
    return [label for label in labels if not label.startswith("@")]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models inside a field's type: `tuple[Line, ...]` holds Line."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
