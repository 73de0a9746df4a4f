"""Canary words in every value that the public may not read: none in any byte of the public site, all in the reviewers'.

The search here is written anew, without the program's own leak scan, so that one blind spot cannot hide another.
"""

from __future__ import annotations

import gzip
import html
import itertools
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.derive import derive
from generator.disclose import disclose
from generator.formats import offline
from generator.leaks import find_leaks
from generator.load import load
from generator.model import Audience, Finding, Level, Publication, Records, Site, Where
from tests import world
from tests.perturb import perturbed

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 10, 20)
TOWNSHIPS = ("anping",)


class Canaries:
    """Hands out a different telling value for every place and remembers them."""

    def __init__(self) -> None:
        self.numbers = itertools.count(100_000)
        self.words: dict[str, str] = {}
        """Canary as a reader would see it → where it was put."""

    def __call__(self, where: str, old: Any) -> Any:
        if not where.startswith(TOWNSHIPS):
            return old
        number = next(self.numbers)
        if isinstance(old, Decimal):
            value = number + Decimal("0.37")
            self.words[f"{value:,.2f}"] = where
            return value
        if isinstance(old, int):
            return old  # counts are too short to be told from page furniture
        self.words[f"金丝雀{number}雀"] = where
        return f"金丝雀{number}雀"


@pytest.fixture(scope="module")
def canaries() -> Canaries:
    return Canaries()


@pytest.fixture(scope="module")
def records(canaries: Canaries) -> Records:
    raw, _ = load(ROOT)
    public = disclose(derive(raw, TODAY), Audience.PUBLIC)
    changed = derive(perturbed(raw, public, canaries), TODAY)
    return replace(changed, findings=tuple(quoting(canaries.words)))


def quoting(words: dict[str, str]) -> Iterator[Finding]:
    """Findings whose messages and hints tell a canary each: the checks quote what they find."""
    for word, where in itertools.islice(words.items(), 0, None, 5):
        file = Where(f"data/townships/{TOWNSHIPS[0]}/finance/2026-q1.yml", 1, 1)
        yield Finding("sums", Level.WARNING, file, f"“{word}”不对", f"改“{word}”", record=where.partition(".")[0])


def published(records: Records, audience: Audience, folder: Path) -> Publication:
    site = Site(ROOT, TODAY, TOWNSHIPS)
    publication = world.published(site, records, audience, folder)
    offline.make(publication.site, publication.folder / "bundle.zip")
    return publication


@pytest.fixture(scope="module")
def public(records: Records, tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return published(records, Audience.PUBLIC, tmp_path_factory.mktemp("public"))


@pytest.fixture(scope="module")
def review(records: Records, tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return published(records, Audience.REVIEW, tmp_path_factory.mktemp("review"))


def readable(path: Path) -> Iterator[str]:
    """What a person or a machine could read of a file, however it is packed."""
    data = path.read_bytes()
    yield path.name
    if path.suffix == ".gz":
        yield gzip.decompress(data).decode("utf-8", "replace")
    elif path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                yield name
                yield html.unescape(archive.read(name).decode("utf-8", "replace"))
    elif path.suffix == ".csv":
        text = data.decode("utf-8-sig")
        yield text
        yield re.sub(r"\d{4,}(?=\.\d)", lambda number: f"{int(number[0]):,}", text)  # bare numbers, as pages write them
    elif path.suffix == ".js" and data.startswith(b"gongkaiSearch.take("):
        text = data.decode()
        yield json.dumps(json.loads(text[text.index(",") + 1 : text.rindex(")")]), ensure_ascii=False)
    else:
        text = html.unescape(data.decode("utf-8", "replace"))
        yield text
        yield re.sub(r"<[^>]+>", "", text)


def found(folder: Path, words: dict[str, str]) -> dict[str, str]:
    """Canary → first file in which it can be read."""
    seen: dict[str, str] = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        for text in readable(path):
            for word in words:
                if word not in seen and word in text:
                    seen[word] = path.relative_to(folder).as_posix()
    return seen


def test_there_are_canaries_in_every_family(canaries: Canaries, records: Records) -> None:
    """A test without birds proves nothing."""
    families = {where.split("/")[1].split(".")[0] for where in canaries.words.values()}

    assert records
    assert {"place", "organisation", "indicator", "finance", "procedure", "publication"} <= families
    assert len(canaries.words) > 300


def test_no_canary_can_be_read_anywhere_in_the_public_site(canaries: Canaries, public: Publication) -> None:
    """HTML, search index, sitemap, zip, Markdown, settings, file names: nothing."""
    assert found(public.folder, canaries.words) == {}


def test_findings_are_for_reviewers_alone(
    canaries: Canaries, records: Records, public: Publication, review: Publication
) -> None:
    """They quote what nobody else may read; the reviewers' page has them all."""
    pages = {f"{TOWNSHIPS[0]}/findings.html", "findings.html"}
    words = {word: where for word, where in canaries.words.items() if any(word in f.message for f in records.findings)}
    text = "".join(readable(review.site / TOWNSHIPS[0] / "findings.html"))

    assert len(words) > 100
    assert not [page for page in pages if (public.site / page).exists()]
    assert [page for page in pages if not (review.site / page).exists()] == []
    assert [word for word in words if word not in text] == []


def test_every_canary_can_be_read_in_the_reviewers_site(canaries: Canaries, review: Publication) -> None:
    """The control: the search sees all of them where they are allowed to be."""
    seen = found(review.site, canaries.words)

    assert {where: word for word, where in canaries.words.items() if word not in seen} == {}


def test_the_search_index_of_reviewers_holds_canaries(canaries: Canaries, review: Publication) -> None:
    """The control: what is looked for in the index of the public can be seen there."""
    seen = found(review.site / "search", canaries.words)

    assert len(seen) > 100


def test_the_leak_scan_agrees(canaries: Canaries, records: Records, public: Publication, review: Publication) -> None:
    """Silent about the public folder; about the reviewers' folder offered to the public it names nearly every canary's record."""
    assert canaries.words
    asked = replace(records, items=tuple(r for r in records if r.township in ("", *TOWNSHIPS)))
    assert find_leaks(public, asked, [public.folder]) == []

    offered = Publication(public.edition, public.pages, review.folder)
    named = {finding.record for finding in find_leaks(offered, asked, [review.site])}
    expected = {where.split(".")[0] for where in canaries.words.values()}

    assert expected <= named


def test_the_public_site_is_the_same_bytes_with_and_without_canaries(public: Publication, tmp_path: Path) -> None:
    """Non-interference down to HTML, search index and zip: what is withheld changes nothing."""
    raw, _ = load(ROOT)
    plain = published(derive(raw, TODAY), Audience.PUBLIC, tmp_path)

    for name in ("site/manifest.json", "bundle.zip"):
        assert (plain.folder / name).read_bytes() == (public.folder / name).read_bytes()
