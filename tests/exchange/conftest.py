"""A small site without archived documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import world


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return world.copied(tmp_path / "site")
