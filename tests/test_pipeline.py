"""The story from end to end, where steps meet."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator import pipeline, staging
from generator.disclose import disclose
from generator.model import Audience, EngineFailed, LeakFound, Records
from generator.pipeline import Site

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 10, 20)


@pytest.fixture(scope="module")
def records() -> Records:
    return pipeline.check(Site(ROOT, TODAY))[0]


@pytest.mark.parametrize("township", ["anping", "gaoyuan", "shiguan"])
def test_one_township_can_be_built_beside_the_whole(township: str, records: Records, tmp_path: Path) -> None:
    """What the other townships publish is no leak, and their site is not replaced."""
    current, publication = pipeline.build_site(Site(ROOT, TODAY, (township,)), records, Audience.PUBLIC, tmp_path)

    assert current == tmp_path / f"public-{township}"
    assert {record.township for record in publication.edition} == {"", township}


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_the_finished_folder_builds_again_by_hand(engine: str, records: Records, tmp_path: Path) -> None:
    """What stands in the output folder is Markdown and settings that either engine takes strictly, without gongkai."""
    current, publication = pipeline.build_site(Site(ROOT, TODAY, ("shiguan",)), records, Audience.PUBLIC, tmp_path)

    command = [
        sys.executable,
        "-m",
        engine,
        "build",
        "--strict",
        "-f",
        current / "mkdocs.yml",
        "-d",
        tmp_path / "again",
    ]
    done = subprocess.run(command, capture_output=True, check=False)

    assert done.returncode == 0, done.stderr.decode()
    assert len(list((tmp_path / "again").rglob("*.html"))) == len(publication.pages) + 1  # and 404.html


def test_a_gate_that_lets_through_too_much_hands_out_nothing(
    records: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pages of reviewers under the name of the public: the scan stops them, the folder stays empty."""
    review = disclose(records, Audience.REVIEW, ("shiguan",))
    public = disclose(records, Audience.PUBLIC, ("shiguan",))
    real = pipeline.publish

    def careless(site: Site, all_records: Records, audience: Audience, folder: Path) -> pipeline.Publication:
        made = real(site, all_records, Audience.REVIEW, folder)
        assert made.edition.audience is Audience.REVIEW
        assert audience is Audience.PUBLIC
        return pipeline.Publication(public, made.pages, folder)

    monkeypatch.setattr(pipeline, "publish", careless)

    with pytest.raises(LeakFound, match="什么都没有发布"):
        pipeline.build_site(Site(ROOT, TODAY, ("shiguan",)), records, Audience.PUBLIC, tmp_path)

    assert len(review.items) > len(public.items)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock"]


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
