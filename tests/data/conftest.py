"""The catalogue of the repository, loaded once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.load import load
from generator.model import Records
from generator.records.item import DisclosureItem

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def records(tmp_path_factory: pytest.TempPathFactory) -> Records:
    """Without townships, so that nothing else is found."""
    root = tmp_path_factory.mktemp("catalogue")
    shutil.copytree(ROOT / "data" / "catalogue", root / "data" / "catalogue")
    records, findings = load(root)
    assert findings == []
    return records


@pytest.fixture(scope="session")
def items(records: Records) -> tuple[DisclosureItem, ...]:
    """The national items and those of single regions."""
    return records.of(DisclosureItem)
