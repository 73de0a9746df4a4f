"""档案: an archived document, word for word as its original has it; its figures are those of its day.

Written as Markdown with front matter in `content/<township>/archive/<id>.md`, not in `data/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field

from generator.model import Period, Record
from generator.model.record import Row
from generator.model.text import clip, halfwidth
from generator.model.types import Count, ShortText, Text, parse_day, parse_list, parse_text, refuse

LONGEST = 20_000
"""Characters of one paragraph or one cell."""
_ORIGINAL = re.compile(r"originals/[a-z0-9][a-z0-9-]{0,39}\.[a-z0-9]{1,5}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_MONTH_OR_YEAR = re.compile(r"\d{4}年?|\d{4}-\d{1,2}|\d{4}年\d{1,2}月", re.ASCII)
_DAY = re.compile(r"\d{4}\D\d{1,2}\D\d{1,2}", re.ASCII)
_DAY_HINT = "写成 2009-07-21;原件只写到月或年的,写 2009-07 或 2009;没有日期就删去这一行"


def parse_dated(value: Any) -> date | Period:
    """`2009-07-21`, `2009-07` or `2009`: as much of the day as the document says."""
    if isinstance(value, (date, Period)):
        return value
    text = halfwidth(parse_text(value))
    if not _MONTH_OR_YEAR.fullmatch(text):
        if not _DAY.match(text):
            raise refuse("date", f"“{clip(text)}”不是日期", _DAY_HINT)
        return parse_day(text)
    try:
        return Period.parse(text)
    except ValueError:
        raise refuse("date", f"“{clip(text)}”不是日期", _DAY_HINT) from None


def _check_original(name: str) -> str:
    if not _ORIGINAL.fullmatch(name):
        raise refuse("original", f"“{clip(name)}”不能作原件的文件名", "写成 originals/work-report-2014.docx 这样")
    return name


def _check_digest(text: str) -> str:
    digest = text.lower()
    if not _DIGEST.fullmatch(digest):
        raise refuse("digest", "校验不是64位的 SHA-256", "用 gongkai archive 存档时会自动写上,不要手改")
    return digest


def _check_length(text: str) -> str:
    if len(text) > LONGEST:
        raise refuse("long", f"一段有{len(text)}个字,超过{LONGEST}个", "请在句号后面分段")
    return text


Dated = Annotated[date | Period, BeforeValidator(parse_dated)]
Original = Annotated[Text, AfterValidator(_check_original)]
Digest = Annotated[Text, AfterValidator(_check_digest)]
Passage = Annotated[str, AfterValidator(_check_length), "long"]
"""Words of the document; a cell may be empty."""


class TableRow(Row):
    """One row of a table."""

    cells: Annotated[tuple[Passage, ...], BeforeValidator(parse_list)] = Field(
        alias="格", description="这一行各格的文字"
    )


class Block(Row):
    """One piece of the document: a heading, a paragraph or a table."""

    level: Count = Field(0, alias="标题级", description="0 是正文,1 到 3 是几级标题")
    text: Passage = Field("", alias="文字", description="这一段的文字,照原件")
    bold: tuple[Count, ...] = Field((), alias="加粗", description="加粗文字的起止位置,两个一对")
    rows: tuple[TableRow, ...] = Field((), alias="表行", description="是表格时,从表头起的各行")

    @property
    def runs(self) -> Iterator[tuple[str, bool]]:
        """The text cut where bold begins and ends: (words, whether they are bold)."""
        bounds = [0, *self.bold, len(self.text)]
        for number, (start, end) in enumerate(pairwise(bounds)):
            if start < end:
                yield self.text[start:end], number % 2 == 1

    @property
    def lines(self) -> tuple[str, ...]:
        """What can be read of it, a table row by row; nothing of what is withheld."""
        rows = ("".join(row.cells) for row in self.rows)
        return tuple(line for line in (self.text, *rows) if line)


class Archived(Record):
    """An archived document; its readers get all of it or none."""

    family: ClassVar[str] = "archive"
    label: ClassVar[str] = "档案"
    identity: ClassVar[tuple[str, ...]] = ("id", "township", "title", "genre", "day")
    given: ClassVar[tuple[str, ...]] = ("编号", "正文")
    """Labels that nobody writes: the id is the name of the file, the text stands below the front matter."""

    title: ShortText = Field(alias="标题", description="题目,照原件")
    subtitle: ShortText | None = Field(None, alias="副题", description="副标题,照原件")
    byline: ShortText | None = Field(None, alias="署名", description="单位或职务,照原件")
    day: Dated | None = Field(None, alias="日期", description="成文日期;原件只写到月或年的,写 2009-07 或 2009")
    genre: ShortText | None = Field(None, alias="体裁", description="哪一类材料,例如 工作报告")
    original: Original = Field(alias="原件", description="原件的文件名,例如 originals/work-report-2014.docx")
    digest: Digest = Field(alias="校验", description="原件的 SHA-256,用来看出原件有没有被改动")
    body: tuple[Block, ...] = Field(alias="正文", description="各段文字、标题和表格,由下面的 Markdown 读出")

    @property
    def since(self) -> date | None:
        """The first day that its date can mean; None when it has none, or it is closed."""
        if isinstance(self.day, Period):
            return self.day.start
        return self.day if isinstance(self.day, date) else None
