"""活动: meetings, study, training, visits, volunteer work; measured against a schedule where one is named."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from generator.model import Record, Ref
from generator.model.types import Count, Day, Id, LongText, Names, PeriodField, Person, ShortText, Word


class Activity(Record):
    """One meeting or activity, or the many of one period."""

    family: ClassVar[str] = "activity"
    label: ClassVar[str] = "活动"
    grouped: ClassVar[str] = "schedule"
    identity: ClassVar[tuple[str, ...]] = ("id", "township", "place", "schedule", "kind")

    place: Annotated[Id, Ref("place")] = Field(alias="地方", description="乡镇或村的编号")
    organisation: Annotated[Id, Ref("organisation")] | None = Field(None, alias="组织", description="哪个组织开展的")
    schedule: Annotated[Id, Ref("schedule", catalogue=True)] | None = Field(
        None, alias="制度", description="按哪个活动制度开展;没有制度的不写"
    )
    kind: Word = Field(alias="类型", description="会议或活动的类型,与活动制度里的一致")
    title: ShortText = Field(alias="主题", description="议题或主题")
    day: Day | None = Field(None, alias="日期", description="哪一天;几次合写一条的不写,改写期间")
    period: PeriodField | None = Field(None, alias="期间", description="几次合写一条时,写哪一期,例如 2026-H1")
    times: Count = Field(1, alias="次数", description="开展几次", json_schema_extra={"unit": "次"})
    venue: ShortText | None = Field(None, alias="地点", description="在哪里")
    entitled: Count | None = Field(None, alias="应到", description="应到人数", json_schema_extra={"unit": "人"})
    present: Count | None = Field(None, alias="实到", description="实到人数", json_schema_extra={"unit": "人"})
    attended: Count | None = Field(None, alias="人次", description="一共多少人次", json_schema_extra={"unit": "人次"})
    leader: ShortText | None = Field(None, alias="主持", description="主持或主讲的职务")
    outcome: LongText | None = Field(None, alias="内容", description="做了什么、定了什么")
    evidence: Names = Field((), alias="材料", description="会议记录、签到表等材料的名称")
    recorder: Person | None = Field(None, alias="记录人", description="记录人姓名,不对外公开")
    remark: LongText | None = Field(None, alias="备注", description="内部备注,不对外公开")

    @property
    def event_date(self) -> date | None:
        """The day on which it was held, or the last day of its period."""
        return self.day or (self.period.end if self.period else None)

    @property
    def people(self) -> int | None:
        """Person-times: as written, else those present at the one meeting; several meetings have no one 实到."""
        if self.attended is not None or self.times != 1:
            return self.attended
        return self.present
