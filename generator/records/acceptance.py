"""接受: a person answers for one thing that the checks find: which rule, about what, why, who, and until when."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model import Record, Ref
from generator.model.types import Day, LongText, ShortText


class Acceptance(Record):
    """One finding that stays as it is, with a reason. No item of the catalogue opens it: it is for reviewers alone."""

    family: ClassVar[str] = "acceptance"
    label: ClassVar[str] = "接受"

    rule: ShortText = Field(alias="规则", description="检查结果方括号里的规则名,例如 rhythm")
    record: Annotated[ShortText, Ref("")] | None = Field(
        None, alias="记录", description="说的是哪一条记录,例如 finance/liucun-2026-03"
    )
    file: ShortText | None = Field(
        None, alias="文件", description="检查结果不说哪一条记录的,写它的文件,例如 finance.yml;写了记录就不用写"
    )
    content: LongText | None = Field(
        None, alias="内容", description="检查结果里的几个字,例如 党课:2026年第2季度;只查出一处时不用写"
    )
    reason: LongText = Field(alias="理由", description="为什么可以这样,写给审核人看,例如 支部书记住院没有上成")
    post: ShortText | None = Field(None, alias="职务", description="谁同意的,写职务,例如 镇纪委书记;不写不算接受")
    day: Day = Field(alias="日期", description="哪一天同意的")
    until: Day | None = Field(None, alias="至", description="管到哪一天,过后重新看;一直有效的不写")
