"""财务: the cash statement of a period and its entries, as they are posted on the board.

Cash basis: opening + income − spending = closing. Account codes belong to the chart that the sheet names, because the
2004 and the 2023 charts use the same numbers for different things (511 is income in one and spending in the other).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model import Record, Ref
from generator.model.record import Row
from generator.model.types import Day, Id, LongText, Money, PeriodField, Person, ShortText


class Line(Row):
    """One income or spending line of the statement."""

    summary: ShortText = Field(alias="摘要", description="什么钱,写具体,例如 3月保洁员工资")
    account: ShortText | None = Field(None, alias="科目", description="会计科目代码,例如 501")
    amount: Money = Field(alias="金额", description="元", json_schema_extra={"unit": "元"})
    handler: Person | None = Field(None, alias="经手人", description="经手人姓名;对外按目录遮盖或不公开")


class Entry(Row):
    """One voucher of the entry list (逐笔)."""

    day: Day = Field(alias="日期", description="凭证日期")
    voucher: ShortText = Field(alias="凭证号", description="例如 3-12")
    summary: ShortText = Field(alias="摘要", description="什么钱")
    income: Money | None = Field(None, alias="收入", description="元", json_schema_extra={"unit": "元"})
    expense: Money | None = Field(None, alias="支出", description="元", json_schema_extra={"unit": "元"})
    balance: Money | None = Field(None, alias="余额", description="元", json_schema_extra={"unit": "元"})
    handler: Person | None = Field(None, alias="经手人", description="经手人姓名")


class Finance(Record):
    """The cash sheet of one publisher for one period."""

    family: ClassVar[str] = "finance"
    label: ClassVar[str] = "财务"
    identity: ClassVar[tuple[str, ...]] = ("id", "township", "place", "period")

    place: Annotated[Id, Ref("place")] = Field(alias="村", description="村的编号")
    publisher: Annotated[ShortText, Ref("organisation", by="name")] = Field(
        alias="公开主体", description="谁的账:村集体经济组织或村民委员会的全称"
    )
    period: PeriodField = Field(alias="期间", description="例如 2026-03")
    chart: Literal["2004", "2023"] = Field(alias="科目制度", description="2024年以后用 2023,以前用 2004")
    opening: Money = Field(alias="期初结存", description="元", json_schema_extra={"unit": "元"})
    incomes: tuple[Line, ...] = Field((), alias="收入", description="收入各行")
    income_total: Money | None = Field(None, alias="收入合计", description="原表上的合计;写了就核对")
    expenses: tuple[Line, ...] = Field((), alias="支出", description="支出各行")
    expense_total: Money | None = Field(None, alias="支出合计", description="原表上的合计;写了就核对")
    closing: Money = Field(alias="期末结存", description="元", json_schema_extra={"unit": "元"})
    cash: Money | None = Field(None, alias="现金", description="其中现金,元")
    bank: Money | None = Field(None, alias="银行存款", description="其中银行存款,元")
    entries: tuple[Entry, ...] = Field((), alias="逐笔", description="逐笔收支")
    prepared_by: ShortText | None = Field(None, alias="制表", description="制表单位或人员职务")
    checked_by: ShortText | None = Field(None, alias="审核", description="审核的组织或人员职务")
    remark: LongText | None = Field(None, alias="备注", description="内部备注,不对外公开")

    @property
    def income(self) -> Decimal:
        """All income of the period, yuan."""
        return sum((line.amount for line in self.incomes), Decimal(0))

    @property
    def expense(self) -> Decimal:
        """All spending of the period, yuan."""
        return sum((line.amount for line in self.expenses), Decimal(0))

    @property
    def event_date(self) -> date:
        """The day from which a deadline after the event would run."""
        return self.period.end
