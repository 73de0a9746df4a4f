"""How much of the corpus is found, and how often it is a false alarm; `benchmarks/privacy.py` tells the figures by kind."""

from __future__ import annotations

from collections import Counter

from generator.privacy import Grade, find
from tests.privacy.corpus import KINDS, Line, lines

LINES = lines()


def said(line: Line) -> set[str]:
    """The kinds that are an error or a warning; a mere note is no alarm."""
    return {found.kind.name for found in find(line.text, line.label) if found.grade >= Grade.LIKELY}


def missed() -> list[Line]:
    return [line for line in LINES if line.kind and line.kind not in said(line)]


def test_the_corpus_is_large_and_the_same_every_time() -> None:
    """At least 2,000 of either; all kinds; the part written beforehand is no small one."""
    innocent = [line for line in LINES if not line.kind]

    assert len(innocent) >= 2_000
    assert len(LINES) - len(innocent) >= 2_000
    assert {line.kind for line in LINES} == {*KINDS, ""}
    assert sum(line.blind for line in LINES) >= 1_000
    assert lines() == LINES


def test_every_identity_number_with_a_check_digit_is_found() -> None:
    """In every disguise, without exception."""
    assert [(line.disguise, line.text) for line in missed() if line.kind == "IDENTITY"][:5] == []


def test_of_all_kinds_few_are_missed() -> None:
    """99 of 100 overall, and of each kind."""
    lost = Counter(line.kind for line in missed())
    all_ = Counter(line.kind for line in LINES if line.kind)

    assert sum(lost.values()) <= sum(all_.values()) // 100
    assert {kind: lost[kind] for kind in all_ if lost[kind] > all_[kind] // 100} == {}


def test_false_alarms_are_few() -> None:
    """At most one innocent line in a hundred."""
    innocent = [line for line in LINES if not line.kind]
    alarms = [line.text for line in innocent if said(line)]

    assert alarms[: len(innocent) // 100 + 1] == alarms


def test_no_innocent_line_is_certain() -> None:
    """What stops a site must be right."""
    certain = [
        line.text
        for line in LINES
        if not line.kind and any(found.grade is Grade.CERTAIN for found in find(line.text, line.label))
    ]

    assert certain[:5] == []
