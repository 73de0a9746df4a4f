"""Fixtures and settings of all tests."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from generator.derive import derive
from generator.load import load
from generator.model import Records
from tests import world
from tests.load import profiles

profiles.choose()
# Where the tests are started in the background Ctrl-C is ignored, and every process that they start inherits that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process a build has no others unless it asks for them: they would know nothing of what a test replaced."""
    monkeypatch.setattr("generator.executors.processors", lambda: 1)


@pytest.fixture(autouse=True)
def _no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow this machine is, nothing is said of it: tests know every line."""
    monkeypatch.setattr("generator.console.progress.SLOW", 1e9)


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
