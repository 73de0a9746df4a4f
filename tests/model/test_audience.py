"""Who sees what: the whole table, written out."""

import pytest

from generator.model import Audience, Mode

SEES = """
            public  village  party  review
public      yes     -        -      -
village     yes     yes      -      -
party       yes     yes      yes    -
review      yes     yes      yes    yes
"""
HEAD, *ROWS = [line.split() for line in SEES.strip().splitlines()]
CELLS = [(reader, other, word == "yes") for reader, *words in ROWS for other, word in zip(HEAD, words, strict=True)]


@pytest.mark.parametrize(("reader", "other", "expected"), CELLS)
def test_sees_as_the_table_says(reader: str, other: str, expected: bool) -> None:
    """The row's audience reads what is opened to the column's."""
    assert expected is Audience(reader).sees(Audience(other))


def test_the_table_is_whole() -> None:
    """An audience added to the code must be added to the table."""
    assert {audience.value for audience in Audience} == set(HEAD) == {row[0] for row in ROWS}


def test_audiences_cannot_be_ranked() -> None:
    """They are sets of readers, so `<` means nothing."""
    with pytest.raises(TypeError):
        Audience.PUBLIC < Audience.PARTY  # type: ignore[operator] # noqa: B015


@pytest.mark.parametrize(
    ("label", "audience"), [("社会", "public"), ("本村", "village"), ("党内", "party"), ("审阅", "review")]
)
def test_labels(label: str, audience: str) -> None:
    """The catalogue's word and the code's name find each other."""
    assert Audience(audience) is Audience.labelled(label)
    assert label == Audience(audience).label


@pytest.mark.parametrize("word", ["", "public", "公众", "社会 "])
def test_an_unknown_label_is_nobody(word: str) -> None:
    """No guess: an audience is named exactly or not at all."""
    assert Audience.labelled(word) is None


@pytest.mark.parametrize(
    ("granted", "expected"),
    [
        (set(), None),
        ({Mode.TOTAL}, Mode.TOTAL),
        ({Mode.MASKED}, Mode.MASKED),
        ({Mode.TOTAL, Mode.MASKED}, Mode.MASKED),
        ({Mode.TOTAL, Mode.OPEN}, Mode.OPEN),
        ({Mode.TOTAL, Mode.MASKED, Mode.OPEN}, Mode.OPEN),
    ],
)
def test_widest(granted: set[Mode], expected: Mode | None) -> None:
    """The most open of several grants wins; without a grant there is nothing."""
    assert expected is Mode.widest(granted)
