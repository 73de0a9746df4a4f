"""Each rule finds what is broken in its world, and nothing in a world that is in order."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from generator import pipeline
from generator.model import Explanation
from generator.model.explanation import COMPLAINTS, SUBJECTS
from generator.rules import RULES, Rule, check
from tests.rules.worlds import BROKEN, TWIN, line, world

NAMES = [rule.NAME for rule in RULES]
INSPECTED = [rule.NAME for rule in RULES if rule.EXPLANATION.inspection]
EXPLAINED = pipeline.explanations()
CHINESE = re.compile(r"[\u4e00-\u9fff]")
CITED = re.compile(r"《[^》]+》[^。;]{0,60}第[一二三四五六七八九十百]+条|检查实践")


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


@pytest.mark.parametrize("name", [name for name in NAMES if name in INSPECTED or (BROKEN / name / TWIN).exists()])
def test_mended_twin(name: str, tmp_path: Path) -> None:
    """The same matter done right, beside the base: no rule at all has anything to say."""
    assert any((BROKEN / name / TWIN).rglob("*.yml")), "whatever inspectors complain of is shown done right too"
    records, misread = world(f"{name}/{TWIN}", tmp_path)

    assert misread == []
    assert [line(finding) for finding in check(records)] == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_said_twice(name: str, tmp_path: Path) -> None:
    """In no broken world, by no rule: the same words about the same place are one finding."""
    records, _ = world(name, tmp_path)
    found = Counter(line(finding) for finding in check(records))

    assert [text for text, times in found.items() if times > 1] == []


def test_whatever_makes_findings_is_explained() -> None:
    """Every name with which code makes a finding, a rule's or not: no finding without `gongkai explain`."""
    room = Path(sys.modules["generator"].__path__[0])
    texts = [path.read_text("utf-8") for path in room.rglob("*.py")]
    named = {name for text in texts for name in re.findall(r"\bFinding\(\s*\"(\w+)\"", text)}
    rules = {
        name for text in texts if "Finding" in text for name in re.findall(r"^NAME = \"(\w+)\"", text, re.MULTILINE)
    }

    assert {"yaml", "schema", "files", "archive", "leak"} <= named
    assert set(NAMES) < rules
    assert sorted((named | rules) - set(EXPLAINED)) == []


def test_every_rule_has_file_and_world() -> None:
    """The tuple, the modules and the broken worlds name the same rules."""
    room = Path(sys.modules["generator.rules"].__path__[0])
    files = {path.stem for path in room.glob("*.py") if not path.stem.startswith("_")}
    worlds = {path.name for path in BROKEN.iterdir() if path.is_dir() and not path.name.startswith("_")}

    assert sorted(NAMES) == sorted(files) == sorted(worlds)


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_rule_has_the_name_of_its_file(rule: Rule) -> None:
    """And a docstring for whoever reads the code."""
    assert sys.modules[f"generator.rules.{rule.NAME}"] is rule
    assert (rule.__doc__ or "").strip()


@pytest.mark.parametrize("name", EXPLAINED)
def test_every_explanation_is_filled(name: str) -> None:
    """In Chinese, with two ways of writing that differ, with a law's article or the practice of inspectors."""
    one = EXPLAINED[name]

    assert len(one.title) <= 20
    assert all(CHINESE.search(text) for text in (one.title, one.what, one.why, one.mend))
    assert CHINESE.search(one.wrong + one.right)
    assert one.wrong.strip() != one.right.strip()
    assert CITED.search(one.why), one.why
    assert not (one.title + one.what + one.why + one.mend).endswith((",", ":", ";"))
    assert max(map(len, (one.wrong + "\n" + one.right).splitlines())) <= 100


@pytest.mark.parametrize("name", EXPLAINED)
def test_every_explanation_has_one_place_in_the_manual(name: str) -> None:
    """Below the complaint that it answers, or else below what it looks at."""
    one = EXPLAINED[name]

    assert (one.inspection in COMPLAINTS) != (one.about in SUBJECTS)
    assert not (one.inspection and one.about)


def test_titles_are_told_apart() -> None:
    """Whoever reads a title knows which rule it is."""
    titles = [one.title for one in EXPLAINED.values()]

    assert sorted(titles) == sorted(set(titles))


@pytest.mark.parametrize("code", COMPLAINTS)
def test_every_complaint_is_answered(code: str) -> None:
    """Whatever inspectors write, a rule finds first."""
    assert [rule.NAME for rule in RULES if rule.EXPLANATION.inspection == code]


def test_nobody_answers_for_what_hurts() -> None:
    """Numbers of persons, leaks and what cannot be read are mended, never accepted."""
    closed = {name for name, one in EXPLAINED.items() if not one.acceptable}

    assert {"personal", "leak", "yaml", "schema", "openings", "acceptances"} <= closed


def test_an_explanation_needs_no_default_text() -> None:
    """All but the code, the subject and whether it may be accepted has to be written."""
    with pytest.raises(TypeError):
        Explanation("标题", "查什么", "为什么", "错的", "对的")  # type: ignore[call-arg]


def test_findings_are_in_order(tmp_path: Path) -> None:
    """Whoever mends goes through the files from top to bottom."""
    records, _ = world("steps", tmp_path)
    places = [finding.where for finding in check(records)]

    assert places == sorted(places)
