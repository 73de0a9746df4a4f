"""Records of the coming period that wait to be filled in: what is known of them stands there, the figures are empty."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic_core import PydanticCustomError

from generator.exchange.lines import Plain
from generator.model.period import Period
from generator.model.text import is_slug
from generator.model.types import parse_period
from generator.records.finance import CASH

_STAYS = ("村", "公开主体", "科目制度", "制表", "审核")
_LINE = ("摘要", "科目", "经手人")


def coming(family: str, records: Sequence[Plain]) -> list[Plain]:
    """One record for each series of the family, behind the last one that is written."""
    return list(_COMING[family](records)) if family in _COMING else []


def _finance(records: Sequence[Plain]) -> Iterator[Plain]:
    """The next cash sheet of every publisher: it opens with what the last one closed with."""
    last: dict[tuple[Any, ...], tuple[Period, Plain]] = {}
    for record in records:
        period = _period(record.get("期间"))
        if period is None or record.get("表", CASH) != CASH:
            continue
        series = (record.get("村"), record.get("公开主体"))
        if series not in last or last[series][0].end < period.end:
            last[series] = (period, record)
    taken = {str(record.get("编号")) for record in records}
    for period, record in last.values():
        following = period.next()
        key = _key(record, period, following)
        if key and key not in taken:
            taken.add(key)
            known = {label: record[label] for label in _STAYS if label in record}
            rows = {label: list(_lines(record.get(label), period, following)) for label in ("收入", "支出")}
            opening = {"期初结存": record["期末结存"]} if isinstance(record.get("期末结存"), str) else {}
            yield {"编号": key, **known, "期间": following.key.upper(), **opening, **rows}


def _lines(rows: Any, period: Period, following: Period) -> Iterator[Mapping[str, str]]:
    """What the money was for last time, with the month that follows in the words."""
    month = re.compile(rf"(?<!\d){period.number}月") if period.length == 1 else None
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, Mapping):
            known = {label: str(row[label]) for label in _LINE if isinstance(row.get(label), str)}
            words = known.get("摘要", "")
            yield known | ({"摘要": month.sub(f"{following.number}月", words)} if month and words else {})


def _key(record: Plain, period: Period, following: Period) -> str:
    """The id of the last one with the period in it that follows."""
    before = str(record.get("编号"))
    key = before.replace(period.key, following.key) if period.key in before else f"{before}-{following.key}"
    return key if is_slug(key) else ""


def _period(text: Any) -> Period | None:
    try:
        return parse_period(text)
    except PydanticCustomError:
        return None


_COMING: dict[str, Callable[[Sequence[Plain]], Iterable[Plain]]] = {"finance": _finance}
"""Family → how its next records are made of the last ones."""
