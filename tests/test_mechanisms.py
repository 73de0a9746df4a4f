"""`MECHANISMS.md` says the truth, and every figure of the source materials is in the sample."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.derive import derive
from generator.disclose import disclose
from generator.load import load
from generator.model import Amount, Audience, Records, State
from generator.pages import plan
from generator.pages._common.disclosure import record_page
from generator.records.activity import Activity
from generator.records.assessment import Assessment
from generator.records.assignment import Assignment
from generator.records.indicator import Indicator
from generator.records.issue import Issue
from generator.records.ledger import Ledger
from generator.records.organisation import Organisation
from generator.records.person import PersonRecord
from generator.records.place import Place
from generator.records.procedure import Procedure
from generator.records.project import Project
from generator.records.scale import GradeScale
from generator.rules import steps
from generator.write import write
from tests.sample.systems_figures import Stated, base_unit, in_base, stated

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 10, 20)
ROWS = re.findall(
    r"^\| (S\d\d) \| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", (ROOT / "MECHANISMS.md").read_text("utf-8"), re.M
)


@pytest.fixture(scope="module")
def records() -> Records:
    return derive(load(ROOT)[0], TODAY)


@pytest.fixture(scope="module")
def addresses(records: Records) -> set[str]:
    return {page.path for page in plan(disclose(records, Audience.REVIEW))}


def listed(column: int) -> list[Any]:
    """(mechanism, entry) of one column, as parameters."""
    return [
        pytest.param(entry.strip(), id=f"{row[0]} {entry.strip()}") for row in ROWS for entry in row[column].split(",")
    ]


# --------------------------------------------------------------------------------------------------------- MECHANISMS.md


def test_every_mechanism_is_listed_once():
    assert [row[0] for row in ROWS] == [f"S{number:02}" for number in range(1, 61)]


@pytest.mark.parametrize("key", listed(2))
def test_its_records_exist(records, key):
    assert records.find(key) is not None


@pytest.mark.parametrize("address", listed(3))
def test_its_pages_exist(addresses, address):
    assert address in addresses


@pytest.mark.parametrize("test", listed(4))
def test_its_tests_exist(test):
    file, _, name = test.partition("::")
    world = name.removeprefix("world_")
    if world != name:
        assert (ROOT / "tests/broken" / world / "expected.txt").is_file()
        name = "test_broken_world"
    assert re.search(rf"^def {name}\(", (ROOT / file).read_text("utf-8"), re.M)


# ------------------------------------------------------------------------------------------------------------ the figures


def found(records: Records, township: str, where: str) -> tuple[Amount, bool]:
    """The amount at an address of the list, and whether its source calls it rough."""
    address, _, path = where.partition(" ")
    if "/" not in address:  # a field of the place itself
        address, path = f"place/{township}", address
    record: Any = records.find(f"{township}/{address}")
    assert record is not None, f"{township}/{address}"
    if isinstance(record, Indicator) and not path:
        return record.amount, record.approximate
    value, unit = _walked(record, path.split("."))
    if isinstance(value, Amount):
        return Amount(value.value, unit, value.state), False
    return Amount.known(value, unit or _unit(records, record)), False


def _walked(record: Any, path: list[str]) -> tuple[Any, str]:
    value, unit = record, ""
    for step in path:
        if isinstance(value, tuple):
            value = value[int(step)]
            continue
        name, info = next((name, info) for name, info in type(value).model_fields.items() if info.alias == step)
        value, unit = getattr(value, name), (info.json_schema_extra or {}).get("unit", "")
    return value, unit


def _unit(records: Records, record: Any) -> str:
    """Entries are counted in the unit of their ledger; shares are in per cent."""
    return records.get(Ledger, f"ledger/{record.ledger}").unit if isinstance(record, Issue) else "%"


def _scale_unit(records: Records, one: Stated) -> str | None:
    record = records.find(f"{one.township}/{one.where[0].partition(' ')[0]}")
    return records.get(GradeScale, f"scale/{record.scale}").unit if isinstance(record, Assessment) else None


@pytest.mark.parametrize("one", [pytest.param(one, id=f"{one.township} {one.what}") for one in stated()])
def test_every_stated_figure_is_in_the_sample(records, one):
    parts = [found(records, one.township, where) for where in one.where]
    amount = Amount.total(part for part, _ in parts[1:]) + parts[0][0] if len(parts) > 1 else parts[0][0]
    assert base_unit(_scale_unit(records, one) or amount.unit) == base_unit(one.unit)
    assert (None if amount.value is None else in_base(amount.value, amount.unit)) == one.amount
    expected = {"": State.MISSING, "**": State.MASKED}.get(one.value, State.KNOWN)
    assert amount.state is expected
    assert any(rough for _, rough in parts) == one.about


@pytest.fixture(scope="module")
def texts(records: Records, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Path → Markdown of the reviewers' pages, as it reads."""
    edition = disclose(records, Audience.REVIEW)
    docs = write(edition, plan(edition), tmp_path_factory.mktemp("site") / "review").docs
    return {p.relative_to(docs).as_posix(): html.unescape(p.read_text("utf-8")) for p in docs.rglob("*.md")}


@pytest.mark.parametrize("one", [pytest.param(one, id=f"{one.township} {one.what}") for one in stated()])
def test_every_stated_figure_stands_on_its_page(records, texts, one):
    for where in one.where:
        amount, _ = found(records, one.township, where)
        address = where.partition(" ")[0]
        record = records.find(f"{one.township}/{address if '/' in address else f'place/{one.township}'}")
        text = texts[record_page(record)]
        if isinstance(record, Indicator):
            marks = (record.title, record.key, f'id="indicator-{record.id}"')
            text = "\n".join(line for line in text.splitlines() if any(mark in line for mark in marks))
        number = {State.MASKED: "**", State.MISSING: "缺"}.get(amount.state) or f"{amount.value:,f}"
        assert re.search(rf"(?<![\d,.]){re.escape(number)}(?:\.00)?(?![\d,.])", text), (where, number)


def test_the_list_names_every_township():
    assert {one.township for one in stated()} == {path.name for path in (ROOT / "data/townships").iterdir()}
    assert len(list(stated())) > 200


# --------------------------------------------------------------------------------------------- what the mechanisms come to


def value(records: Records, township: str, name: str, **wanted: Any) -> Iterator[Indicator]:
    for indicator in records.of(Indicator, township):
        if indicator.name == name and all(getattr(indicator, field) == wish for field, wish in wanted.items()):
            yield indicator


def test_grids_hang_below_a_branch_and_count_households(records, texts):
    grids = [one for one in records.of(Organisation) if one.households and one.kind == "党小组"]
    assert len(grids) >= 3
    for grid in grids:
        branch = records.get(Organisation, f"{grid.township}/organisation/{grid.parent}")
        assert branch.kind == "党支部"
        assert grid.members <= branch.members
        assert f"| 联系户数 | {grid.households} 户 |" in texts[record_page(grid)]


def test_a_cooperative_hangs_below_the_branch_and_counts_its_households(records, texts):
    coop = records.get(Organisation, "zhuxi/organisation/xikou-coop")
    branch = records.get(Organisation, f"zhuxi/organisation/{coop.parent}")
    page, tree = texts[record_page(coop)], texts["zhuxi/organisations.md"]
    assert (coop.kind, branch.kind) == ("专业合作社", "党支部")
    assert re.search(rf"^\| 上级组织 \| \[{branch.name}\]", page, re.M)
    assert f"| 领域 | {coop.sector} |" in page
    assert f"| 联系户数 | {coop.households} 户 |" in page
    assert re.search(rf"^    +- \[{coop.name}\].*联系 {coop.households} 户", tree, re.M)


def test_elections_of_branches_are_held_to_their_forms(records):
    keys = ("anping/procedure/wangjiaping-branch-2025", "haibin/procedure/gangqian-election-2026")
    for key in keys:
        matter = records.get(Procedure, key)
        posted = next(index for index, step in enumerate(matter.steps) if step.name == "候选人公示")
        hurried = matter.steps[posted].model_copy(update={"removed": matter.steps[posted].posted})
        spoiled = {
            "只有": (*matter.steps[:posted], hurried, *matter.steps[posted + 1 :]),
            "前面缺“候选人公示”": (*matter.steps[:posted], *matter.steps[posted + 1 :]),
        }
        form = records.find(f"form/{matter.form}")
        top = records.find(f"{matter.township}/place/{matter.township}")
        assert not list(steps.check(Records((top, form, matter), today=TODAY)))
        for message, taken in spoiled.items():
            wrong = Records((top, form, matter.model_copy(update={"steps": taken})), today=TODAY)
            assert any(message in finding.message for finding in steps.check(wrong))


def test_pay_and_insurance_stand_beside_the_post(records, texts):
    paid = [one for one in records.of(PersonRecord, "yunling") if one.pay is not None]
    rows = texts["yunling/person/index.md"].splitlines()
    assert len(paid) == 3
    for one in paid:
        assert any(one.post in row and f"| {one.pay:,.2f} | {one.insurance} |" in row for row in rows)
    stated = {one.key.rpartition("/")[2]: one.figure.value for one in records.of(Indicator, "yunling")}
    assert {stated[f"yunling-{one.id}"] for one in paid} == {one.pay for one in paid}


def test_credit_is_counted_as_projects_and_money_of_a_bank(records):
    credit = records.get(Project, "yunling/project/credit-2025")
    told = records.get(Indicator, "yunling/indicator/yunling-credit")
    counted = {
        (one.name, *one.dimensions.values()): one.figure.value
        for one in records.of(Indicator, "yunling")
        if credit.key in one.inputs and one.period is None
    }
    assert in_base(told.figure.value, told.unit) == credit.budget.value
    assert counted["各类项目数", "红色信贷"] == credit.count == 5
    assert counted["项目资金", "金融机构"] == told.figure.value == 50


def test_survival_is_weighted_by_the_grafted_area(records):
    found = {one.township: one.figure for one in records.of(Indicator) if one.name == "加权高接成活率"}
    assert round(found["liyuan"].value, 1) == Decimal("96.8")  # (840 × 96.5 + 610 × 97.2) / 1,450
    assert "gaoyuan" not in found or found["gaoyuan"].value is None  # its own rate is masked


def test_orders_suggestions_and_errands_stand_on_their_pages(texts):
    ledgers, rows = texts["zhuxi/ledgers.md"], texts["zhuxi/issue/index.md"].splitlines()
    for name, number, unit in (("群众点单提出的建议", 6, "条"), ("支部派单", 15, "单"), ("党员代办", 178, "件")):
        assert f"登记 {number} {unit}" in ledgers
        assert any(name in row and f"| {number} |" in row for row in rows)


def test_ten_posts_for_members_without_office(records):
    posts = {one.post for one in records.of(PersonRecord, "haibin") if one.kind == "无职党员岗位"}
    assert len(posts) == next(value(records, "haibin", "无职党员岗位")).figure.value == 10


def test_the_chain_leads_from_the_household_group_to_the_county(records):
    link = records.get(Assignment, "haibin/assignment/chain-group")
    kinds = [link.unit_kind]
    while link.above:
        link = records.get(Assignment, f"haibin/assignment/{link.above}")
        kinds.append(link.unit_kind)
    assert kinds == ["组长", "村干部", "乡镇干部", "县领导"]
    assert link.title == "联系海滨镇的县领导（三包三抓）"


def test_completion_per_branch_shows_the_gaps(records):
    rates = {
        (one.dimensions.get("组织"), one.name): one.figure.value
        for one in records.of(Indicator, "anping")
        if one.theme == "活动开展" and one.unit == "%" and one.period and one.period.key == "2026"
    }
    assert any(rate == 100 for rate in rates.values())
    assert any(rate is not None and rate < 100 for rate in rates.values())


def test_grievance_days_are_the_tenth_and_the_twentieth(records):
    held = [one for one in records.of(Activity) if one.schedule == "grievance-day"]
    assert len(held) > 70
    assert {one.day.day for one in held} == {10, 20}


def test_those_who_were_not_appraised_are_counted(records):
    review = records.get(Assessment, "yunling/assessment/member-review-2025")
    assert sum(one.count for one in review.counts) == 540
    left_out = [one.figure.value for one in records.of(Indicator, "yunling") if review.key in one.inputs]
    assert Decimal(54) in left_out


def test_tiers_of_income_are_counted_over_those_who_reported(records):
    written = [one for one in value(records, "zhuxi", "集体经济收入") if not one.inputs and not one.dimensions]
    assert len(written) == 25
    assert sum(one.amount.state is State.MISSING for one in written) == 2
    tiers = [
        one for one in records.of(Indicator, "zhuxi") if one.place == "zhuxi" and one.inputs and one.theme == "集体经济"
    ]
    for count, share in ((21, "91.3"), (12, "52.2"), (3, "13.0")):
        assert any(one.figure.value == count and one.unit == "个" for one in tiers)
        assert any(one.figure.value == Decimal(share) and one.unit == "%" for one in tiers)


def test_nothing_is_computed_from_the_masked_district(records):
    worked_out = [one for one in records.of(Indicator, "shifan") if one.inputs and one.figure.value is not None]
    uses = {use for one in worked_out for use in one.uses}
    assert not any(use.startswith("indicator/") for use in uses)
    masked = [one for one in records.of(Indicator, "shifan") if not one.inputs]
    assert masked
    assert all(one.amount.state is State.MASKED for one in masked)


def test_claims_that_a_checker_questions(records):
    assert next(value(records, "anping", "原文能人占比")).figure.value == 40
    able = next(value(records, "anping", "能人干部占比"))
    assert able.figure.value == Decimal("40.35")
    counted = len([place for place in records.of(Place, "zhuxi") if place.is_village])
    assert (counted, next(value(records, "zhuxi", "村和社区数")).figure.value) == (25, 25)
