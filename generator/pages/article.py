"""An experience material or report: prose with bound figures, and a table that says where each figure comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.figures import BLANK, Piece, Unwritable, amount, render, shown
from generator.model import Edition, Page
from generator.pages._common import paths, places
from generator.pages._common.disclosure import disclosures, record_page
from generator.records.article import Article
from generator.records.indicator import Indicator

_NUMERALS = "一二三四五六七八九"


def pages(edition: Edition) -> Iterator[Page]:
    """One page an article."""
    for article in edition.of(Article):
        prose = _Prose(shown(article, edition))
        place = article.place or article.township
        context = {
            "article": article,
            "lead": prose.pieces(article.lead) if article.lead else None,
            "sections": [
                {
                    "title": f"{_numeral(number)}、{section.title}",
                    "body": [prose.pieces(text) for text in section.body],
                    "parts": [
                        {"title": f"（{_numeral(n)}）{part.title}", "body": [prose.pieces(text) for text in part.body]}
                        for n, part in enumerate(section.parts)
                    ],
                }
                for number, section in enumerate(article.sections)
            ],
            "figures": [(indicator, amount(indicator)) for indicator in prose.used.values()],
            "statistics": paths.statistics(article.township),
            "disclosures": disclosures(edition, article),
            "place": places.name(edition, article.township, place),
            "origin": article.key,
            "sample": places.is_sample(edition, article.township),
        }
        crumbs = places.crumbs(article.township, place)
        yield Page(record_page(article), article.title, "article.md.j2", context, crumbs=crumbs)


def _numeral(index: int) -> str:
    """一, 二 … 十, 十一 … 二十 …"""
    tens, ones = divmod(index + 1, 10)
    before = _NUMERALS[tens - 1] if 1 < tens < 10 else ""
    return f"{before}{'十' if tens else ''}{_NUMERALS[ones - 1] if ones else ''}"


class _Prose:
    """Fills figures in and remembers which indicators were used, in order."""

    def __init__(self, names: Mapping[str, Indicator]) -> None:
        self.names = names
        self.used: dict[str, Indicator] = {}

    def pieces(self, text: str) -> tuple[Piece, ...]:
        try:
            pieces = render(text, self.names)
        except Unwritable:  # the rule `unbound` stops the build before; here no figure may be made up
            return (Piece(BLANK),)
        for piece in pieces:
            self.used.update({indicator.key: indicator for indicator in piece.sources if indicator.id})
        return pieces
