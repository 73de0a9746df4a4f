"""The story from end to end, where steps meet."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline, staging
from generator.model import Audience, Edition, EngineFailed, LeakFound, Publication, Records, Site
from generator.parts import building

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 10, 20)


@pytest.fixture(scope="module")
def records() -> Records:
    return pipeline.check(Site(ROOT, TODAY))[0]


@pytest.mark.parametrize("township", ["anping", "gaoyuan", "shiguan"])
def test_one_township_can_be_built_beside_the_whole(township: str, records: Records, tmp_path: Path) -> None:
    """What the other townships publish is no leak, and their site is not replaced."""
    release = pipeline.build_site(Site(ROOT, TODAY, (township,)), records, Audience.PUBLIC, tmp_path)

    assert release.folder == tmp_path / f"public-{township}"
    assert {path.parts[0] for page in release.pages if len((path := Path(page.path)).parts) > 1} == {
        "about",
        "catalogue",
        "places",
        township,
    }


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_the_finished_folder_builds_again_by_hand(engine: str, records: Records, tmp_path: Path) -> None:
    """What stands in the output folder is Markdown and settings that either engine takes strictly, without gongkai."""
    release = pipeline.build_site(Site(ROOT, TODAY, ("shiguan",)), records, Audience.PUBLIC, tmp_path / "out")

    command = [
        sys.executable,
        "-m",
        engine,
        "build",
        "--strict",
        "-f",
        release.folder / "mkdocs.yml",
        "-d",
        tmp_path / "again",
    ]
    done = subprocess.run(command, capture_output=True, check=False)

    assert done.returncode == 0, done.stderr.decode()
    assert len(list((tmp_path / "again").rglob("*.html"))) == len(release.pages) + 1  # and 404.html


def test_a_gate_that_lets_through_too_much_hands_out_nothing(
    records: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pages of reviewers under the name of the public: the scan stops them, the folder stays empty."""
    disclose, write = building.disclose, building.write

    def careless(all_records: Records, audience: Audience, part: str | None = None) -> Edition:
        assert audience is Audience.PUBLIC
        return disclose(all_records, Audience.REVIEW, part=part)

    def written(edition: Edition, *rest: Any, **more: Any) -> Publication:
        made = write(edition, *rest, **more)
        return replace(made, edition=disclose(records, Audience.PUBLIC, ("shiguan",), part=edition.part))

    monkeypatch.setattr(building, "disclose", careless)
    monkeypatch.setattr(building, "write", written)

    with pytest.raises(LeakFound, match="什么都没有发布"):
        pipeline.build_site(Site(ROOT, TODAY, ("shiguan",)), records, Audience.PUBLIC, tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == [".cache", ".lock"]
    assert not list((tmp_path / ".cache" / "built" / "public-shiguan").iterdir())


def test_a_dead_link_in_prose_stops_the_build(tmp_path: Path) -> None:
    """The engine is strict: nothing goes out with a link that leads nowhere."""
    for name in ("data", "content", "theme_overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "content/site/about.md").write_text("# 说明\n\n[看这里](nosuch.md)\n", encoding="utf-8")
    site = Site(tmp_path, TODAY, ("shiguan",))
    loaded, findings = pipeline.check(site)
    assert not pipeline.blocks(findings)

    with pytest.raises(EngineFailed, match="nosuch"):
        pipeline.build_site(site, loaded, Audience.PUBLIC, tmp_path / "build")


def test_the_bundle_may_go_anywhere(records: Records, tmp_path: Path) -> None:
    """A target outside the output folder, whose own folder does not exist yet."""
    target = tmp_path / "盘" / "a.zip"

    assert target == pipeline.bundle(Site(ROOT, TODAY, ("shiguan",)), records, Audience.PUBLIC, tmp_path / "b", target)
    assert target.stat().st_size > 100_000
    assert not list((tmp_path / "b").glob(".new-*"))
    assert staging.KEEP == 2
