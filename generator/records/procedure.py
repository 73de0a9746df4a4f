"""程序: an instance of a catalogue procedure, for example one matter that a village decides step by step."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model import Record, Ref
from generator.model.record import Row
from generator.model.types import Count, Day, Id, LongText, Money, Names, Person, ShortText


class Step(Row):
    """One step that was taken."""

    name: ShortText = Field(alias="步骤", description="步骤名称,与程序目录里的一致")
    day: Day = Field(alias="日期", description="开会或公开的日期")
    body: ShortText | None = Field(None, alias="主体", description="开会的组织,例如 村党支部")
    venue: ShortText | None = Field(None, alias="地点", description="开会地点")
    notified: Day | None = Field(None, alias="通知日期", description="发出开会通知的日期")
    counted: Literal["人", "户"] = Field("人", alias="计数", description="按人数还是按户数计算;户派代表开会的写“户”")
    everyone: Count | None = Field(None, alias="全体", description="全体成员人数;要按全体计算的一定要写")
    entitled: Count | None = Field(None, alias="应到", description="应到人数")
    present: Count | None = Field(None, alias="实到", description="实到人数")
    ayes: Count | None = Field(None, alias="同意", description="同意票数")
    noes: Count | None = Field(None, alias="反对", description="反对票数")
    abstentions: Count | None = Field(None, alias="弃权", description="弃权票数")
    outcome: LongText | None = Field(None, alias="内容", description="提了什么、议了什么、定了什么")
    evidence: Names = Field((), alias="材料", description="会议记录、签到表等材料的名称")
    posted: Day | None = Field(None, alias="公示起", description="公示开始日期")
    removed: Day | None = Field(None, alias="公示止", description="公示结束日期")
    dissent: LongText | None = Field(None, alias="不同意见", description="会上的不同意见,不对外公开")
    recorder: Person | None = Field(None, alias="记录人", description="记录人姓名,不对外公开")


class Procedure(Record):
    """A matter on its way through a procedure of the catalogue."""

    family: ClassVar[str] = "procedure"
    label: ClassVar[str] = "程序"
    grouped: ClassVar[str] = "form"
    identity: ClassVar[tuple[str, ...]] = ("id", "township", "place", "form")

    place: Annotated[Id, Ref("place")] = Field(alias="村", description="村的编号")
    form: Annotated[Id, Ref("form", catalogue=True)] = Field(alias="程序", description="程序目录里的编号")
    title: ShortText = Field(alias="事项", description="事项名称,例如 刘村至果园道路硬化")
    background: LongText | None = Field(None, alias="缘由", description="为什么办这件事")
    budget: Money | None = Field(None, alias="涉及金额", description="元", json_schema_extra={"unit": "元"})
    stage: Literal["进行中", "已完成", "已终止"] = Field(alias="状态", description="进行中、已完成或已终止")
    steps: tuple[Step, ...] = Field(alias="步骤", description="已经走过的步骤,按先后写")
    result: LongText | None = Field(None, alias="结果", description="办成了什么")
    remark: LongText | None = Field(None, alias="备注", description="内部备注,不对外公开")

    @property
    def event_date(self) -> date | None:
        """The day of the last vote, from which the deadline for publishing the decision runs."""
        return max((step.day for step in self.steps if isinstance(step.ayes, int) and step.day), default=None)
