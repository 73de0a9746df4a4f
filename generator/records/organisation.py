"""组织: party organisations, village committees, supervision committees, collectives."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model import Record, Ref
from generator.model.record import Row
from generator.model.types import Count, Day, Id, LongText, Phone, ShortText, Word


class Seat(Row):
    """A post and who holds it."""

    post: ShortText = Field(alias="职务", description="例如 主任、委员")
    name: ShortText = Field(alias="姓名", description="任职人的姓名;任职是公开的")
    duty: ShortText | None = Field(None, alias="分工", description="分管什么")
    remark: ShortText | None = Field(None, alias="备注", description="内部备注,不对外公开")


class Organisation(Record):
    """An organisation of the township or of a village."""

    family: ClassVar[str] = "organisation"
    label: ClassVar[str] = "组织"
    grouped: ClassVar[str] = "kind"
    identity: ClassVar[tuple[str, ...]] = ("id", "township", "place", "name", "kind")

    name: ShortText = Field(alias="名称", description="全称,例如 刘村股份经济合作社")
    kind: Word = Field(alias="类别", description="组织的类别,例如 党支部、村民委员会")
    sector: Word | None = Field(None, alias="领域", description="农村、社区、机关、非公企业 ……")
    place: Annotated[Id, Ref("place")] = Field(alias="地方", description="所在的乡镇或村的编号")
    parent: Annotated[Id, Ref("organisation")] | None = Field(None, alias="上级", description="上级组织的编号")
    members: Count | None = Field(None, alias="党员数", description="党员人数", json_schema_extra={"unit": "名"})
    households: Count | None = Field(
        None, alias="联系户数", description="网格、党小组联系的户数", json_schema_extra={"unit": "户"}
    )
    founded: Day | None = Field(None, alias="成立日期", description="成立或本届产生的日期")
    term: ShortText | None = Field(None, alias="任期", description="例如 2026年至2031年")
    seats: tuple[Seat, ...] = Field((), alias="班子", description="职务、姓名、分工")
    phone: Phone | None = Field(None, alias="办公电话", description="对外的办公电话")
    appraisal: LongText | None = Field(None, alias="内部评价", description="内部评价,不对外公开")
