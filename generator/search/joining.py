"""The files of the index, from the shares of all parts.

`root.js` is read when somebody begins to search: how many pages each part has, and place, category, year and length of the
title of every page. `t/<n>.js` holds the terms of one bucket, `d/<part>-<n>.js` the words of a few pages. All are scripts
that hand their content to `gongkaiSearch.take`, because a page opened from a folder may load scripts and nothing else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from generator.links import same_file
from generator.search.parts import TOGETHER, Indexed
from generator.search.postings import BUCKETS, LETTERS

FOLDER = "search"


def join(
    shares: Mapping[str, tuple[str, Indexed]], folder: Path, before: Path | None, known: Mapping[str, str]
) -> dict[str, str]:
    """Writes `folder/search/`; returns what each file was made from and its hash: name → `key sha256`.

    shares: part → (its name for readers, its share), in the order of the pages. before, known: the site as it stood, and
    what this gave then: a file that would be the same is linked.
    """
    writer = _Writer(folder / FOLDER, before / FOLDER if before else None, known)
    indexed = [one for _, one in shares.values()]
    writer.file("root.js", _key(*(repr((name, one.facets)) for name, one in shares.values())), lambda: _root(shares))
    for number in range(BUCKETS):
        marks = [one.marks[number] for one in indexed]
        if any(marks):
            writer.file(f"t/{number}.js", _key(*marks), partial(_terms, indexed, number))
    for at, one in enumerate(indexed):
        for start in range(0, len(one.pages), TOGETHER):
            pages = one.pages[start : start + TOGETHER]
            writer.file(f"d/{at}-{start // TOGETHER}.js", _key(repr(pages)), partial(list, pages))
    return writer.made


class _Writer:
    def __init__(self, folder: Path, before: Path | None, known: Mapping[str, str]) -> None:
        self.folder, self.before, self.known = folder, before, known
        self.made: dict[str, str] = {}

    def file(self, name: str, key: str, content: Callable[[], object]) -> None:
        """Writes one file, or links it where it was made from the same."""
        target, (old, _, sha) = self.folder / name, self.known.get(name, "").partition(" ")
        if self.before and old == key and (self.before / name).is_file():
            same_file(self.before / name, target)
        else:
            text = json.dumps(content(), ensure_ascii=False, separators=(",", ":"))
            data = f"gongkaiSearch.take({json.dumps(name)},{_inert(text)});\n".encode()
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            sha = hashlib.sha256(data).hexdigest()
        self.made[name] = f"{key} {sha}"


def _inert(text: str) -> str:
    """JSON as a script: two line ends that scripts of old could not have in a text."""
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _terms(indexed: Sequence[Indexed], number: int) -> dict[str, str | list[str]]:
    """Term → `part:pages|part:pages`, or that and the same of titles."""
    bodies: dict[str, list[str]] = {}
    titles: dict[str, list[str]] = {}
    for at, one in enumerate(indexed):
        for term, (body, title) in one.buckets[number].items():
            bodies.setdefault(term, []).append(f"{at}:{body}")
            if title:
                titles.setdefault(term, []).append(f"{at}:{title}")
    return {
        term: ["|".join(bodies[term]), "|".join(titles[term])] if term in titles else "|".join(bodies[term])
        for term in sorted(bodies)
    }


def _root(shares: Mapping[str, tuple[str, Indexed]]) -> dict[str, object]:
    facets = [one.facets for _, one in shares.values()]
    categories = sorted({category for one in facets for _, category, _, _ in one})
    years = sorted({year for one in facets for _, _, year, _ in one}, reverse=True)
    places = [list(dict.fromkeys(place for place, _, _, _ in one)) for one in facets]
    return {
        "together": TOGETHER,
        "buckets": BUCKETS,
        "parts": [name for name, _ in shares.values()],
        "counts": [len(one) for one in facets],
        "places": places,
        "categories": categories,
        "years": years,
        "pages": [
            "".join(
                _two(places[at].index(place)) + _one(categories.index(kind)) + _two(years.index(year)) + _one(length)
                for place, kind, year, length in one
            )
            for at, one in enumerate(facets)
        ],
    }


def _one(number: int) -> str:
    return LETTERS[min(number, 63)]


def _two(number: int) -> str:
    return LETTERS[number >> 6] + LETTERS[number & 63]


def _key(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
