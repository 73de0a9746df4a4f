"""A township's home: its profile, its villages, its articles and its newest disclosures."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Edition, Page
from generator.pages._common import paths, places
from generator.pages._common.disclosure import headline, newest, record_page
from generator.records.archive import Archived
from generator.records.article import Article
from generator.records.organisation import Organisation

NEWEST = 8


def pages(edition: Edition) -> Iterator[Page]:
    """One page a township."""
    for place in places.townships(edition):
        slug = place.township
        context = {
            "place": place,
            "figures": [i for i in places.figures(edition, slug) if i.place == place.id and i.theme == "基本情况"],
            "villages": [(v, paths.place(slug, v.id)) for v in places.villages(edition, slug)],
            "organisations": [(o, record_page(o)) for o in edition.of(Organisation, slug) if o.place == place.id],
            "articles": [(a, record_page(a)) for a in edition.of(Article, slug)],
            "archive": paths.archive(slug),
            "archived": len(edition.of(Archived, slug)),
            "news": [headline(edition, publication) for publication in newest(edition, NEWEST, slug)],
            "tree": paths.organisations(slug),
            "registers": places.registers(edition, place),
            "indicators": paths.indicators(slug),
            "rhythm": paths.rhythm(slug) if places.keeps_schedules(edition, slug) else "",
            "ledgers": paths.ledgers(slug) if places.works_off_ledgers(edition, slug) else "",
            "due": paths.due(slug),
            "findings": paths.findings(slug) if edition.findings else "",
            "timeliness": paths.timeliness(slug),
            "sample": place.sample,
        }
        crumbs = (paths.HOME,)
        yield Page(paths.township(slug), place.name, "township.md.j2", context, menu=(place.name, ""), crumbs=crumbs)
