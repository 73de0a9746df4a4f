"""词表: the words that may stand in a field, kept as data so that a new one needs no program."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from generator.model import Record
from generator.model.types import LongText, Names, ShortText


class Vocabulary(Record):
    """The words of one field of one family."""

    family: ClassVar[str] = "vocabulary"
    label: ClassVar[str] = "词表"
    catalogue: ClassVar[bool] = True

    name: ShortText = Field(alias="名称", description="例如 组织的类别")
    data: ShortText = Field(alias="数据", description="哪一类记录,例如 organisation")
    field: ShortText = Field(alias="字段", description="哪个字段;行内字段写成 资金来源.来源")
    words: Names = Field(alias="词", description="可以写的词")
    note: LongText | None = Field(None, alias="说明", description="说明")
