"""A record that cannot be read is one mistake, not one for everything that refers to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline
from generator.model import Level, Site
from tests.world import TODAY


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("place.yml", "  级别: 村\n", "  级别: 乡村\n"),
        ("organisation.yml", "  类别: 村民委员会\n", "  类别:\n"),
    ],
)
def test_one_mistake_is_one_error(file: str, old: str, new: str, site: Path) -> None:
    path = site / "data/townships/demo" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    _, findings = pipeline.check(Site(site, TODAY))

    errors = [one for one in findings if one.level is Level.ERROR]
    assert [one.rule for one in errors] == ["schema"], [str(one) for one in errors]
