"""等次标准: how scores become grades — 百分考核, 达标创星, 积分, 民主评议 — with caps and what follows."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from generator.model import Record
from generator.model.record import Row
from generator.model.types import LongText, Names, Number, ShortText, YesNo
from generator.records._basis import Basis


class Grade(Row):
    """One grade, best first."""

    name: ShortText = Field(alias="等次", description="等次名称,例如 优秀、五星")
    least: Number | None = Field(
        None, alias="下限", description="达到几分(含)算这一等;不计分的不写,最后一等不写的,不到上一等的都算"
    )
    cap: Number | None = Field(
        None, alias="占比上限", description="不超过参评数的百分之几", json_schema_extra={"unit": "%"}
    )
    passing: YesNo = Field(True, alias="合格", description="这一等算不算合格")
    consequence: ShortText | None = Field(None, alias="结果运用", description="评为这一等以后怎么办")


class Criterion(Row):
    """One thing that is scored."""

    name: ShortText = Field(alias="项目", description="考核项目")
    points: Number | None = Field(None, alias="分值", description="最多几分")


class GradeScale(Record):
    """Scores → grades, ranking, and what follows from them."""

    family: ClassVar[str] = "scale"
    label: ClassVar[str] = "等次标准"
    catalogue: ClassVar[bool] = True

    name: ShortText = Field(alias="名称", description="例如 百分考核")
    bases: tuple[Basis, ...] = Field((), alias="依据", description="法规和条号")
    subject: ShortText = Field(alias="考核谁", description="党员、村干部、党支部、村 ……")
    unit: ShortText = Field("名", alias="单位", description="数这些对象用的单位,例如 名、个")
    full: Number | None = Field(None, alias="满分", description="满分几分;积分没有上限的不写")
    measure: ShortText = Field("分", alias="分数单位", description="得分用什么计,例如 分、万元;不写就是分")
    grades: tuple[Grade, ...] = Field((), alias="等次", description="各等次,最好的写在最前;只排名次的不写")
    criteria: tuple[Criterion, ...] = Field((), alias="考核项目", description="考核哪几项,各多少分")
    ranking: Literal["不排名", "并列占位", "并列不占位"] = Field(
        "不排名", alias="排名", description="并列占位:两个第1名后是第3名;并列不占位:两个第1名后是第2名"
    )
    rounds: Names = Field((), alias="轮次", description="一期分几轮考核的,例如 [1月, 2月, 年度]")
    combined: Literal["合计", "平均"] = Field("合计", alias="轮次计分", description="各轮得分相加还是平均,得出总分")
    note: LongText | None = Field(None, alias="说明", description="说明")

    @property
    def by_score(self) -> bool:
        """Whether a score decides the grade."""
        return any(grade.least is not None for grade in self.grades)

    def grade(self, score: Decimal) -> Grade | None:
        """The grade that the score reaches; None when the scale does not go by scores or the score is below all.

        A last grade without a lower bound takes whatever reaches no other.
        """
        if not self.by_score:
            return None
        return next((grade for grade in self.grades if grade.least is None or score >= grade.least), None)

    def named(self, name: str) -> Grade | None:
        """The grade of this name."""
        return next((grade for grade in self.grades if grade.name == name), None)

    @property
    def gives(self) -> tuple[str, ...]:
        """The names of all its figures."""
        grades = dict.fromkeys(grade.name for grade in self.grades)
        parts = (f"{grade}{word}" for grade in grades for word in ("数", "占比"))
        return tuple(self.figure(ending) for ending in ("参评数", "应评数", "未评数", "参评率", *parts))

    def figure(self, ending: str) -> str:
        """What a figure of this scale is called: `民主评议党员参评率`, `达标创星五星数`."""
        return f"{self.name}{ending}"
