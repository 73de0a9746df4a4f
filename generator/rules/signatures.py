"""Published without a review or an approval, or reviewed by nobody whose office it is (F7)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import local
from generator.model import Explanation, Finding, Records, fold
from generator.records.item import DisclosureItem
from generator.records.place import Place
from generator.records.publication import PublicationRecord
from generator.rules._common import Report

NAME = "signatures"
EXPLANATION = Explanation(
    title="公开手续不全",
    what=(
        "已经公开的,要写审核和审批;写了“不适用”的,要写审批;村里的村务、财务要由村务监督委员会审核;审核和审批不能是同一个职务;"
        "党务公开的审核要写“保密审查: 是”。都是警告。没有审批的,不算公开。日期先后不对、签字在公开以后的,见 backdated。"
    ),
    why=(
        "《村民委员会组织法》第三十七条:村务监督机构监督村务公开制度的落实;《农村集体经济组织财务公开规定》"
        "(农经发〔2011〕13号):公开前由民主理财小组审查签字;《中国共产党党务公开条例(试行)》第十五条:提出、审核、审批、实施。"
        "检查实践:监督委员会没有审核、公布程序随意,是常见的问题。"
    ),
    wrong="审核: {职务: 村会计, 日期: 2026-04-08}\n上墙日期: 2026-04-10",
    right="审核: {职务: 村务监督委员会主任, 日期: 2026-04-08}\n审批: {职务: 村党支部书记, 日期: 2026-04-09}\n上墙日期: 2026-04-10",
    mend="对照签字的原件补上职务和日期;没有办过的,先补办,再重新张贴,不能倒签。职务写全:村务监督委员会主任。",
    inspection="F7",
)

_VILLAGE = ("村务公开", "财务公开")
"""Categories of the national catalogue that the village's own supervisors review."""
_SUPERVISORS = ("监督", "监委", "监事", "理财", "纪检")
"""What a post of theirs has in its name."""


def check(records: Records) -> Iterator[Finding]:
    """Each act of publishing."""
    for publication in records.of(PublicationRecord):
        say = Report(NAME, records, publication)
        here = local(records, publication.township)
        items = [item for name in publication.items if (item := here.item(name)) is not None]
        waived = len(items) == len(publication.items) and not any(item.approval for item in items)
        if publication.exempt is not None:
            yield from _excused(say, publication)
        elif not waived:
            yield from _signed(say, publication)
            yield from _supervised(say, publication)
            yield from _twice(say, publication)
        yield from _secrecy(say, publication)


def _excused(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    if publication.approved is None:
        yield say.warning("写了“不适用”,没有写审批", "补上审批的职务和日期;没有批准的,仍然算应公开", "不适用")


def _signed(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    """What can be read already; what is planned may still be on its way through the offices."""
    if publication.done is None or publication.done > say.records.today:
        return
    stages = (("审核", publication.reviewed), ("审批", publication.approved))
    missing = [word for word, signed in stages if signed is None]
    if missing:
        label = "上墙日期" if publication.posted else "上网日期"
        message = f"{publication.done} 公开,没有写{'和'.join(missing)}"
        yield say.warning(message, f"补上{'、'.join(missing)}的职务和日期;没有办过的,先补办手续", label)


def _supervised(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    """Affairs and accounts of a village; the supervisors' own report needs no review by themselves."""
    place = say.records.get(Place, f"{publication.township}/{Place.family}/{publication.place}")
    reviewed, national = publication.reviewed, _national(say.records, publication)
    if reviewed is None or place is None or not place.is_village or _supervises(publication.publisher):
        return
    item = next((item for item in national if item.category in _VILLAGE and item.approval), None)
    if item is not None and not _supervises(reviewed.post):
        message = f"“{item.name}”由{reviewed.post}审核,没有经过村务监督委员会"
        yield say.warning(message, "请村务监督委员会(村民理财小组)审核,写上它的职务和日期", "审核", "职务")


def _supervises(name: str) -> bool:
    return any(word in name for word in _SUPERVISORS)


def _twice(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    reviewed, approved = publication.reviewed, publication.approved
    if reviewed is not None and approved is not None and fold(reviewed.post) == fold(approved.post):
        message = f"审核和审批都是{approved.post},等于没有审核"
        yield say.warning(message, "审核和审批分别由两个职务办;写错的改正", "审批", "职务")


def _secrecy(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    """By the national catalogue: wherever a local rule puts a party matter, it stays one."""
    party = [item for item in _national(say.records, publication) if item.category == "党务公开"]
    if party and publication.reviewed is not None and not publication.reviewed.secrecy:
        said = "没有写保密审查" if publication.reviewed.secrecy is None else "保密审查写的是“否”"
        message = f"“{party[0].name}”是党务公开,审核里{said}"
        yield say.warning(message, "公开前做保密审查,做过就写“保密审查: 是”", "审核")


def _national(records: Records, publication: PublicationRecord) -> list[DisclosureItem]:
    named = (records.get(DisclosureItem, f"{DisclosureItem.family}/{name}") for name in publication.items)
    return [item for item in named if item is not None]
