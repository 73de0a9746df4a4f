"""What a metric counts or adds up: in which rows, how many each stands for, when it counts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, get_args

from generator.model import Amount, Period, Record
from generator.records._paths import field_at
from generator.records.metric import Metric

_DATED = ("期间", "日期", "登记日期", "自")
_ENDS = ("至", "离任日期")


def list_of(metric: Metric) -> str | None:
    """The rows that are counted or added up, nothing for the records themselves; None when two lists are mixed."""
    heads = {path.partition(".")[0] if "." in path else "" for path in (metric.field, metric.by) if path}
    named = heads - {""}
    if len(named) > 1 or (named and metric.method == "求和" and "." not in (metric.field or "")):
        return None
    return next(iter(named), "")


def counted_by(kind: type[Record]) -> str:
    """The label of the field that says for how many a record stands (个数, 人数, 次数 …); nothing where each is one."""
    for field in kind.model_fields.values():
        if field.annotation is int and field.default == 1:
            return str(field.alias)
    return ""


def is_number(kind: type[Record], path: str) -> bool:
    """Whether the field holds something that can be added up."""
    return bool({int, Decimal, Amount} & _types(kind, path))


def is_dated(kind: type[Record], path: str) -> bool:
    """Whether the field says when."""
    return bool({date, Period} & _types(kind, path))


def dates_of(kind: type[Record], metric: Metric) -> list[str]:
    """The fields that say in which period something counts, the first that is written deciding."""
    if metric.dated:
        return [metric.dated]
    return [path for path in _below(metric, _DATED) if field_at(kind, path)]


def ends_of(kind: type[Record], metric: Metric) -> list[str]:
    """The fields that say that something is over."""
    return [path for path in _below(metric, _ENDS) if field_at(kind, path)]


def _below(metric: Metric, labels: tuple[str, ...]) -> list[str]:
    """The labels in the rows, where there are rows, and in the record."""
    rows = list_of(metric)
    return [f"{rows}.{label}" for label in labels if rows] + list(labels)


def _types(kind: type[Record], path: str) -> set[Any]:
    """The plain types of a field; none where there is no such field."""
    field = field_at(kind, path)
    return _inside(field.annotation) if field else set()


def _inside(annotation: Any) -> set[Any]:
    inner = {found for one in get_args(annotation) if isinstance(one, type) or get_args(one) for found in _inside(one)}
    return inner or {annotation}
