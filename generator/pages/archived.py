"""Archived documents as their originals have them, one page each, and a township's archive year by year.

Nothing of a document is worked out or filled in: every word is printed as text, none means anything to Markdown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.model import Edition, Page, Period
from generator.pages._common import paths, places
from generator.pages._common.disclosure import disclosures, record_page
from generator.records.archive import Archived, Block
from generator.records.place import Place

_NO_YEAR = "没有日期的"
_SEVERAL = 3
"""From that many headings on a page lists them at its top."""


@dataclass(frozen=True)
class Piece:
    """One piece of a page: a heading of a level (2 to 4), a paragraph (0) or a table."""

    level: int
    runs: tuple[tuple[str, bool], ...]
    """(words, whether they are bold)."""
    rows: tuple[tuple[str, ...], ...]
    """The first is the head."""


def pages(edition: Edition) -> Iterator[Page]:
    """The archive of each township that has one, and its documents."""
    for township in places.planned(edition):
        documents = edition.of(Archived, township.township)
        if documents:
            yield _archive(edition, township, documents)
            yield from (_document(edition, township, document) for document in documents)


def _archive(edition: Edition, township: Place, documents: Iterable[Archived]) -> Page:
    slug = township.township
    newest = sorted(documents, key=lambda one: (one.since or date.min, one.id), reverse=True)
    years: dict[str, list[tuple[Archived, str, bool]]] = {}
    for document in newest:
        title = f"{document.since.year}年" if document.since else _NO_YEAR
        waiting = any(one.waiting for one in disclosures(edition, document))
        years.setdefault(title, []).append((document, record_page(document), waiting))
    context = {"years": years, "count": len(newest), "place": township.name, "sample": township.sample}
    title = f"{township.name}档案"
    return Page(
        paths.archive(slug),
        title,
        "archive.md.j2",
        context,
        places.menu(edition, township.township, "档案"),
        places.crumbs(slug),
    )


def _document(edition: Edition, township: Place, document: Archived) -> Page:
    pieces = tuple(_pieces(document.body))
    context = {
        "document": document,
        "dated": document.day if isinstance(document.day, (date, Period)) else None,
        "signed": [words for words in (document.genre, document.byline) if words],
        "pieces": pieces,
        "contents": sum(piece.level > 0 for piece in pieces) >= _SEVERAL,
        "disclosures": disclosures(edition, document),
        "origin": document.key,
        "sample": township.sample,
    }
    crumbs = (*places.crumbs(document.township), paths.archive(document.township))
    return Page(record_page(document), document.title, "archived.md.j2", context, crumbs=crumbs)


def _pieces(blocks: Iterable[Block]) -> Iterator[Piece]:
    """In order; no heading is more than one level below the one above it, as those who hear a page need it."""
    above = 1
    for block in blocks:
        level = min(block.level, 3) + 1 if block.level else 0
        if level:
            level = above = min(level, above + 1)
        if block.text:
            yield Piece(level, tuple(block.runs), ())
        if block.rows:
            yield Piece(0, (), tuple(tuple(row.cells) for row in block.rows))
