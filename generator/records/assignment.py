"""包联: who is responsible for which village, project or household group; chains from the county down."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model import Record, Ref
from generator.model.types import Count, Day, Id, LongText, Names, Person, Phone, ShortText, Word


class Assignment(Record):
    """A unit or post and what it answers for."""

    family: ClassVar[str] = "assignment"
    label: ClassVar[str] = "包联"
    grouped: ClassVar[str] = "kind"
    identity: ClassVar[tuple[str, ...]] = ("id", "township", "place", "kind")

    place: Annotated[Id, Ref("place")] = Field(alias="地方", description="乡镇或村的编号")
    kind: Word = Field(alias="类别", description="哪一种包联,例如 结对联村、三包三抓、联系点、值班")
    unit: ShortText = Field(alias="责任单位", description="负责的单位或职务")
    unit_kind: Word | None = Field(None, alias="单位类别", description="例如 县直单位、镇直单位、村干部")
    units: Count = Field(1, alias="单位数", description="几个单位合写一条的,写个数", json_schema_extra={"unit": "个"})
    person: Person | None = Field(None, alias="姓名", description="负责人的姓名;对外按目录遮盖或不公开")
    subject: ShortText | None = Field(None, alias="对象名称", description="包什么,例如 第一组25户、某项目")
    places: Annotated[Names, Ref("place")] = Field((), alias="联系地方", description="包哪几个村,写编号")
    subjects: Count | None = Field(None, alias="对象数", description="包几个(户、名)")
    above: Annotated[Id, Ref("assignment")] | None = Field(None, alias="上级", description="上一级包联的编号")
    stand_in: ShortText | None = Field(None, alias="替补", description="AB岗的另一人,写职务")
    task: LongText | None = Field(None, alias="任务", description="包什么、抓什么")
    first: Day | None = Field(None, alias="自", description="第一天")
    last: Day | None = Field(None, alias="至", description="最后一天;一直负责的不写")
    phone: Phone | None = Field(None, alias="办公电话", description="对外的办公电话")
    remark: LongText | None = Field(None, alias="备注", description="内部备注,不对外公开")

    @property
    def title(self) -> str:
        """How lists call it."""
        return f"{self.unit}（{self.kind}）"
