"""The procedures of the repository: each slogan stands there, and asks for what its law asks for."""

from __future__ import annotations

import shutil
from datetime import date
from fractions import Fraction

import pytest

from generator.load import load
from generator.model import Records
from generator.records.form import ProcedureForm
from generator.records.law import Law
from tests.world import REPOSITORY

FORMS = {
    "four-two": "四议两公开",
    "four-review": "四审四议三公开",
    "party-development": "发展党员",
    "five-orders": "五单闭环",
    "set-check-review": "定查评",
    "two-set-three-review": "两定一查三评",
    "one-set-two-review": "一定两评三补",
    "weak-branch": "软弱涣散党组织整顿",
    "duty-report": "述职评议",
    "elder-mediation": "乡贤评理",
    "one-case-levy": "一事一议筹资筹劳",
    "village-election": "村民委员会换届选举",
    "branch-election": "公推直选",
    "two-recommend": "两推一选",
    "unfit-member": "处置不合格党员",
}


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Records:
    root = tmp_path_factory.mktemp("procedures")
    for folder in ("laws", "procedures"):
        shutil.copytree(REPOSITORY / "data" / "catalogue" / folder, root / "data" / "catalogue" / folder)
    records, findings = load(root)
    assert [finding for finding in findings if "procedures" in finding.where.file] == []
    return records


def form(records: Records, name: str) -> ProcedureForm:
    found = records.get(ProcedureForm, f"form/{name}")
    assert found is not None
    return found


def test_every_procedure_stands_in_a_file_of_its_own(records: Records) -> None:
    """Named as the file is, so that it is found."""
    files = {path.stem for path in (REPOSITORY / "data/catalogue/procedures").iterdir()}

    assert {one.id: one.name for one in records.of(ProcedureForm)} == FORMS
    assert files == set(FORMS)


def test_every_procedure_explains_itself(records: Records) -> None:
    """A note, evidence for each step, and a law or the word that there is none."""
    for one in records.of(ProcedureForm):
        comment = (REPOSITORY / f"data/catalogue/procedures/{one.id}.yml").read_text(encoding="utf-8")

        assert one.note, one.id
        assert all(step.evidence for step in one.steps), one.id
        assert one.bases or "没有全国统一的规定" in comment or "地方做法" in comment, one.id


def test_articles_are_those_that_somebody_has_checked(records: Records) -> None:
    """An unverified article number is left out."""
    for one in records.of(ProcedureForm):
        for basis in one.bases:
            law = records.get(Law, f"law/{basis.law}")
            assert law is not None, f"{one.id}: {basis.law}"
            article = law.article(basis.article) if basis.article else None
            assert basis.article is None or (article is not None and article.verified), f"{one.id}: {basis}"


@pytest.mark.parametrize(("name", "step"), [("four-two", 3), ("four-review", 6), ("one-case-levy", 4)])
def test_villagers_meet_by_heads_or_by_households(records: Records, name: str, step: int) -> None:
    """More than half of the villagers or two thirds of the households; two thirds of their delegates."""
    rule = form(records, name).steps[step]
    villagers, delegates = rule.held_by("刘村村民会议"), rule.held_by("刘村村民代表会议")

    assert [(way.ratio, way.above, way.counted) for way in villagers.quorum] == [
        (Fraction(1, 2), True, "人"),
        (Fraction(2, 3), False, "户"),
    ]
    assert (villagers.notice_days, delegates.notice_days) == (10, None)
    assert [(way.ratio, way.above) for way in delegates.quorum] == [(Fraction(2, 3), False)]
    assert villagers.majority == delegates.majority
    assert rule.decides


def test_fifteen_days_on_the_board_hold_since_2026(records: Records) -> None:
    """What was posted before is judged by the law of its day."""
    four_two = form(records, "four-two")
    days = {
        day: [step.board_days for step in four_two.steps_on(day)][-2:] for day in (date(2025, 12, 31), date(2026, 1, 1))
    }

    assert list(days.values()) == [[None, None], [15, 15]]
    assert four_two.step_names == tuple(step.name for step in four_two.steps)


def test_members_are_developed_by_four_votes_and_three_notices(records: Records) -> None:
    """From the application to full membership, a year before each of the two decisions."""
    steps = form(records, "party-development").steps

    assert (steps[0].name, steps[-1].name) == ("递交申请", "转正")
    assert len([step for step in steps if step.vote]) == 4
    assert [(step.board_days, step.calendar) for step in steps if step.board_days] == [(5, "工作日")] * 3
    assert [step.gap for step in steps if step.gap] == [365, 365]


def test_orders_come_round_again_in_five_steps(records: Records) -> None:
    """Order, accept, dispatch, show, judge."""
    orders = form(records, "five-orders")

    assert orders.cyclic
    assert len(orders.steps) == 5
    assert all(step.repeatable for step in orders.steps)


def test_the_list_of_voters_hangs_for_twenty_days(records: Records) -> None:
    """Before the vote; results at once, the office within ten days."""
    steps = {step.name: step for step in form(records, "village-election").steps}

    assert (steps["投票选举"].gap, steps["投票选举"].counted_from) == (20, "公布名单")
    assert (steps["公布结果"].within, steps["工作移交"].within) == (0, 10)
