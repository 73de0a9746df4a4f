"""指标: a figure with its place, period and source."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import Field

from generator.model import Amount, Record, Ref, State
from generator.model.types import Dimensions, Figure, Id, LongText, PeriodField, ShortText, YesNo


class Indicator(Record):
    """One figure: written by a person, or computed (then `inputs` names the records it was computed from)."""

    family: ClassVar[str] = "indicator"
    label: ClassVar[str] = "指标"
    identity: ClassVar[tuple[str, ...]] = (
        "id",
        "township",
        "place",
        "name",
        "theme",
        "period",
        "dimensions",
        "inputs",
        "uses",
        "through",
        "unit",
    )

    place: Annotated[Id, Ref("place")] = Field(alias="地方", description="乡镇或村的编号")
    name: ShortText = Field(alias="名称", description="指标的中文名,材料里用它取数,例如 党员总数")
    theme: ShortText = Field(alias="主题", description="归到哪一张统计表,例如 党建、集体经济")
    period: PeriodField | None = Field(None, alias="期间", description="哪一期的数,例如 2026 或 2026-Q1")
    dimensions: Dimensions = Field(
        default_factory=dict, alias="维度", description="分到哪一类,例如 {年龄段: 60岁以上};总数不写"
    )
    figure: Figure = Field(alias="数值", description="数字;原件遮盖的写 **,没有的留空并写缺失原因")
    unit: ShortText = Field(alias="单位", description="元、万元、亩、人、人次 ……")
    approximate: YesNo = Field(False, alias="约数", description="原文是“多”“余”“近”时写“是”")
    why_missing: ShortText | None = Field(None, alias="缺失原因", description="数值留空时必须写")
    source: ShortText | None = Field(None, alias="来源", description="数字出自哪里,例如 党内统计年报")
    remark: LongText | None = Field(None, alias="备注", description="内部备注,不对外公开")
    inputs: tuple[str, ...] = Field((), alias="@依据", description="由程序填写:由哪些记录算出")
    uses: tuple[str, ...] = Field((), alias="@字段", description="由程序填写:用了哪些字段,例如 finance/收入.金额")

    through: tuple[str, ...] = Field((), alias="@经由", description="由程序填写:由哪些算出的指标再算出")

    @property
    def binding(self) -> str:
        """The name by which prose takes the figure: `党员总数`, of a part `党员总数_60岁以上`."""
        return "_".join(re.sub(r"\W", "", word) for word in (self.name, *self.dimensions.values()))

    @property
    def title(self) -> str:
        """The name with the parts of its breakdown: `党员数（60岁以上）`."""
        return f"{self.name}（{'，'.join(self.dimensions.values())}）" if self.dimensions else self.name

    @property
    def amount(self) -> Amount:
        """The figure with its unit and, when it is not known, the reason."""
        reason = self.why_missing or {State.MASKED: "原件已遮盖"}.get(self.figure.state, "")
        return Amount(self.figure.value, self.unit, self.figure.state, reason)
