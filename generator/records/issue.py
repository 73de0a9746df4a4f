"""台账: one entry of a ledger — problem, petition, suggestion, hazard, task — with measure, deadline and closure."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from generator.model import Record, Ref
from generator.model.record import Row
from generator.model.types import Count, Day, Id, LongText, PeriodField, Person, ShortText, Word


class Progress(Row):
    """What was done on a day."""

    day: Day = Field(alias="日期", description="哪一天")
    outcome: LongText = Field(alias="内容", description="做了什么")


class Share(Row):
    """Where some of the people concerned went, or what some of the entries were."""

    name: ShortText = Field(alias="去向", description="例如 投亲靠友、宾馆安置")
    households: Count | None = Field(None, alias="户数", description="户", json_schema_extra={"unit": "户"})
    people: Count | None = Field(None, alias="人数", description="人", json_schema_extra={"unit": "名"})


class Issue(Record):
    """One entry, or several of a kind."""

    family: ClassVar[str] = "issue"
    label: ClassVar[str] = "台账"
    grouped: ClassVar[str] = "ledger"
    identity: ClassVar[tuple[str, ...]] = ("id", "township", "place", "ledger")

    place: Annotated[Id, Ref("place")] = Field(alias="地方", description="乡镇或村的编号")
    ledger: Annotated[Id, Ref("ledger", catalogue=True)] = Field(alias="台账", description="台账目录里的编号")
    title: ShortText = Field(alias="事项", description="什么事,写具体")
    opened: Day = Field(alias="登记日期", description="登记的日期")
    period: PeriodField | None = Field(None, alias="期间", description="几件合写一条时,是哪一期的")
    count: Count = Field(1, alias="件数", description="几件合写一条的,写件数")
    closed_count: Count | None = Field(
        None, alias="办结件数", description="合写的几件里办结了几件;全办结的写销号日期即可"
    )
    source: Word | None = Field(None, alias="来源", description="从哪里来,例如 信箱、热线、走访")
    kind: Word | None = Field(None, alias="类别", description="哪一类")
    person: Person | None = Field(None, alias="当事人", description="反映人或当事人,不对外公开")
    households: Count | None = Field(None, alias="户数", description="涉及户数", json_schema_extra={"unit": "户"})
    people: Count | None = Field(None, alias="人数", description="涉及人数", json_schema_extra={"unit": "名"})
    cause: LongText | None = Field(None, alias="原因", description="为什么会这样")
    measure: LongText | None = Field(None, alias="措施", description="怎样解决")
    unit_in_charge: ShortText | None = Field(None, alias="责任单位", description="牵头的单位")
    in_charge: ShortText | None = Field(None, alias="责任人", description="责任人的职务")
    due: Day | None = Field(None, alias="办结期限", description="最迟哪一天;不写就按台账目录的天数")
    progress: tuple[Progress, ...] = Field((), alias="进展", description="各次进展")
    closed: Day | None = Field(None, alias="销号日期", description="办结、销号的日期")
    outcome: LongText | None = Field(None, alias="结果", description="怎样办结的")
    rating: Word | None = Field(None, alias="评价", description="满意、基本满意、不满意")
    shares: tuple[Share, ...] = Field((), alias="安置", description="分别去了哪里")
    remark: LongText | None = Field(None, alias="备注", description="内部备注,不对外公开")

    @property
    def event_date(self) -> date | None:
        """The day on which it was closed."""
        return self.closed

    def done(self, today: date) -> int:
        """How many of its entries are closed by today."""
        if self.closed_count is not None:
            return self.closed_count
        return self.count if self.closed is not None and self.closed <= today else 0
