"""遮盖办法: how names look to those who may not read them, and of how few nothing is said. Data, so that a county decides."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from generator.model import Record
from generator.model.types import Count, LongText, ShortText


class MaskProfile(Record):
    """One way of masking; an item of the catalogue names it for an audience.

    Digits of identity cards, bank cards and private telephones have no mask: they do not belong in the data at all.
    """

    family: ClassVar[str] = "mask"
    label: ClassVar[str] = "遮盖办法"
    catalogue: ClassVar[bool] = True

    name: ShortText = Field(alias="名称", description="例如 留姓、组别序号")
    names: Literal["留姓", "组别序号", "不公开"] = Field(
        alias="姓名", description="留姓:张**;组别序号:二组3号;不公开:一个字也不留"
    )
    fewest: Count = Field(
        0,
        alias="最少户数",
        description="少于这么多户,户数、人数和金额也不公开;0 就是不限",
        json_schema_extra={"unit": "户"},
    )
    note: LongText | None = Field(None, alias="说明", description="什么时候用")
