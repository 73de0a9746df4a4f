"""Computed indicators: quarterly finance totals of villages and townships, and the figures of places.

A computed figure names the records it was computed from, and is missing when one of them is: nothing is made up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.model import Amount, Period, Record, Records
from generator.records.finance import Finance
from generator.records.indicator import Indicator
from generator.records.place import Place

FINANCE_THEME = "财务统计"
PLACE_THEME = "基本情况"
_TOTALS = (("income", "收入合计"), ("expense", "支出合计"), ("closing", "期末结存"))
_NAMED = 3  # that many villages are named in a reason


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
        for label, unit, value in place.measures:
            code = next(name for name, field in Place.model_fields.items() if field.alias == label)
            yield _computed(place, code, _Head(label, PLACE_THEME), Amount.known(value, unit), (place,))


def _finance(records: Records) -> Iterator[Indicator]:
    sheets: dict[tuple[str, str], list[Finance]] = defaultdict(list)
    for sheet in records.of(Finance):
        sheets[sheet.township, sheet.place].append(sheet)
    for township in records.of(Place):
        if township.level == "乡镇":
            villages = [place for place in records.of(Place, township.township) if place.level != "乡镇"]
            runs = [(place, _quarters(sheets[place.township, place.id])) for place in villages]
            for quarter in sorted({quarter for _, run in runs for quarter in run}):
                yield from _quarter(township, quarter, [(place, run.get(quarter, [])) for place, run in runs])


def _quarter(township: Place, quarter: Period, villages: list[tuple[Place, list[Finance]]]) -> Iterator[Indicator]:
    """The totals of each village and of the township; a village without a single sheet leaves the township's open."""
    without = [place.name for place, sheets in villages if not sheets and place.level == "村"]
    for code, name in _TOTALS:
        head = _Head(name, FINANCE_THEME, quarter)
        parts = [
            (p, _computed(p, code, head, _total(quarter, code, sheets), sheets)) for p, sheets in villages if sheets
        ]
        yield from (part for _, part in parts)
        reasons = [f"缺{_some(without)}的表"] if without else []
        reasons += [f"{place.name}{part.why_missing}" for place, part in parts if part.why_missing][:_NAMED]
        known = Amount.total((part.amount for _, part in parts), "元")
        amount = Amount.missing("元", ";".join(reasons)) if reasons else known
        yield _computed(township, code, head, amount, [key for _, part in parts for key in part.inputs])


def _quarters(sheets: Iterable[Finance]) -> dict[Period, list[Finance]]:
    """Quarter → the sheets of its months, or of the quarter as a whole."""
    quarters: dict[Period, list[Finance]] = defaultdict(list)
    for sheet in sorted(sheets, key=lambda sheet: (sheet.period, sheet.id)):
        if sheet.period.length <= 3:
            quarters[Period.of(sheet.period.start, 3)].append(sheet)
    return quarters


def _total(quarter: Period, code: str, sheets: list[Finance]) -> Amount:
    missing = _missing_months(quarter, sheets)
    if missing:
        return Amount.missing("元", f"缺{'、'.join(month.label for month in missing)}的表")
    if _overlapping(sheets):
        return Amount.missing("元", "几张表的期间重叠")
    if code == "closing":
        return Amount.known(sum((s.closing for s in sheets if s.period.end == quarter.end), Decimal(0)), "元")
    return Amount.known(sum((getattr(sheet, code) for sheet in sheets), Decimal(0)), "元")


def _overlapping(sheets: list[Finance]) -> bool:
    """Whether one publisher speaks twice of a month: added up it would count double."""
    months = [(sheet.publisher, month) for sheet in sheets for month in sheet.period.months()]
    return len(set(months)) < len(months)


def _missing_months(quarter: Period, sheets: list[Finance]) -> list[Period]:
    by_publisher: dict[str, list[Period]] = defaultdict(list)
    for sheet in sheets:
        by_publisher[sheet.publisher].append(sheet.period)
    months = list(quarter.months())
    return [m for m in months if any(not any(p.holds(m) for p in periods) for periods in by_publisher.values())]


def _some(names: list[str]) -> str:
    return "、".join(names[:_NAMED]) + (f"等{len(names)}个村" if len(names) > _NAMED else "")


def _computed(place: Place, code: str, head: _Head, amount: Amount, inputs: Iterable[Record | str]) -> Indicator:
    """Built without the checks for what people type: the dots in its id keep it apart from every written one."""
    keys = tuple(dict.fromkeys(one if isinstance(one, str) else one.key for one in inputs))
    return Indicator.model_construct(
        township=place.township,
        inputs=keys,
        id=".".join([place.id, code, *([head.period.key] if head.period else [])]),
        place=place.id,
        name=head.name,
        theme=head.theme,
        period=head.period,
        figure=Amount(amount.value, "", amount.state, amount.reason),
        unit=amount.unit,
        why_missing=amount.reason or None,
        source=f"{place.level}的基本情况" if head.theme == PLACE_THEME else f"由{len(keys)}张收支表计算",
    )
