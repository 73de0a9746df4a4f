"""The commands in a copy of the small site, whose clerk also writes comments."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator import cli as command_line
from generator import pipeline
from generator.model import Finding, Level, Records, Site
from tests.world import TODAY

ENGLISH = re.compile(r"\b[A-Za-z]{2,}(?: [a-z]{2,}){2,}")
"""Three English words in a row."""


class Said:
    """What a command printed, and its exit code."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


Run = Callable[..., Said]


@pytest.fixture
def run(site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `gongkai …` in the small site; never a traceback, never English."""
    monkeypatch.chdir(site)

    def call(*arguments: str, today: str = TODAY.isoformat()) -> Said:
        code = command_line.main([*arguments, "--today", today])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.out + captured.err
        assert not ENGLISH.search(captured.err), captured.err
        return Said(code, captured.out, captured.err)

    return call


@pytest.fixture
def demo(site: Path) -> Path:
    """The township's folder."""
    return site / "data" / "townships" / "demo"


@pytest.fixture
def unpublished(demo: Path) -> Path:
    """The site without the publication of September's accounts; its file has comments and Windows line ends."""
    path = demo / "publication.yml"
    text = path.read_text("utf-8")
    start = text.index("- 编号: shanghe-2026-09-cash")
    text = "# 公开记录  # 头\n\n" + text[:start] + text[text.index("- 编号:", start + 5) :] + "# 末尾的注\n"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    return path


def checked(site: Path, today: date = TODAY) -> tuple[Records, list[Finding]]:
    """The records as they are now, and what is wrong at error level."""
    records, findings = pipeline.check(Site(site, today))
    return records, [one for one in findings if one.level is Level.ERROR]
