"""A build of what stands there already says so, and loads nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.build import ENGINES
from tests.build.driver import FAKE

AGAIN = "数据和上次一样,网站没有重新生成。"


@pytest.fixture(autouse=True)
def fake(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ENGINES, "mkdocs", FAKE)
    monkeypatch.chdir(site)


def build(*more: str) -> list[str]:
    return ["build", "--today", "2026-10-20", *more]


def said(capsys: pytest.CaptureFixture[str], *more: str) -> tuple[str, str]:
    assert main(build(*more)) == 0
    found = capsys.readouterr()
    return found.out, found.err


def test_the_same_again_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    """The address on standard output, the counts; and that nothing was made."""
    out, err = said(capsys)
    again, heard = said(capsys)

    assert again == out
    assert heard.splitlines()[0] == AGAIN
    assert set(heard.splitlines()[1:]) <= set(err.splitlines())
    assert AGAIN not in err


def test_quiet_stays_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    """Only the result."""
    first = said(capsys, "--quiet")

    assert said(capsys, "--quiet") == first
    assert AGAIN not in first[1]


@pytest.mark.parametrize(
    "change",
    ["data/townships/demo/place.yml", "mkdocs.yml", "theme_overrides/main.html", "content/site/about.md"],
)
def test_whatever_goes_into_a_build_is_seen(site: Path, change: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One blank more."""
    said(capsys)
    path = site / change
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as stream:
        stream.write("\n")

    assert AGAIN not in said(capsys)[1]
    assert AGAIN in said(capsys)[1]


def test_other_words_are_another_build(capsys: pytest.CaptureFixture[str]) -> None:
    """Another day, another audience, another folder."""
    said(capsys)

    assert AGAIN not in said(capsys, "--audience", "party")[1]
    assert main(["build", "--today", "2026-10-21"]) == 0
    assert AGAIN not in capsys.readouterr().err
    assert AGAIN not in said(capsys, "--out", "elsewhere")[1]


@pytest.mark.parametrize("harm", ["gone", "touched", "note"])
def test_what_stands_there_has_to_stand_there(site: Path, harm: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A page that is gone or was changed is made again; a damaged note is no note."""
    said(capsys)
    page = site / "build" / "public" / "site" / "index.html"
    before = page.read_bytes()
    if harm == "gone":
        page.unlink()
    elif harm == "touched":
        page.write_bytes(before + b" ")
    else:
        (site / "build" / ".cache" / "last.json").write_text('{"x": [', encoding="utf-8")

    assert AGAIN not in said(capsys)[1]
    assert page.read_bytes() == before


def test_errors_are_said_every_time(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A build that was stopped is not remembered."""
    path = site / "data" / "townships" / "demo" / "finance" / "2026-q3.yml"
    path.write_text(path.read_text("utf-8").replace("期末结存: 98,784.30", "期末结存: 98,784.31"), "utf-8")
    for _ in range(2):
        assert main(build()) == 1
        assert "有错误,没有生成" in capsys.readouterr().err


def test_nothing_heavy_is_loaded_for_it(site: Path) -> None:
    """Neither click nor pydantic nor the pipeline."""
    script = """import sys; from generator.__main__ import main; main(sys.argv[1:])
print(sorted({"click", "pydantic", "jinja2", "yaml", "generator.pipeline"} & set(sys.modules)))"""
    command = [sys.executable, "-c", script, *build("--engine", "mkdocs"), "--out", "real"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    for expected in (5, 0):
        done = subprocess.run(command, cwd=site, env=environment, capture_output=True, check=True)

        assert done.stdout.decode().splitlines()[-1].count("'") // 2 == expected
