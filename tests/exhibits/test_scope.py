"""Where an exhibit looks: the places of a scope, and their figures that these readers may see."""

from __future__ import annotations

import pytest

from generator.exhibits import Scope
from generator.model import WITHHELD
from tests.exhibits.showing import OTHER, edition, elsewhere, figure

CLOSED = figure("党员数", "liucun", "7", "2025").model_copy(update={"figure": WITHHELD})
SEEN = [
    figure("党员数", "xihe", "4", "2026"),
    figure("党员数", "liucun", "3", "2026"),
    figure("党员数", "anping", "9", "2026"),
    figure("低保户数", "liucun", "2", "2026"),
    figure("党员数", "gone", "1", "2026"),
]
LOOKED_AT = edition(*SEEN, CLOSED, elsewhere(SEEN[2]), also=(OTHER,))


@pytest.mark.parametrize(
    ("township", "place", "found"),
    [
        ("anping", "liucun", ["liucun", "liucun"]),
        ("anping", "xihe", ["xihe"]),
        ("anping", "shan", []),
        ("anping", "gone", []),
        ("haibin", "liucun", []),
        ("anping", "", ["xihe", "liucun", "anping", "liucun"]),
        ("", "", ["anping", "haibin"]),
    ],
)
def test_the_figures_of_a_scope(township: str, place: str, found: list[str]) -> None:
    """In the order of the files; of places that are there, and nothing whose value is closed."""
    figures = list(Scope(LOOKED_AT, township, place).figures())

    assert found == [one.place for one in figures]
    assert CLOSED.key not in {one.key for one in figures}
