"""Which records and which publication the clerk means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from generator.catalogue import local
from generator.model import Audience, Period, Record, Records, Unusable, nearest
from generator.records.item import DisclosureItem
from generator.records.organisation import Organisation
from generator.records.place import Place
from generator.records.publication import PublicationRecord

_KINDS = {"党组织": ("党支部", "党总支", "党委"), "乡镇人民政府": ("乡镇政府",)}
"""What the catalogue calls a publisher → the kinds of organisation that are one."""


@dataclass(frozen=True)
class Subject:
    """What is published: records, or an item of a place and period; and by which publication, once there is one."""

    township: str
    records: tuple[Record, ...]
    items: tuple[DisclosureItem, ...]
    place: str
    period: Period | None
    publication: PublicationRecord | None

    @property
    def label(self) -> str:
        names = [one.name for one in self.items]
        return "、".join(f"“{name}”" for name in names) or self.township


def subject(
    records: Records,
    township: str,
    words: Sequence[str],
    items: Sequence[str],
    place: str,
    period: Period | None,
    *,
    again: bool = False,
    public: bool = False,
) -> Subject:
    """The clerk's words looked up; `again`: published once more, `public`: what is published already is meant.

    Raises Unusable, with what could have been meant.
    """
    found = [named(records, township, word) for word in words]
    publications = [one for one in found if isinstance(one, PublicationRecord)]
    if publications:
        if len(found) > 1:
            raise Unusable("写了公开记录的编号,就不再写别的记录。")
        return _of_publication(records, publications[0])
    chosen = _items(records, township, found, items)
    place = place or next((str(one) for record in found if (one := getattr(record, "place", ""))), "")
    if not place:
        raise Unusable("看不出是哪个村的,用 --place 写明村的编号,例如 --place liucun。")
    if records.get(Place, f"{township}/place/{place}") is None:
        known = [one.id for one in records.of(Place, township)]
        raise Unusable(f"没有“{place}”这个地方。{nearest(place, known)}可以写:{'、'.join(known)}。")
    periods = {one for record in found if (one := getattr(record, "period", None))}
    period = period or (periods.pop() if len(periods) == 1 else None)
    under_way = _publication(records, township, found, chosen, place, period, again=again, public=public)
    if under_way is not None:
        return _of_publication(records, under_way)
    if len(found) > 1 and not again:
        _apart(records, township, found, chosen)
    return Subject(township, tuple(found), tuple(chosen), place, period, None)


def named(records: Records, township: str, word: str) -> Record:
    """The record of this key, or of this id when only one has it. Raises Unusable with those that are like it."""
    name = word.removeprefix(f"{township}/")
    if (found := records.find(f"{township}/{name}")) is not None:
        return found
    own = [record for record in records if record.township == township and not record.id.startswith("@")]
    alike = [record for record in own if record.id == name]
    if len(alike) == 1:
        return alike[0]
    if alike:
        keys = "、".join(f"{record.family}/{record.id}" for record in alike)
        raise Unusable(f"“{name}”有几条:{keys}。写全是哪一类。")
    hint = nearest(name, [f"{record.family}/{record.id}" for record in own])
    raise Unusable(f"没有“{name}”这条记录。{hint}写成 类别/编号,例如 finance/liucun-2026-03;新写的记录先保存。")


def _items(
    records: Records, township: str, named: Sequence[Record], asked: Sequence[str]
) -> tuple[DisclosureItem, ...]:
    here = local(records, township)
    known = {item.id: item for item in here.items}
    for name in asked:
        if name not in known:
            raise Unusable(f"公开目录里没有“{name}”这一项。{nearest(name, known)}目录在 data/catalogue/items/。")
    publishing = [here.publishing(record) for record in named]
    for record, possible in zip(named, publishing, strict=True):
        wrong = [name for name in asked if known[name].data and known[name] not in possible]
        if not possible or wrong:
            usable = "、".join(f"{item.id}({item.name})" for item in possible) or "没有"
            raise Unusable(f"{record.family}/{record.id} 不属于这个公开事项。可以公开它的事项:{usable}。")
    if asked:
        return tuple(known[name] for name in asked)
    if not named:
        raise Unusable("写明公开哪条记录,例如 finance/liucun-2026-03;没有记录的事项,用 --item 和 --place 写明。")
    return _read_alike([item for item in publishing[0] if all(item in other for other in publishing)])


def _read_alike(items: Sequence[DisclosureItem]) -> tuple[DisclosureItem, ...]:
    """All items that anybody but reviewers reads; one publication speaks to one circle of readers."""
    circles: dict[frozenset[Audience], list[DisclosureItem]] = {}
    # What needs no approval (statistics, what only reviewers read) is open anyway.
    for item in [one for one in items if one.approval] or items:
        readers = frozenset(one for one in Audience if one is not Audience.REVIEW and item.reaches(one))
        circles.setdefault(readers, []).append(item)
    read = {readers: found for readers, found in circles.items() if readers} or circles
    if len(read) != 1:
        names = "、".join(f"{item.id}({item.name})" for item in items)
        raise Unusable(f"能公开它的事项对象不同,要分开公开。用 --item 写明是哪一项:{names}。")
    return tuple(next(iter(read.values())))


def _publication(
    records: Records,
    township: str,
    named: Sequence[Record],
    items: Sequence[DisclosureItem],
    place: str,
    period: Period | None,
    *,
    again: bool,
    public: bool = False,
) -> PublicationRecord | None:
    """The one that is under way, else (not `again`) the one that is done; one that was taken back counts no more.

    `public`: the one that is done comes first.
    """
    found = []
    for one in records.of(PublicationRecord, township):
        shared = any(item.id in one.items for item in items)
        if one.withdrawn is not None or not shared:
            continue
        if named:
            same = all(any(one.covers(item.id, record) for item in items) for record in named)
        else:
            same = one.place == place and one.period == period and not one.records
        if same:
            found.append(one)
    under_way = [one for one in found if one.done is None]
    done = [one for one in found if one.done is not None]
    found = done if public and done else under_way if under_way or again else found
    if len(found) > 1:
        ids = "、".join(f"{one.id}({records.where(one)})" for one in found)
        raise Unusable(
            f"有几条公开记录说的是它:{ids}。把要写的那一条的编号写在前面,例如 publication/{found[-1].id};再公开一次,加 --again。"
        )
    return found[0] if found else None


def _apart(records: Records, township: str, named: Sequence[Record], items: Sequence[DisclosureItem]) -> None:
    """Raises Unusable when one of several records has a publication of its own: it would be published twice."""
    for record in named:
        before = [
            one
            for one in records.of(PublicationRecord, township)
            if one.withdrawn is None and any(one.covers(item.id, record) for item in items)
        ]
        if before:
            name, where = f"{record.family}/{record.id}", records.where(before[0])
            raise Unusable(f"{where} {name} 已经有公开记录 {before[0].id}。几条分开公开;一起再公开一次,加 --again。")


def _of_publication(records: Records, publication: PublicationRecord) -> Subject:
    here = local(records, publication.township)
    items = tuple(item for name in publication.items if (item := here.item(name)))
    return Subject(
        publication.township,
        tuple(covered(records, publication)),
        items,
        publication.place,
        publication.period,
        publication,
    )


def covered(records: Records, publication: PublicationRecord) -> Iterable[Record]:
    """The records that it publishes."""
    if publication.records:
        found = (records.find(f"{publication.township}/{name}") for name in publication.records)
        return [record for record in found if record is not None]
    here = local(records, publication.township)
    own = [record for record in records if record.township == publication.township]
    return [
        record
        for record in own
        if not isinstance(record, PublicationRecord)
        and any(publication.covers(item.id, record) for item in here.publishing(record))
    ]


def publisher(records: Records, subject: Subject, asked: str) -> str:
    """Who publishes: as asked, as the record says, as last time, or the only organisation of that kind there."""
    if asked:
        return asked
    own: list[Any] = [getattr(record, "publisher", None) for record in subject.records]
    if own and own[0]:
        return str(own[0])
    wanted = {item.id for item in subject.items}
    before = [
        one.publisher
        for one in records.of(PublicationRecord, subject.township)
        if one.place == subject.place and wanted & set(one.items)
    ]
    if before:
        return before[-1]
    there = [one for one in records.of(Organisation, subject.township) if one.place == subject.place]
    kinds = {kind for item in subject.items for kind in _KINDS.get(item.publisher, (item.publisher,))}
    fitting = [one.name for one in there if any(one.kind.endswith(kind) for kind in kinds)]
    if len(fitting) == 1:
        return fitting[0]
    names = "、".join(one.name for one in there)
    raise Unusable(f"看不出公开主体是谁,用 --publisher 写全称{f':{names}' if names else ''}。")
