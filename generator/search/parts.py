"""One part's share of the index."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.search.entries import Entry
from generator.search.postings import BUCKETS, bucket, inverted
from generator.search.terms import fold, of_title, sounds, terms

TOGETHER = 8
"""Pages whose words stand in one file: they are shown a few at a time."""
HEADING = 16
"""Longer headings are sentences: nobody spells them."""
LONGEST = 6_000
"""Characters of a page that results can quote from; everything behind is found all the same."""


@dataclass(frozen=True)
class Contents:
    """What a part's share is made of, as far as it can be said in short: all that is read where nothing has changed."""

    name: str
    """What readers call the part."""
    facets: tuple[tuple[str, str, str, int], ...]
    """(Place, category, year, length of the title) of each page, in the order of their numbers."""
    terms: tuple[str, ...]
    """The hash of each bucket."""
    texts: tuple[str, ...]
    """The hash of the words of each few pages."""


@dataclass(frozen=True)
class Indexed:
    """What can be found on the pages of one part.

    buckets: one a file: term → (pages that have it, of those the ones that have it in their titles), both packed.
    pages: (path, title, text), in the order of their numbers. sounds: pinyin that was worked out, for the next time.
    """

    contents: Contents
    buckets: tuple[dict[str, tuple[str, str]], ...]
    pages: tuple[tuple[str, str, str], ...]
    sounds: dict[str, tuple[str, ...]] = field(default_factory=dict)


def part(name: str, found: Iterable[Entry], known: dict[str, tuple[str, ...]] | None = None) -> Indexed:
    """The index of these pages of a part that readers know by this name; `known`: its `sounds` as they were before."""
    pages = tuple(found)
    heard: dict[str, tuple[str, ...]] = {}
    before = dict(known or {})
    titled = [_titled(page, before, heard) for page in pages]
    bodies = inverted([terms(fold(page.text)) | own for page, own in zip(pages, titled, strict=True)])
    titles = inverted(titled)
    buckets: list[dict[str, tuple[str, str]]] = [{} for _ in range(BUCKETS)]
    for term, numbers in bodies.items():
        buckets[bucket(term)][term] = (numbers, titles.get(term, ""))
    words = tuple((page.path, page.title, page.text[:LONGEST]) for page in pages)
    contents = Contents(
        name,
        tuple((page.place, page.category, page.year, len(page.title)) for page in pages),
        tuple(_mark(one) if one else "" for one in buckets),
        tuple(_mark(words[start : start + TOGETHER]) for start in range(0, len(words), TOGETHER)),
    )
    return Indexed(contents, tuple(buckets), words, heard)


def _titled(page: Entry, before: dict[str, tuple[str, ...]], heard: dict[str, tuple[str, ...]]) -> set[str]:
    named = (page.title, page.place, *(heading for heading in page.headings if len(heading) <= HEADING))
    own = sounds(named, before)
    heard.update((text, before[text]) for text in named)
    return of_title(fold(page.title)) | own


def _mark(content: object) -> str:
    return hashlib.sha256(repr(content).encode()).hexdigest()[:16]
