"""财务: the cash sheet of a period and its entries as they are posted on the board, or a statement of the books.

Cash basis: opening + income − spending = closing, whether or not what came in was income. A statement (收益及收益分配表,
资产负债表) has rows instead. Account codes belong to the chart that the sheet names, because the 2004 and the 2023
charts use the same numbers for different things (511 is income in one and spending in the other).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails

from generator.model import Period, Record, Ref
from generator.model.record import Row
from generator.model.types import Day, Id, LongText, Money, PeriodField, Person, ShortText, Word

CASH = "收支公开榜"


class Line(Row):
    """One income or spending line of the statement."""

    summary: ShortText = Field(alias="摘要", description="什么钱,写具体,例如 3月保洁员工资")
    account: ShortText | None = Field(None, alias="科目", description="会计科目代码,例如 501")
    amount: Money = Field(alias="金额", description="元", json_schema_extra={"unit": "元"})
    to_date: Money | None = Field(None, alias="累计", description="本年累计,元", json_schema_extra={"unit": "元"})
    handler: Person | None = Field(None, alias="经手人", description="经手人姓名;对外按目录遮盖或不公开")


class BookRow(Row):
    """One row of a statement; which columns it has, the chart says."""

    name: ShortText = Field(alias="项目", description="项目名称,与科目表里的报表一致")
    current: Money | None = Field(None, alias="本期", description="本期数,元", json_schema_extra={"unit": "元"})
    to_date: Money | None = Field(None, alias="累计", description="本年累计,元", json_schema_extra={"unit": "元"})
    start: Money | None = Field(None, alias="年初", description="年初数,元", json_schema_extra={"unit": "元"})
    end: Money | None = Field(None, alias="期末", description="期末数,元", json_schema_extra={"unit": "元"})


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
    """A cash sheet or a statement of one publisher for one period."""

    family: ClassVar[str] = "finance"
    label: ClassVar[str] = "财务"
    grouped: ClassVar[str] = "statement"
    identity: ClassVar[tuple[str, ...]] = ("id", "township", "place", "period", "statement")

    place: Annotated[Id, Ref("place")] = Field(alias="村", description="村的编号")
    publisher: Annotated[ShortText, Ref("organisation", by="name")] = Field(
        alias="公开主体", description="谁的账:村集体经济组织或村民委员会的全称"
    )
    period: PeriodField = Field(alias="期间", description="例如 2026-03")
    chart: Annotated[Id, Ref("chart", catalogue=True)] = Field(
        alias="科目制度", description="科目表的编号:2024年以后用 2023,以前用 2004"
    )
    statement: Word = Field(
        CASH, alias="表", description="收支公开榜;或科目表里的报表,例如 收益及收益分配表、资产负债表"
    )
    opening: Money | None = Field(
        None, alias="期初结存", description="元;收支公开榜必须写", json_schema_extra={"unit": "元"}
    )
    incomes: tuple[Line, ...] = Field((), alias="收入", description="收入各行")
    income_total: Money | None = Field(
        None, alias="收入合计", description="原表上的合计;写了就核对", json_schema_extra={"unit": "元"}
    )
    expenses: tuple[Line, ...] = Field((), alias="支出", description="支出各行")
    expense_total: Money | None = Field(
        None, alias="支出合计", description="原表上的合计;写了就核对", json_schema_extra={"unit": "元"}
    )
    closing: Money | None = Field(
        None, alias="期末结存", description="元;收支公开榜必须写", json_schema_extra={"unit": "元"}
    )
    cash: Money | None = Field(None, alias="现金", description="其中现金,元", json_schema_extra={"unit": "元"})
    bank: Money | None = Field(None, alias="银行存款", description="其中银行存款,元", json_schema_extra={"unit": "元"})
    rows: tuple[BookRow, ...] = Field((), alias="报表行", description="报表的各行;收支公开榜不写")
    entries: tuple[Entry, ...] = Field((), alias="逐笔", description="逐笔收支")
    prepared_by: ShortText | None = Field(None, alias="制表", description="制表单位或人员职务")
    checked_by: ShortText | None = Field(None, alias="审核", description="审核的组织或人员职务")
    remark: LongText | None = Field(None, alias="备注", description="内部备注,不对外公开")

    @model_validator(mode="after")
    def _whole(self) -> Finance:
        """A cash sheet without its balances proves nothing, a statement without rows says nothing."""
        balances = {"期初结存": self.opening, "期末结存": self.closing}
        wanted = balances if self.is_cash else {"报表行": self.rows or None}
        blank = [InitErrorDetails(type="missing", loc=(label,), input=None) for label, v in wanted.items() if v is None]
        if blank:
            raise ValidationError.from_exception_data(self.label, blank)
        return self

    @property
    def is_cash(self) -> bool:
        """Whether it is the cash sheet of the board."""
        return self.statement == CASH

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


def covering(sheets: Iterable[Finance], period: Period) -> tuple[list[Finance], list[Period]]:
    """The fewest sheets of one publisher that tell of the period, in order, and the months of which none of them tells.

    Where a sheet of the quarter and sheets of its months stand side by side, the quarter's is taken: the same money is
    in both. Calendar periods lie inside each other or apart, so longest first finds the fewest.
    """
    inside = [sheet for sheet in sheets if period.holds(sheet.period)]
    told: set[Period] = set()
    taken = []
    for sheet in sorted(inside, key=lambda sheet: (-sheet.period.length, sheet.period, sheet.id)):
        months = set(sheet.period.months())
        if told.isdisjoint(months):
            told |= months
            taken.append(sheet)
    missing = [month for month in period.months() if month not in told]
    return sorted(taken, key=lambda sheet: sheet.period), missing
