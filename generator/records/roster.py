"""名单: who received a subsidy, relief or pay, household by household; how the names look outside is the catalogue's."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from generator.model import Record, Ref
from generator.model.record import Row
from generator.model.types import (
    PERSONAL,
    Count,
    Day,
    Id,
    LongText,
    Money,
    Number,
    PeriodField,
    Person,
    ShortText,
    Word,
)


class Entitled(Row):
    """One household or person of the list."""

    group: ShortText | None = Field(None, alias="组", description="村民小组,例如 二组;门牌号不写")
    name: Person | None = Field(None, alias="姓名", description="户主或本人;对外按目录遮盖")
    people: Annotated[Count, PERSONAL] | None = Field(
        None, alias="人数", description="这一户几个人", json_schema_extra={"unit": "人"}
    )
    quantity: Annotated[Number, PERSONAL] | None = Field(None, alias="数量", description="按面积、天数发的,写多少")
    standard: Annotated[Money, PERSONAL] | None = Field(
        None, alias="发放标准", description="每亩、每人或每天多少", json_schema_extra={"unit": "元"}
    )
    amount: Annotated[Money, PERSONAL] = Field(alias="金额", description="这一户多少", json_schema_extra={"unit": "元"})
    remark: ShortText | None = Field(None, alias="备注", description="内部备注,不对外公开")


class Roster(Record):
    """One list of one payment: a batch of a subsidy, a month of relief."""

    family: ClassVar[str] = "roster"
    label: ClassVar[str] = "名单"
    grouped: ClassVar[str] = "kind"
    identity: ClassVar[tuple[str, ...]] = ("id", "township", "place", "title", "kind", "paid_on")

    place: Annotated[Id, Ref("place")] = Field(alias="村", description="村的编号")
    publisher: Annotated[ShortText, Ref("organisation", by="name")] | None = Field(
        None, alias="公开主体", description="谁公开的,写全称"
    )
    title: ShortText = Field(alias="名称", description="例如 2026年耕地地力保护补贴")
    kind: Word = Field(alias="类别", description="哪一种补贴或救助,例如 耕地地力保护补贴、低保")
    batch: ShortText | None = Field(None, alias="批次", description="例如 第一批")
    period: PeriodField | None = Field(None, alias="期间", description="按月、按季发的,写哪一期")
    decided_by: ShortText | None = Field(None, alias="决定机关", description="哪个机关确认的,写全称")
    document: ShortText | None = Field(None, alias="文号", description="依据的文件,例如 示农发〔2026〕12号")
    paid_on: Day = Field(alias="发放日期", description="钱发到户的日期;还没有发的,写确认的日期")
    unit: ShortText | None = Field(None, alias="数量单位", description="“数量”的单位,例如 亩、天")
    rows: tuple[Entitled, ...] = Field(alias="名单", description="一户一行")
    households: Annotated[Count, PERSONAL] = Field(
        alias="户数", description="一共多少户", json_schema_extra={"unit": "户"}
    )
    people: Annotated[Count, PERSONAL] | None = Field(
        None, alias="总人数", description="一共多少人", json_schema_extra={"unit": "人"}
    )
    total: Annotated[Money, PERSONAL] = Field(
        alias="合计金额", description="一共多少", json_schema_extra={"unit": "元"}
    )
    remark: LongText | None = Field(None, alias="备注", description="内部备注,不对外公开")

    @property
    def event_date(self) -> date:
        """The day on which it has to be published from."""
        return self.paid_on

    @property
    def count(self) -> int:
        """Of how many households it speaks."""
        return len(self.rows)
