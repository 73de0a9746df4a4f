"""提出 → 审核 → 审批 → 上墙 → 上网 → 下墙: which stage is next, and why one must not be written yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.catalogue import BOARD, event_day, local
from generator.editing.choosing import Subject
from generator.editing.people import by_post
from generator.model import Records
from generator.records.activity import Activity
from generator.records.article import Article
from generator.records.finance import Finance
from generator.records.item import MONTHS
from generator.records.publication import PublicationRecord

SIGNED = ("提出", "审核", "审批")
DATED = {"上墙": "上墙日期", "上网": "上网日期", "下墙": "下墙日期"}
STAGES = (*SIGNED, *DATED)
_WEB = "网站"


@dataclass(frozen=True, slots=True)
class Step:
    """One stage that shall be written: who signs (by post), when, and whether secrecy was looked at."""

    stage: str
    day: date
    post: str = ""
    secrecy: bool | None = None


def label(stage: str) -> str:
    """Where the stage stands in the record."""
    return DATED.get(stage, stage)


def written(publication: PublicationRecord | None, stage: str) -> date | None:
    """The day on which the stage was done; None when it was not."""
    if publication is None:
        return None
    signed = {"提出": publication.proposed, "审核": publication.reviewed, "审批": publication.approved}
    if stage in signed:
        found = signed[stage]
        return found.day if found else None
    return {"上墙": publication.posted, "上网": publication.web, "下墙": publication.removed}[stage]


def course(subject: Subject) -> tuple[str, ...]:
    """The stages that this matter has to go through."""
    channels = set(subject.publication.channels if subject.publication else ())
    channels = channels or {channel for item in subject.items for channel in item.channels}
    waived = bool(subject.items) and not any(item.approval for item in subject.items)
    left_out = {
        *(("审核", "审批") if waived else ()),
        *(() if BOARD in channels else ("上墙", "下墙")),
        *(() if _WEB in channels else ("上网",)),
    }
    return tuple(stage for stage in STAGES if stage not in left_out)


def missing(subject: Subject) -> tuple[str, ...]:
    """The stages that are still to come, in order."""
    return tuple(stage for stage in course(subject) if written(subject.publication, stage) is None)


def removable(records: Records, subject: Subject) -> date | None:
    """The first day on which it may come off the board; None before it hangs there."""
    posted = subject.publication.posted if subject.publication else None
    if posted is None:
        return None
    here = local(records, subject.township)
    needed = max((here.board_days(item, posted) for item in subject.items), default=0)
    return posted + timedelta(days=needed)


def refusals(records: Records, subject: Subject, step: Step) -> Iterator[str]:
    """Why the stage cannot be written, each with what to do."""
    publication = subject.publication
    if publication is not None and publication.exempt is not None:
        yield f"{records.where(publication)} 这一期写的是“不适用”。要公开,先手工删去“不适用”"
        return
    if publication is not None and publication.withdrawn is not None:
        yield f"{records.where(publication)} 已经撤回。改好以后,不写它的编号、写记录,重新提出一条"
        return
    if publication is not None and (day := written(publication, step.stage)) is not None:
        where = records.where(publication, label(step.stage))
        yield f"{where} {step.stage}已经写了({day}),没有动它;写错了请在文件里手工改,再公开一次就加 --again"
        return
    needed = _before(subject, step.stage)
    if needed is not None:
        yield f"还没有{needed},不能{step.stage}。先办{needed},再写 --stage {needed}"
    yield from _days(records, subject, step)
    if step.stage in SIGNED and not step.post:
        yield f"谁{step.stage}的?用 --post 写职务,例如 --post 村务监督委员会主任"
    if step.stage in SIGNED:
        yield from by_post(step.post, records, subject.township)
    if publication is None and not subject.records and subject.period is None and _periodic(subject):
        yield f"{subject.label}公开的是哪一期?用 --period 写期间,例如 --period 2026-03"
    party = [item for item in subject.items if item.category == "党务公开"]
    if step.stage == "审核" and party and not step.secrecy:
        yield f"“{party[0].name}”是党务公开,审核时要做保密审查;做过就加 --secrecy,没有做先做"


def _periodic(subject: Subject) -> bool:
    return bool(subject.items) and all(item.frequency in MONTHS for item in subject.items)


def _before(subject: Subject, stage: str) -> str | None:
    """The stage that must be done first and is not."""
    if stage == "下墙":
        return None if written(subject.publication, "上墙") else "上墙"
    due = [one for one in SIGNED if one in course(subject)]
    earlier = due[: due.index(stage)] if stage in due else due
    return next((one for one in earlier if written(subject.publication, one) is None), None)


def _days(records: Records, subject: Subject, step: Step) -> Iterator[str]:
    if step.day > records.today:
        yield f"{step.stage}的日期 {step.day} 在今天({records.today})以后。办了再写;要先告诉大家,用 --announce {step.day}"
    earlier = STAGES[: STAGES.index(step.stage)]
    if step.stage == "上网":
        earlier = SIGNED
    done = [(day, stage) for stage in earlier if (day := written(subject.publication, stage)) is not None]
    if step.stage == "下墙":
        done = [one for one in done if one[1] == "上墙"]
    if done and step.day < max(done)[0]:
        day, stage = max(done)
        yield f"{step.stage}的日期 {step.day} 早于{stage} {day},日期不能倒签。核对日期"
    happened = _happened(records, subject)
    if happened is not None and step.stage != "提出" and step.day < happened[0]:
        yield f"{step.stage}的日期 {step.day} 早于{happened[1]} {happened[0]},那时内容还不完整。核对日期"


def _happened(records: Records, subject: Subject) -> tuple[date, str] | None:
    """When what is published was over; a matter or a project is published while it goes on."""
    days = [
        (day, "账目期末" if isinstance(one, Finance) else "事情发生的日期")
        for one in subject.records
        if isinstance(one, (Finance, Activity, Article))
        and (day := one.day if isinstance(one, Article) else event_day(records, one)) is not None
    ]
    if subject.period is not None and subject.items and all(item.frequency in MONTHS for item in subject.items):
        days.append((subject.period.end, "期末"))
    return max(days, default=None)


def too_early(records: Records, subject: Subject, step: Step) -> str:
    """What is said of taking it off the board before its time; nothing otherwise."""
    free = removable(records, subject)
    posted = subject.publication.posted if subject.publication else None
    if step.stage != "下墙" or free is None or posted is None or step.day >= free:
        return ""
    return (
        f"{posted} 上墙,{step.day} 下墙,只公示了{(step.day - posted).days}天,至少要{(free - posted).days}天"
        f"(到 {free} 才满)"
    )
