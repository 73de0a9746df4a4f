"""Published without sign-off, in the wrong order, or taken down too soon.

What: proposed, reviewed, approved, posted — in this order of days. Whatever is posted must have been reviewed and
approved; party affairs also need a secrecy review. It must hang for the days that the item or the local rule asks for.
Objections must be answered in time. What is published must be of the family that the item is about, and of the place
that publishes it.

Why: inspectors look for a supervision committee that never saw the sheet (F7), back-dated sheets (F14), sheets that
were posted for a photograph (F8) and objections without reply (F17). 提出→审核→审批→实施: 党务公开条例 art. 15; 15
days on the board: 村民委员会组织法 art. 35.

Example: approved on 12 April, but hanging on the board since 10 April; taken down after six days.

Mend: correct a mistyped date; otherwise post the sheet again, and answer the objection. Days after today may be
planned for posting (a note), never for a signature.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.catalogue import local
from generator.model import Finding, Record, Records
from generator.records.finance import Finance
from generator.records.item import DisclosureItem
from generator.records.publication import PublicationRecord
from generator.rules._common import Path, Report

NAME = "approvals"
TITLE = "公开手续不全"

_REPLY_DAYS = 10


def check(records: Records) -> Iterator[Finding]:
    """Each act of publishing."""
    for publication in records.of(PublicationRecord):
        say = Report(NAME, records, publication)
        here = local(records, publication.township)
        named = (here.item(name) for name in publication.items)
        items = [item for item in named if item is not None]
        yield from _order(say, publication)
        yield from _signed(say, publication, items)
        yield from _secrecy(say, publication)
        yield from _board(say, publication, items)
        yield from _future(say, publication)
        yield from _objections(say, publication)
        yield from _published(say, publication, items)


def _signatures(publication: PublicationRecord) -> list[tuple[str, date]]:
    stages = (("提出", publication.proposed), ("审核", publication.reviewed), ("审批", publication.approved))
    return [(label, signed.day) for label, signed in stages if signed is not None]


def _order(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    signed: list[tuple[str, date, Path]] = [(label, day, (label, "日期")) for label, day in _signatures(publication)]
    for before, after in pairwise(signed):
        yield from _early(say, before, after)
    for label, day in (("上墙日期", publication.posted), ("上网日期", publication.web)):
        if day is not None and signed:
            yield from _early(say, max(signed, key=lambda one: one[1]), (label, day, (label,)))


def _early(say: Report, before: tuple[str, date, Path], after: tuple[str, date, Path]) -> Iterator[Finding]:
    if after[1] < before[1]:
        message = f"{after[0]} {after[1]} 早于{before[0]} {before[1]}"
        yield say.error(message, "核对日期;先提出、审核、审批,再上墙、上网,日期不能倒签", *after[2])


def _signed(say: Report, publication: PublicationRecord, items: list[DisclosureItem]) -> Iterator[Finding]:
    waived = bool(items) and len(items) == len(publication.items) and not any(item.approval for item in items)
    if publication.exempt is not None and publication.approved is None:
        yield say.warning("写了“不适用”,没有写审批", "补上审批的职务和日期;没有批准的,仍然算应公开", "不适用")
    elif publication.done is not None and not waived:
        stages = (("审核", publication.reviewed), ("审批", publication.approved))
        missing = [word for word, signed in stages if signed is None]
        if missing:
            label = "上墙日期" if publication.posted else "上网日期"
            message = f"{publication.done} 公开,没有写{'和'.join(missing)}"
            yield say.warning(message, f"补上{'、'.join(missing)}的职务和日期;没有办过的,先补办手续", label)


def _secrecy(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    """By the national catalogue: wherever a local rule puts a party matter, it stays one."""
    named = (say.records.get(DisclosureItem, f"{DisclosureItem.family}/{name}") for name in publication.items)
    party = [item for item in named if item and item.category == "党务公开"]
    if party and publication.reviewed is not None and not publication.reviewed.secrecy:
        said = "没有写保密审查" if publication.reviewed.secrecy is None else "保密审查写的是“否”"
        message = f"“{party[0].name}”是党务公开,审核里{said}"
        yield say.warning(message, "公开前做保密审查,做过就写“保密审查: 是”", "审核")


def _board(say: Report, publication: PublicationRecord, items: list[DisclosureItem]) -> Iterator[Finding]:
    if publication.removed is None:
        return
    if publication.posted is None:
        yield say.warning("写了下墙日期,没有写上墙日期", "补上上墙日期", "下墙日期")
        return
    days, needed = (publication.removed - publication.posted).days, _days(say, publication, items)
    if days < 0:
        message = f"下墙日期 {publication.removed} 早于上墙日期 {publication.posted}"
        yield say.error(message, "核对两个日期", "下墙日期")
    elif days < needed:
        message = f"{publication.posted} 上墙,{publication.removed} 下墙,只公示了{days}天,至少要{needed}天"
        yield say.error(message, "重新张贴,公示满规定的天数", "下墙日期")


def _days(say: Report, publication: PublicationRecord, items: list[DisclosureItem]) -> int:
    """Days on the board: the strictest of the items and the local rules, as they were on the day of posting."""
    here, day = local(say.records, publication.township), publication.posted or say.records.today
    return max((here.board_days(item, day) for item in items), default=0)


def _future(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    """What is signed, received or answered has happened; hanging on the board may be planned."""
    today = say.records.today
    happened: list[tuple[str, date | None, Path]] = [
        (label, day, (label, "日期")) for label, day in _signatures(publication)
    ]
    for index, objection in enumerate(publication.objections):
        happened.append(("异议日期", objection.day, ("异议", index, "日期")))
        happened.append(("答复日期", objection.replied, ("异议", index, "答复日期")))
    for index, correction in enumerate(publication.corrections):
        happened.append(("更正日期", correction.day, ("更正", index, "日期")))
    for label, day, path in happened:
        if day is not None and day > today:
            yield say.error(f"{label} {day} 在今天({today})以后", "还没有办的事先不写;日期写错就改正", *path)
    for label, day in (("上墙日期", publication.posted), ("上网日期", publication.web)):
        if day is not None and day > today:
            yield say.note(f"{label} {day} 还没有到,到那天才算公开", "按计划公开后,再核对一次日期", label)


def _objections(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    here, today = local(say.records, publication.township), say.records.today
    for index, objection in enumerate(publication.objections):
        local_days = [here.reply_days(item, objection.day) for item in publication.items]
        allowed = min((days for days in local_days if days is not None), default=_REPLY_DAYS)
        waiting = (today - objection.day).days
        if objection.replied is not None and objection.replied < objection.day:
            message = f"答复日期 {objection.replied} 早于异议提出的日期 {objection.day}"
            yield say.error(message, "核对两个日期", "异议", index, "答复日期")
        elif objection.reply is None and waiting > allowed:
            message = f"{objection.day} 提出的异议已经{waiting}天没有答复,应当在{allowed}天内答复"
            yield say.warning(message, "查清后答复,写上“答复”和“答复日期”", "异议", index, "日期")
        elif objection.replied is not None and (objection.replied - objection.day).days > allowed:
            days = (objection.replied - objection.day).days
            message = f"{objection.day} 提出的异议过了{days}天才答复,应当在{allowed}天内答复"
            yield say.note(message, "以后在期限内答复;日期写错就改正", "异议", index, "答复日期")


def _published(say: Report, publication: PublicationRecord, items: list[DisclosureItem]) -> Iterator[Finding]:
    for index, name in enumerate(publication.records):
        record = say.records.find(f"{publication.township}/{name}")
        if record is None:
            continue  # the references rule says so
        if len(items) == len(publication.items) and not any(item.applies(record) for item in items):
            named = "、".join(f"“{item.name}”" for item in items)
            message = f"{name} 是{record.label},不属于事项{named}"
            yield say.error(message, "换成这个事项的记录,或补上它所属的事项", "记录", index)
        elif _of_another_village(publication, record):
            message = f"{name} 是别的地方的记录,不能由“{publication.publisher}”在这里公开"
            yield say.error(message, "各村的记录由各村自己的公开记录公开", "记录", index)
        if isinstance(record, Finance) and publication.posted and publication.posted < record.period.end:
            message = f"上墙日期 {publication.posted} 早于账目期末 {record.period.end}"
            yield say.warning(message, "期末以后才有完整的账;核对上墙日期和期间", "上墙日期")


def _of_another_village(publication: PublicationRecord, record: Record) -> bool:
    """A township may publish for its villages; a village only what is its own."""
    place = getattr(record, "place", None)
    return place is not None and publication.place not in (place, publication.township)
