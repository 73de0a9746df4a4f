"""Settings and fixtures of the tests of `generator.load`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.load import profiles
from tests.load.world import World

profiles.choose()


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A site without a single record."""
    return World(tmp_path)
