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

from generator.catalogue import local
from generator.model import Finding, Record, Records
from generator.records.item import DisclosureItem
from generator.records.publication import PublicationRecord
from generator.rules._common import Report

NAME = "approvals"
TITLE = "公开手续不全"


def check(records: Records) -> Iterator[Finding]:
    """Each act of publishing."""
    for publication in records.of(PublicationRecord):
        say = Report(NAME, records, publication)
        here = local(records, publication.township)
        named = (here.item(name) for name in publication.items)
        items = [item for item in named if item is not None]
        yield from _signed(say, publication, items)
        yield from _secrecy(say, publication)
        yield from _board(say, publication, items)
        yield from _published(say, publication, items)


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


def _of_another_village(publication: PublicationRecord, record: Record) -> bool:
    """A township may publish for its villages; a village only what is its own."""
    place = getattr(record, "place", None)
    return place is not None and publication.place not in (place, publication.township)
