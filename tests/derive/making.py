"""Records made by hand: `make(Place, "liucun", 名称="刘村", 级别="村", 上级="anping")`."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from generator.derive import derive
from generator.model import Record, Records
from generator.records.finance import Finance
from generator.records.item import DisclosureItem
from generator.records.place import Place

R = TypeVar("R", bound=Record)
TODAY = date(2026, 10, 20)


def make(kind: type[R], name: str, **labels: Any) -> R:
    """A record of the township anping, or of the catalogue; keywords are its labels."""
    return kind.model_validate({"@乡镇": "" if kind.catalogue else "anping", "编号": name} | labels)


def township(**labels: Any) -> Place:
    return make(Place, "anping", 名称="安平镇", 级别="乡镇", **labels)


def village(name: str, chinese: str, level: str = "村", **labels: Any) -> Place:
    return make(Place, name, 名称=chinese, 级别=level, 上级="anping", **labels)


def sheet(
    place: str, period: str, *, income: str = "0", expense: str = "0", closing: str = "0", **labels: Any
) -> Finance:
    """A cash sheet with one income and one spending line."""
    return make(
        Finance,
        f"{place}-{period.lower()}{labels.pop('also', '')}",
        村=place,
        公开主体=labels.pop("publisher", f"{place}合作社"),
        期间=period,
        科目制度=labels.pop("chart", "2023"),
        期初结存="0",
        收入=[{"摘要": "收", "金额": income}],
        支出=labels.pop("spent", [{"摘要": "支", "金额": expense}]),
        期末结存=closing,
        **labels,
    )


def derived(*records: Record, today: date = TODAY) -> Records:
    return derive(Records(records), today)


def item(name: str, family: str, elements: list[Any], **labels: Any) -> DisclosureItem:
    """An item that opens these fields of the family to everybody, without approval."""
    fields = {
        "事项": f"{family}公开",
        "类别": "村务公开",
        "依据": [{"法": "law"}],
        "数据": family,
        "要素": elements,
        "频次": "不定期",
        "主体": "村民委员会",
        "层级": ["村"],
        "对象": {"社会": "公开"},
        "须审批": "否",
    }
    return make(DisclosureItem, name, **(fields | labels))
