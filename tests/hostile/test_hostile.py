"""The corpus: one hostile file per case, and the written verdict on each.

`verdicts.txt` holds a line per file: its name, `refused` (an error blocks the build) or `accepted`, how many records
are read, and where and what is said about it (`-` for nothing at all).
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.model import Finding
from tests.load.world import PLACE_FILE, World

HERE = Path(__file__).parent


class Verdict(NamedTuple):
    """What must be said about one file."""

    file: str
    judgement: str
    records: int
    place: str
    message: str


def verdicts() -> list[Verdict]:
    """The written verdicts."""
    lines = (HERE / "verdicts.txt").read_text().splitlines()
    rows = [line.split(maxsplit=4) for line in lines if line and not line.startswith("#")]
    return [Verdict(file, judgement, int(records), *said) for file, judgement, records, *said in rows]


def test_every_file_has_one_verdict() -> None:
    """The folder and the list agree, and the list is in order."""
    files = [verdict.file for verdict in verdicts()]

    assert files == sorted(path.name for path in HERE.glob("*.yml"))
    assert {verdict.judgement for verdict in verdicts()} == {"accepted", "refused"}


@pytest.mark.parametrize("verdict", verdicts(), ids=lambda verdict: verdict.file)
def test_verdict(tmp_path: Path, verdict: Verdict) -> None:
    """The file stands alone in a township, and what is said about it is what is written."""
    world = World(tmp_path)
    loaded = world.place((HERE / verdict.file).read_bytes())
    about = [finding for finding in loaded.findings if finding.where.file == PLACE_FILE]
    refused = any(finding in loaded.errors for finding in about)

    expected = verdict.judgement, verdict.records
    assert expected == ("refused" if refused else "accepted", len(loaded.records.items))
    assert (verdict.message != "-") is bool(about)
    places = [f"{finding.where.line}:{finding.where.column}" for finding in about if verdict.message in finding.message]
    assert verdict.place in places or not about
    for finding in about:
        assert _is_helpful(finding)


def _is_helpful(finding: Finding) -> bool:
    """A short Chinese sentence and a mend that print on any terminal."""
    words = finding.message + finding.hint
    return bool(finding.message and finding.hint and words.isprintable() and len(words) < 600 and not words.isascii())


def test_the_bytes_are_still_hostile() -> None:
    """An editor or a checkout that tidies line ends and encodings would make the corpus harmless."""
    assert b"\r\n" in (HERE / "lines-crlf.yml").read_bytes()
    assert b"\n" not in (HERE / "lines-cr.yml").read_bytes()
    assert (HERE / "encoding-bom.yml").read_bytes().startswith(b"\xef\xbb\xbf-")
    assert (HERE / "encoding-gbk.yml").read_bytes().decode("gbk").startswith("- 编号")
    assert b"\t" in (HERE / "tab-indent.yml").read_bytes()
    assert "\u200b" in (HERE / "char-zero-width-in-value.yml").read_text()


@pytest.mark.parametrize(
    "path", [*sorted(HERE.glob("*-python-*.yml")), HERE / "directive-tag.yml"], ids=lambda path: path.name
)
def test_nothing_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Files that tell a loader to run a command do not have their way."""
    ran: list[object] = []
    monkeypatch.setattr(os, "system", ran.append)
    monkeypatch.setattr(subprocess, "Popen", lambda *arguments, **_: ran.append(arguments))

    World(tmp_path).place(path.read_bytes())

    assert not ran
