"""材料: an experience material or report, an outline whose prose takes its figures from records.

A section opens with its paragraphs (正文), then says what was done (做法) and what came of it (成效), may hold one small table
(表格), and goes on in subsections (小节), four levels in all. Headings carry no numerals: those follow from the genre.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from generator.model import Record, Ref
from generator.model.record import Row
from generator.model.types import Day, Id, LongText, Names, Paragraphs, ShortText

Path = tuple[str | int, ...]
"""Labels and list positions down to a value: `("部分", 0, "正文", 1)`."""


class TableRow(Row):
    """One row of a table in an article."""

    cells: Paragraphs = Field(alias="格", description="各格的文字,顺序与“栏”一致;数字写成 {{ 指标名 }}")


class Table(Row):
    """A small table whose cells are prose."""

    title: ShortText | None = Field(None, alias="标题", description="表的标题,不写“表一”")
    columns: Names = Field(alias="栏", description="各栏的名称")
    rows: tuple[TableRow, ...] = Field(alias="行", description="各行")


class Block(Row):
    """A heading and what stands below it."""

    title: ShortText = Field(alias="标题", description="小标题,不写序号")
    body: Paragraphs = Field((), alias="正文", description="各段文字;数字写成 {{ 指标名 }}")
    steps: Paragraphs = Field((), alias="做法", description="怎么做的;排印时前面加“做法：”")
    effects: Paragraphs = Field((), alias="成效", description="有什么效果;排印时前面加“成效：”")
    table: Table | None = Field(None, alias="表格", description="一张小表;讲话稿里不用表格")


class Point(Block):
    """A heading of the fourth level."""


class Item(Block):
    """A heading of the third level."""

    parts: tuple[Point, ...] = Field((), alias="小节", description="下一级标题,到这里是最后一级")


class Part(Block):
    """A heading below a section."""

    parts: tuple[Item, ...] = Field((), alias="小节", description="下一级标题")


class Section(Block):
    """A part of the article."""

    parts: tuple[Part, ...] = Field((), alias="小节", description="下一级标题")


class Article(Record):
    """An article of the township; its readers get all of it or none."""

    family: ClassVar[str] = "article"
    folder: ClassVar[str] = "articles"
    label: ClassVar[str] = "材料"
    identity: ClassVar[tuple[str, ...]] = ("id", "township", "place", "title", "genre", "day")

    place: Annotated[Id, Ref("place")] | None = Field(
        None, alias="地方", description="写哪个村的就填村的编号;不填就是全乡镇"
    )
    title: ShortText = Field(alias="标题", description="题目")
    subtitle: ShortText | None = Field(None, alias="副题", description="副标题")
    genre: Annotated[ShortText, Ref("genre", by="name", catalogue=True)] = Field(
        alias="体裁", description="哪一类材料,写体裁目录里的名称"
    )
    day: Day = Field(alias="日期", description="成文日期;数字取这一天以前最近的一期")
    byline: ShortText | None = Field(None, alias="署名", description="单位名称或职务,不写姓名")
    audience: ShortText | None = Field(
        None, alias="对象", description="报送单位,例如 县委组织部;讲话稿写听众,例如 各位领导、同志们,排印时作称谓"
    )
    lead: LongText | None = Field(None, alias="导语", description="开头一段")
    sections: tuple[Section, ...] = Field(alias="部分", description="各部分:标题、正文、做法、成效、表格、小节")
    ending: LongText | None = Field(None, alias="结尾", description="最后一段,例如 以上报告，请予审议")
    remark: LongText | None = Field(None, alias="备注", description="内部备注,不对外公开")

    def blocks(self) -> Iterator[tuple[Path, int, Block]]:
        """Every heading as it is read: path, level from 1 on, and the block below it."""
        for index, section in enumerate(self.sections):
            yield from _below(("部分", index), 1, section)

    def headings(self) -> Iterator[tuple[Path, str]]:
        """Everything that is printed as it is written, with its path in the file: titles, byline, headings, table heads."""
        own = (("标题", self.title), ("副题", self.subtitle), ("署名", self.byline), ("对象", self.audience))
        yield from (((label,), text) for label, text in own if text)
        for path, _, block in self.blocks():
            yield (*path, "标题"), block.title
            if block.table:
                if block.table.title:
                    yield (*path, "表格", "标题"), block.table.title
                yield from (((*path, "表格", "栏", i), word) for i, word in enumerate(block.table.columns))

    def prose(self) -> Iterator[tuple[Path, str]]:
        """Every piece of prose that may hold figures, as it is read, with its path in the file."""
        if self.lead:
            yield ("导语",), self.lead
        for path, _, block in self.blocks():
            for label, texts in (("正文", block.body), ("做法", block.steps), ("成效", block.effects)):
                yield from (((*path, label, index), text) for index, text in enumerate(texts))
            for number, row in enumerate(block.table.rows if block.table else ()):
                yield from (((*path, "表格", "行", number, "格", i), text) for i, text in enumerate(row.cells))
        if self.ending:
            yield ("结尾",), self.ending


def called(path: Path) -> str:
    """What people call what stands at a path of `headings`: 标题, 署名, 小标题, 表头."""
    if "表格" in path:
        return "表头"
    return "小标题" if len(path) > 1 else str(path[0])


def _below(path: Path, level: int, block: Block) -> Iterator[tuple[Path, int, Block]]:
    yield path, level, block
    for index, part in enumerate(getattr(block, "parts", ())):
        yield from _below((*path, "小节", index), level + 1, part)
