"""The fixed phrases of the repository explain numbers that count nothing, and hide none that counts."""

from __future__ import annotations

import pytest

from generator.model import Records
from generator.numerals import Kind, scan
from generator.numerals.grammar import NUMBER
from generator.records.phrases import BLANK, Phrases

FIGURES = (
    "党员1460名，占四成五，三个村、五个支部，六户人家，两名委员，八项任务已完成，四组展板。",
    "查出三个问题，五项制度上墙，七处隐患，九件来访，十二条意见，两套桌椅，三轮巡察，四包化肥。",
)


@pytest.fixture(scope="module")
def words(records: Records) -> tuple[str, ...]:
    return tuple(word for one in records.of(Phrases) if one.use == "数字" for word in one.words)


def test_no_phrase_is_written_twice(words: tuple[str, ...]) -> None:
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_every_phrase_holds_a_number(words: tuple[str, ...]) -> None:
    """One without has nothing to explain."""
    idle = [word for word in words if BLANK not in word and not NUMBER.search(word)]
    assert idle == []


def test_handouts_are_words_of_their_own(records: Records, words: tuple[str, ...]) -> None:
    """What is handed down from above is known by its name, and none of these names explains a number."""
    handouts = {word for one in records.of(Phrases) if one.use == "宣传品" for word in one.words}

    assert {"宣传画", "倡议书"} <= handouts
    assert handouts.isdisjoint(words)


def test_every_phrase_is_silent(words: tuple[str, ...]) -> None:
    """In the midst of a sentence."""
    said = [word.replace(BLANK, "八") for word in words]
    loud = [word for word in said if any(one.kind is Kind.FIGURE for one in scan(f"落实{word}的要求", words))]
    assert loud == []


@pytest.mark.parametrize("text", FIGURES)
def test_no_phrase_hides_a_figure(words: tuple[str, ...], text: str) -> None:
    """Whatever is counted here is counted with the phrases too."""
    assert [one.text for one in scan(text, words) if one.kind is Kind.FIGURE] == [
        one.text for one in scan(text) if one.kind is Kind.FIGURE
    ]
