"""One part's share of the index."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.search.entries import Entry
from generator.search.postings import BUCKETS, bucket, inverted
from generator.search.terms import fold, of_title, sounds, terms

TOGETHER = 8
"""Pages whose words stand in one file: they are shown a few at a time."""
LONGEST = 6_000
"""Characters of a page that results can quote from; everything behind is found all the same."""


@dataclass(frozen=True)
class Indexed:
    """What can be found on the pages of one part.

    buckets: one a file: term → (pages that have it, of those the ones that have it in their titles), both packed.
    marks: their hashes. pages: (path, title, text), in the order of their numbers. facets: (place, category, year, length
    of the title) of each. sounds: pinyin that was worked out, for the next time.
    """

    buckets: tuple[dict[str, tuple[str, str]], ...]
    marks: tuple[str, ...]
    pages: tuple[tuple[str, str, str], ...]
    facets: tuple[tuple[str, str, str, int], ...]
    sounds: dict[str, tuple[str, ...]] = field(default_factory=dict)


def part(found: Iterable[Entry], known: dict[str, tuple[str, ...]] | None = None) -> Indexed:
    """The index of these pages; `known`: `sounds` of the part as it was before."""
    pages = tuple(found)
    heard: dict[str, tuple[str, ...]] = {}
    before = dict(known or {})
    titled = [_titled(page, before, heard) for page in pages]
    bodies = inverted([terms(fold(page.text)) | own for page, own in zip(pages, titled, strict=True)])
    titles = inverted(titled)
    buckets: list[dict[str, tuple[str, str]]] = [{} for _ in range(BUCKETS)]
    for term, numbers in bodies.items():
        buckets[bucket(term)][term] = (numbers, titles.get(term, ""))
    return Indexed(
        tuple(buckets),
        tuple(_mark(one) for one in buckets),
        tuple((page.path, page.title, page.text[:LONGEST]) for page in pages),
        tuple((page.place, page.category, page.year, len(page.title)) for page in pages),
        heard,
    )


def _titled(page: Entry, before: dict[str, tuple[str, ...]], heard: dict[str, tuple[str, ...]]) -> set[str]:
    named: Sequence[str] = (page.title, page.place, *page.headings)
    own = sounds(named, before)
    heard.update((text, before[text]) for text in named)
    return of_title(fold(page.title)) | own


def _mark(one: dict[str, tuple[str, str]]) -> str:
    return hashlib.sha256(repr(one).encode()).hexdigest()[:16] if one else ""
