"""程序目录: a procedure as it should go — steps in order, who decides, quorum, majority and its base, days on the board."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from generator.model import Record
from generator.model.record import Row
from generator.model.text import clip
from generator.model.types import Days, ShortText, YesNo, refuse
from generator.records._basis import Basis


def _fraction(value: Any) -> Any:
    if isinstance(value, Fraction):
        return value
    # Fraction() itself would read 1e999999999, which never ends.
    found = re.fullmatch(r"\s*([1-9]\d{0,3})(?:/([1-9]\d{0,3}))?\s*", str(value), re.ASCII)
    if not found:
        raise refuse("fraction", f"“{clip(value)}”不是比例", "写成 2/3 或 1/2")
    return Fraction(int(found[1]), int(found[2] or 1))


Ratio = Annotated[Fraction, BeforeValidator(_fraction)]


class Threshold(Row):
    """A share of a base that must be reached; `过半` style rules must exceed it."""

    ratio: Ratio = Field(alias="比例", description="例如 2/3")
    base: Literal["应到", "实到"] = Field("应到", alias="基数", description="按应到还是实到计算")
    above: YesNo = Field(False, alias="须超过", description="“过半数”写“是”;“达到”写“否”")

    def met(self, count: int, base: int) -> bool:
        """Whether `count` of `base` reaches the threshold."""
        needed = self.ratio * base
        return count > needed if self.above else count >= needed

    def __str__(self) -> str:
        return f"{self.base}人数的{'超过' if self.above else ''}{self.ratio.numerator}/{self.ratio.denominator}"


class FormStep(Row):
    """A step of the procedure."""

    name: ShortText = Field(alias="步骤", description="步骤名称")
    body: ShortText = Field(alias="主体", description="由谁进行")
    evidence: ShortText | None = Field(None, alias="材料", description="应当留下什么材料")
    mergeable: YesNo = Field(False, alias="可合并", description="能否与上一步合并进行")
    vote: YesNo = Field(False, alias="表决", description="这一步要不要表决")
    quorum: Threshold | None = Field(None, alias="到会", description="到会人数要求")
    majority: Threshold | None = Field(None, alias="通过", description="同意票要求")
    board_days: Days | None = Field(None, alias="公示天数", description="公示至少几天")
    gap: Days | None = Field(None, alias="间隔天数", description="与上一步至少隔几天")


class ProcedureForm(Record):
    """A procedure of the catalogue."""

    family: ClassVar[str] = "form"
    label: ClassVar[str] = "程序目录"
    catalogue: ClassVar[bool] = True

    name: ShortText = Field(alias="名称", description="例如 四议两公开")
    bases: tuple[Basis, ...] = Field((), alias="依据", description="法规和条号")
    steps: tuple[FormStep, ...] = Field(alias="步骤", description="各步骤,按先后")
