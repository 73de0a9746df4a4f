"""地方: the township or district, its villages and communities, the natural villages and groups below them."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model import Record, Ref
from generator.model.types import Count, Day, Id, LongText, Names, Number, Person, Phone, PlaceCode, ShortText, YesNo


class Place(Record):
    """A township, village or community."""

    family: ClassVar[str] = "place"
    label: ClassVar[str] = "地方"
    identity: ClassVar[tuple[str, ...]] = (
        "id",
        "township",
        "name",
        "level",
        "parent",
        "sample",
        "since",
        "schedules",
        "code",
        "jurisdiction",
    )

    name: ShortText = Field(alias="名称", description="全称,例如 安平镇")
    level: Literal["县区", "乡镇", "村", "社区", "自然村", "村民小组"] = Field(
        alias="级别", description="县区、乡镇、村、社区、自然村或村民小组"
    )
    parent: Annotated[Id, Ref("place")] | None = Field(None, alias="上级", description="上级地方的编号;乡镇不写")
    sample: YesNo = Field(False, alias="示例", description="是不是示例数据;写“是”则每一页都标明")
    since: Day | None = Field(None, alias="启用日期", description="从哪一天起按目录检查公开;只在乡镇一级写")
    jurisdiction: Annotated[Id, Ref("jurisdiction", catalogue=True)] | None = Field(
        None, alias="适用规定", description="适用的地方规定;只在乡镇一级写"
    )
    schedules: Annotated[Names, Ref("schedule", catalogue=True)] = Field(
        (), alias="执行制度", description="执行哪些活动制度;只在乡镇一级写,写了就统计应开展和已开展"
    )
    code: PlaceCode | None = Field(None, alias="区划代码", description="6、9或12位数字,按原样保存")
    area: Number | None = Field(None, alias="面积", description="平方公里", json_schema_extra={"unit": "平方公里"})
    population: Count | None = Field(None, alias="人口", description="人", json_schema_extra={"unit": "人"})
    households: Count | None = Field(None, alias="户数", description="户", json_schema_extra={"unit": "户"})
    hamlets: Count | None = Field(None, alias="自然村", description="个", json_schema_extra={"unit": "个"})
    groups: Count | None = Field(None, alias="村民小组", description="个", json_schema_extra={"unit": "个"})
    intro: LongText | None = Field(None, alias="简介", description="一两段话")
    address: ShortText | None = Field(None, alias="办公地址", description="公开的办公地址")
    phone: Phone | None = Field(None, alias="公开电话", description="对外的办公电话,不写私人手机")
    supervision_phone: Phone | None = Field(None, alias="监督电话", description="受理异议和举报的电话")
    contact: Person | None = Field(None, alias="联络人", description="内部联络人,不对外公开")

    @property
    def is_top(self) -> bool:
        """Whether it is the one that the folder is named for."""
        return self.level in ("乡镇", "县区")

    @property
    def is_village(self) -> bool:
        """Whether it publishes affairs of its own: a village or a community."""
        return self.level in ("村", "社区")

    @property
    def measures(self) -> tuple[tuple[str, str, Decimal], ...]:
        """The figures of the place as (field, unit, value), those that are known."""
        fields = type(self).model_fields
        return tuple(
            (str(field.alias), str(field.json_schema_extra["unit"]), Decimal(value))
            for name, field in fields.items()
            if isinstance(field.json_schema_extra, dict) and (value := getattr(self, name)) is not None
        )
