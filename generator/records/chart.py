"""科目表: a chart of accounts and the layout of its statements; the same code means other things in another chart."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from generator.model import Record, nearest
from generator.model.record import Row
from generator.model.text import clip
from generator.model.types import Day, LongText, Names, ShortText, YesNo, refuse
from generator.records._basis import Basis

AccountClass = Literal["资产", "负债", "权益", "成本", "收入", "支出"]
_FIRST_LEVEL = 3
"""Digits of a first-level code; what follows is the village's own detail."""


class Account(Row):
    """One account."""

    code: ShortText = Field(alias="代码", description="科目代码,例如 501")
    name: ShortText = Field(alias="名称", description="科目名称")
    kind: AccountClass = Field(alias="类别", description="资产、负债、权益、成本、收入、支出")

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class StatementRow(Row):
    """One row of a statement, and how it follows from others."""

    name: ShortText = Field(alias="项目", description="这一行的名称")
    sums: Names = Field((), alias="等于", description="由哪些行加减得来,减的前面写 -,例如 [经营收入, -经营支出]")
    level: Literal["合计", "明细", "其中"] = Field("明细", alias="层次", description="合计行、明细行,或上一行的“其中”")
    adds: YesNo = Field(True, alias="累加", description="各期能不能相加;年初、年末的余额写“否”")
    figure: ShortText | None = Field(None, alias="统计为", description="这一行算成哪个统计数字,例如 集体经营收入")

    @property
    def parts(self) -> tuple[tuple[int, str], ...]:
        """The rows that make it up, each with +1 or −1."""
        return tuple((-1, part[1:].strip()) if part.startswith("-") else (1, part) for part in self.sums)


class StatementForm(Row):
    """The rows of one statement, in order."""

    name: ShortText = Field(alias="表", description="报表名称,例如 资产负债表")
    columns: Names = Field(alias="栏", description="有哪几栏数字,例如 [本期, 累计] 或 [年初, 期末]")
    rows: tuple[StatementRow, ...] = Field(alias="行", description="各行,按表上的先后", max_length=200)
    equal: Names = Field((), alias="相等", description="必须相等的两行,例如 [资产总计, 负债和所有者权益总计]")

    @model_validator(mode="after")
    def _adds_up(self) -> StatementForm:
        known = [row.name for row in self.rows]
        named = [name for row in self.rows for _, name in row.parts] + list(self.equal)
        for name in named:
            if name not in known:
                hint = nearest(name, known) or "“等于”和“相等”里只写这张表有的行"
                raise refuse("row", f"{self.name}没有叫“{clip(name)}”的行", hint)
        if any(self._reaches(row.name, row.name) for row in self.rows):
            raise refuse("circle", f"{self.name}的“等于”绕成了圈", "一行不能由它自己算出来")
        return self

    def row(self, name: str) -> StatementRow | None:
        """The row of this name."""
        return next((row for row in self.rows if row.name == name), None)

    def _reaches(self, name: str, goal: str) -> bool:
        seen: set[str] = set()
        waiting = [name]
        while waiting:
            row = self.row(waiting.pop())
            below = [part for _, part in row.parts] if row else []
            if goal in below:
                return True
            waiting += [part for part in below if part not in seen]
            seen.update(below)
        return False


class Chart(Record):
    """A chart of accounts."""

    family: ClassVar[str] = "chart"
    label: ClassVar[str] = "科目表"
    catalogue: ClassVar[bool] = True

    name: ShortText = Field(alias="名称", description="例如 农村集体经济组织会计制度(2023)")
    bases: tuple[Basis, ...] = Field((), alias="依据", description="法规和条号")
    since: Day = Field(alias="施行", description="从哪一天起使用")
    until: Day | None = Field(None, alias="废止", description="用到哪一天;还在用的不写")
    verified: YesNo = Field(alias="核实", description="是否对照过正式文本")
    accounts: tuple[Account, ...] = Field(alias="会计科目", description="各科目")
    statements: tuple[StatementForm, ...] = Field((), alias="报表", description="各种报表的行和算法")
    note: LongText | None = Field(None, alias="说明", description="说明")

    def in_force(self, day: date) -> bool:
        """Whether books were kept by it on that day."""
        return self.since <= day and (self.until is None or day <= self.until)

    def account(self, code: str) -> Account | None:
        """The account of this code, or the first-level account of a longer code (`50101` is below `501`)."""
        found = {account.code: account for account in self.accounts}
        return found.get(code) or found.get(code[:_FIRST_LEVEL])

    def statement(self, name: str) -> StatementForm | None:
        """The layout of the statement of this name."""
        return next((form for form in self.statements if form.name == name), None)
