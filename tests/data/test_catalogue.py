"""The catalogue of the repository: it cites what exists, opens what it names, and never loosens national law."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.load import load
from generator.model import Audience, Mode, Record
from generator.model.record import Row, row_in
from generator.records import TOWNSHIP_KINDS
from generator.records._basis import Basis
from generator.records.form import ProcedureForm
from generator.records.holiday import HolidayYear
from generator.records.item import MONTHS, DisclosureItem
from generator.records.jurisdiction import Jurisdiction
from generator.records.law import Law

ROOT = Path(__file__).parents[2]
NATIONAL_BOARD_DAYS = 15
CATEGORIES = {"党务公开", "村务公开", "财务公开"}
INTERNAL = {
    "place": {"联络人"},
    "organisation": {"内部评价", "班子.备注"},
    "indicator": {"备注"},
    "finance": {"备注", "收入.经手人", "支出.经手人", "逐笔.经手人"},
    "procedure": {"备注", "步骤.不同意见", "步骤.记录人"},
    "article": {"备注"},
    "publication": {"备注", "提出.意见", "审核.意见", "审批.意见", "异议.提出人"},
}
"""What no one outside may read as it was typed."""


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory):
    root = tmp_path_factory.mktemp("catalogue")
    shutil.copytree(ROOT / "data" / "catalogue", root / "data" / "catalogue")
    records, findings = load(root)
    assert findings == []
    return records


@pytest.fixture(scope="module")
def items(records) -> tuple[DisclosureItem, ...]:
    return records.of(DisclosureItem)


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
    for kind in (DisclosureItem, ProcedureForm, Jurisdiction):
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


@pytest.mark.parametrize("kind", TOWNSHIP_KINDS, ids=lambda kind: kind.family)
def test_every_field_is_open_to_review(kind, items):
    found = [item for item in items if item.data == kind.family]
    for path in paths(kind):
        modes = {mode for item in found if (mode := item.mode(path, Audience.REVIEW))}
        assert path in kept(kind) or Mode.widest(modes) is Mode.OPEN, path


@pytest.mark.parametrize("kind", TOWNSHIP_KINDS, ids=lambda kind: kind.family)
def test_internal_fields_are_open_to_review_alone(kind, items):
    for path in INTERNAL[kind.family]:
        for item in items:
            if item.data != kind.family:
                continue
            assert item.mode(path, Audience.PUBLIC) is None, f"{item.id} {path}"
            for audience in (Audience.VILLAGE, Audience.PARTY):
                assert item.mode(path, audience) in (None, Mode.MASKED), f"{item.id} {path}"


def test_every_kind_of_organisation_is_published_by_one_item(items):
    named = [kind for item in items if item.data == "organisation" for kind in item.conditions["类别"]]
    kinds = families()["organisation"].model_fields["kind"].annotation.__args__
    assert sorted(named) == sorted(kinds)


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


def test_a_local_rule_is_never_looser(records, items):
    for rule in records.of(Jurisdiction):
        assert rule.board_days is None or rule.board_days >= NATIONAL_BOARD_DAYS
        for local in rule.deadlines:
            for item in items:
                if item.frequency == local.frequency and item.deadline and item.deadline.calendar == "日历日":
                    assert local.days <= item.deadline.days, f"{rule.id} {item.id}"


def test_four_two_has_its_six_steps(records):
    form = records.get(ProcedureForm, "form/four-two")
    assert [step.name for step in form.steps] == ["提议", "商议", "审议", "决议", "决议公开", "结果公开"]
    assert [step.vote for step in form.steps] == [False, True, True, True, False, False]
    assert [step.board_days for step in form.steps[-2:]] == [NATIONAL_BOARD_DAYS] * 2
    assert form.steps[3].quorum.met(28, 42)
    assert not form.steps[3].quorum.met(27, 42)
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
