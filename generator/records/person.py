"""人员: posts and rosters — cadres, first secretaries, reserve cadres, members with a post but no office."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model import Record, Ref
from generator.model.types import PERSONAL, Count, Day, Id, LongText, Money, PeriodField, Person, ShortText, Word, YesNo


class PersonRecord(Record):
    """A person in a roster, or a post that several people hold; pages for the public show posts and counts."""

    family: ClassVar[str] = "person"
    label: ClassVar[str] = "人员"
    grouped: ClassVar[str] = "kind"
    identity: ClassVar[tuple[str, ...]] = ("id", "township", "place", "kind")

    place: Annotated[Id, Ref("place")] = Field(alias="地方", description="乡镇或村的编号")
    kind: Word = Field(alias="类别", description="哪一种名册,例如 村两委成员、第一书记、后备干部")
    organisation: Annotated[Id, Ref("organisation")] | None = Field(None, alias="组织", description="所在组织的编号")
    post: ShortText | None = Field(None, alias="职务", description="职务或岗位,例如 党支部书记")
    name: Person | None = Field(None, alias="姓名", description="姓名;对外按目录遮盖或不公开")
    count: Count = Field(1, alias="人数", description="一条记录写几个人的,写人数", json_schema_extra={"unit": "名"})
    gender: Annotated[Word, PERSONAL] | None = Field(None, alias="性别", description="男、女")
    birth: Annotated[PeriodField, PERSONAL] | None = Field(
        None, alias="出生年月", description="例如 1984-03;只用来算平均年龄"
    )
    schooling: Annotated[Word, PERSONAL] | None = Field(None, alias="学历", description="例如 中专、大专、本科")
    origin: Annotated[Word, PERSONAL] | None = Field(
        None, alias="来源", description="从哪里来,例如 致富能手、退役军人、返乡青年"
    )
    able: Annotated[YesNo, PERSONAL] | None = Field(None, alias="能人", description="是不是致富能人")
    sender: ShortText | None = Field(None, alias="派出单位", description="第一书记、工作队由哪个单位派出")
    selected: ShortText | None = Field(None, alias="产生方式", description="怎样选出来的")
    since: Day | None = Field(None, alias="任职日期", description="从哪一天起")
    until: Day | None = Field(None, alias="离任日期", description="到哪一天;在任的不写")
    pay: Annotated[Money, PERSONAL] | None = Field(
        None, alias="月报酬", description="元", json_schema_extra={"unit": "元"}
    )
    insurance: Annotated[ShortText, PERSONAL] | None = Field(None, alias="保险", description="参加什么保险")
    duty: LongText | None = Field(None, alias="职责", description="做什么")
    remark: LongText | None = Field(None, alias="备注", description="内部备注,不对外公开")

    @property
    def title(self) -> str:
        """How lists call it."""
        return self.post or self.kind
