"""地方规定: how a province, city or county tightens the catalogue; it can never loosen it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model import Record, Ref
from generator.model.record import Row
from generator.model.types import Days, LongText, Names, ShortText, YesNo
from generator.records._basis import Basis


class Tightening(Row):
    """A shorter deadline for everything that is published at this rhythm."""

    frequency: Literal["每月", "每季", "每半年", "每年", "事后"] = Field(alias="频次", description="哪一种频次")
    days: Days = Field(alias="天数", description="几天以内")


class Jurisdiction(Record):
    """A local rule; the stricter of national and local applies."""

    family: ClassVar[str] = "jurisdiction"
    label: ClassVar[str] = "地方规定"
    catalogue: ClassVar[bool] = True

    name: ShortText = Field(alias="名称", description="例如 示例省规定")
    bases: tuple[Basis, ...] = Field((), alias="依据", description="法规和条号")
    verified: YesNo = Field(alias="核实", description="是否对照过正式文本")
    deadlines: tuple[Tightening, ...] = Field((), alias="期限", description="更短的期限")
    board_days: Days | None = Field(None, alias="公示天数", description="更长的公示天数")
    reply_days: Days | None = Field(None, alias="答复天数", description="异议要在几天内答复")
    items: Annotated[Names, Ref("item", catalogue=True)] = Field(
        (), alias="适用事项", description="只适用这些事项;不写就是全部"
    )
    note: LongText | None = Field(None, alias="说明", description="说明")
