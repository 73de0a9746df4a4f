"""Settings and fixtures of the tests of `generator.load`."""

from __future__ import annotations

import faulthandler
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.load import profiles
from tests.load.world import World

profiles.choose()


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A site without a single record."""
    return World(tmp_path)


@pytest.fixture
def no_hang() -> Iterator[None]:
    """Ends the whole run with a stack trace when the test does not: a loop inside the C parser cannot be interrupted."""
    faulthandler.dump_traceback_later(30, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()
