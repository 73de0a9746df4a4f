"""资产资源: what the collective owns, who uses it on which terms, and how it was let."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from generator.model import Record, Ref
from generator.model.record import Row
from generator.model.types import Count, Day, Id, LongText, Money, Number, Person, ShortText, Word


class Lease(Row):
    """One contract of use."""

    tenant: ShortText | None = Field(None, alias="承租单位", description="承租的是单位时,写全称")
    person: Person | None = Field(None, alias="承租人", description="承租的是个人时,写姓名;对外遮盖")
    first: Day = Field(alias="自", description="第一天")
    last: Day = Field(alias="至", description="最后一天")
    rent: Money | None = Field(None, alias="年租金", description="元", json_schema_extra={"unit": "元"})
    contract: ShortText | None = Field(None, alias="合同号", description="合同编号")
    paid: Money | None = Field(None, alias="已收", description="元", json_schema_extra={"unit": "元"})


class Deal(Row):
    """One letting or sale."""

    announced: Day = Field(alias="公告日期", description="招标或竞价公告的日期")
    closed: Day | None = Field(None, alias="成交日期", description="成交的日期")
    method: ShortText | None = Field(None, alias="方式", description="招标、竞价、协商 ……")
    floor: Money | None = Field(None, alias="底价", description="元", json_schema_extra={"unit": "元"})
    deposit: Money | None = Field(None, alias="保证金", description="元", json_schema_extra={"unit": "元"})
    bidders: Count | None = Field(None, alias="竞价人数", description="几家参加", json_schema_extra={"unit": "家"})
    price: Money | None = Field(None, alias="成交价", description="元", json_schema_extra={"unit": "元"})


class Asset(Record):
    """One asset or resource of the collective."""

    family: ClassVar[str] = "asset"
    label: ClassVar[str] = "资产资源"
    grouped: ClassVar[str] = "kind"
    identity: ClassVar[tuple[str, ...]] = ("id", "township", "place", "title")

    place: Annotated[Id, Ref("place")] = Field(alias="村", description="村的编号")
    title: ShortText = Field(alias="名称", description="例如 村东果园、沿街门面")
    kind: Word = Field(alias="类别", description="例如 房屋、设备、耕地、林地、水面")
    owner: Annotated[ShortText, Ref("organisation", by="name")] | None = Field(
        None, alias="权属单位", description="归哪个组织所有,写全称"
    )
    quantity: Number | None = Field(None, alias="数量", description="数量")
    unit: ShortText | None = Field(None, alias="单位", description="数量的单位,例如 间、台、亩")
    area: Number | None = Field(None, alias="占地", description="亩", json_schema_extra={"unit": "亩"})
    cost: Money | None = Field(None, alias="原值", description="元", json_schema_extra={"unit": "元"})
    use: Word = Field(alias="使用方式", description="自用、出租、发包、入股、闲置")
    leases: tuple[Lease, ...] = Field((), alias="承租", description="各次承租")
    deals: tuple[Deal, ...] = Field((), alias="交易", description="发包、出租、转让的招标和结果")
    procedure: Annotated[Id, Ref("procedure")] | None = Field(None, alias="决策程序", description="按哪一条程序决定的")
    remark: LongText | None = Field(None, alias="备注", description="内部备注,不对外公开")

    @property
    def event_date(self) -> date | None:
        """The day of the newest deal."""
        return max((deal.closed for deal in self.deals if deal.closed), default=None)
