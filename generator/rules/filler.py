"""Handouts of the authorities above put up as if they were disclosure (F10)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.catalogue import local
from generator.model import Explanation, Finding, Records, fold
from generator.records.item import DisclosureItem
from generator.records.phrases import Phrases
from generator.records.place import Place
from generator.records.publication import PublicationRecord
from generator.rules._common import Report

NAME = "filler"
EXPLANATION = Explanation(
    title="拿宣传材料充数",
    what=(
        "公开记录没有对应的记录,标题(没有标题的看开头)是宣传画、倡议书、转发文件一类的上级材料,又没有提到本地(警告);"
        "公开的事项不在本地的公开目录里(警告);一个地方一年里这样的公开占了一半以上(警告)。"
        "哪些说法算上级材料,在 data/catalogue/phrases/ 里“用途: 宣传品”的一组,县里可以添。"
        "事项本身就是政策宣传的,例如惠农政策,不算。"
    ),
    why=(
        "检查实践:拿上级的宣传画贴满公开栏,看着热闹,村里的收支和决定一样没有。《村民委员会组织法》第三十五条列的是"
        "本村的事项。"
    ),
    wrong="事项: [village-assist-government]\n标题: 反电信诈骗宣传画\n正文: 不轻信、不透露、不转账。",
    right="事项: [village-assist-government]\n标题: 刘村协助反诈宣传情况\n正文: 刘村入户312户,劝阻两起。",
    mend="宣传材料可以贴,不用写公开记录;删去这条记录,公开本村这一期办了什么、花了多少、定了什么。",
    inspection="F10",
)

_HEAD = 20
"""Characters of a text without a title in which it says what it is."""
_PUBLICITY = re.compile("宣传|政策|学习|贯彻")
"""In the name of an item that is publicity by its nature."""
_ENOUGH = 3
"""Fewer handouts in a year are no habit."""


def check(records: Records) -> Iterator[Finding]:
    """Each publication by itself, then the year of each place."""
    words = tuple(fold(word) for one in records.of(Phrases) if one.use == "宣传品" for word in one.words)
    years: dict[tuple[str, str, int], list[bool]] = defaultdict(list)
    for publication in records.of(PublicationRecord):
        say = Report(NAME, records, publication)
        yield from _elsewhere(say, publication)
        if publication.done is None or publication.exempt is not None or publication.withdrawn is not None:
            continue
        word = _handout(records, publication, words)
        if word:
            what = "标题" if publication.title else "正文"
            message = f"{what}里有“{word}”,又没有写本地的事,像是上级的宣传材料,不算公开"
            hint = "宣传材料可以贴,不用写公开记录;公开本地这一期办了什么、花了多少"
            yield say.warning(message, hint, what)
        years[publication.township, publication.place, publication.done.year].append(bool(word))
    for (township, name, year), handouts in years.items():
        place = records.get(Place, f"{township}/{Place.family}/{name}")
        if place is not None and sum(handouts) >= _ENOUGH and 2 * sum(handouts) > len(handouts):
            message = f"{place.name}{year}年公开的{len(handouts)}次里有{sum(handouts)}次是上级的宣传材料"
            hint = "对照公开目录,补上本地应公开的事项"
            yield Report(NAME, records, place).warning(message, hint, "名称")


def _elsewhere(say: Report, publication: PublicationRecord) -> Iterator[Finding]:
    """An item of another region's catalogue; one that no catalogue has is a wrong reference."""
    here = local(say.records, publication.township)
    for index, name in enumerate(publication.items):
        item = say.records.get(DisclosureItem, f"{DisclosureItem.family}/{name}")
        if item is not None and here.item(name) is None:
            message = f"“{item.name}”({name})不在本地的公开目录里,公开了也不算"
            yield say.warning(message, "换成本地目录里的事项", "事项", index)


def _handout(records: Records, publication: PublicationRecord, words: tuple[str, ...]) -> str:
    """The word by which it is known as a handout; nothing when it is about this place, or publicity is its item."""
    if publication.records or not (publication.title or publication.text):
        return ""
    text = fold(publication.text or "")
    head = fold(publication.title or "") or text[:_HEAD]
    word = next((word for word in words if word in head), "")
    if not word or _local(records, publication, fold(publication.title or "") + text):
        return ""
    here = local(records, publication.township)
    items = [item for item in map(here.item, publication.items) if item is not None]
    publicity = any(_PUBLICITY.search(item.name) or _PUBLICITY.search(item.content or "") for item in items)
    return "" if publicity else word


def _local(records: Records, publication: PublicationRecord, text: str) -> bool:
    """Whether the text speaks of the place, by its name or as its own people say it."""
    place = records.get(Place, f"{publication.township}/{Place.family}/{publication.place}")
    named = (fold(place.name) if place else "", "本村", "我村", "本镇", "我镇", "本乡", "我乡", "本社区", "我社区")
    return any(name and name in text for name in named)
