"""Canary words in what an audience may not read: none in anything that is made for it, whatever the format."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from generator.derive import derive
from generator.disclose import disclose
from generator.formats import HANDOUTS, offline
from generator.load import load
from generator.markup.blocks import Sheet
from generator.markup.reading import read
from generator.model import Audience, Records, Site
from tests import world
from tests.perturb import perturbed
from tests.test_canaries import ROOT, TODAY, TOWNSHIPS, Canaries, readable

PAGES = (
    "anping/*/finance/*-08.html",
    "anping/*/procedure/*.html",
    "anping/article/*.html",
    "anping/*/organisation/*.html",
)
FORMATS = {".docx", ".pdf", ".png", ".txt", ".xlsx", ".json", ".csv", ".xml", ".zip", ".html", ".js"}


def texts(path: Path) -> Iterator[str]:
    """What can be read of a file; of a picture nothing."""
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                text = archive.read(name).decode("utf-8", "replace")
                yield re.sub(r"<[^>]+>", "", text)
                yield " ".join(f"{float(value):,.2f}" for value in re.findall(r"<v>(-?[\d.]+)</v>", text))
    elif path.suffix == ".pdf":
        yield "".join(
            "".join(page.get_textpage().get_text_range().split())
            for page in pypdfium2.PdfDocument(io.BytesIO(path.read_bytes()))
        )
    elif path.suffix != ".png":
        yield from readable(path)


def handed_out(records: Records, audience: Audience, folder: Path) -> Path:
    """The site with its tables and feeds, the bundle, and of each kind of page one document, sheet, card and script."""
    publication = world.published(Site(ROOT, TODAY, TOWNSHIPS), records, audience, folder / "build")
    offline.make(publication.site, folder / "made" / "bundle.zip")
    for pattern in PAGES:
        for path in sorted(publication.site.glob(pattern))[:1]:
            number = path.relative_to(publication.site).with_suffix("").as_posix()
            sheet = Sheet(read(path.read_text("utf-8")), number, "", "1234 5678")
            for kind in HANDOUTS.values():
                for ending, data in kind.make(sheet):
                    (folder / "made" / f"{number.replace('/', '-')}{ending}").write_bytes(data)
    for path in publication.site.rglob("*"):
        if path.suffix in FORMATS - {".html"}:
            target = folder / "made" / "site" / path.relative_to(publication.site)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return folder / "made"


@cache
def sample() -> tuple[Records, Records]:
    """As it was written, and with what follows from it."""
    raw, _ = load(ROOT)
    return raw, derive(raw, TODAY)


def made(audience: Audience, readers: Audience, folder: Path) -> tuple[dict[str, str], Path]:
    """(Canaries in what `audience` may not read, what is handed out to `readers`)"""
    canaries = Canaries()
    raw, derived = sample()
    records = derive(perturbed(raw, disclose(derived, audience), canaries), TODAY)
    return canaries.words, handed_out(records, readers, folder)


def seen(folder: Path, words: dict[str, str]) -> dict[str, str]:
    """Canary → first file in which it can be read."""
    numbers = {re.sub(r"\D", "", word.removesuffix(".37"))[:6]: word for word in words}
    found: dict[str, str] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        for text in texts(path):
            for digits in set(re.findall(r"\d{6}", text.replace(",", ""))) & numbers.keys():
                word = numbers[digits]
                if word in text or word.replace(",", "") in text.replace(",", ""):
                    found.setdefault(word, path.relative_to(folder).as_posix())
    return found


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.VILLAGE, Audience.PARTY])
def test_nothing_withheld_is_in_anything_that_is_handed_out(audience: Audience, tmp_path: Path) -> None:
    """Documents, sheets, cards, scripts, workbooks, JSON, CSV, feeds, the index, the bundle."""
    words, folder = made(audience, audience, tmp_path)

    assert len(words) > 50
    assert seen(folder, words) == {}
    kinds = {path.suffix for path in folder.rglob("*") if path.is_file()}
    assert kinds >= {".docx", ".pdf", ".png", ".txt", ".xlsx", ".json", ".csv", ".zip", ".js"}


def test_the_search_sees_them_where_they_are_allowed(tmp_path: Path) -> None:
    """The control: in what reviewers are given, canaries are found in every kind of file that holds the record."""
    words, folder = made(Audience.PUBLIC, Audience.REVIEW, tmp_path)
    places = {Path(name).suffix for name in seen(folder, words).values()}
    alone = {suffix for suffix in (".docx", ".pdf", ".zip", ".js") if seen_in(folder, suffix, words)}

    assert places
    assert alone == {".docx", ".pdf", ".zip", ".js"}


def seen_in(folder: Path, suffix: str, words: dict[str, str]) -> bool:
    """Whether any canary can be read in a file of this kind."""
    every = " ".join(text.replace(",", "") for path in folder.rglob(f"*{suffix}") for text in texts(path))
    return any(word.replace(",", "") in every for word in words)
