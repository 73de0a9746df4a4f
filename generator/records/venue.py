"""阵地: rooms and squares, their area, equipment, cost, opening hours."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model import Record, Ref
from generator.model.record import Row
from generator.model.types import Count, Id, LongText, Money, Names, Number, PeriodField, ShortText, Word
from generator.records._funding import Funding


class Equipment(Row):
    """Things in the rooms."""

    name: ShortText = Field(alias="名称", description="例如 电脑、投影仪")
    quantity: Number = Field(alias="数量", description="数量")
    unit: ShortText = Field(alias="单位", description="台、套、块 ……")


class Work(Row):
    """A repair or an extension."""

    name: ShortText = Field(alias="项目", description="例如 屋顶翻修")
    quantity: Number | None = Field(None, alias="数量", description="数量")
    unit: ShortText | None = Field(None, alias="单位", description="处、平方米 ……")
    cost: Money | None = Field(None, alias="金额", description="元", json_schema_extra={"unit": "元"})


class Venue(Record):
    """A venue, or several of a kind."""

    family: ClassVar[str] = "venue"
    label: ClassVar[str] = "阵地"
    grouped: ClassVar[str] = "kind"
    identity: ClassVar[tuple[str, ...]] = ("id", "township", "place", "title")

    place: Annotated[Id, Ref("place")] = Field(alias="地方", description="乡镇或村的编号")
    title: ShortText = Field(alias="名称", description="例如 刘村党群服务中心")
    kind: Word = Field(alias="类别", description="例如 党群服务中心、活动场所、农家书屋")
    stage: Literal["计划", "在建", "已建", "停用"] = Field(alias="状态", description="计划、在建、已建或停用")
    count: Count = Field(1, alias="个数", description="几处合写一条的,写个数", json_schema_extra={"unit": "处"})
    area: Number | None = Field(None, alias="建筑面积", description="平方米", json_schema_extra={"unit": "平方米"})
    rooms: Names = Field((), alias="功能室", description="活动室、阅览室 ……")
    equipment: tuple[Equipment, ...] = Field((), alias="设备", description="设备")
    year: PeriodField | None = Field(None, alias="期间", description="哪一年建成或计划建,例如 2026")
    cost: Money | None = Field(None, alias="投入", description="元", json_schema_extra={"unit": "元"})
    funding: tuple[Funding, ...] = Field((), alias="资金来源", description="各出多少;合计要等于投入")
    works: tuple[Work, ...] = Field((), alias="修缮", description="修缮和扩建")
    subsidy: Money | None = Field(
        None, alias="年补助", description="每处每年的运行补助,元", json_schema_extra={"unit": "元"}
    )
    groups: Count | None = Field(None, alias="服务组数", description="个", json_schema_extra={"unit": "个"})
    households: Count | None = Field(None, alias="服务户数", description="户", json_schema_extra={"unit": "户"})
    people: Count | None = Field(None, alias="服务人数", description="人", json_schema_extra={"unit": "人"})
    members: Count | None = Field(None, alias="服务党员", description="名", json_schema_extra={"unit": "名"})
    hours: ShortText | None = Field(None, alias="开放时间", description="什么时候开放")
    keeper: ShortText | None = Field(None, alias="管理", description="管理人的职务")
    remark: LongText | None = Field(None, alias="备注", description="内部备注,不对外公开")
