"""考核: who was scored or graded by a scale, how many of how many, and what followed."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from generator.model import Record, Ref
from generator.model.record import Row
from generator.model.types import Count, Day, Id, LongText, Number, PeriodField, Person, ShortText


class Score(Row):
    """One part of a score."""

    name: ShortText = Field(alias="项目", description="考核项目或轮次,与等次标准里的一致")
    points: Number = Field(alias="分数", description="得分;扣分写负数")


class Result(Row):
    """One that was assessed: a person, a place or an organisation."""

    subject: ShortText | None = Field(None, alias="名称", description="考核的单位、组织或岗位")
    place: Annotated[Id, Ref("place")] | None = Field(None, alias="村", description="考核的是村时,村的编号")
    person: Person | None = Field(None, alias="姓名", description="考核的是人时,姓名;对外按目录遮盖")
    score: Number | None = Field(None, alias="得分", description="总分", json_schema_extra={"unit": "分"})
    scores: tuple[Score, ...] = Field((), alias="明细", description="各项得分;写了就与总分核对")
    grade: ShortText | None = Field(None, alias="等次", description="等次;写得分的可以不写")
    followed: ShortText | None = Field(None, alias="结果运用", description="奖励、诫勉、整改 ……")


class GradeCount(Row):
    """How many reached a grade, where no single results are written."""

    grade: ShortText = Field(alias="等次", description="等次名称")
    count: Count = Field(alias="人数", description="几名或几个", json_schema_extra={"unit": "名"})


class Assessment(Record):
    """One round of assessment."""

    family: ClassVar[str] = "assessment"
    label: ClassVar[str] = "考核"
    grouped: ClassVar[str] = "scale"
    identity: ClassVar[tuple[str, ...]] = ("id", "township", "place", "scale", "period", "title")

    place: Annotated[Id, Ref("place")] = Field(alias="地方", description="乡镇或村的编号")
    organisation: Annotated[Id, Ref("organisation")] | None = Field(None, alias="组织", description="由哪个组织考核")
    scale: Annotated[Id, Ref("scale", catalogue=True)] = Field(alias="标准", description="等次标准的编号")
    title: ShortText = Field(alias="主题", description="例如 2025年度民主评议党员")
    period: PeriodField = Field(alias="期间", description="考核哪一期,例如 2025")
    day: Day | None = Field(None, alias="日期", description="评出结果的日期")
    entitled: Count | None = Field(None, alias="应评", description="应当参评几名(个)")
    results: tuple[Result, ...] = Field((), alias="结果", description="各人、各村的得分和等次")
    counts: tuple[GradeCount, ...] = Field((), alias="等次人数", description="只有各等次人数时这样写")
    note: LongText | None = Field(None, alias="说明", description="对外的说明,例如为什么有人没有参评")
    remark: LongText | None = Field(None, alias="备注", description="内部备注,不对外公开")

    @property
    def event_date(self) -> date:
        """The day of the result, or the last day of the period."""
        return self.day or self.period.end
