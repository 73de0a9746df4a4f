"""意见: what a reviewer wrote beside a page of an offline bundle, kept with the data until somebody has dealt with it."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from generator.model import Record
from generator.model.types import Day, LongText, ShortText


class Comment(Record):
    """One comment on one place of a page. No item of the catalogue opens it: it is for the house alone."""

    family: ClassVar[str] = "comment"
    label: ClassVar[str] = "意见"

    page: ShortText = Field(alias="页面", description="哪一页,例如 anping/liucun/finance/liucun-2026-03.html")
    title: ShortText | None = Field(None, alias="标题", description="那一页的标题")
    record: ShortText | None = Field(
        None, alias="记录", description="那一页说的是哪条记录,例如 anping/finance/liucun-2026-03"
    )
    quote: LongText | None = Field(None, alias="引文", description="意见针对的几个字或数字,照那一页抄的")
    text: LongText = Field(alias="意见", description="审核人写的意见,照原文")
    who: ShortText | None = Field(None, alias="意见人", description="谁提的,写单位或职务")
    day: Day = Field(alias="日期", description="哪一天提的")
    state: Literal["未处理", "已处理"] = Field("未处理", alias="处理", description="未处理或已处理")
    answer: LongText | None = Field(None, alias="答复", description="怎样处理的;没有采纳的写为什么")
