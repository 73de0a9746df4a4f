"""The legal basis of an item, a procedure or a local rule."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model import Ref
from generator.model.record import Row
from generator.model.types import Id, ShortText


class Basis(Row):
    """A law, and the article where one is cited."""

    law: Annotated[Id, Ref("law", catalogue=True)] = Field(alias="法", description="法规编号")
    article: ShortText | None = Field(None, alias="条", description="条号")
