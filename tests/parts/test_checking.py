"""Townships checked each by itself find what all of them together find."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from generator import pipeline
from generator.load import load
from generator.model import Finding, Site
from tests.world import REPOSITORY, TODAY

BROKEN = REPOSITORY / "tests" / "broken"
WORLDS = sorted(path.name for path in BROKEN.iterdir() if not path.name.startswith("_"))


def told(findings: object) -> Counter[tuple[object, ...]]:
    return Counter((one.rule, one.level, one.where, one.message, one.accepted) for one in findings)  # type: ignore[attr-defined]


def together_and_apart(root: Path, out: Path) -> tuple[list[Finding], tuple[Finding, ...]]:
    site = Site(root, TODAY)
    with pipeline.at_work(site, out) as work:
        return pipeline.check(site)[1], work.check().findings


def test_the_sample_apart_is_the_sample_together(tmp_path: Path) -> None:
    """Eight townships, their articles and archives; and how many records there are."""
    site = Site(REPOSITORY, TODAY)
    records, findings = pipeline.check(site)
    with pipeline.at_work(site, tmp_path) as work:
        survey = work.check()

    assert told(survey.findings) == told(findings)
    assert survey.count == len(records.items)
    assert survey.covered == pipeline.coverage(site, records)


@pytest.mark.parametrize("rule", WORLDS)
def test_what_is_wrong_is_found_apart_too(rule: str, tmp_path: Path) -> None:
    """Every broken world, laid over its base."""
    root = tmp_path / "site"
    for layer in (BROKEN / "_base", BROKEN / rule):
        shutil.copytree(layer, root, dirs_exist_ok=True)
    together, apart = together_and_apart(root, tmp_path / "out")

    assert told(apart) == told(together)
    assert together


def test_files_in_wrong_places_are_said_once(tmp_path: Path) -> None:
    """By what all townships share: neither lost nor said by each of them."""
    root = tmp_path / "site"
    shutil.copytree(REPOSITORY / "data", root / "data")
    (root / "data" / "townships" / "readme.txt").write_text("x", encoding="utf-8")
    (root / "data" / "catalogue" / "unknown").mkdir()
    (root / "data" / "townships" / "Bad Name").mkdir()
    (root / "data" / "townships" / "anping" / "nonsense.yml").write_text("- 1\n", encoding="utf-8")
    together, apart = together_and_apart(root, tmp_path / "out")

    assert told(apart) == told(together)
    assert sum(finding.rule == "files" for finding in apart) >= 4


def test_a_township_loads_with_the_catalogue_alone() -> None:
    """Nothing of another is read."""
    records, _ = load(REPOSITORY, "anping")
    shared, _ = load(REPOSITORY, "")

    assert {record.township for record in records} == {"", "anping"}
    assert {record.township for record in shared} == {""}
    assert len(load(REPOSITORY)[0].items) > len(records.items)


def test_unchanged_townships_are_not_checked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One file is touched: one township is read again, and what all share only when names have come or gone."""
    from generator.parts import checking

    root = tmp_path / "site"
    shutil.copytree(REPOSITORY / "data", root / "data")
    read: list[str] = []
    real = checking.load
    monkeypatch.setattr(checking, "load", lambda folder, slug: read.append(slug) or real(folder, slug))
    site = Site(root, TODAY)
    with pipeline.at_work(site, tmp_path / "out") as work:
        first = work.check()
        assert sorted(read) == ["", *sorted(path.name for path in (root / "data" / "townships").iterdir())]
        read.clear()
        assert work.check() == first
        assert read == []
        file = root / "data" / "townships" / "zhuxi" / "place.yml"
        file.write_text(file.read_text("utf-8") + "\n", encoding="utf-8")
        assert told(work.check().findings) == told(first.findings)

    assert read == ["zhuxi"]
