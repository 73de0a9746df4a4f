"""项目: budget and where it comes from, lots and contract, milestones, payments, settlement, acceptance."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model import Record, Ref
from generator.model.record import Row
from generator.model.types import (
    Count,
    Day,
    Figure,
    Id,
    LongText,
    Money,
    Names,
    Number,
    PeriodField,
    Person,
    ShortText,
    Word,
)
from generator.records._funding import Funding


class Lot(Row):
    """One lot of a tender."""

    name: ShortText = Field(alias="标段", description="标段名称")
    method: ShortText | None = Field(
        None, alias="招标方式", description="公开招标、邀请招标、竞争性谈判、村民代表议定 ……"
    )
    limit: Money | None = Field(None, alias="控制价", description="元", json_schema_extra={"unit": "元"})
    winner: ShortText | None = Field(None, alias="中标单位", description="中标单位的全称")
    price: Money | None = Field(None, alias="中标价", description="元", json_schema_extra={"unit": "元"})
    contract: ShortText | None = Field(None, alias="合同号", description="合同编号")
    signed: Day | None = Field(None, alias="签订日期", description="合同签订日期")


class Milestone(Row):
    """A date that was planned, and when it was reached."""

    name: ShortText = Field(alias="节点", description="例如 开工、完工、验收")
    planned: Day | None = Field(None, alias="计划日期", description="计划哪一天")
    reached: Day | None = Field(None, alias="完成日期", description="实际哪一天")


class Payment(Row):
    """One payment."""

    day: Day = Field(alias="日期", description="付款日期")
    amount: Money = Field(alias="金额", description="元", json_schema_extra={"unit": "元"})
    payee: ShortText | None = Field(None, alias="收款单位", description="收款单位")
    summary: ShortText = Field(alias="摘要", description="付的什么款,例如 进度款")


class Acceptance(Row):
    """Who accepted the work, when, and with what result."""

    day: Day = Field(alias="日期", description="验收日期")
    body: ShortText = Field(alias="主体", description="谁验收")
    result: ShortText = Field(alias="结论", description="合格或不合格、有什么意见")


class Project(Record):
    """A project from plan to acceptance."""

    family: ClassVar[str] = "project"
    label: ClassVar[str] = "项目"
    grouped: ClassVar[str] = "kind"
    identity: ClassVar[tuple[str, ...]] = ("id", "township", "place", "title")

    place: Annotated[Id, Ref("place")] = Field(alias="地方", description="乡镇或村的编号")
    title: ShortText = Field(alias="名称", description="项目名称")
    kind: Word = Field(alias="类别", description="例如 民生实事、重点项目、公益事业")
    stage: Literal["谋划", "立项", "招标", "在建", "完工", "验收", "停建"] = Field(
        alias="状态", description="走到哪一步"
    )
    year: PeriodField | None = Field(None, alias="期间", description="哪一年的项目,例如 2026")
    count: Count = Field(1, alias="个数", description="几个项目合写一条的,写个数", json_schema_extra={"unit": "个"})
    content: LongText | None = Field(None, alias="内容", description="建什么、规模多大")
    owner: ShortText | None = Field(None, alias="责任单位", description="建设单位或牵头单位")
    budget: Figure = Field(alias="总投资", description="元;原件遮盖的写 **", json_schema_extra={"unit": "元"})
    funding: tuple[Funding, ...] = Field((), alias="资金来源", description="各出多少;合计要等于总投资")
    lots: tuple[Lot, ...] = Field((), alias="招标", description="各标段")
    milestones: tuple[Milestone, ...] = Field((), alias="节点", description="计划和完成的日期")
    progress: Number | None = Field(None, alias="进度", description="完成百分之几", json_schema_extra={"unit": "%"})
    payments: tuple[Payment, ...] = Field((), alias="支付", description="逐笔付款")
    settlement: Money | None = Field(None, alias="结算价", description="元", json_schema_extra={"unit": "元"})
    acceptance: Acceptance | None = Field(None, alias="验收", description="验收情况")
    households: Count | None = Field(None, alias="受益户数", description="户", json_schema_extra={"unit": "户"})
    people: Count | None = Field(None, alias="受益人数", description="人", json_schema_extra={"unit": "人"})
    procedure: Annotated[Id, Ref("procedure")] | None = Field(None, alias="决策程序", description="按哪一条程序决定的")
    document: ShortText | None = Field(None, alias="文号", description="批准或下达资金的文号")
    supervisors: Names = Field((), alias="监督", description="监督电话或监督人的职务")
    handler: Person | None = Field(None, alias="经手人", description="经手人姓名;对外按目录遮盖或不公开")
    remark: LongText | None = Field(None, alias="备注", description="内部备注,不对外公开")

    @property
    def event_date(self) -> date | None:
        """The day of the newest thing that happened: a milestone, a contract, a payment, the acceptance."""
        days = [m.reached for m in self.milestones] + [lot.signed for lot in self.lots] + [p.day for p in self.payments]
        days += [self.acceptance.day] if self.acceptance else []
        return max((day for day in days if day is not None), default=None)
