"""A publication that names records which are not of its item, or of another village."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import local
from generator.model import Explanation, Finding, Record, Records
from generator.records.item import DisclosureItem
from generator.records.publication import PublicationRecord
from generator.rules._common import Report

NAME = "covering"
EXPLANATION = Explanation(
    title="公开的记录不属于这个事项",
    what=(
        "公开记录的“记录”里写的每一条,要属于“事项”里的一个,要是这个地方自己的;乡镇可以替各村公开,村只公开自己的。都是错误。"
    ),
    why="一条公开记录放开它写的那几条内容。写错一条,该公开的没有公开,不该由它公开的却公开了;检查实践:张冠李戴查不到出处。",
    wrong="事项: [village-four-two-process]\n记录: [finance/liucun-2026-03]",
    right="事项: [finance-cash-statement]\n记录: [finance/liucun-2026-03]",
    mend="换成这个事项的记录,或在“事项”里补上它所属的事项;别的村的记录,由那个村自己的公开记录公开。",
    about="公开记录",
)


def check(records: Records) -> Iterator[Finding]:
    """Each record that a publication names; one that does not exist is the references rule's affair."""
    for publication in records.of(PublicationRecord):
        say, here = Report(NAME, records, publication), local(records, publication.township)
        items = [item for name in publication.items if (item := here.item(name)) is not None]
        for index, name in enumerate(publication.records):
            record = records.find(f"{publication.township}/{name}")
            if record is not None:
                yield from _belongs(say, publication, items, index, record)


def _belongs(
    say: Report, publication: PublicationRecord, items: list[DisclosureItem], index: int, record: Record
) -> Iterator[Finding]:
    name = publication.records[index]
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
