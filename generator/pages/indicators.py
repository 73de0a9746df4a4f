"""Every figure of a township, theme by theme, each with the records it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from generator.figures.uses import Quoted, quotations, users
from generator.mechanisms.timeliness import Tally, tally
from generator.model import Audience, Edition, Page, State
from generator.pages._common import paths, places
from generator.pages._common.disclosure import record_page, short
from generator.pages._common.indicators import anchor, tables
from generator.records.article import Article
from generator.records.indicator import Indicator
from generator.records.place import Place

LISTED = 6
"""That many of the records behind a figure are named; their register holds all of them."""


def pages(edition: Edition) -> Iterator[Page]:
    """One page a township."""
    for township in places.planned(edition):
        slug = township.township
        rows = (*places.villages(edition, slug), township)
        figures = places.figures(edition, slug)
        found = tables(edition, township)
        context = {
            "township": township,
            "tables": found,
            "anchors": {figure.key: anchor(edition, figure) for figure in found.figures()},
            "quoting": partial(_quoting, edition),
            "blanks": list(_blanks(edition, slug)) if edition.audience is Audience.REVIEW else [],
            "timeliness": [(place, _timeliness(edition, place)) for place in rows],
            "league": paths.timeliness(slug),
            "home": {place.id: paths.place(slug, place.id) for place in rows},
            "names": {place.id: place.name for place in edition.of(Place, slug)},
            "pages": _behind(edition, figures),
            "listed": LISTED,
            "duties": paths.due(slug),
            "sample": township.sample,
        }
        crumbs = places.crumbs(slug)
        title = f"{township.name}指标明细"
        yield Page(
            paths.indicators(slug),
            title,
            "indicators.md.j2",
            context,
            places.menu(edition, township.township, "指标明细"),
            crumbs,
        )


def _timeliness(edition: Edition, place: Place) -> Tally:
    """Of a township everything in it."""
    duties = (duty for duty in edition.duties if duty.township == place.township)
    return tally(duty for duty in duties if place.is_top or duty.place == place.id)


def _quoting(edition: Edition, figures: Iterable[Indicator | None]) -> tuple[tuple[str, str], ...]:
    """(title, page) of every article that quotes one of the figures."""
    found = edition.once(users)
    articles = dict.fromkeys(article for figure in figures if figure for article in found.get(figure.key, ()))
    return tuple((article.title, record_page(article)) for article in articles)


def _blanks(edition: Edition, township: str) -> Iterator[tuple[Quoted, str, str]]:
    """Every figure that an article still lacks, with the article's title and page."""
    for article in edition.of(Article, township):
        for figure in edition.once(quotations)[article.key]:
            if figure.state is State.MISSING:
                yield figure, article.title, record_page(article)


def _behind(edition: Edition, figures: Iterable[Indicator]) -> dict[str, tuple[str, str]]:
    """Record key → (short name, page) of everything the figures come from: their inputs, or they themselves."""
    keys = dict.fromkeys(key for indicator in figures for key in indicator.inputs or (indicator.key,))
    records = (record for key in keys if (record := edition.find(key)) is not None)
    return {record.key: (short(edition, record), record_page(record)) for record in records}
