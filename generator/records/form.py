"""程序目录: a procedure as it should go — steps in order, who decides, quorum, majority and its base, days on the board."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from generator.model import Record, nearest
from generator.model.record import Row
from generator.model.text import clip
from generator.model.types import Day, Days, LongText, ShortText, YesNo, parse_list, refuse
from generator.records._basis import Basis
from generator.records._threshold import Threshold

Quorum = Annotated[tuple[Threshold, ...], BeforeValidator(parse_list)]
"""One way to be quorate, or several of which any will do."""
STAGES = ("已完成", "进行中", "已终止")
"""Where a matter may stand, as figures are told apart."""


class Meeting(Row):
    """What holds when the step is taken by this meeting; what is not written is as the step has it."""

    name: ShortText = Field(alias="会议", description="会议的叫法,例如 村民会议;记录的“主体”里写到它就按这一行")
    quorum: Quorum = Field((), alias="到会", description="这种会议的到会人数要求")
    majority: Threshold | None = Field(None, alias="通过", description="这种会议的同意票要求")
    notice_days: Days | None = Field(None, alias="提前天数", description="这种会议至少提前几天通知")


class FormStep(Row):
    """A step of the procedure."""

    name: ShortText = Field(alias="步骤", description="步骤名称")
    body: ShortText = Field(alias="主体", description="由谁进行")
    evidence: ShortText | None = Field(None, alias="材料", description="应当留下什么材料")
    mergeable: YesNo = Field(False, alias="可合并", description="能否与上一步合并进行")
    optional: YesNo = Field(False, alias="可省略", description="没有这种情形时能否不走这一步")
    repeatable: YesNo = Field(False, alias="可重复", description="能否走几次,例如每季度评一次")
    decides: YesNo = Field(False, alias="决定", description="是不是作出决定的一步;公开的期限从这一步起算")
    vote: YesNo = Field(False, alias="表决", description="这一步要不要表决")
    quorum: Quorum = Field((), alias="到会", description="到会人数要求;有几种算法的写成列表,满足一种即可")
    majority: Threshold | None = Field(None, alias="通过", description="同意票要求")
    meetings: tuple[Meeting, ...] = Field((), alias="按会议", description="由另一种会议进行时,不一样的要求")
    notice_days: Days | None = Field(None, alias="提前天数", description="开会前至少几天通知")
    board_days: Days | None = Field(None, alias="公示天数", description="公示至少几天")
    gap: Days | None = Field(None, alias="间隔天数", description="与上一步至少隔几天")
    within: Days | None = Field(None, alias="最迟天数", description="上一步以后最迟几天以内;当天写 0")
    counted_from: ShortText | None = Field(
        None, alias="起算步骤", description="间隔和最迟的天数从哪一步起算;不写就是上一步"
    )
    calendar: Literal["日历日", "工作日"] = Field("日历日", alias="历", description="这一步的天数按日历日还是工作日")

    def held_by(self, body: str | None) -> FormStep:
        """The step as it has to be taken by this body."""
        meeting = next((meeting for meeting in self.meetings if body and meeting.name in body), None)
        if meeting is None:
            return self
        own = {name: getattr(meeting, name) for name in ("quorum", "majority", "notice_days")}
        return self.model_copy(update={name: value for name, value in own.items() if value})


def _whole(steps: tuple[FormStep, ...]) -> tuple[FormStep, ...]:
    """Every step has a name of its own, and days are counted from a step that is there."""
    names = [step.name for step in steps]
    for step in steps:
        if names.count(step.name) > 1:
            raise refuse("step", f"有两步都叫“{clip(step.name)}”", "步骤名称不能重复;能走几次的写“可重复: 是”")
        if step.counted_from and step.counted_from not in names:
            hint = nearest(step.counted_from, names) or f"步骤有:{'、'.join(names)}"
            raise refuse("step", f"起算步骤“{clip(step.counted_from)}”不是这个程序的步骤", hint)
    return steps


Steps = Annotated[tuple[FormStep, ...], AfterValidator(_whole)]


class FormerSteps(Row):
    """The steps as they were under an earlier law."""

    until: Day = Field(alias="至", description="用到哪一天为止")
    steps: Steps = Field(alias="步骤", description="当时的各步骤,按先后")


class ProcedureForm(Record):
    """A procedure of the catalogue."""

    family: ClassVar[str] = "form"
    label: ClassVar[str] = "程序目录"
    catalogue: ClassVar[bool] = True

    name: ShortText = Field(alias="名称", description="这种程序的叫法")
    bases: tuple[Basis, ...] = Field((), alias="依据", description="法规和条号")
    steps: Steps = Field(alias="步骤", description="各步骤,按先后")
    cyclic: YesNo = Field(False, alias="循环", description="走完一轮能不能从头再走一轮,例如 定、查、评")
    former: tuple[FormerSteps, ...] = Field((), alias="旧规", description="法规修改以前的步骤;以前的事按当时的步骤检查")
    note: LongText | None = Field(None, alias="说明", description="办什么事、怎样办;会印在网页上")

    def steps_on(self, day: date) -> tuple[FormStep, ...]:
        """The steps as they had to be taken on that day."""
        older = [former for former in self.former if day <= former.until]
        return min(older, key=lambda former: former.until).steps if older else self.steps

    @property
    def step_names(self) -> tuple[str, ...]:
        """Every step, also those of earlier laws."""
        steps = (*self.steps, *(step for former in self.former for step in former.steps))
        return tuple(dict.fromkeys(step.name for step in steps))

    @property
    def spoken(self) -> str:
        """The name as figures bear it."""
        return spoken(self.name)

    @property
    def gives(self) -> tuple[str, ...]:
        """The names of all its figures."""
        steps = self.step_names
        held = (self.figure(f"{word}件数") for word in ("", *STAGES, *steps))
        return (*dict.fromkeys(held), *(self.figure(f"{step}次数") for step in steps))

    def figure(self, ending: str) -> str:
        """What a figure of this procedure is called: `发展党员已完成件数`."""
        return spoken(f"{self.spoken}{ending}")


def spoken(name: str) -> str:
    """The name as prose can use it: `{{ 发展件数 }}` takes no quotes, blanks or dashes, and no digit at the beginning."""
    kept = "".join(char for char in name if f"名{char}".isidentifier())
    return kept if kept.isidentifier() else f"程序{kept}"
