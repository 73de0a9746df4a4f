"""A bundle that says what is different since the last one."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import cli, releases
from generator.build import ENGINES
from tests.build.driver import FAKE
from tests.proofs import made

TODAY = ("--today", "2026-10-20")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `gongkai bundle` in the small site: (exit code, results, messages)."""
    monkeypatch.chdir(site)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(["bundle", *arguments, *TODAY])
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return code, said.out, said.err

    return call


def test_what_is_different_is_a_page_of_the_bundle(run: Run, site: Path) -> None:
    """Named in the guide and in the manifest, whole, and not different again in the next one."""
    run("--out", "1.zip")
    with zipfile.ZipFile(site / "1.zip") as archive:
        assert "gongkai/changes.html" not in archive.namelist()
    place = site / "data" / "townships" / "demo" / "place.yml"
    place.write_text(place.read_text("utf-8").replace("户数: ", "户数: 1", 1), "utf-8")
    code, _, said = run("--out", "2.zip", "--since", "1.zip")
    assert code == 0
    assert "和上次比:新增 0 页,减少 0 页,改动 " in said

    assert releases.verify(site / "2.zip").wrong == ()
    with zipfile.ZipFile(site / "2.zip") as archive:
        page = archive.read("gongkai/changes.html").decode("utf-8")
        assert "changes.html" in archive.read("READ-ME-FIRST.txt").decode("utf-8-sig")
        files = json.loads(archive.read("gongkai/manifest.json"))["files"]
        linked = [part.split('"')[0] for part in page.split('href="./')[1:]]
        assert linked
        assert b'"changes": "changes.html"' in archive.read("gongkai/assets/release.js")
        assert set(linked) | {"changes.html"} <= files.keys()
    assert "户" in page
    assert "Content-Security-Policy" in page
    assert "<script" not in page

    run("--out", "3.zip", "--since", "2.zip")
    with zipfile.ZipFile(site / "3.zip") as archive:
        assert "改动 0 页" in archive.read("gongkai/changes.html").decode("utf-8")


def test_what_cannot_be_compared_makes_no_bundle(
    run: Run, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For everybody; one that was changed; one for others; none."""
    monkeypatch.setitem(ENGINES, "mkdocs", FAKE)
    other = made.bundle(tmp_path / "a")
    whole = other.read_bytes()
    assert "只用于给审阅" in run("--audience", "public", "--since", str(other), "--out", "2.zip")[2]
    assert "不是给同样的人看的" in run("--since", str(other), "--out", "2.zip")[2]
    other.write_bytes(whole[:-9])
    assert "不完整" in run("--since", str(other), "--out", "2.zip")[2]
    code, told, said = run("--since", "none.zip", "--out", "2.zip")
    assert (code, told) == (2, "")
    assert "没有" in said
    assert not (site / "2.zip").exists()
