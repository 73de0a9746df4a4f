"""The catalogue itself: what must be published, on which basis, how often, by whom, to whom; and the laws behind it.

A township whose province, city or county lays rules of its own over the catalogue has a page of its own with the local
names, groups, deadlines and columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.catalogue import LocalCatalogue, local
from generator.model import Audience, Edition, Page
from generator.model.record import EXTRA
from generator.pages._common import paths, places
from generator.pages._common.disclosure import bases, deadline
from generator.pages._common.wording import span
from generator.records.item import DisclosureItem
from generator.records.jurisdiction import Jurisdiction
from generator.records.law import Law
from generator.records.place import Place

CATEGORIES = ("党务公开", "村务公开", "财务公开", "基本情况")


@dataclass(frozen=True)
class Shelf:
    """A heading of the catalogue and the items that stand directly below it."""

    title: str
    depth: int
    rows: tuple[Mapping[str, object], ...]


def portal(edition: Edition) -> Iterator[Page]:
    """The catalogue and the list of laws."""
    national = local(edition, "")
    context = {
        "shelves": _shelves(edition, national, national),
        "count": len(national.items),
        "laws": paths.LAWS,
        "rules": (),
        "columns": (),
        "reference": (*paths.REFERENCE, paths.MANUAL),
        "local": [
            paths.local_catalogue(top.township)
            for top in places.townships(edition)
            if _differs(local(edition, top.township), national)
        ],
        "sample": places.is_sample(edition),
    }
    yield Page(paths.CATALOGUE, "公开目录", "catalogue.md.j2", context, ("公开目录", ""), (paths.HOME,))
    yield _laws(edition)


def pages(edition: Edition) -> Iterator[Page]:
    """The catalogue of a township that has its own."""
    national = local(edition, "")
    for top in places.planned(edition):
        here = local(edition, top.township)
        if _differs(here, national):
            yield _local_page(edition, top, here, national)


def _differs(here: LocalCatalogue, national: LocalCatalogue) -> bool:
    return bool(here.rules) or here.items != national.items


def _local_page(edition: Edition, top: Place, here: LocalCatalogue, national: LocalCatalogue) -> Page:
    names = {item.id: item.name for item in here.items}
    columns = [column for column in here.columns if column.item in names]
    context = {
        "shelves": _shelves(edition, here, national),
        "count": len(here.items),
        "laws": paths.LAWS,
        "rules": [_rule(edition, rule) for rule in here.rules],
        "columns": [(names[one.item], one.name.removeprefix(EXTRA), one.meaning, one.opened) for one in columns],
        "reference": (),
        "local": (),
        "sample": top.sample,
    }
    title = f"{top.name}公开目录"
    crumbs = (*places.crumbs(top.township), paths.CATALOGUE)
    return Page(paths.local_catalogue(top.township), title, "catalogue.md.j2", context, crumbs=crumbs)


def _rule(edition: Edition, rule: Jurisdiction) -> Mapping[str, object]:
    asked = [f"{one.frequency}公开的{one.days}日内" for one in rule.deadlines]
    asked += [f"公示不少于{rule.board_days}日"] if rule.board_days else []
    asked += [f"异议{rule.reply_days}日内答复"] if rule.reply_days is not None else []
    return {
        "name": rule.name,
        "bases": bases(edition, rule.bases, edition.today),
        "span": span(rule.since, rule.until),
        "asked": asked,
        "some": len(rule.items),
        "verified": rule.verified,
    }


def _shelves(edition: Edition, here: LocalCatalogue, national: LocalCatalogue) -> list[Shelf]:
    """The headings with their items, each before those below it."""
    found: dict[tuple[str, ...], list[DisclosureItem]] = {}
    for item in sorted(here.items, key=_rank):
        for depth in range(1, len(item.shelf)):
            found.setdefault(item.shelf[:depth], [])
        found.setdefault(item.shelf, []).append(item)
    order = {shelf: place for place, shelf in enumerate(found)}
    ranked = sorted(found, key=lambda shelf: [order[shelf[: depth + 1]] for depth in range(len(shelf))])
    return [
        Shelf(shelf[-1], len(shelf) + 1, tuple(_row(edition, here, national, item) for item in found[shelf]))
        for shelf in ranked
    ]


def _rank(item: DisclosureItem) -> int:
    """The usual categories first; those of local rules behind them, as they come."""
    return CATEGORIES.index(item.shelf[0]) if item.shelf[0] in CATEGORIES else len(CATEGORIES)


def _row(edition: Edition, here: LocalCatalogue, national: LocalCatalogue, item: DisclosureItem) -> dict[str, object]:
    plain = national.item(item.id)
    elements = [element.removeprefix(EXTRA) for element in item.elements]
    return {
        "item": item,
        "national": plain.name if plain and plain.name != item.name else "",
        "own": plain is None,
        "bases": bases(edition, item.bases, edition.today),
        "deadline": _deadline(here, item, edition.today),
        "board_days": here.board_days(item, edition.today),
        "audiences": [audience.label for audience in item.openings],
        "elements": _grouped([element.split(".") for element in elements]),
    }


def _deadline(here: LocalCatalogue, item: DisclosureItem, day: date) -> str:
    """In words; where a local rule allows fewer days, those."""
    allowed = min(here.days_allowed(item, day), default=None)
    if item.deadline is None or allowed is None:
        return deadline(item)
    if item.deadline.calendar == "工作日":
        return f"{deadline(item)}，并不迟于{allowed}日（地方规定）"
    if allowed >= item.deadline.days:
        return deadline(item)
    shorter = item.deadline.model_copy(update={"days": allowed})
    return f"{deadline(item.model_copy(update={'deadline': shorter}))}（地方规定）"


def _grouped(paths: Iterable[list[str]]) -> list[str]:
    """`收入.摘要, 收入.金额` → `收入（摘要、金额）`."""
    groups: dict[str, list[list[str]]] = {}
    for first, *below in paths:
        groups.setdefault(first, []).extend([below] if below else [])
    return [f"{label}（{'、'.join(_grouped(below))}）" if below else label for label, below in groups.items()]


def _laws(edition: Edition) -> Page:
    laws = sorted(edition.of(Law), key=lambda law: law.since or date.max, reverse=True)
    context = {
        "laws": [(law, _standing(law, edition.today), span(law.since, law.until)) for law in laws],
        "review": edition.audience is Audience.REVIEW,
        "sample": places.is_sample(edition),
    }
    return Page(paths.LAWS, "法规依据", "laws.md.j2", context, ("公开目录", "法规依据"), (paths.HOME, paths.CATALOGUE))


def _standing(law: Law, day: date) -> str:
    if law.in_force(day):
        return "有效"
    if law.since is None:
        return "还没有公布"
    return "尚未施行" if day < law.since else "已经失效"
