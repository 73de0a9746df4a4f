"""The language server that the tests share, in a workspace with our settings."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest

from generator import pipeline
from generator.schema import FOLDER
from tests.editor.server import PROGRAM, Server
from tests.world import REPOSITORY


@pytest.fixture(scope="session")
def node() -> str:
    """Node.js. On the checking machine its absence, or that of the server, is a failure; elsewhere the tests are skipped."""
    found = shutil.which("node")
    if found is None or not PROGRAM.is_file():
        lacking = "Node.js" if found is None else "the YAML language server: make editor"
        if os.environ.get("CI"):
            pytest.fail(f"the editor tests need {lacking}")
        pytest.skip(f"needs {lacking}")
    return found


@pytest.fixture(scope="session")
def server(node: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Started once; the schemas are made from the repository as it is."""
    root = tmp_path_factory.mktemp("workspace")
    shutil.copytree(REPOSITORY / ".vscode", root / ".vscode", ignore=shutil.ignore_patterns("schemas"))
    (root / FOLDER).mkdir()
    for name, text in pipeline.schemas(REPOSITORY):
        (root / FOLDER / name).write_text(text, encoding="utf-8")
    with Server(node, root) as running:
        yield running
