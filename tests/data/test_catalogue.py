"""The catalogue of the repository: it cites what exists, opens what it names, and never loosens national law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.model import Audience, Mode, Record
from generator.model.record import Row, row_in
from generator.records import TOWNSHIP_KINDS
from generator.records._basis import Basis
from generator.records.acceptance import Acceptance
from generator.records.chart import Chart
from generator.records.comment import Comment
from generator.records.form import ProcedureForm
from generator.records.holiday import HolidayYear
from generator.records.item import MONTHS, DisclosureItem
from generator.records.jurisdiction import Jurisdiction
from generator.records.law import Law
from generator.records.ledger import Ledger
from generator.records.scale import GradeScale
from generator.records.schedule import Schedule
from generator.rules import RULES

NATIONAL_BOARD_DAYS = 15
CATEGORIES = {"党务公开", "村务公开", "财务公开"}
INTERNAL = {
    "place": {"联络人"},
    "organisation": {"内部评价", "班子.备注"},
    "indicator": {"备注"},
    "finance": {"备注", "收入.经手人", "支出.经手人", "逐笔.经手人"},
    "procedure": {"备注", "步骤.不同意见", "步骤.记录人"},
    "article": {"备注"},
    "archive": set(),
    "publication": {"备注", "提出.意见", "审核.意见", "审批.意见", "异议.提出人"},
    "person": {"备注", "姓名"},
    "activity": {"备注", "记录人"},
    "assessment": {"备注", "结果.姓名"},
    "project": {"备注", "经手人"},
    "asset": {"备注"},
    "issue": {"备注", "当事人"},
    "assignment": {"备注", "姓名"},
    "venue": {"备注"},
    "roster": {"备注", "名单.备注", "名单.姓名"},
    "acceptance": {"理由", "职务", "内容"},
    "comment": {"意见", "意见人", "引文", "答复"},
}
"""What no one outside may read as it was typed."""


OPENED_BY_ITEMS = tuple(kind for kind in TOWNSHIP_KINDS if kind not in (Acceptance, Comment))
"""What was accepted of the findings, and what reviewers said, goes to reviewers with the findings, not through an item."""


def paths(row: type[Row], above: str = "") -> Iterator[str]:
    """Every path of a family that a person fills in, `收入.摘要` for the fields of a row."""
    for field in row.model_fields.values():
        label = f"{above}{field.alias}"
        if label.startswith("@") or label in ("编号", "不公开"):
            continue
        inner = row_in(field.annotation)
        yield from paths(inner, f"{label}.") if inner else (label,)


def families() -> dict[str, type[Record]]:
    return {kind.family: kind for kind in TOWNSHIP_KINDS}


def kept(kind: type[Record]) -> set[str]:
    """Labels that stay whenever anything of the record is open."""
    return {str(kind.model_fields[name].alias) for name in kind.identity}


def bases(records) -> Iterator[tuple[str, Basis]]:
    for kind in (DisclosureItem, ProcedureForm, Jurisdiction, Chart, Schedule, GradeScale, Ledger):
        for record in records.of(kind):
            yield from ((record.id, basis) for basis in record.bases)


def test_every_basis_names_a_law_and_an_article_that_is_listed(records):
    for name, basis in bases(records):
        law = records.get(Law, f"law/{basis.law}")
        assert law is not None, f"{name}: {basis.law}"
        assert basis.article is None or law.article(basis.article), f"{name}: {basis.law} {basis.article}"


def test_every_item_has_a_basis_in_force(records, items):
    for item in items:
        laws = [records.get(Law, f"law/{basis.law}") for basis in item.bases]
        assert any(law.in_force(date(2026, 10, 20)) for law in laws), item.id


def test_totals_of_rows_would_show_the_record(items):
    """An item that lets society count a whole family without approval opens no row of it to society."""
    for item in items:
        if item.openings.get(Audience.PUBLIC) is Mode.TOTAL and not item.approval:
            rows = [path for path in item.elements if "." in path and item.mode(path, Audience.PUBLIC)]
            assert rows == [], item.id


def test_a_law_without_a_first_day_is_not_in_force(records):
    law = records.get(Law, "law/social-assistance-2026")
    assert law.since is None
    assert not law.in_force(date(2030, 1, 1))


@pytest.mark.parametrize("name", ["references", "words", "columns", "openings", "bases"])
def test_rules_find_nothing_wrong_with_the_catalogue(records, name):
    rule = next(rule for rule in RULES if name == rule.NAME)
    dated = replace(records, today=date(2026, 10, 20))
    assert [f"{finding.where} {finding.message}" for finding in rule.check(dated)] == []


def test_versions_of_a_law_follow_each_other_without_a_gap(records):
    old, new = (records.get(Law, f"law/vcol-{year}") for year in (2018, 2025))
    assert old.until + timedelta(days=1) == new.since == date(2026, 1, 1)
    assert old.article("30").verified
    assert new.article("35").verified


def test_unchecked_articles_are_marked(records):
    disclosure = records.get(Law, "law/party-disclosure")
    assert {a.number: a.verified for a in disclosure.articles} == {"8": False, "11": False, "14": False, "15": True}


def test_at_least_sixteen_items_over_three_categories(items):
    assert {item.category for item in items} == CATEGORIES | {"基本情况"}
    assert sum(item.category in CATEGORIES for item in items) >= 16
    assert all(sum(item.category == category for item in items) >= 3 for category in CATEGORIES)


def test_elements_and_exceptions_name_fields_of_the_family(items):
    for item in items:
        if item.data is None:
            assert not item.elements, item.id
            assert not item.conditions, item.id
            assert item.content, item.id
            continue
        known = set(paths(families()[item.data]))
        assert item.elements, item.id
        assert set(item.elements) <= known, f"{item.id}: {set(item.elements) - known}"
        excepted = {path for exception in item.exceptions for path in exception.fields}
        assert excepted <= known, f"{item.id}: {excepted - known}"
        assert set(item.conditions) <= known, item.id


def test_an_exception_widens_nothing_by_accident(items):
    """A field stands in one exception at most: only the first would count."""
    for item in items:
        excepted = [path for exception in item.exceptions for path in exception.fields]
        assert len(excepted) == len(set(excepted)), item.id


NEVER = ("指纹",)
"""What the program writes for itself and no page shows."""


@pytest.mark.parametrize("kind", OPENED_BY_ITEMS, ids=lambda kind: kind.family)
def test_every_field_is_open_to_review(kind, items):
    found = [item for item in items if item.data == kind.family]
    for path in paths(kind):
        modes = {mode for item in found if (mode := item.mode(path, Audience.REVIEW))}
        assert path in kept(kind) or path.startswith(NEVER) or Mode.widest(modes) is Mode.OPEN, path


@pytest.mark.parametrize("kind", TOWNSHIP_KINDS, ids=lambda kind: kind.family)
def test_internal_fields_are_open_to_review_alone(kind, items):
    for path in INTERNAL[kind.family]:
        for item in items:
            if item.data != kind.family:
                continue
            assert item.mode(path, Audience.PUBLIC) is None, f"{item.id} {path}"
            for audience in (Audience.VILLAGE, Audience.PARTY):
                assert item.mode(path, audience) in (None, Mode.MASKED), f"{item.id} {path}"


def test_persons_are_counted_and_their_ages_averaged_but_not_shown(items):
    persons = next(item for item in items if item.id == "persons")
    assert {persons.mode(path, Audience.PUBLIC) for path in persons.elements} == {Mode.TOTAL}
    assert persons.mode("出生年月", Audience.PUBLIC) is persons.mode("出生年月", Audience.PARTY) is Mode.TOTAL
    assert persons.mode("姓名", Audience.PARTY) is Mode.MASKED


def test_nobody_but_reviewers_reads_how_a_member_was_graded(items):
    for item in items:
        if item.data == "assessment" and "member-review" in item.conditions.get("标准", {"member-review"}):
            for path in ("结果.姓名", "结果.等次", "结果.得分"):
                for audience in (Audience.PUBLIC, Audience.VILLAGE, Audience.PARTY):
                    assert item.mode(path, audience) in (None, Mode.TOTAL), f"{item.id} {path} {audience}"


def test_dues_reach_party_members_and_reviewers_alone(items):
    dues = next(item for item in items if item.id == "party-dues")
    assert [a.label for a in Audience if dues.reaches(a)] == ["党内", "审阅"]


def test_entries_are_totals_to_society_and_rows_to_the_village(items):
    entries = next(item for item in items if item.id == "finance-cash-entries")
    assert entries.mode("逐笔.摘要", Audience.PUBLIC) is Mode.TOTAL
    assert entries.mode("逐笔.余额", Audience.PUBLIC) is None
    assert entries.mode("逐笔.摘要", Audience.VILLAGE) is Mode.OPEN
    assert entries.mode("逐笔.经手人", Audience.VILLAGE) is Mode.MASKED


def test_the_board_keeps_what_villages_owe_for_fifteen_days(items):
    for item in items:
        if item.category != "党务公开" and item.board_days is not None:
            assert item.board_days >= NATIONAL_BOARD_DAYS, item.id


def test_a_local_rule_tightens(records, items):
    """It may be looser for a single item, then the catalogue's own deadline counts; for all it would be idle."""
    for rule in records.of(Jurisdiction):
        assert rule.board_days is None or rule.board_days >= NATIONAL_BOARD_DAYS
        for local in rule.deadlines:
            meant = [item for item in items if item.frequency == local.frequency and rule.speaks_of(item.id)]
            days = [item.deadline.days for item in meant if item.deadline and item.deadline.calendar == "日历日"]
            assert days, rule.id
            assert local.days <= max(days), rule.id


def test_four_two_has_its_six_steps(records):
    form = records.get(ProcedureForm, "form/four-two")
    assert [step.name for step in form.steps] == ["提议", "商议", "审议", "决议", "决议公开", "结果公开"]
    assert [step.vote for step in form.steps] == [False, True, True, True, False, False]
    assert [step.board_days for step in form.steps[-2:]] == [NATIONAL_BOARD_DAYS] * 2
    assert form.steps[3].quorum[0].met(28, 42)
    assert not form.steps[3].quorum[0].met(27, 42)
    assert not form.steps[2].majority.met(31, 62)


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_holidays(records, year):
    calendar = records.get(HolidayYear, f"holiday/holidays-{year}")
    days = [day for holiday in calendar.holidays for day in holiday.days()]
    assert len(days) == len(set(days))
    assert {day.year for day in (*days, *calendar.workdays)} == {year}
    assert all(day.weekday() >= 5 and day not in days for day in calendar.workdays)
    assert len(days) >= 13
    assert calendar.verified == (year < 2027)


def test_periodic_items_have_a_deadline(items):
    assert all(item.deadline for item in items if item.frequency in MONTHS)
