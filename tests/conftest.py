"""Fixtures and settings of all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.derive import derive
from generator.load import load
from generator.model import Records
from tests import world
from tests.load import profiles

profiles.choose()


@pytest.fixture(scope="session")
def world_records() -> Records:
    """The records of `tests/world` with everything that follows from them."""
    records, findings = load(world.ROOT)
    assert not findings
    return derive(records, world.TODAY)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of `tests/world` that a test may change and build."""
    return world.copied(tmp_path / "site")
