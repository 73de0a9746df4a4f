"""Where the money of a project or a venue comes from."""

from __future__ import annotations

from pydantic import Field

from generator.model.record import Row
from generator.model.types import Money, Number, Word


class Funding(Row):
    """One source; amount, share, or both."""

    source: Word = Field(alias="来源", description="谁出的钱,例如 上级补助、乡镇、村集体、群众")
    amount: Money | None = Field(None, alias="金额", description="元", json_schema_extra={"unit": "元"})
    share: Number | None = Field(None, alias="占比", description="占总数的百分之几", json_schema_extra={"unit": "%"})
