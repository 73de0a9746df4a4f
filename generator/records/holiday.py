"""节假日: a year's public holidays and the weekend days worked instead (调休), as the State Council announces them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from generator.model import Record
from generator.model.record import Row
from generator.model.types import Count, Day, ShortText, YesNo, parse_day, parse_list


def _days(value: Any) -> Any:
    return tuple(parse_day(day) for day in parse_list(value))


class Holiday(Row):
    """One holiday, first to last day off."""

    name: ShortText = Field(alias="名称", description="例如 春节")
    first: Day = Field(alias="自", description="第一天")
    last: Day = Field(alias="至", description="最后一天")

    def days(self) -> Iterator[date]:
        """Every day off."""
        for offset in range((self.last - self.first).days + 1):
            yield self.first + timedelta(days=offset)


class HolidayYear(Record):
    """The holidays of one year."""

    family: ClassVar[str] = "holiday"
    label: ClassVar[str] = "节假日"
    catalogue: ClassVar[bool] = True

    year: Count = Field(alias="年", description="年份")
    verified: YesNo = Field(alias="核实", description="是否对照过国务院办公厅的通知")
    source: ShortText | None = Field(None, alias="出处", description="依据哪个通知")
    holidays: tuple[Holiday, ...] = Field(alias="放假", description="放假安排")
    workdays: Annotated[tuple[date, ...], BeforeValidator(_days)] = Field(
        (), alias="上班", description="调休上班的周末"
    )
