"""Taken down from the board before the days ran out (F8)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import BOARD, LocalCatalogue, local
from generator.model import Explanation, Finding, Records
from generator.records.item import DisclosureItem
from generator.records.publication import PublicationRecord
from generator.rules._common import Report

NAME = "board"
EXPLANATION = Explanation(
    title="公示时间不足",
    what=(
        "从上墙日期到下墙日期,要满规定的天数:法律、公开事项和地方规定里最长的一个,按上墙那天的规定算。已经提前下墙是错误,"
        "打算提前下墙是警告;下墙早于上墙是错误,只写下墙不写上墙是警告。长期公开的下墙后没有换上新的,是警告。"
        "撤回的不算提前下墙。只上了网、还没有上墙的,到期以后由 overdue 指出。"
    ),
    why=(
        "《村民委员会组织法》第三十五条:公布的期限不得少于十五日(2026年起);地方规定更长的从其规定,更短的不适用。"
        "检查实践:贴上拍张照就撤,等于没有公开。"
    ),
    wrong="上墙日期: 2026-04-10\n下墙日期: 2026-04-16",
    right="上墙日期: 2026-04-10\n下墙日期: 2026-04-25",
    mend="日期写错的改正。确实提前撤下的,重新张贴,满天数再下墙,另写一条公开记录;被雨淋坏的当天补贴,不算下墙。",
    inspection="F8",
)

_Spot = tuple[str, str, str]
"""Township, place and item."""


def check(records: Records) -> Iterator[Finding]:
    """Each act of publishing that was, or is to be, taken down."""
    hanging = records.once(_hanging)
    for publication in records.of(PublicationRecord):
        if publication.removed is None or _recalled(publication):
            continue
        say, here = Report(NAME, records, publication), local(records, publication.township)
        items = [item for name in publication.items if (item := here.item(name)) is not None]
        short = list(_days(say, publication, items, here))
        yield from short or _lasting(say, publication, items, hanging)


def _recalled(publication: PublicationRecord) -> bool:
    """Whether it was taken down because it was withdrawn; the duty stands open again, and that is said elsewhere."""
    return publication.withdrawn is not None


def _days(
    say: Report, publication: PublicationRecord, items: list[DisclosureItem], here: LocalCatalogue
) -> Iterator[Finding]:
    posted, removed = publication.posted, publication.removed
    if posted is None or removed is None:
        yield say.warning("写了下墙日期,没有写上墙日期", "补上上墙日期", "下墙日期")
        return
    days, needed = (removed - posted).days, max((here.board_days(item, posted) for item in items), default=0)
    if days < 0:
        message = f"下墙日期 {removed} 早于上墙日期 {posted}"
        yield say.error(message, "核对两个日期", "下墙日期")
    elif days < needed and removed > say.records.today:
        message = f"{posted} 上墙,打算 {removed} 下墙,只有{days}天,至少要{needed}天"
        yield say.warning(message, "贴满规定的天数再下墙;还没有下墙的,下墙日期可以先不写", "下墙日期")
    elif days < needed:
        message = f"{posted} 上墙,{removed} 下墙,只公示了{days}天,至少要{needed}天"
        yield say.error(message, "重新张贴,公示满规定的天数", "下墙日期")


def _lasting(
    say: Report, publication: PublicationRecord, items: list[DisclosureItem], hanging: frozenset[_Spot]
) -> Iterator[Finding]:
    """What must hang for good has come down, and nothing of its item hangs in its place."""
    if publication.removed is None or publication.removed > say.records.today:
        return
    for item in items:
        spot = (publication.township, publication.place, item.id)
        if item.frequency == "长期" and BOARD in item.channels and spot not in hanging:
            message = f"“{item.name}”要长期公开,{publication.removed} 下墙以后没有换上新的"
            yield say.warning(message, "重新张贴,或者写上换上去的那一条公开记录", "下墙日期")


def _hanging(records: Records) -> frozenset[_Spot]:
    """What hangs on which board today."""
    today = records.today
    return frozenset(
        (publication.township, publication.place, name)
        for publication in records.of(PublicationRecord)
        if publication.posted is not None and publication.posted <= today and not publication.recalled(today)
        if publication.removed is None or publication.removed > today
        for name in publication.items
    )
