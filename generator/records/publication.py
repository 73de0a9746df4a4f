"""公开记录: one act of publishing — who proposed, reviewed and approved it, when it was posted, what was objected."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model import Period, Record, Ref
from generator.model.record import Row
from generator.model.types import (
    Day,
    Fingerprints,
    Id,
    LongText,
    Names,
    PeriodField,
    Person,
    ShortText,
    YesNo,
)


class SignOff(Row):
    """One sign-off by post, never by a private person."""

    post: ShortText = Field(alias="职务", description="谁签的,写职务,例如 村务监督委员会主任")
    day: Day = Field(alias="日期", description="签的日期")
    secrecy: YesNo | None = Field(None, alias="保密审查", description="审核时是否做过保密审查")
    opinion: LongText | None = Field(None, alias="意见", description="审核意见,不对外公开")


class Objection(Row):
    """An objection and its reply."""

    day: Day = Field(alias="日期", description="提出的日期")
    objector: Person | None = Field(None, alias="提出人", description="姓名,不对外公开")
    content: LongText = Field(alias="内容", description="提了什么")
    reply: LongText | None = Field(None, alias="答复", description="怎样答复")
    replied: Day | None = Field(None, alias="答复日期", description="答复的日期")


class Announcement(Row):
    """One line of the history of when it will be published; lines are added, never changed."""

    day: Day = Field(alias="日期", description="哪一天预告的")
    state: Literal["计划", "确认", "取消"] = Field(
        alias="状态", description="计划:大概的日子;确认:定下的日子;取消:不按预告公开了"
    )
    planned: Day | None = Field(None, alias="公开日期", description="准备哪一天公开;取消的不写")
    reason: ShortText | None = Field(None, alias="理由", description="改日子或取消时写为什么")


class Correction(Row):
    """A correction after publication; the page shows the old and the new value with the reason."""

    day: Day = Field(alias="日期", description="更正的日期")
    field: ShortText = Field(alias="更正项", description="改了哪一项")
    old: ShortText = Field(alias="原为", description="原来公开的内容")
    new: ShortText = Field(alias="改为", description="更正后的内容")
    reason: ShortText = Field(alias="理由", description="为什么更正")
    record: Annotated[ShortText, Ref("")] | None = Field(
        None, alias="记录", description="改的是哪一条;只公开了一条记录时不用写"
    )
    post: ShortText | None = Field(None, alias="职务", description="谁批准更正的,写职务")


class Withdrawal(Row):
    """The whole publication taken back; the page keeps its address and says when and why."""

    day: Day = Field(alias="日期", description="撤回的日期")
    reason: ShortText = Field(alias="理由", description="为什么撤回,对外公开")
    post: ShortText = Field(alias="职务", description="谁批准撤回的,写职务")


class Fingerprint(Row):
    """What a record said when it was published, so that no later change stays silent; never shown to anyone."""

    record: Annotated[ShortText, Ref("")] = Field(alias="记录", description="哪一条记录")
    fields: Fingerprints = Field(alias="内容", description="各字段公开时的指纹,由 gongkai publish 写")


class PublicationRecord(Record):
    """One act of publishing one or more catalogue items."""

    family: ClassVar[str] = "publication"
    label: ClassVar[str] = "公开记录"
    identity: ClassVar[tuple[str, ...]] = ("id", "township", "place", "items", "period", "records", "withdrawn")
    """Whoever may know of a publication may know that it was withdrawn, when and why."""

    items: Annotated[Names, Ref("item", catalogue=True)] = Field(
        alias="事项", description="公开目录里的事项编号,可以几项"
    )
    place: Annotated[Id, Ref("place")] = Field(alias="地方", description="村或乡镇的编号")
    publisher: Annotated[ShortText, Ref("organisation", by="name")] = Field(
        alias="公开主体", description="谁公开的,写全称"
    )
    period: PeriodField | None = Field(None, alias="期间", description="哪一期,例如 2026-03")
    records: Annotated[Names, Ref("")] = Field(
        (), alias="记录", description="公开的是哪几条,例如 finance/liucun-2026-03"
    )
    title: ShortText | None = Field(None, alias="标题", description="没有对应记录时,公开内容的标题")
    text: LongText | None = Field(None, alias="正文", description="没有对应记录时,公开的文字")
    proposed: SignOff | None = Field(None, alias="提出", description="谁提出公开")
    reviewed: SignOff | None = Field(None, alias="审核", description="谁审核,有没有保密审查")
    approved: SignOff | None = Field(None, alias="审批", description="谁批准")
    posted: Day | None = Field(None, alias="上墙日期", description="贴到公开栏的日期")
    removed: Day | None = Field(None, alias="下墙日期", description="从公开栏取下的日期")
    web: Day | None = Field(None, alias="上网日期", description="放到网上的日期")
    channels: Names = Field((), alias="渠道", description="公开栏、网站、微信群、广播 ……")
    objections: tuple[Objection, ...] = Field((), alias="异议", description="收到的异议和答复")
    corrections: tuple[Correction, ...] = Field((), alias="更正", description="公开后的更正")
    withdrawn: Withdrawal | None = Field(None, alias="撤回", description="整个撤回时写日期、理由和谁批准")
    announcements: tuple[Announcement, ...] = Field(
        (), alias="预告", description="准备什么时候公开;改期只加一行,不改旧的"
    )
    fingerprints: tuple[Fingerprint, ...] = Field((), alias="指纹", description="公开时内容的指纹,由程序写,不用填")
    exempt: ShortText | None = Field(None, alias="不适用", description="这一期没有这一项时写原因")
    attachments: Names = Field((), alias="附件", description="图片文件名,放在 content/<乡镇>/files/ 下")
    remark: LongText | None = Field(None, alias="备注", description="内部备注,不对外公开")

    @property
    def done(self) -> date | None:
        """The day on which villagers could first read it; the board counts before the web."""
        return self.posted or self.web

    def approved_by(self, today: date) -> bool:
        """Whether it was approved by that day."""
        return self.approved is not None and self.approved.day <= today

    def recalled(self, today: date) -> bool:
        """Whether it was withdrawn by that day: from then on it releases nothing and does nothing for any duty."""
        return bool(self.withdrawn) and self.withdrawn is not None and self.withdrawn.day <= today

    def released(self, today: date) -> bool:
        """Whether it was approved, its readers could see it by that day, and it was not withdrawn."""
        return self.approved_by(today) and self.done is not None and self.done <= today and not self.recalled(today)

    def excused(self, today: date) -> bool:
        """Whether it says, with approval, that there is nothing to publish this time."""
        return self.exempt is not None and self.approved_by(today) and not self.recalled(today)

    def announcement(self, today: date) -> Announcement | None:
        """The last line of its announcements made by that day; none of what was withdrawn."""
        made = [line for line in self.announcements if line.day <= today]
        return made[-1] if made and not self.recalled(today) else None

    def covers(self, item: str, record: Record) -> bool:
        """Whether it publishes this record under this item: named, or the only one of its place and period."""
        if item not in self.items or self.township != record.township:
            return False
        if self.records:
            return f"{record.family}/{record.id}" in self.records
        same_period = self.period is not None and getattr(record, "period", None) == self.period
        return same_period and getattr(record, "place", "") == self.place


class Covered:
    """What a number of publications cover: `covers` of all of them at once, for thousands of records."""

    def __init__(self, publications: Iterable[PublicationRecord]) -> None:
        self._named: set[tuple[str, str, str]] = set()
        self._periods: set[tuple[str, str, str, Period]] = set()
        for one in publications:
            for item in one.items:
                self._named.update((one.township, item, name) for name in one.records)
                if not one.records and one.period is not None:
                    self._periods.add((one.township, item, one.place, one.period))

    def has(self, item: str, record: Record) -> bool:
        """Whether any of them publishes this record under this item."""
        period = getattr(record, "period", None)
        if period is not None and (record.township, item, getattr(record, "place", ""), period) in self._periods:
            return True
        return (record.township, item, f"{record.family}/{record.id}") in self._named
