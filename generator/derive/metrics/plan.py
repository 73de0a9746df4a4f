"""What a metric asks of each record of a family: whether it counts, how much, in which group, in which period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from generator.model import Amount, Period, Record
from generator.model.record import Row
from generator.records import TOWNSHIP_KINDS
from generator.records._counting import counted_by, dates_of, ends_of, is_number, list_of
from generator.records._paths import attribute, field_at, rows, values
from generator.records.metric import Metric

_MONTHS = {"每季": 3, "每年": 12}
NO_GROUP = "未写明"

Parts = tuple[tuple[str, str], ...]


def said(value: Any) -> str | None:
    """The value as a person wrote it; None when there is none."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (str, int, Decimal)):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return value.label if isinstance(value, Period) else None


def planned(metric: Metric) -> Plan | None:
    """The plan of a metric that can be worked out; what is wrong with others, the rule `metrics` says."""
    kind = next((kind for kind in TOWNSHIP_KINDS if kind.family == metric.data and kind.family != "indicator"), None)
    if kind is None or metric.lacks:
        return None
    paths = [path for path in (metric.field, metric.by, metric.dated, *metric.conditions) if path]
    if any(field_at(kind, path) is None for path in paths):
        return None
    if metric.method == "求和" and not is_number(kind, metric.field or ""):
        return None
    label = list_of(metric)
    return None if label is None else Plan(metric, kind, label)


@dataclass(frozen=True)
class Plan:
    """A metric over one family; `list_label` names the rows that are counted, nothing for the records themselves."""

    metric: Metric
    kind: type[Record]
    list_label: str

    @cached_property
    def measure(self) -> str:
        """The field that is added up; none where every row counts as one."""
        if self.metric.method == "求和":
            return self.metric.field or ""
        return "" if self.list_label else counted_by(self.kind)

    @cached_property
    def own_unit(self) -> str:
        """The unit in which the field is written."""
        info = field_at(self.kind, self.measure) if self.measure else None
        extra = info.json_schema_extra if info else None
        return str(extra.get("unit", "")) if isinstance(extra, dict) and self.metric.method == "求和" else ""

    @cached_property
    def unit(self) -> str:
        """The unit of the metric, else that of the field."""
        return self.metric.unit or self.own_unit or ("" if self.metric.method == "求和" else "个")

    def wanted(self, record: Record) -> bool:
        """Whether the conditions hold; those on the rows themselves are asked later."""
        conditions = ((path, words) for path, words in self.metric.conditions.items() if not self._inside(path))
        return all(any(said(value) in words for value in values(record, path)) for path, words in conditions)

    def rows(self, record: Record) -> tuple[Row, ...]:
        """The rows that count; the record itself where there are none to look into."""
        if not self.list_label:
            return (record,)
        inner = [(path, words) for path, words in self.metric.conditions.items() if self._inside(path)]
        found = rows(record, self.list_label)
        return tuple(
            row for row in found if all(said(self._value(record, row, path)) in words for path, words in inner)
        )

    def is_bare(self, record: Record) -> bool:
        """Whether there is not a single row to look into."""
        return bool(self.list_label) and not rows(record, self.list_label)

    def amount(self, record: Record, row: Row) -> Amount:
        """How much the row counts for."""
        if not self.measure:
            return Amount.known(1)
        value = self._value(record, row, self.measure)
        label = self.measure.rpartition(".")[2]
        if isinstance(value, Amount):
            reason = "" if value.value is not None else f"有记录缺“{label}”"
            return Amount(value.value, self.own_unit, value.state, reason)
        if isinstance(value, (int, Decimal)):
            return Amount.known(value, self.own_unit)
        return Amount.missing(reason=f"有记录没有写“{label}”")

    def parts(self, record: Record, row: Row) -> Iterator[Parts]:
        """The groups that the row falls into: the whole, and its own."""
        yield ()
        if self.metric.by:
            label = self.metric.by.rpartition(".")[2]
            yield ((label, said(self._value(record, row, self.metric.by)) or NO_GROUP),)

    def is_over(self, record: Record, row: Row, today: date) -> bool:
        """Whether what is counted as it stands today had ended by then; who counts by period does not ask."""
        ends = (self._value(record, row, path) for path in self._ends) if self.metric.cycle == "全部" else ()
        return any(isinstance(end, date) and end < today for end in ends)

    def periods(self, record: Record, row: Row, today: date) -> tuple[Period | None, ...]:
        """The periods that the row counts in; none when it cannot be dated."""
        months = _MONTHS.get(self.metric.cycle)
        if months is None:
            return (None,)
        for path in self._dates:
            value = self._value(record, row, path)
            if isinstance(value, Period):
                return (Period.of(value.start, months),) if value.length <= months else ()
            if isinstance(value, date):
                last = self._value(record, row, f"{path[:-1]}至") if path.rpartition(".")[2] == "自" else value
                return _years(value, min(last, today) if isinstance(last, date) else today, months)
        return ()

    def uses(self, records: list[Record]) -> tuple[str, ...]:
        """Every field that was looked at; the end of a term only where somebody has one."""
        looked = [self.measure, self.metric.by or "", *self.metric.conditions]
        if self.metric.cycle == "全部":
            looked += [p for p in self._ends if any(v is not None for r in records for v in values(r, p))]
        else:
            looked += self._dates
        return tuple(f"{self.kind.family}/{path}" for path in dict.fromkeys(looked) if path)

    @cached_property
    def _ends(self) -> list[str]:
        return ends_of(self.kind, self.metric)

    @cached_property
    def _dates(self) -> list[str]:
        found = dates_of(self.kind, self.metric)
        return found + [f"{path[:-1]}至" for path in found if path.rpartition(".")[2] == "自"]

    def _inside(self, path: str) -> bool:
        return bool(self.list_label) and path.startswith(f"{self.list_label}.")

    def _value(self, record: Record, row: Row, path: str) -> Any:
        """The value in the row, or else the newest that the record has."""
        if self._inside(path):
            name = attribute(type(row), path.rpartition(".")[2])
            return getattr(row, name) if name else None
        found = [value for value in values(record, path) if value is not None]
        if len(found) > 1 and all(isinstance(value, date) for value in found):
            return max(found)
        return found[0] if found else None


def _years(first: date, last: date, months: int) -> tuple[Period, ...]:
    """The period of the first day, and of every year's day after it up to the last day."""
    found = [Period.of(first, months)]
    for year in range(first.year + 1, last.year + 1):
        again = Period(found[0].start.replace(year=year), months)
        if (year, first.month, first.day) <= (last.year, last.month, last.day):
            found.append(again)
    return tuple(found)
