"""What clerks get wrong, and what a command must not let into a publication."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.editing.choosing import Subject
from generator.editing.people import people
from generator.editing.publishing import unused
from generator.model import Period
from generator.records.finance import Finance
from generator.records.item import DisclosureItem
from generator.records.publication import PublicationRecord
from tests.editing.conftest import Run, checked

SEPTEMBER = ("publish", "finance/shanghe-2026-09")
AUGUST = ("correct", "finance/shanghe-2026-08")
PROPOSED = ("--stage", "提出", "--post", "村报账员", "--day", "2026-10-05")
REVIEWED = ("--stage", "审核", "--post", "村务监督委员会主任", "--secrecy", "--day", "2026-10-08")
APPROVED = ("--stage", "审批", "--post", "村党支部书记", "--day", "2026-10-09")


def publications(site: Path) -> dict[str, PublicationRecord]:
    return {one.id: one for one in checked(site)[0].of(PublicationRecord, "demo")}


@pytest.mark.parametrize("post", ["吴明德", "村报账员吴明德"])
def test_a_name_in_place_of_a_post_is_refused(run: Run, unpublished: Path, post: str) -> None:
    """Sign-offs are public; whoever handles money by name in the accounts must not come out here."""
    data = unpublished.read_bytes()
    said = run(*SEPTEMBER, "--stage", "提出", "--post", post, "--day", "2026-10-05")

    assert said.code == 2
    assert "写职务" in said.err
    assert unpublished.read_bytes() == data
    ground = ("--reason", "抄错", "--post", post, "--day", "2026-10-15")
    assert "写职务" in run(*AUGUST, "制表", "镇会计中心", *ground).err
    assert "写职务" in run(*SEPTEMBER, "--item", "finance-cash", "--exempt", "没有账", "--post", post).err


def test_the_reason_names_nobody_who_is_not_open(run: Run, demo: Path) -> None:
    """Also when it is another value that is corrected."""
    before = (demo / "publication.yml").read_bytes()
    ground = ("--reason", "吴明德抄错", "--post", "村党支部书记", "--day", "2026-10-15")
    said = run(*AUGUST, "制表", "镇会计中心", *ground)

    assert said.code == 2
    assert "理由会公开" in said.err
    assert "吴明德" not in said.err
    assert (demo / "publication.yml").read_bytes() == before


def test_people_are_found_in_rows_and_posts_are_none(site: Path) -> None:
    record = checked(site)[0].get(Finance, "demo/finance/shanghe-2026-08")
    assert record is not None
    line = record.expenses[0].model_copy(update={"handler": "村报账员"})

    assert "吴明德" in [name for _, name in people(record)]
    assert list(people(line)) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--confirm",), "--announce"),
        (("--post", "村报账员"), "没有写办什么"),
        (("--reason", "会计请假", "--day", "2026-10-09"), "--reason"),
    ],
)
def test_words_that_do_nothing_are_not_passed_over(run: Run, words: tuple[str, ...], said: str, site: Path) -> None:
    """A clerk who sees exit code 0 would think that it is written."""
    answer = run(*SEPTEMBER, *words)

    assert answer.code == 2
    assert said in answer.err


def test_nothing_is_not_published(run: Run, unpublished: Path, demo: Path) -> None:
    """Dates alone would make a duty done."""
    words = ("publish", "--item", "finance-cash", "--place", "shanghe")
    assert "--period" in run(*words, *PROPOSED).err
    for step in (PROPOSED, REVIEWED, APPROVED):
        assert run(*words, "--period", "2026-01", *step).code == 0
    before = unpublished.read_bytes()
    said = run(*words, "--period", "2026-01", "--stage", "上墙", "--day", "2026-10-10")

    assert said.code == 2
    assert "没有写公开的是什么" in said.err
    assert unpublished.read_bytes() == before


def test_the_id_keeps_the_whole_period(site: Path) -> None:
    """Cut off at the end, 2026-10 would read 2026-1."""
    records, _ = checked(site)
    item = records.of(DisclosureItem)[0].model_copy(update={"id": "finance-cash-statement"})
    subject = Subject("demo", (), (item,), "wangjiaping", Period.parse("2026-10"), None)

    assert unused(records, subject, "") == "wangjiaping-finance-cash-2026-10"


def test_records_that_were_published_apart_are_not_published_together(run: Run, unpublished: Path) -> None:
    data = unpublished.read_bytes()
    said = run("publish", "finance/shanghe-2026-09", "finance/shanghe-2026-08", *PROPOSED)

    assert said.code == 2
    assert "已经有公开记录" in said.err
    assert unpublished.read_bytes() == data


def test_what_is_taken_back_is_what_was_published(run: Run, unpublished: Path, site: Path) -> None:
    """While it is being published once more, the old one is still the one that the readers see."""
    words = ("publish", "finance/shanghe-2026-08")
    known = set(publications(site))
    assert run(*words, "--again", *PROPOSED).code == 0
    said = run(*words, "--withdraw", "数字有误", "--post", "村党支部书记", "--day", "2026-10-15")

    assert said.code == 0, said.err
    assert [one for one, act in publications(site).items() if act.withdrawn and one in known]


def test_what_was_late_before_is_no_news(run: Run, unpublished: Path) -> None:
    """Every stage of a late publication would show the same warning in other words."""
    assert "[overdue]" not in run(*SEPTEMBER, *PROPOSED, today="2026-11-23").err


def test_a_publication_is_not_corrected(run: Run, site: Path) -> None:
    ground = ("--reason", "抄错", "--post", "村党支部书记", "--day", "2026-10-15")
    said = run("correct", "publication/shanghe-2026-08-cash", "上墙日期", "2026-09-01", *ground)

    assert said.code == 2
    assert "不是公开记录" in said.err
