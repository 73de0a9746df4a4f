"""The gallery shows every kind of page, and its pictures are small."""

from __future__ import annotations

import re

from PIL import Image

from tests.browser.kinds import KINDS
from tests.gallery import papers
from tests.gallery.__main__ import FOLDER, HEIGHT, MOST, TEXT, text


def test_the_page_names_every_kind() -> None:
    """`make gallery` has been run since `KINDS` changed."""
    assert TEXT.read_text("utf-8") == text()


def test_every_kind_has_a_small_picture_and_nothing_lies_about() -> None:
    """A strip of WebP each."""
    assert {file.name for file in FOLDER.iterdir()} == {f"{kind.slug}.webp" for kind in KINDS}
    for file in FOLDER.iterdir():
        assert file.stat().st_size <= MOST, file.name
        with Image.open(file) as picture:
            assert picture.format == "WEBP"
            assert picture.height == HEIGHT


def test_what_is_said_of_papers_has_its_small_picture() -> None:
    """`python -m tests.gallery.papers` has been run."""
    shown = re.findall(r"\]\(paper/([^)]+)\)", (papers.FOLDER.parent / "paper.md").read_text("utf-8"))

    assert {file.name for file in papers.FOLDER.iterdir()} == set(shown)
    for name in shown:
        assert (papers.FOLDER / name).stat().st_size <= MOST
        with Image.open(papers.FOLDER / name) as picture:
            assert (picture.format, picture.height) == ("WEBP", papers.HEIGHT)
