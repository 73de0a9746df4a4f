"""台账目录: a kind of list that is worked off — problems, petitions, tasks, hazards — with its deadline and words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import ClassVar, Literal

from pydantic import Field

from generator.model import Record
from generator.model.types import Days, LongText, Names, ShortText
from generator.records._basis import Basis


class Ledger(Record):
    """A ledger; its entries are records of the family issue."""

    family: ClassVar[str] = "ledger"
    label: ClassVar[str] = "台账目录"
    catalogue: ClassVar[bool] = True

    name: ShortText = Field(alias="名称", description="例如 问题清单、信访事项")
    bases: tuple[Basis, ...] = Field((), alias="依据", description="法规和条号")
    unit: ShortText = Field("件", alias="单位", description="件、个、户、条 ……")
    closing: ShortText = Field("办结", alias="销号用语", description="办结、整改、化解 ……;统计时写成“办结率”这样")
    days: Days | None = Field(None, alias="办结天数", description="没有写办结期限的,登记后几天以内办结")
    calendar: Literal["日历日", "工作日"] = Field("日历日", alias="历", description="办结天数按日历日还是工作日")
    sources: Names = Field((), alias="可选来源", description="来源可以写哪些;不写就不限")
    kinds: Names = Field((), alias="可选类别", description="类别可以写哪些;不写就不限")
    required: Names = Field((), alias="必填", description="这本台账必须填的项,例如 [措施, 责任单位]")
    note: LongText | None = Field(None, alias="说明", description="怎样算销号")

    def due(self, written: date | None, opened: date, workday: Callable[[date, int], date]) -> date | None:
        """The last day for an entry: the one written, else so many days after it was opened; None when nothing says so.

        workday: the day that many working days later.
        """
        if written is not None or self.days is None:
            return written
        return workday(opened, self.days) if self.calendar == "工作日" else opened + timedelta(days=self.days)

    @property
    def counted(self) -> str:
        """What the figure of all entries is called: `矛盾纠纷件数`."""
        return f"{self.name}{self.unit}数"

    @property
    def gives(self) -> tuple[str, ...]:
        """The names of all its figures."""
        endings = (f"{self.closing}数", f"{self.closing}率", "逾期数", "户数", "人数")
        return (self.counted, *(self.figure(ending) for ending in endings))

    def figure(self, ending: str) -> str:
        """What another figure of this ledger is called: `矛盾纠纷化解率`, `矛盾纠纷逾期数`."""
        return f"{self.name}{ending}"
