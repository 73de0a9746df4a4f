"""地方规定: how a province, city or county lays its own over the catalogue: it adds, renames, regroups, tightens.

It can never loosen the catalogue: of two deadlines the shorter applies, of two times on the board the longer.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field

from generator.model import Record, Ref
from generator.model.record import Row
from generator.model.types import Day, Days, LongText, Names, PlaceCode, ShortText, YesNo, refuse
from generator.records._basis import Basis
from generator.records.item import LEVELS


def _shelf(names: tuple[str, ...]) -> tuple[str, ...]:
    if not 0 < len(names) < LEVELS:
        raise refuse("shelf", f"“归入”写了{len(names)}层", "写一到三层,例如 [政务公开, 惠农]")
    return names


class Tightening(Row):
    """A shorter deadline for everything that is published at this rhythm."""

    frequency: Literal["每月", "每季", "每半年", "每年", "事后"] = Field(alias="频次", description="哪一种频次")
    days: Days = Field(alias="天数", description="几天以内")


class Renaming(Row):
    """Another name for an item."""

    item: Annotated[ShortText, Ref("item", catalogue=True)] = Field(alias="事项", description="公开目录里的事项编号")
    name: ShortText = Field(alias="名称", description="在本地叫什么")


class Regrouping(Row):
    """Another place in the catalogue for items."""

    items: Annotated[Names, Ref("item", catalogue=True)] = Field(
        alias="事项", description="公开目录里的事项编号,可以几项"
    )
    shelf: Annotated[Names, AfterValidator(_shelf)] = Field(
        alias="归入", description="归到哪里,从大类写起,最多三层,例如 [政务公开, 惠农]"
    )


class Column(Row):
    """A local column of an item's records."""

    item: Annotated[ShortText, Ref("item", catalogue=True)] = Field(alias="事项", description="公开目录里的事项编号")
    name: ShortText = Field(alias="列", description="列名,以 x_ 开头,例如 x_土地证号")
    meaning: ShortText = Field(alias="要点", description="这一列写什么")
    opened: YesNo = Field(True, alias="公开", description="是不是跟着这个事项公开;写“否”只在内部使用")


class Jurisdiction(Record):
    """A local rule; the stricter of national and local applies."""

    family: ClassVar[str] = "jurisdiction"
    label: ClassVar[str] = "地方规定"
    catalogue: ClassVar[bool] = True

    name: ShortText = Field(alias="名称", description="例如 示例省规定")
    region: PlaceCode | None = Field(
        None, alias="区划代码", description="适用于哪里,省、市、县的区划代码;不写就只在点名“适用规定”的乡镇适用"
    )
    bases: tuple[Basis, ...] = Field((), alias="依据", description="法规和条号")
    since: Day | None = Field(None, alias="施行", description="从哪一天起适用")
    until: Day | None = Field(None, alias="废止", description="到哪一天为止")
    verified: YesNo = Field(alias="核实", description="是否对照过正式文本")
    deadlines: tuple[Tightening, ...] = Field((), alias="期限", description="更短的期限")
    board_days: Days | None = Field(None, alias="公示天数", description="更长的公示天数")
    reply_days: Days | None = Field(None, alias="答复天数", description="异议要在几天内答复")
    items: Annotated[Names, Ref("item", catalogue=True)] = Field(
        (), alias="适用事项", description="期限和公示天数只适用这些事项;不写就是全部"
    )
    renamed: tuple[Renaming, ...] = Field((), alias="改名", description="事项在本地的叫法")
    regrouped: tuple[Regrouping, ...] = Field((), alias="改归", description="事项在本地归到哪一类")
    columns: tuple[Column, ...] = Field((), alias="附加列", description="本地要求多填的列")
    note: LongText | None = Field(None, alias="说明", description="说明")

    def in_force(self, day: date) -> bool:
        """Whether it applied on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def speaks_of(self, item: str) -> bool:
        """Whether its deadlines and days on the board hold for the item."""
        return not self.items or item in self.items
