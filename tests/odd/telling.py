"""How the records of the odd site came out: proposed, reviewed, approved, on the board and the web on one day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_ITEMS = {
    "procedure": ("village-four-two-process", "village-assembly-decision"),
    "project": ("village-public-works",),
    "roster": ("village-assistance-list",),
    "finance": ("finance-cash-statement", "finance-cash-entries"),
}
_STATEMENTS = {"资产负债表": "finance-balance-sheet", "收益及收益分配表": "finance-accrual-statement"}


def told(family: str, record: Mapping[str, Any], day: str) -> dict[str, Any]:
    """The publication of one record on one day."""
    place = record.get("村") or record["地方"]
    items = (_STATEMENTS[record["表"]],) if "表" in record else _ITEMS[family]
    return {
        "编号": f"told-{record['编号']}",
        "事项": items,
        "地方": place,
        "公开主体": record.get("公开主体", f"{place}-publisher"),
        "记录": [f"{family}/{record['编号']}"],
        **({"期间": record["期间"]} if family == "finance" else {}),
        "提出": {"职务": "村报账员", "日期": day},
        "审核": {"职务": "村务监督委员会主任", "日期": day, "保密审查": "是"},
        "审批": {"职务": "村党支部书记", "日期": day},
        "上墙日期": day,
        "上网日期": day,
        "渠道": ["公开栏", "网站"],
    }


def all_told(families: Mapping[str, Sequence[Mapping[str, Any]]], publishers: Mapping[str, str]) -> Iterator[Any]:
    """Everything that is published as a record of its own; `publishers` says who speaks for a place."""
    for family in _ITEMS:
        for record in families.get(family, ()):
            place = record.get("村") or record["地方"]
            if place in publishers:
                yield told(family, {"公开主体": publishers[place], **record}, "2026-09-10")
