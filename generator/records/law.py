"""法规: a law or rule, the time it is in force, and which of its articles somebody has checked."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from generator.model import Record, Ref
from generator.model.record import Row
from generator.model.types import Day, Id, ShortText, YesNo


class LawArticle(Row):
    """One article that the catalogue cites."""

    number: ShortText = Field(alias="条", description="条号,例如 35")
    summary: ShortText = Field(alias="要点", description="用自己的话概括")
    verified: YesNo = Field(alias="核实", description="条号和要点是否对照过正式文本")


class Law(Record):
    """A law, regulation or rule. An article number that nobody has verified is never printed."""

    family: ClassVar[str] = "law"
    label: ClassVar[str] = "法规"
    catalogue: ClassVar[bool] = True

    name: ShortText = Field(alias="名称", description="全称,不加书名号")
    short: ShortText | None = Field(None, alias="简称", description="通用的简称")
    number: ShortText | None = Field(None, alias="文号", description="例如 农经发〔2011〕13号")
    issuer: ShortText = Field(alias="发布机关", description="发布机关")
    since: Day | None = Field(
        None, alias="施行", description="这一版本开始施行的日期;还没有公布的不写,不写就不会被引用"
    )
    until: Day | None = Field(None, alias="废止", description="这一版本停止施行的日期;现行有效的不写")
    replaces: Annotated[Id, Ref("law", catalogue=True)] | None = Field(
        None, alias="接替", description="换了名称的,写它接替的那部法规的编号;名称没有变的不写"
    )
    verified: YesNo = Field(alias="核实", description="名称和施行日期是否对照过正式文本")
    source: ShortText | None = Field(None, alias="出处", description="在哪里核对的")
    articles: tuple[LawArticle, ...] = Field((), alias="条文", description="目录引用的条文")

    def in_force(self, day: date) -> bool:
        """Whether this version was in force on the day."""
        return self.since is not None and self.since <= day and (self.until is None or day <= self.until)

    def article(self, number: str) -> LawArticle | None:
        """The article with this number, if it is listed."""
        return next((article for article in self.articles if article.number == number), None)
