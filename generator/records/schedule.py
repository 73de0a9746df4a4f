"""活动制度: meetings and activities with a rhythm — which kind, by whom, how often, on which days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from generator.model import Period, Record
from generator.model.record import Row
from generator.model.types import Count, Day, LongText, Names, ShortText, parse_count, parse_list, refuse
from generator.records._basis import Basis
from generator.records.form import Quorum

Cycle = Literal["每周", "每月", "每季", "每半年", "每年"]
CYCLES: Mapping[str, int] = {"每月": 1, "每季": 3, "每半年": 6, "每年": 12}
"""Cycle → months; a week is counted in days."""
_WEEKDAYS = "一二三四五六日"


def _monthdays(value: Any) -> Any:
    days = tuple(parse_count(day) for day in parse_list(value))
    if wrong := next((day for day in days if not 1 <= day <= 31), None):
        raise refuse("day", f"没有{wrong}日", "写每月的几日,例如 [10, 20]")
    return days


def _weekdays(value: Any) -> Any:
    days = tuple(str(day) for day in parse_list(value))
    if wrong := next((day for day in days if day not in _WEEKDAYS), None):
        raise refuse("day", f"没有星期{wrong}", "写 一 到 六、日,例如 [一, 三, 五]")
    return tuple(_WEEKDAYS.index(day) for day in days)


@dataclass(frozen=True, slots=True)
class Stretch:
    """One cycle of a requirement: first day, last day, how many meetings it asks for."""

    start: date
    end: date
    due: int


class Requirement(Row):
    """One kind of meeting and how often it is to be held."""

    kind: ShortText = Field(alias="类型", description="会议或活动的类型,例如 支部党员大会")
    cycle: Cycle = Field(alias="周期", description="每周、每月、每季、每半年或每年")
    times: Count = Field(1, alias="次数", description="一个周期至少几次")
    monthdays: Annotated[tuple[int, ...], BeforeValidator(_monthdays)] = Field(
        (), alias="固定日", description="固定在每月几日的,例如 [10, 20]"
    )
    weekdays: Annotated[tuple[int, ...], BeforeValidator(_weekdays)] = Field(
        (), alias="星期", description="固定在星期几的,例如 [一, 三, 五];遇公共假日不算"
    )
    attendance: Quorum = Field((), alias="到会", description="到会人数要求;有几种算法的写成列表,满足一种即可")
    organisations: Names = Field((), alias="适用组织", description="只由这些类别的组织开展的才写,例如 党小组")

    @property
    def fixed(self) -> bool:
        """Whether it has days of its own; they are counted then, and 次数 is not."""
        return bool(self.monthdays or self.weekdays)

    @property
    def reported(self) -> int:
        """How many months one reporting period of it has: a quarter, or a year for what is rarer."""
        return 3 if CYCLES.get(self.cycle, 0) <= 3 else 12

    @property
    def rhythm(self) -> str:
        """In words: `每月1次`, `每月10日、20日`, `每周一、三、五`."""
        days = [f"{day}日" for day in self.monthdays]
        weekdays = "、".join(_WEEKDAYS[day] for day in self.weekdays)
        if self.weekdays:
            days.append(f"{'' if self.cycle == '每周' else '星期'}{weekdays}")
        return f"{self.cycle}{'、'.join(days)}" if days else f"{self.cycle}{self.times}次"

    def is_fixed_on(self, day: date) -> bool:
        """Whether the day is one of its own."""
        return day.day in self.monthdays or day.weekday() in self.weekdays

    def stretches(self, span: Period, off: frozenset[date] = frozenset()) -> Iterator[Stretch]:
        """Its cycles in a reporting period; on the holidays `off` no weekday is asked for."""
        for start, end in self._cycles(span):
            yield Stretch(start, end, self._asked(start, end, off) if self.fixed else self.times)

    def _cycles(self, span: Period) -> Iterator[tuple[date, date]]:
        months = CYCLES.get(self.cycle)
        if months is None:
            yield from self._weeks(span)
            return
        cycle = Period.of(span.start, months)
        while cycle.end <= span.end:
            yield cycle.start, cycle.end
            cycle = cycle.next()

    def _weeks(self, span: Period) -> Iterator[tuple[date, date]]:
        """A week belongs to the period of its Monday; fixed days belong to their own period, so it is cut at the edge."""
        start = span.start if self.fixed else span.start + timedelta(days=-span.start.weekday() % 7)
        while start <= span.end:
            sunday = start + timedelta(days=6 - start.weekday())
            yield start, min(sunday, span.end) if self.fixed else sunday
            start = sunday + timedelta(days=1)

    def _asked(self, start: date, end: date, off: frozenset[date]) -> int:
        days = (start + timedelta(days=number) for number in range((end - start).days + 1))
        return sum(day.day in self.monthdays or (day.weekday() in self.weekdays and day not in off) for day in days)


class Schedule(Record):
    """A rhythm that organisations or places keep; nothing of it is known to the program."""

    family: ClassVar[str] = "schedule"
    label: ClassVar[str] = "活动制度"
    catalogue: ClassVar[bool] = True

    name: ShortText = Field(alias="名称", description="例如 三会一课")
    bases: tuple[Basis, ...] = Field((), alias="依据", description="法规和条号")
    organisations: Names = Field((), alias="适用组织", description="哪些类别的组织要开展,例如 党支部")
    levels: Names = Field((), alias="层级", description="哪几级地方要开展;与“适用组织”写一样")
    requirements: tuple[Requirement, ...] = Field(alias="要求", description="各类会议多久一次")
    since: Day | None = Field(None, alias="施行", description="从哪一天起执行")
    until: Day | None = Field(None, alias="废止", description="到哪一天为止")
    note: LongText | None = Field(None, alias="说明", description="说明")

    @property
    def keepers(self) -> tuple[str, ...]:
        """The kinds of organisations that keep any of its requirements."""
        own = (kind for requirement in self.requirements for kind in requirement.organisations)
        return tuple(dict.fromkeys((*self.organisations, *own)))

    @property
    def distinct(self) -> tuple[Requirement, ...]:
        """The requirements, of each kind of meeting the first."""
        found: dict[str, Requirement] = {}
        for requirement in self.requirements:
            found.setdefault(requirement.kind, requirement)
        return tuple(found.values())

    def requirement(self, kind: str) -> Requirement | None:
        """The requirement of this kind of meeting."""
        return next((requirement for requirement in self.requirements if requirement.kind == kind), None)

    def holds(self, start: date, end: date) -> bool:
        """Whether it was to be kept on all these days."""
        return (self.since is None or self.since <= start) and (self.until is None or end <= self.until)
