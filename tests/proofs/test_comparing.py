"""What is different between two releases, as a reviewer would say it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator import releases
from generator.console.proofs import difference_html, difference_json, difference_text
from generator.model import Audience, Site, Unusable
from generator.proofs.comparing import Change, compare
from tests.proofs import made
from tests.world import TODAY

NAME = "anping/liucun.html"
OLD = made.PAGES[NAME]


def pages(new: str) -> dict[str, str]:
    return {**made.PAGES, NAME: new}


def test_the_same_is_no_difference(tmp_path: Path) -> None:
    """Between a folder and its bundle."""
    assert not compare(made.site(tmp_path / "a"), made.bundle(tmp_path / "b"))


def test_a_figure_has_a_name_an_old_and_a_new_value(tmp_path: Path) -> None:
    """In a table and in a sentence; with the record, and why."""
    new = OLD.replace("2,400.00", "2,500.00").replace(
        "<p>记录编号", "<h2>更正</h2><p>第2版：工资少写了一百元。</p><p>记录编号"
    )
    found = compare(made.site(tmp_path / "a"), made.site(tmp_path / "b", pages(new)))

    (page,) = found.changed
    assert (page.path, page.record) == (NAME, "anping/finance/liucun-2026-03")
    assert page.reasons == ("第2版：工资少写了一百元。",)
    assert Change("保洁员工资 · 金额（元）", "2,400.00", "2,500.00") in page.changes
    assert Change("共支出", "2,400.00", "2,500.00") in page.changes
    assert len(page.changes) == 2  # the reason is said once, and what stands behind it is no reason
    assert (found.added, found.removed, found.files) == ((), (), ())


def test_rows_that_come_and_go_are_said(tmp_path: Path) -> None:
    """And rows of one name are told apart."""
    row = "<tr><td>果园承包费</td><td>{}</td></tr>"
    new = OLD.replace(row.format("12,000.00"), row.format("12,000.00") + row.format("1.00")).replace(
        "<tr><td>保洁员工资</td><td>2,400.00</td></tr>", ""
    )
    (page,) = compare(made.site(tmp_path / "a"), made.site(tmp_path / "b", pages(new))).changed

    assert set(page.changes) == {
        Change("果园承包费（第2个）", "", "果园承包费 | 1.00"),
        Change("保洁员工资", "保洁员工资 | 2,400.00", ""),
    }


def test_pages_and_files_that_come_and_go(tmp_path: Path) -> None:
    """By their titles; of the search index and the theme nothing is said."""
    new = {name: text for name, text in made.PAGES.items() if name != NAME}
    new |= {"new.html": "<article><h1>新的</h1></article>", "search/root.js": "x", "anping/members.csv": "y"}
    found = compare(made.site(tmp_path / "a"), made.site(tmp_path / "b", new))

    assert found.added == (("new.html", "新的"),)
    assert found.removed == ((NAME, "刘村2026年3月收支公开榜"),)
    assert found.files == ("anping/members.csv",)


def test_three_ways_of_saying_it(tmp_path: Path) -> None:
    """Text for a screen, JSON, and a page that loads nothing and runs nothing, whatever stands in the data."""
    new = OLD.replace("果园承包费", "<b>&lt;script&gt;alert(1)&lt;/script&gt;</b>").replace("2,400.00", "2,500.00")
    found = compare(made.site(tmp_path / "a"), made.site(tmp_path / "b", pages(new)))

    assert "保洁员工资 · 金额（元）:2,400.00 → 2,500.00" in difference_text(found)
    assert json.loads(difference_json(found))["changed"][0]["path"] == NAME
    page = difference_html(found, "gongkai/")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert f'href="gongkai/{NAME}"' in page


def test_what_cannot_be_compared(tmp_path: Path) -> None:
    """Sites for others; no release; a damaged manifest."""
    ours = made.site(tmp_path / "a")
    with pytest.raises(Unusable, match="不是给同样的人看的"):
        compare(ours, made.site(tmp_path / "b", audience=Audience.REVIEW))
    (tmp_path / "empty").mkdir()
    with pytest.raises(Unusable, match=r"没有 manifest\.json"):
        compare(ours, tmp_path / "empty")
    broken = made.site(tmp_path / "c")
    (broken / "manifest.json").write_text('{"audience": 1, "files": []}', "utf-8")
    with pytest.raises(Unusable, match="读不懂"):
        compare(ours, broken)


def test_two_states_of_the_data(site: Path) -> None:
    """A revision of git, and the data as it is now."""
    from subprocess import run

    def git(*words: str) -> None:
        run(["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *words], cwd=site, check=True, capture_output=True)

    git("init", "-q")
    git("add", "data", "content")
    git("commit", "-qm", "a")
    place = site / "data" / "townships" / "demo" / "place.yml"
    place.write_text(place.read_text("utf-8").replace("户数: ", "户数: 1", 1), "utf-8")
    found = releases.compare(Site(site, TODAY), Audience.PUBLIC, "HEAD")

    assert any("户" in change.name for page in found.changed for change in page.changes)
    for name in ("nothing", "--output=x", ""):
        with pytest.raises(Unusable, match="没有"):
            releases.compare(Site(site, TODAY), Audience.PUBLIC, name or "no such", "HEAD")
    assert not (site / "x").exists()

    (site / "content" / "site" / "up.md").symlink_to("/etc/hostname")
    git("add", "-A")
    git("commit", "-qm", "b")
    with pytest.raises(Unusable, match="链接"):
        releases.compare(Site(site, TODAY), Audience.PUBLIC, "HEAD", "HEAD~1")
    git("rm", "-rq", "--cached", "data")
    git("commit", "-qm", "c")
    with pytest.raises(Unusable, match="还没有 data"):
        releases.compare(Site(site, TODAY), Audience.PUBLIC, "HEAD")
