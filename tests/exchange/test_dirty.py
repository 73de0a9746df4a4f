"""Dirty copies of clean documents: the text survives character for character, and the headings are found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.exchange.archive import Act
from tests.exchange import dirt
from tests.exchange.dirt import Dirt
from tests.exchange.storing import Stored, bare, headings, stored, words
from tests.exchange.texts import CLEAN
from tests.exchange.wordfiles import of_clean, paragraph, word


@dataclass(frozen=True)
class Sample:
    """A dirty file: which document, what was done to it, in what encoding; of .docx whether with Word's styles."""

    name: str
    document: str
    dirt: tuple[Dirt, ...] = ()
    encoding: str = "utf-8"
    word: str = ""
    whole: bool = True
    """The paragraphs come back whole, not only their characters."""

    def data(self) -> bytes:
        clean = CLEAN[self.document]
        if self.word:
            return of_clean(clean, styled=self.word == "styled") if self.word != "pasted" else self._pasted()
        text = dirt.plain(clean)
        for one in self.dirt:
            text = one(text)
        return text.encode(self.encoding)

    def _pasted(self) -> bytes:
        """Every line of the dirty text as a paragraph of its own, as it comes from a web page."""
        text = dirt.plain(CLEAN[self.document])
        for one in self.dirt:
            text = one(text)
        return word(*(paragraph(line) for line in text.split("\n")))

    @property
    def headings(self) -> list[str]:
        """The story's headings are bold and nothing else: a text file no longer has them."""
        return [] if self.document == "story" and not self.word else CLEAN[self.document].headings


EVERYTHING = (dirt.wrapped, dirt.paged, dirt.framed, dirt.downloaded, dirt.invisible, dirt.dos)
SAMPLES = (
    Sample("plain", "report"),
    Sample("gb18030", "report", encoding="gb18030"),
    Sample("bom", "speech", encoding="utf-8-sig"),
    Sample("utf16", "story", encoding="utf-16"),
    Sample("dos", "speech", (dirt.dos,), encoding="gb18030"),
    Sample("wrapped", "report", (dirt.wrapped,)),
    Sample("wrapped-speech", "speech", (dirt.wrapped,), encoding="gb18030"),
    Sample("wrapped-narrow", "story", (lambda text: dirt.wrapped(text, 22),)),
    Sample("wrapped-no-indent", "report", (dirt.wrapped, dirt.flat)),
    Sample("wrapped-wide", "speech", (lambda text: dirt.wrapped(text, 41),)),
    Sample("blank-lines", "report", (dirt.unindented,)),
    Sample("no-indent", "speech", (dirt.flat,)),
    Sample("blank-between-all", "report", (dirt.wrapped, dirt.doubled)),
    Sample("web-page", "report", (dirt.framed,)),
    Sample("download-site", "speech", (dirt.downloaded,), encoding="gb18030"),
    Sample("page-numbers", "report", (dirt.wrapped, dirt.paged)),
    Sample("page-numbers-story", "story", (dirt.wrapped, dirt.paged)),
    Sample("invisible", "speech", (dirt.invisible,)),
    Sample("everything", "report", EVERYTHING),
    Sample("everything-speech", "speech", EVERYTHING),
    Sample("everything-story", "story", EVERYTHING),
    Sample("word", "report", word="typed"),
    Sample("word-bold", "story", word="typed"),
    Sample("word-speech", "speech", word="typed"),
    Sample("word-pasted", "report", (dirt.wrapped, dirt.paged, dirt.framed), word="pasted"),
    Sample("word-styles", "report", word="styled"),
    Sample("word-styles-story", "story", word="styled"),
)


def brought(sample: Sample, root: Path) -> Stored:
    return stored(root, "样品.docx" if sample.word else "样品.txt", sample.data())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_the_text_survives_character_for_character(sample: Sample, root: Path) -> None:
    """Seen from the site's loader: body, title, byline and day are those of the clean document."""
    clean = CLEAN[sample.document]
    made = brought(sample, root)
    record = made.only

    assert bare("".join(words(record))) == bare("".join(clean.body))
    assert record.title == clean.title
    assert record.subtitle == {"story": "——示例县河湾镇推行院坝议事的做法"}.get(sample.document)
    assert [record.byline] == (clean.of("byline", "sign") or [None])
    assert str(record.day) == {"report": "2009-07-21", "story": "2016年3月", "speech": "2011-02-18"}[sample.document]
    assert made.findings == []
    if sample.whole:
        assert words(record) == clean.body


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_no_paragraph_becomes_a_heading(sample: Sample, root: Path) -> None:
    """What is found is a heading of the clean document, in its order."""
    found = headings(brought(sample, root).only)

    assert [one for one in found if one not in sample.headings] == []


def test_headings_are_found(root: Path) -> None:
    """At least 95 of 100 over all samples."""
    wanted = found = 0
    for number, sample in enumerate(SAMPLES):
        made = stored(root, f"样品{number}.{'docx' if sample.word else 'txt'}", sample.data())
        got = headings(made.only) if made.records else []
        wanted += len(sample.headings)
        found += sum(one in got for one in sample.headings)

    assert wanted >= 100
    assert found / wanted >= 0.95


def test_levels_follow_the_numerals(root: Path) -> None:
    """一、 above （一） above 1．"""
    record = brought(SAMPLES[0], root).only

    assert [block.level for block in record.body if block.level] == [1, 2, 2, 3, 3, 1, 1]


@pytest.mark.parametrize(
    "sample", [one for one in SAMPLES if dirt.framed in one.dirt and not one.word], ids=lambda sample: sample.name
)
def test_every_line_of_the_web_page_is_listed(sample: Sample, root: Path) -> None:
    """Word for word, with its line."""
    removed = {note.text: note.number for note in brought(sample, root).made.notes if note.act is Act.REMOVED}
    lines = sample.data().decode(sample.encoding).replace("\u200b", "").splitlines()

    assert {*dirt.ABOVE, *dirt.BELOW} <= removed.keys()
    assert all(lines[removed[text] - 1].strip() == text for text in (*dirt.ABOVE, *dirt.BELOW))


def test_page_numbers_are_listed_each_time(root: Path) -> None:
    sample = next(one for one in SAMPLES if one.name == "page-numbers")
    removed = brought(sample, root).listed(Act.REMOVED)
    text = sample.data().decode()

    assert [one for one in removed if one in dirt.PAGES] == [line for line in text.splitlines() if line in dirt.PAGES]


def test_the_same_file_makes_the_same_bytes(root: Path) -> None:
    """Nothing depends on the day or the machine."""
    first = brought(SAMPLES[-1], root).made
    for path, _ in first.files:
        path.unlink()

    assert brought(SAMPLES[-1], root).made.files == first.files
