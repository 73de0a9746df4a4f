"""What a publication is while it is being made: who signs what, where it hangs, when it goes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.sample.days import before
from tests.sample.writing import Flow, Inline, Noted, Plain


@dataclass
class Act:
    """One act of publishing, before it becomes a record."""

    id: str
    items: list[str]
    place: str
    publisher: str
    posted: date | None
    posts: tuple[str, str, str]
    """Who proposes, reviews, approves."""
    signed: tuple[date, date, date] | None = None
    period: str = ""
    records: list[str] = field(default_factory=list)
    title: str = ""
    text: str = ""
    web: date | None = None
    removed: date | None = None
    channels: tuple[str, ...] = ("公开栏", "网站")
    opinion: str = ""
    extra: dict[str, Any] = field(default_factory=dict)
    note: str = ""

    @property
    def day(self) -> date:
        return self.posted or self.web or self.signatures[2]

    @property
    def signatures(self) -> tuple[date, date, date]:
        if self.signed:
            return self.signed
        day = self.posted or self.web
        assert day is not None
        return before(day, 3), before(day, 2), before(day, 1)

    def record(self) -> Noted:
        proposed, reviewed, approved = self.signatures
        review = Inline({"职务": self.posts[1], "日期": reviewed, "保密审查": "是"})
        record: dict[str, Any] = {
            "编号": self.id,
            "事项": Flow(self.items),
            "地方": self.place,
            "公开主体": self.publisher,
            "期间": Plain(self.period) if self.period else None,
            "记录": Flow(self.records) if self.records else None,
            "标题": self.title,
            "正文": self.text,
            "提出": Inline({"职务": self.posts[0], "日期": proposed}),
            "审核": dict(review) | {"意见": self.opinion} if self.opinion else review,
            "审批": Inline({"职务": self.posts[2], "日期": approved}),
            "上墙日期": self.posted,
            "下墙日期": self.removed,
            "上网日期": self.web,
            "渠道": Flow(self.channels),
        }
        return Noted(record | self.extra, self.note)
