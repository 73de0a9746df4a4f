"""The page of statistics: every figure with its records, ways up and down, a file for every table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.derive import derive
from generator.disclose import disclose
from generator.exhibits import SUBJECTS
from generator.load import load
from generator.model import Amount, Audience, Edition, Page
from generator.pages.statistics import pages, portal
from generator.write import write
from tests.derive.making import TODAY, township, village
from tests.exhibits.showing import sound
from tests.world import REPOSITORY

LOCAL = ("members", "cadres", "meetings", "issues")


@pytest.fixture(scope="module")
def edition() -> Edition:
    return disclose(derive(load(REPOSITORY)[0], date(2026, 10, 20)), Audience.PUBLIC)


@pytest.fixture(scope="module")
def shown(edition: Edition) -> dict[str, Page]:
    return {page.path: page for page in [*portal(edition), *pages(edition)]}


def test_the_subjects_stand_in_their_order() -> None:
    """People, work, money, openness."""
    names = [name for name, _, _ in SUBJECTS]

    assert names == ["members", "cadres", "meetings", "income", "finance", "projects", "timeliness", "issues"]


@pytest.mark.parametrize("path", ["statistics.md", "anping/statistics.md", "anping/liucun/statistics.md"])
def test_every_subject_of_people_and_work_has_something_to_show(shown: dict[str, Page], path: str) -> None:
    """Of the site, of a township, of a village."""
    assert set(LOCAL) <= {subject.name for subject in shown[path].context["subjects"]}


def test_everything_shown_of_the_sample_is_sound(shown: dict[str, Page]) -> None:
    """Sentences, addresses, rows; and where a figure stands, records stand behind it."""
    assert len(shown) > 10
    for page in shown.values():
        found = [one for subject in page.context["subjects"] if subject.name in LOCAL for one in subject.exhibits]
        for one in found:
            sound(one)
        files = page.context["files"]
        assert len(set(files.values())) == len(files)
        assert {download.path for download in page.downloads} == set(files.values())


def test_the_file_holds_the_table_and_where_it_comes_from(shown: dict[str, Page]) -> None:
    """Headings, the same cells, and keys of records that these readers may open."""
    page = shown["anping/statistics.md"]
    file = next(one for one in page.downloads if one.path.endswith("members-age.csv"))

    assert file.rows[0] == ("年龄段", "人数（名）", "占总数（%）", "上年同期（名）", "增减（名）", "出自")
    assert file.rows[1][:2] == ("35岁以下", Amount.known(231, "名"))
    assert file.rows[1][-1].split()[0] == "anping/indicator/anping-members-age1-2025"


def test_records_that_are_closed_are_counted_and_not_named(edition: Edition, shown: dict[str, Page]) -> None:
    """A key in a file is the key of a record of the edition."""
    for page in shown.values():
        for file in page.downloads:
            cells = [str(row[-1]) for row in file.rows[1:]]
            keys = [word.partition("等")[0] for cell in cells for word in cell.split() if "/" in word]

            assert [key for key in keys if edition.find(key) is None] == []


def test_ways_up_and_down(shown: dict[str, Page]) -> None:
    """From the site to its townships, from a township to its villages, and back."""
    assert ("安平镇", "anping/statistics.md") in shown["statistics.md"].context["ways"]
    assert ("刘村", "anping/liucun/statistics.md") in shown["anping/statistics.md"].context["ways"]
    assert shown["anping/liucun/statistics.md"].context["above"] == ("安平镇统计", "anping/statistics.md")
    assert shown["anping/statistics.md"].context["above"] == ("各乡镇统计", "statistics.md")
    assert shown["statistics.md"].context["above"] == ("", "")


def test_a_township_without_figures_says_so(tmp_path: Path) -> None:
    """A page with a sentence; a village without figures has none."""
    one = Edition(items=(township(), village("liucun", "刘村")), today=TODAY, audience=Audience.PUBLIC)
    found = list(pages(one))

    assert [page.path for page in found] == ["anping/statistics.md"]
    publication = write(one, found, tmp_path)
    text = (publication.docs / "anping" / "statistics.md").read_text(encoding="utf-8")
    assert "还没有可以统计的数字。" in text
    assert not list(publication.docs.rglob("*.csv"))
