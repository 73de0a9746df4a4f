"""Computed indicators: quarterly finance totals of villages and townships, and the figures of places.

A computed figure names the records it was computed from, and is missing when one of them is: nothing is made up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.model import Amount, Period, Record, Records, State
from generator.records.finance import Finance
from generator.records.indicator import Indicator
from generator.records.place import Place

FINANCE_THEME = "财务统计"
PLACE_THEME = "基本情况"
_TOTALS = (("income", "收入合计"), ("expense", "支出合计"), ("closing", "期末结存"))


class _Head(NamedTuple):
    name: str
    theme: str
    period: Period | None = None


def figures(records: Records) -> Iterator[Indicator]:
    """All computed indicators; one that a person has written is never computed again."""
    written = {(i.township, i.place, i.name, i.period) for i in records.of(Indicator)}
    for indicator in (*_measures(records), *_finance(records)):
        if (indicator.township, indicator.place, indicator.name, indicator.period) not in written:
            yield indicator


def _measures(records: Records) -> Iterator[Indicator]:
    for place in records.of(Place):
        for index, (label, unit, value) in enumerate(place.measures):
            head = _Head(label, PLACE_THEME)
            yield _computed(place, f"{place.id}-measure-{index}", head, Amount.known(value, unit), (place,))


def _finance(records: Records) -> Iterator[Indicator]:
    sheets: dict[tuple[str, str], list[Finance]] = defaultdict(list)
    for sheet in records.of(Finance):
        sheets[sheet.township, sheet.place].append(sheet)
    totals: dict[tuple[str, Period, str], list[Indicator]] = defaultdict(list)
    for place in records.of(Place):
        for quarter, within in _quarters(sheets.get((place.township, place.id), ())):
            for code, name in _TOTALS:
                indicator = _total(place, quarter, code, name, within)
                totals[place.township, quarter, code].append(indicator)
                yield indicator
    townships = {place.id: place for place in records.of(Place) if place.level == "乡镇"}
    for (township, quarter, code), parts in totals.items():
        if township in townships:
            amount = Amount.total((part.amount for part in parts), "元")
            inputs = tuple(key for part in parts for key in part.inputs)
            head = _Head(parts[0].name, FINANCE_THEME, quarter)
            yield _computed(townships[township], f"{township}-{code}-{quarter.key}", head, amount, inputs)


def _quarters(sheets: Iterable[Finance]) -> Iterator[tuple[Period, list[Finance]]]:
    quarters: dict[Period, list[Finance]] = defaultdict(list)
    for sheet in sheets:
        if sheet.period.length <= 3:
            quarters[Period.of(sheet.period.start, 3)].append(sheet)
    for quarter in sorted(quarters):
        yield quarter, sorted(quarters[quarter], key=lambda sheet: (sheet.period, sheet.id))


def _total(place: Place, quarter: Period, code: str, name: str, sheets: list[Finance]) -> Indicator:
    missing = _missing_months(quarter, sheets)
    if missing:
        amount = Amount.missing("元", f"缺{'、'.join(month.label for month in missing)}的表")
    elif code == "closing":
        last = [sheet for sheet in sheets if sheet.period.end == quarter.end]
        amount = Amount.known(sum((sheet.closing for sheet in last), Decimal(0)), "元")
    else:
        amount = Amount.known(sum((getattr(sheet, code) for sheet in sheets), Decimal(0)), "元")
    return _computed(place, f"{place.id}-{code}-{quarter.key}", _Head(name, FINANCE_THEME, quarter), amount, sheets)


def _missing_months(quarter: Period, sheets: list[Finance]) -> list[Period]:
    by_publisher: dict[str, list[Period]] = defaultdict(list)
    for sheet in sheets:
        by_publisher[sheet.publisher].append(sheet.period)
    months = list(quarter.months())
    return [m for m in months if any(not any(p.holds(m) for p in periods) for periods in by_publisher.values())]


def _computed(place: Place, name_id: str, head: _Head, amount: Amount, inputs: Iterable[Record | str]) -> Indicator:
    keys = tuple(dict.fromkeys(one if isinstance(one, str) else one.key for one in inputs))
    return Indicator.model_validate(
        {
            "@乡镇": place.township,
            "@依据": keys,
            "编号": name_id,
            "地方": place.id,
            "名称": head.name,
            "主题": head.theme,
            "期间": head.period,
            "数值": Amount(amount.value) if amount.state is State.KNOWN else amount,
            "单位": amount.unit,
            "缺失原因": amount.reason or None,
            "来源": f"由{len(keys)}条记录计算",
        }
    )
