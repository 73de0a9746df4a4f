"""A village's home: the three categories with their newest sheets, this quarter against last, decisions, how to object."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import local
from generator.model import Edition, Page
from generator.pages._common import paths, places, quarters, underway
from generator.pages._common.disclosure import headline, newest, record_page, whose
from generator.pages._common.feeds import feed
from generator.records.finance import Finance
from generator.records.organisation import Organisation
from generator.records.place import Place
from generator.records.procedure import Procedure

CATEGORIES = ("党务公开", "村务公开", "财务公开")
NEWEST = 5
MONTHS = 12
"""That many of the newest months stand on the page; the register has them all."""


def pages(edition: Edition) -> Iterator[Page]:
    """One page a village."""
    for township in places.planned(edition):
        slug, categories = township.township, _categories(edition, township)
        for village in places.villages(edition, slug):
            sheets = _sheets(edition, village)
            cash = [(sheet, path, whose(edition, sheet)) for sheet, path in sheets if sheet.is_cash]
            context = {
                "place": village,
                "township": township,
                "figures": [
                    i for i in places.figures(edition, slug) if i.place == village.id and i.theme == "基本情况"
                ],
                "sheets": cash[:MONTHS],
                "older": len(cash) - MONTHS,
                "statements": [(sheet, path) for sheet, path in sheets if not sheet.is_cash],
                "quarters": quarters.compared(edition, village),
                "decisions": [one for one in underway.matters(edition, village) if one.open],
                "decided": [(one.matter, one.path) for one in underway.matters(edition, village) if not one.open],
                "projects": underway.projects(edition, village),
                "organisations": [(o, record_page(o)) for o in edition.of(Organisation, slug) if o.place == village.id],
                "categories": [(c, _news(edition, village, c)) for c in categories],
                "deciding": _deciding(edition, township, categories),
                "registers": places.registers(edition, village),
                "below": [p for p in edition.of(Place, slug) if p.parent == village.id],
                "paths": paths,
                "sample": township.sample,
            }
            path = paths.place(slug, village.id)
            menu, crumbs = places.menu(edition, slug, village.name), places.crumbs(slug)
            news = feed(edition, f"{township.name}{village.name}", slug, village.id)
            yield Page(path, village.name, "village.md.j2", context, menu=menu, crumbs=crumbs, feed=news)


def _sheets(edition: Edition, village: Place) -> list[tuple[Finance, str]]:
    sheets = [sheet for sheet in edition.of(Finance, village.township) if sheet.place == village.id]
    return [(sheet, record_page(sheet)) for sheet in sorted(sheets, key=lambda s: s.period, reverse=True)]


def _categories(edition: Edition, township: Place) -> tuple[str, ...]:
    """The categories as they are here: a local rule may have others between party affairs and finance."""
    here = dict.fromkeys(item.category for item in local(edition, township.township).items)
    first, *_, last = CATEGORIES
    between = (c for c in (*CATEGORIES[1:-1], *here) if c in here and c not in (first, last, "基本情况"))
    return (first, *dict.fromkeys(between), last)


def _deciding(edition: Edition, township: Place, categories: tuple[str, ...]) -> str:
    """The category, neither the first nor the last, in which decisions are published here."""
    items = local(edition, township.township).items
    return next((i.category for i in items if i.data == Procedure.family and i.category in categories[1:-1]), "")


def _news(edition: Edition, village: Place, category: str) -> list[dict[str, object]]:
    items = {item.id for item in local(edition, village.township).items if item.category == category}
    found = newest(edition, None, village.township)
    mine = [p for p in found if p.place == village.id and items.intersection(p.items)]
    return [headline(edition, publication, category) for publication in mine[:NEWEST]]
