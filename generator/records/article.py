"""材料: an experience material or report, an outline whose prose takes its figures from records."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model import Record, Ref
from generator.model.record import Row
from generator.model.types import Day, Id, LongText, Paragraphs, ShortText


class Section(Row):
    """A heading and its paragraphs."""

    title: ShortText = Field(alias="标题", description="小标题,不写序号")
    body: Paragraphs = Field((), alias="正文", description="各段文字;数字写成 {{ 指标名 }}")
    parts: tuple[Part, ...] = Field((), alias="小节", description="下一级标题")


class Part(Row):
    """A heading below a section."""

    title: ShortText = Field(alias="标题", description="小标题,不写序号")
    body: Paragraphs = Field((), alias="正文", description="各段文字")


class Article(Record):
    """An article of the township; its readers get all of it or none."""

    family: ClassVar[str] = "article"
    label: ClassVar[str] = "材料"
    identity: ClassVar[tuple[str, ...]] = ("id", "township", "place", "title", "genre", "day")

    place: Annotated[Id, Ref("place")] | None = Field(
        None, alias="地方", description="写哪个村的就填村的编号;不填就是全乡镇"
    )
    title: ShortText = Field(alias="标题", description="题目")
    subtitle: ShortText | None = Field(None, alias="副题", description="副标题")
    genre: Literal["经验材料", "工作报告", "综述", "交流发言", "计划", "随笔"] = Field(
        alias="体裁", description="哪一类材料"
    )
    day: Day = Field(alias="日期", description="成文日期;数字取这一天以前最近的一期")
    byline: ShortText | None = Field(None, alias="署名", description="单位名称")
    lead: LongText | None = Field(None, alias="导语", description="开头一段")
    sections: tuple[Section, ...] = Field(alias="部分", description="各部分:标题、正文、小节")
    remark: LongText | None = Field(None, alias="备注", description="内部备注,不对外公开")


Section.model_rebuild()
