"""An experience material or report: prose with bound figures, and a table that says where each figure comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model import Edition, Page
from generator.pages._common import places
from generator.pages._common.disclosure import disclosures, record_page
from generator.pages._common.prose import Pieces, Prose, provenance
from generator.records.article import Article, Block
from generator.records.genre import Genre


def pages(edition: Edition) -> Iterator[Page]:
    """One page an article."""
    genres = {genre.name: genre for genre in reversed(edition.of(Genre))}
    for article in edition.of(Article):
        prose = Prose(article, edition)
        place = article.place or article.township
        genre = genres.get(article.genre)
        context = {
            "article": article,
            "addressed": bool(genre and genre.addressed),
            "lead": prose.pieces(article.lead) if article.lead else None,
            "parts": list(_parts(article, genre, prose)),
            "ending": prose.pieces(article.ending) if article.ending else None,
            "provenance": provenance(edition, prose),
            "disclosures": disclosures(edition, article),
            "place": places.name(edition, article.township, place),
            "origin": article.key,
            "sample": places.is_sample(edition, article.township),
        }
        crumbs = places.crumbs(article.township, place)
        yield Page(record_page(article), article.title, "article.md.j2", context, crumbs=crumbs)


@dataclass(frozen=True)
class _Part:
    """A heading with its numeral, and the prose below it, filled in."""

    level: int
    title: str
    body: list[Pieces]
    steps: list[Pieces]
    effects: list[Pieces]
    table: Mapping[str, Any] | None


def _parts(article: Article, genre: Genre | None, prose: Prose) -> Iterator[_Part]:
    for path, level, block in article.blocks():
        numeral = genre.numeral(level, int(path[-1]) + 1) if genre else ""
        yield _Part(
            level=level,
            title=f"{numeral}{block.title}",
            body=_filled(block.body, prose),
            steps=_filled(block.steps, prose),
            effects=_filled(block.effects, prose),
            table=_table(block, prose),
        )


def _filled(texts: tuple[str, ...], prose: Prose) -> list[Pieces]:
    return [prose.pieces(text) for text in texts]


def _table(block: Block, prose: Prose) -> Mapping[str, Any] | None:
    """Rows are cut or filled to the width of the head; a rule has told whoever wrote too few or too many cells."""
    table = block.table
    if table is None:
        return None
    width = len(table.columns)
    rows = [(_filled(row.cells, prose) + [()] * width)[:width] for row in table.rows]
    return {"title": table.title, "columns": table.columns, "rows": rows}
