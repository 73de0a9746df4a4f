"""A township's home: its profile, its villages, its articles and its newest disclosures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.charts import Progress
from generator.mechanisms.timeliness import tally
from generator.model import Duty, DutyState, Edition, Page
from generator.pages._common import paths, places
from generator.pages._common.disclosure import headline, newest, record_page
from generator.pages._common.feeds import feed
from generator.records.archive import Archived
from generator.records.article import Article
from generator.records.organisation import Organisation
from generator.records.place import Place

NEWEST = 8


def pages(edition: Edition) -> Iterator[Page]:
    """One page a township."""
    for place in places.planned(edition):
        slug = place.township
        duties = [duty for duty in edition.duties if duty.township == slug]
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
            "statistics": paths.statistics(slug),
            "tally": tally(duties),
            "month": sum(d.state is DutyState.DUE and _this_month(d, edition) for d in duties),
            "chart": _chart(edition, place, duties),
            "rhythm": paths.rhythm(slug) if places.keeps_schedules(edition, slug) else "",
            "ledgers": paths.ledgers(slug) if places.works_off_ledgers(edition, slug) else "",
            "due": paths.due(slug),
            "findings": paths.findings(slug) if edition.findings else "",
            "timeliness": paths.timeliness(slug),
            "sample": place.sample,
        }
        crumbs = (paths.HOME,)
        yield Page(
            paths.township(slug),
            place.name,
            "township.md.j2",
            context,
            menu=places.menu(edition, place.township, ""),
            crumbs=crumbs,
            feed=feed(edition, place.name, slug),
        )


def _this_month(duty: Duty, edition: Edition) -> bool:
    return (duty.due.year, duty.due.month) <= (edition.today.year, edition.today.month)


def _chart(edition: Edition, township: Place, duties: Sequence[Duty]) -> Progress | None:
    """How timely each village is; no picture of one alone."""
    rows = [(v.name, tally(d for d in duties if d.place == v.id)) for v in places.villages(edition, township.township)]
    rows = [(name, counts) for name, counts in rows if counts.due]
    if len(rows) < 2:
        return None
    said = "；".join(f"{name}{counts.on_time}/{counts.due}" for name, counts in rows)
    names, rates = tuple(name for name, _ in rows), tuple(counts.rate for _, counts in rows)
    return Progress("各村公开及时率", f"{said}。", names, rates, tuple(f"{c.on_time}/{c.due}" for _, c in rows))
