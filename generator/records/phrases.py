"""固定用语: phrases of the trade that mean something to the checks.

Most have numbers that count nothing, so that no record stands behind them; others tell what was handed down from above
and is no disclosure of one's own.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field

from generator.model import Record
from generator.model.text import clip
from generator.model.types import LongText, Names, ShortText, refuse

BLANK = "{数}"
"""Stands for any number: `{数}个方面`."""


def _check(words: tuple[str, ...]) -> tuple[str, ...]:
    for word in words:
        rest = word.replace(BLANK, "")
        if "{" in rest or "}" in rest:
            raise refuse("phrase", f"“{clip(word)}”的花括号里只能写“数”", "代替数字的地方写成 {数},整条加引号")
        if len(rest.strip()) < 2 or len(word) > 60:
            raise refuse("phrase", f"“{clip(word)}”太短或太长", "除了 {数} 至少写两个字,最多 60 个字")
    return words


class Phrases(Record):
    """A list of phrases that belong together."""

    family: ClassVar[str] = "phrases"
    label: ClassVar[str] = "固定用语"
    catalogue: ClassVar[bool] = True

    name: ShortText = Field(alias="名称", description="这一组叫什么,例如 党的建设")
    words: Annotated[Names, AfterValidator(_check)] = Field(
        alias="词", description="例如 四议两公开;里面的数字不当作手写的数字。{数} 代替任意数字,这样的整条加引号"
    )
    use: Literal["数字", "宣传品"] = Field(
        "数字",
        alias="用途",
        description="数字:里面的数字不用取自记录;宣传品:标题里有这些词的,是上级的宣传材料,不算公开",
    )
    note: LongText | None = Field(None, alias="说明", description="说明")
