"""The files of the index, from the shares of all parts.

`root.js` is read when somebody begins to search: how many pages each part has, and place, category, year and length of the
title of every page. `t/<n>.js` holds the terms of one bucket, `d/<part>-<n>.js` the words of a few pages. All are scripts
that hand their content to `gongkaiSearch.take`, because a page opened from a folder may load scripts and nothing else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from generator.links import same_file, settle
from generator.search.parts import TOGETHER, Contents, Indexed
from generator.search.postings import BUCKETS, LETTERS

FOLDER = "search"


@dataclass(frozen=True)
class Share:
    """A part's contents, and how to have the whole when a file has to be written."""

    contents: Contents
    load: Callable[[], Indexed]


@dataclass(frozen=True)
class Made:
    """What a file was made from, part by part, its SHA-256, and the size and time by which it is known again."""

    marks: tuple[str, ...]
    sha256: str
    size: int
    written: int

    def stands(self, path: Path) -> bool:
        """Whether the file is there as it was written."""
        try:
            status = path.stat()
        except OSError:
            return False
        return (status.st_size, status.st_mtime_ns) == (self.size, self.written)


def join(shares: Sequence[Share], folder: Path, before: Path | None, known: Mapping[str, Made]) -> dict[str, Made]:
    """Writes `folder/search/`, the pages numbered in the order of the shares; returns of each file what it was made from.

    before, known: the folder as it stood, and what this gave then: what would be the same is linked, and of a bucket only
    the parts that have changed are put in anew.
    """
    writer = _Writer(folder / FOLDER, before / FOLDER if before else None, known)
    contents = [share.contents for share in shares]
    writer.file("root.js", tuple(_hash(repr(one)) for one in contents), lambda _: _root(contents))
    for number in range(BUCKETS):
        marks = tuple(one.terms[number] for one in contents)
        if any(marks):
            writer.file(f"t/{number}.js", marks, partial(_terms, shares, number, marks))
    for at, share in enumerate(shares):
        for number, mark in enumerate(share.contents.texts):
            writer.file(f"d/{at}-{number}.js", (mark,), partial(_texts, share, number))
    return writer.made


@dataclass
class _Old:
    """A file as it stood."""

    path: Path
    marks: tuple[str, ...]

    def content(self) -> Any:
        text = self.path.read_text(encoding="utf-8")
        return json.loads(text[text.index(",") + 1 : text.rindex(")")])


class _Writer:
    def __init__(self, folder: Path, before: Path | None, known: Mapping[str, Made]) -> None:
        self.folder, self.before, self.known = folder, before, known
        self.made: dict[str, Made] = {}

    def file(self, name: str, marks: tuple[str, ...], content: Callable[[_Old | None], object]) -> None:
        """Writes one file, or links it where it was made from the same."""
        target, known = self.folder / name, self.known.get(name)
        old = self.before / name if self.before and known and known.stands(self.before / name) else None
        if known and old and known.marks == marks:
            same_file(old, target)
            self.made[name] = known
            return
        made = content(_Old(old, known.marks) if known and old else None)
        text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
        data = f"gongkaiSearch.take({json.dumps(name)},{_inert(text)});\n".encode()
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        settle(target)
        status = target.stat()
        self.made[name] = Made(marks, hashlib.sha256(data).hexdigest(), status.st_size, status.st_mtime_ns)


def _inert(text: str) -> str:
    """JSON as a script: two line ends that texts in scripts of old could not have."""
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


_Lists = dict[str, list[str]]
"""Term → (part:pages, …)."""


def _terms(shares: Sequence[Share], number: int, marks: tuple[str, ...], old: _Old | None) -> dict[str, Any]:
    """Term → `part:pages|part:pages`, or that and the same of titles."""
    bodies: _Lists = {}
    titles: _Lists = {}
    anew = set(range(len(shares)))
    if old is not None and len(old.marks) == len(marks):
        anew = {at for at, (was, now) in enumerate(zip(old.marks, marks, strict=True)) if was != now}
        for term, value in old.content().items():
            for lists, text in zip((bodies, titles), [value, ""] if isinstance(value, str) else value, strict=True):
                kept = [one for one in text.split("|") if one and int(one.partition(":")[0]) not in anew]
                if kept:
                    lists[term] = kept
    for at in sorted(anew):
        for term, (body, title) in shares[at].load().buckets[number].items():
            bodies.setdefault(term, []).append(f"{at}:{body}")
            if title:
                titles.setdefault(term, []).append(f"{at}:{title}")
    joined = {term: _in_order(bodies[term]) for term in sorted(bodies)}
    return {term: [text, _in_order(titles[term])] if term in titles else text for term, text in joined.items()}


def _in_order(lists: list[str]) -> str:
    return "|".join(sorted(lists, key=lambda one: int(one.partition(":")[0])))


def _texts(share: Share, number: int, _: _Old | None) -> object:
    return share.load().pages[number * TOGETHER : (number + 1) * TOGETHER]


def _root(contents: Sequence[Contents]) -> dict[str, object]:
    facets = [one.facets for one in contents]
    categories = sorted({category for one in facets for _, category, _, _ in one})
    years = sorted({year for one in facets for _, _, year, _ in one}, reverse=True)
    places = [list(dict.fromkeys(place for place, _, _, _ in one)) for one in facets]
    return {
        "together": TOGETHER,
        "buckets": BUCKETS,
        "parts": [one.name for one in contents],
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


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
