"""体裁: what an article of a kind looks like — its parts, the numerals of its headings, its length and its manner."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from generator.model import Record
from generator.model.record import Row
from generator.model.text import clip
from generator.model.types import Count, LongText, Names, ShortText, YesNo, refuse
from generator.records._basis import Basis

LEVELS = 4
"""How deep headings may go: 一、（一）1.（1）."""
_WIDE = str.maketrans("()", "（）")
_ONES = "一二三四五六七八九"


def _numerals(styles: tuple[str, ...]) -> tuple[str, ...]:
    if len(styles) > LEVELS:
        raise refuse("numerals", f"序号写了{len(styles)}级", f"小标题最多{LEVELS}级")
    wrong = next((style for style in styles if style.count("一") + style.count("1") != 1), None)
    if wrong is not None:
        raise refuse(
            "numerals", f"“{clip(wrong)}”不是序号的样子", "用一个“一”或一个“1”表示数字,例如 一、 （一） 1. (1)"
        )
    return styles


class Expected(Row):
    """A part that articles of the genre have."""

    name: ShortText = Field(alias="名称", description="这一部分叫什么,例如 存在问题")
    words: Names = Field(alias="词", description="小标题里有其中一个词就算写了这一部分")
    required: YesNo = Field(True, alias="必须", description="没有这一部分时要不要提醒")


class Length(Row):
    """How long an article is when it is finished."""

    least: Count | None = Field(None, alias="最少", description="最少几个字", json_schema_extra={"unit": "字"})
    most: Count | None = Field(None, alias="最多", description="最多几个字", json_schema_extra={"unit": "字"})


class Unfit(Row):
    """Words that do not sound right in the genre."""

    words: Names = Field(alias="词", description="不合适的词")
    except_in: Names = Field((), alias="除外", description="含有这个词、但可以用的词,例如 我们、自我")
    hint: ShortText = Field(alias="提示", description="换成什么,为什么")


class Genre(Record):
    """A kind of article, as the township writes it."""

    family: ClassVar[str] = "genre"
    label: ClassVar[str] = "体裁"
    catalogue: ClassVar[bool] = True

    name: ShortText = Field(alias="名称", description="例如 经验材料;材料的“体裁”写这个名称")
    bases: tuple[Basis, ...] = Field((), alias="依据", description="格式出自哪里;没有规定、只是惯例的不写")
    expected: tuple[Expected, ...] = Field((), alias="部分", description="一般要有的部分")
    numerals: Annotated[Names, AfterValidator(_numerals)] = Field(
        (), alias="序号", description="各级小标题的序号,例如 [一、, （一）, 1., (1)],括号印成全角;不写就不编号"
    )
    length: Length | None = Field(None, alias="篇幅", description="成文以后的字数,不算空白")
    person: ShortText | None = Field(None, alias="人称", description="用哪个人称,例如 第一人称,代表单位说话")
    tone: LongText | None = Field(None, alias="语气", description="给写的人的提示")
    unfit: tuple[Unfit, ...] = Field((), alias="忌用", description="不合这种体裁的词")
    tables: YesNo = Field(True, alias="可用表格", description="里面能不能有表格")
    addressed: YesNo = Field(False, alias="称谓", description="是不是讲给人听的;是就把“对象”作称谓印在开头")
    note: LongText | None = Field(None, alias="说明", description="说明")

    def numeral(self, level: int, number: int) -> str:
        """What stands before the heading of this number on this level, both from 1 on; nothing where none is set."""
        style = self.numerals[level - 1].translate(_WIDE) if level <= len(self.numerals) else ""
        return style.replace("一", chinese(number)) if "一" in style else style.replace("1", str(number))


def chinese(number: int) -> str:
    """1 to 99 as 一 … 九十九; a larger one in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    before = _ONES[tens - 1] if tens > 1 else ""
    return f"{before}{'十' if tens else ''}{_ONES[ones - 1] if ones else ''}"
