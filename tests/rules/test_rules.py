"""Each rule finds what is broken in its world, and nothing in a world that is in order."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from generator.rules import RULES, Rule, check
from tests.rules.worlds import BROKEN, line, world

NAMES = [rule.NAME for rule in RULES]


@pytest.mark.parametrize("name", NAMES)
def test_broken_world(name: str, tmp_path: Path) -> None:
    """The rule says about its world exactly what expected.txt says; GOLDEN=1 rewrites that file."""
    records, misread = world(name, tmp_path)
    expected = BROKEN / name / "expected.txt"
    found = "".join(line(finding) for finding in check(records) if finding.rule == name)

    if os.environ.get("GOLDEN"):
        expected.write_text(found, encoding="utf-8")

    assert misread == [], "a world that cannot be read tests nothing"
    assert found, "a world in which the rule finds nothing tests nothing"
    assert found == expected.read_text(encoding="utf-8")


def test_base_is_in_order(tmp_path: Path) -> None:
    """Every rule is silent about the base, so what a broken world reports is its own."""
    records, misread = world("_base", tmp_path)

    assert misread == []
    assert [line(finding) for finding in check(records)] == []


def test_every_rule_has_file_and_world() -> None:
    """The tuple, the modules and the broken worlds name the same rules."""
    room = Path(sys.modules["generator.rules"].__path__[0])
    files = {path.stem for path in room.glob("*.py") if not path.stem.startswith("_")}
    worlds = {path.name for path in BROKEN.iterdir() if path.is_dir() and not path.name.startswith("_")}

    assert sorted(NAMES) == sorted(files) == sorted(worlds)


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_rule_explains_itself(rule: Rule) -> None:
    """A rule has the name of its file, a Chinese title, and a docstring with the four headings in order."""
    text = rule.__doc__ or ""
    headings = [paragraph.split(":")[0] for paragraph in text.split("\n\n")[1:]]

    assert f"generator.rules.{rule.NAME}" in sys.modules
    assert sys.modules[f"generator.rules.{rule.NAME}"] is rule
    assert rule.TITLE.strip()
    assert not rule.TITLE.isascii()
    assert headings == ["What", "Why", "Example", "Mend"]


def test_findings_are_in_order(tmp_path: Path) -> None:
    """Whoever mends goes through the files from top to bottom."""
    records, _ = world("steps", tmp_path)
    places = [finding.where for finding in check(records)]

    assert places == sorted(places)
