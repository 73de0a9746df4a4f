"""What an article's names mean to the readers of an edition: chosen at the gate, from all records."""

from __future__ import annotations

from generator.figures.binding import Names, bindings
from generator.figures.braces import parts
from generator.figures.expressions import Figure, Lookup
from generator.figures.pieces import Unwritable
from generator.model import WITHHELD, Edition, Records
from generator.records.article import Article
from generator.records.indicator import Indicator
from generator.records.place import Place


def named(article: Article, records: Records) -> dict[str, str]:
    """Lookup in the article's prose → key of the indicator that it means, chosen from all records: never from what
    some readers may see, or they would read an older figure in its place."""
    names, found = bindings(article, records), dict[str, str]()
    for lookup in _lookups(article):
        try:
            indicator = names.find(lookup)
        except Unwritable:  # the rule `unbound` says what is wrong
            continue
        if indicator is not None:
            found[lookup.key] = indicator.key
    return found


def shown(article: Article, edition: Edition) -> Names:
    """Lookup → the indicator that the article means; one that is closed to these readers has no figure for them."""
    keys = edition.bound.get(article.key, {})
    found = {key: edition.get(Indicator, name) or _closed(article) for key, name in keys.items()}
    return Names(found, {place.id: place.name for place in edition.of(Place, article.township)})


def _lookups(article: Article) -> dict[Lookup, None]:
    """Everything that the prose asks for, once."""
    figures = [part.figure for _, text in article.prose() for part in parts(text)]
    return {lookup: None for figure in figures if isinstance(figure, Figure) for lookup in figure.lookups()}


def _closed(article: Article) -> Indicator:
    """A figure that is there, and nothing more of it, not even its name."""
    return Indicator.model_construct(
        township=article.township,
        id="",
        place=article.place or article.township,
        name="未公开的指标",
        theme="",
        figure=WITHHELD,
        unit="",
    )
