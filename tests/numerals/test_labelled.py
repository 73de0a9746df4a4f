"""The number audit beside prose that people labelled: it finds the figures, and accuses little else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from itertools import zip_longest

import pytest

from generator.model import Level
from generator.numerals import Kind, Numeral, scan
from generator.numerals.claims import doubts
from tests.numerals.marking import Paragraph, claims, listed, paragraphs, parsed, phrases, score

RECALL, PRECISION, SEEN = 0.99, 0.95, 0.99
TOLD = 0.75
"""A contradiction need not be told: only what has no innocent reading is an error."""
SETS = {"dev": "dev-*.txt", "heldout": "heldout-*.txt"}


def numeral(start: int, end: int, kind: Kind = Kind.FIGURE) -> Numeral:
    return Numeral(start, end, "1" * (end - start), Decimal(1), "", kind, approximate=False)


@pytest.fixture(scope="module")
def fixed() -> tuple[str, ...]:
    return phrases()


@pytest.mark.parametrize("pattern", SETS.values(), ids=SETS)
def test_the_sets_are_large_varied_and_rarely_in_doubt(pattern: str) -> None:
    letters = Counter(label.letter for paragraph in paragraphs(pattern) for label in paragraph.labels)
    assert letters.total() >= 400
    assert letters["F"] >= 200
    assert all(letters[letter] >= 20 for letter in "DOLP")
    assert letters["?"] <= 0.03 * letters.total()


def test_no_paragraph_is_in_both_sets() -> None:
    seen = Counter(paragraph.text for paragraph in paragraphs())
    assert [text[:20] for text, times in seen.items() if times > 1] == []


def test_figures_are_found(fixed: Sequence[str]) -> None:
    result = score(paragraphs(), lambda text: scan(text, fixed))
    assert result.recall >= RECALL, f"recall {result.recall:.2%}\n{listed(result.missed)}"


def test_little_else_is_accused(fixed: Sequence[str]) -> None:
    result = score(paragraphs(), lambda text: scan(text, fixed))
    assert result.precision >= PRECISION, f"precision {result.precision:.2%}\n{listed(result.alarms)}"


def test_dates_ordinals_law_numbers_and_digits_are_seen(fixed: Sequence[str]) -> None:
    result = score(paragraphs(), lambda text: scan(text, fixed))
    seen = 1 - len(result.overlooked) / result.numerals
    assert seen >= SEEN, f"seen {seen:.2%}\n{listed(result.overlooked)}"


def test_what_is_found_lies_in_the_text_in_order(fixed: Sequence[str]) -> None:
    wrong = [
        (paragraph.source, one.text)
        for paragraph in paragraphs()
        for one, behind in _pairs(paragraph, fixed)
        if paragraph.text[one.start : one.end] != one.text or (behind is not None and one.end > behind.start)
    ]
    assert wrong[:5] == []


def test_the_sentences_are_half_wrong() -> None:
    said = Counter(wrong for _, wrong in claims())
    assert said.total() >= 80
    assert abs(said[True] - said[False]) <= 0.1 * said.total()


def test_a_sentence_that_is_right_is_not_accused_of_a_contradiction() -> None:
    accused = [text for text, wrong in claims() if not wrong and _contradicts(text)]
    assert accused == []


def test_most_contradictions_are_told() -> None:
    unseen = [text for text, wrong in claims() if wrong and not _contradicts(text)]
    told = 1 - len(unseen) / sum(wrong for _, wrong in claims())
    assert told >= TOLD, "\n".join([f"told {told:.0%}", *unseen])


def test_a_mark_becomes_a_label() -> None:
    assert parsed("共[3|F]户、[二|O]组") == Paragraph("", "共3户、二组", parsed("共[3|F]户、[二|O]组").labels)
    assert [(one.start, one.end, one.letter) for one in parsed("共[3|F]户、[二|O]组").labels] == [
        (1, 2, "F"),
        (4, 5, "O"),
    ]


@pytest.mark.parametrize("line", ["共[3|F户", "共[3|X]户", "共3|F]户", "共[]户"])
def test_an_unreadable_mark_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="unreadable mark"):
        parsed(line)


def test_the_score_counts_misses_alarms_and_what_nobody_saw() -> None:
    marked = [parsed("[33|F]户[5|F]人，[2026年|D]第[2|L]条[7|?]岁")]  # 33户5人，2026年第2条7岁
    found = (numeral(0, 2), numeral(3, 4, Kind.DATE), numeral(6, 10), numeral(14, 15))
    result = score(marked, lambda _: found)
    assert (result.labelled, result.figures, result.numerals, result.doubtful) == (2, 2, 5, 1)
    assert [case.excerpt for case in result.missed] == ["33户[5]人，2026年第2条"]
    assert [case.excerpt for case in result.alarms] == ["33户5人，[2026]年第2条7岁"]
    assert [case.excerpt for case in result.overlooked] == ["户5人，2026年第[2]条7岁"]
    assert (result.recall, result.precision) == (0.5, 0.5)


def _contradicts(text: str) -> bool:
    return any(doubt.level is not Level.NOTE for doubt in doubts(text, scan(text)))


def _pairs(paragraph: Paragraph, fixed: Sequence[str]) -> list[tuple[Numeral, Numeral | None]]:
    found = scan(paragraph.text, fixed)
    return list(zip_longest(found, found[1:]))
