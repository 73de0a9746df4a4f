"""The sample townships: made by the script, loaded without a finding, lawful but for what is meant to go wrong."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from generator.derive import derive
from generator.disclose import disclose
from generator.figures import FORMS, render, shown
from generator.load import load
from generator.model import WITHHELD, Audience, DutyState, Level, State
from generator.model.record import Row
from generator.records.article import Article
from generator.records.finance import Finance
from generator.records.genre import Genre
from generator.records.indicator import Indicator
from generator.records.organisation import Organisation
from generator.records.place import Place
from generator.records.procedure import Procedure
from generator.records.publication import PublicationRecord
from generator.records.roster import Roster
from generator.rules import check, coverage
from generator.rules.names import names_made
from tests.sample.__main__ import main

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 10, 20)
TOWNSHIPS = {"anping": 3, "gaoyuan": 4, "shiguan": 3}
"""Those of which a whole year is told; the others stand for single mechanisms (`tests/test_mechanisms.py`)."""
FOLDERS = ("haibin", "liyuan", "yunling", "zhuxi", "shifan")
GAPS = {
    "anping/organisation/wangjiaping-branch",
    "anping/organisation/xihe-branch",
    "shiguan/place/heyan",
}
"""Who left out a lecture, a theme day and a grievance day."""
INTERNAL = {"备注", "内部评价", "联络人", "不同意见", "记录人", "意见", "提出人", "经手人"}

LATE = {
    ("anping", "wangjiaping", "finance-cash-statement", "2025-12"),
    ("anping", "wangjiaping", "finance-cash-entries", "2025-12"),
    ("gaoyuan", "baicaowa", "finance-cash-statement", "2026-02"),
    ("gaoyuan", "baicaowa", "finance-cash-entries", "2026-02"),
    ("shiguan", "shiguan", "party-key-tasks-progress", "2026-q1"),
    ("anping", "xihe", "village-demand-orders", "2026-02"),
    ("anping", "anping", "party-study-implementation", "2026-q2"),
    ("anping", "wangjiaping", "finance-cash-statement", "2026-06"),
    ("anping", "wangjiaping", "finance-cash-entries", "2026-06"),
    ("gaoyuan", "niangou", "finance-accrual-statement", "2026-q2"),
    ("shiguan", "qiaotou", "village-assist-government", "2026-q1"),
    ("shiguan", "heyan", "village-demand-orders", "2026-01"),
}
"""One of them was published in time, withdrawn, and published again too late."""
OVERDUE = {
    ("gaoyuan", "shangzhuang", "finance-cash-statement", "2026-09"),
    ("gaoyuan", "shangzhuang", "finance-cash-entries", "2026-09"),
    ("gaoyuan", "baicaowa", "village-demand-orders", "2026-08"),
    ("shiguan", "qiaotou", "village-supervision-report", "2026-h1"),
    ("gaoyuan", "shangzhuang", "village-assist-government", "2026-q3"),
    ("shiguan", "dongguan", "village-care-groups", "2026-q3"),
    ("shiguan", "dongguan", "village-public-posts", "2026-q3"),
}
"""One forgotten, one not approved, one withdrawn and not replaced, one announced too late, one given up."""
DUE = {
    ("gaoyuan", "niangou", "village-four-two-process", ""),
    ("gaoyuan", "niangou", "village-assembly-decision", ""),
}
EXEMPT = {
    ("gaoyuan", "niangou", "village-supervision-report", "2026-h1"),
    ("gaoyuan", "niangou", "finance-debts", "2026-h1"),
}
WITHDRAWN = {
    ("shiguan", "dongguan", "village-supervision-report", "2026-h1"),
    ("gaoyuan", "baicaowa", "finance-debts", "2026-h1"),
}


@pytest.fixture(scope="module")
def loaded():
    return load(ROOT)


@pytest.fixture(scope="module")
def records(loaded):
    return derive(loaded[0], TODAY)


@pytest.fixture(scope="module")
def editions(records):
    return {audience: disclose(records, audience) for audience in Audience}


def leaves(row: Any, label: str = "") -> Iterator[tuple[str, str]]:
    """(label, text) of every value that can be read in a record."""
    if isinstance(row, Row):
        for name, info in type(row).model_fields.items():
            yield from leaves(getattr(row, name), str(info.alias))
    elif isinstance(row, (tuple, list)):
        for one in row:
            yield from leaves(one, label)
    elif row is not None and row is not WITHHELD:
        yield label, str(row)


def read(edition: Any) -> str:
    """Everything that the townships' records say to an audience."""
    return "\n".join(text for record in edition if not type(record).catalogue for _, text in leaves(record))


# ---------------------------------------------------------------------------------------------------------- the script


def test_the_script_makes_the_committed_bytes(tmp_path):
    main(["--out", str(tmp_path)])
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    slugs = (*TOWNSHIPS, *FOLDERS)
    kept = {path.relative_to(ROOT) for slug in slugs for path in (ROOT / "data/townships" / slug).rglob("*.yml")}
    assert {path for path in made if path.suffix == ".yml"} == kept
    assert [str(path) for path, data in made.items() if (ROOT / path).read_bytes() != data] == []


def test_no_two_computed_figures_share_a_key_or_a_name(records):
    """And every name that ledgers, procedures, scales and schedules make is foretold by the rule `names`."""
    computed = [indicator for indicator in records.of(Indicator) if indicator.inputs]
    assert len({indicator.key for indicator in records.of(Indicator)}) == len(records.of(Indicator))
    foretold = {name.text for name in names_made(records)}
    themes = {"活动开展", "考核评议", "台账办理", "程序办理"}
    assert {indicator.name for indicator in computed if indicator.theme in themes} <= foretold


def test_files_stay_small():
    assert max(path.stat().st_size for path in (ROOT / "data").rglob("*.yml")) <= 300_000


# ---------------------------------------------------------------------------------------------------------- the records


def test_everything_loads_without_a_finding(loaded):
    assert loaded[1] == []


def test_nothing_is_wrong_but_what_is_overdue_or_was_not_held(records):
    findings = [finding for finding in check(records) if finding.level is not Level.NOTE]
    assert {finding.level for finding in findings} == {Level.WARNING}
    assert {finding.rule for finding in findings} - {"holidays"} == {"overdue", "incomplete", "announcements", "rhythm"}
    assert sum(finding.rule in ("overdue", "incomplete") for finding in findings) == len(
        {(town, place, period) for town, place, _, period in OVERDUE}
    )
    assert sum(finding.rule == "announcements" for finding in findings) == 2
    assert {finding.record for finding in findings if finding.rule == "rhythm"} == GAPS


@pytest.mark.parametrize(("state", "expected"), [
    (DutyState.LATE, LATE),
    (DutyState.OVERDUE, OVERDUE),
    (DutyState.DUE, DUE),
    (DutyState.EXEMPT, EXEMPT),
    (DutyState.WITHDRAWN, WITHDRAWN),
])  # fmt: skip
def test_what_goes_as_in_real_life(records, state, expected):
    found = [duty for duty in records.duties if duty.state is state]
    keys = [(duty.township, duty.place, duty.item, duty.period.key if duty.period else "") for duty in found]
    assert sorted(keys) == sorted(expected)


def test_what_befell_publications_can_be_met_somewhere(records):
    """Announced, moved with a reason, confirmed, given up; withdrawn and replaced or not; corrected, also twice; objected."""
    publications = records.of(PublicationRecord)
    lines = [one for p in publications for one in p.announcements]
    assert {line.state for line in lines} == {"计划", "确认", "取消"}
    assert {bool(line.reason) for line in lines} == {True, False}
    withdrawn = [p for p in publications if p.withdrawn]
    again = {key for p in withdrawn if records.get(PublicationRecord, key := f"{p.key}-again")}
    assert (len(withdrawn), len(again)) == (3, 2)
    assert {len(p.corrections) for p in publications} == {0, 1, 2}
    assert any(one.reply is None for p in publications for one in p.objections)
    assert sum(one.reply is not None for p in publications for one in p.objections) >= 3


def test_nearly_everything_is_on_time(records):
    done = sum(duty.state is DutyState.DONE for duty in records.duties)
    assert done / len(records.duties) > 0.95
    assert len(records.duties) > 300


@pytest.mark.parametrize(("slug", "count"), TOWNSHIPS.items())
def test_villages(records, slug, count):
    places = records.of(Place, slug)
    township = next(place for place in places if place.level == "乡镇")
    villages = [place for place in places if place.level == "村"]
    assert (township.id, township.sample, township.since) == (slug, True, date(2025, 10, 1))
    assert township.jurisdiction
    assert len(villages) == count
    for village in villages:
        kinds = {
            organisation.kind for organisation in records.of(Organisation, slug) if organisation.place == village.id
        }
        assert kinds == {"党支部", "村民委员会", "村务监督委员会", "农村集体经济组织"}


@pytest.mark.parametrize("slug", TOWNSHIPS)
def test_twelve_sheets_that_carry_over(records, slug):
    runs = defaultdict(list)
    for sheet in records.of(Finance, slug):
        if sheet.is_cash and sheet.publisher.endswith("股份经济合作社"):
            runs[sheet.place].append(sheet)
    assert len(runs) == TOWNSHIPS[slug]
    for run in runs.values():
        run.sort(key=lambda sheet: sheet.period)
        assert [sheet.period.key for sheet in run] == [f"2025-{m}" for m in (10, 11, 12)] + [
            f"2026-0{m}" for m in range(1, 10)
        ]
        for sheet, later in pairwise(run):
            assert sheet.closing == later.opening
        for sheet in run:
            assert sheet.opening + sheet.income - sheet.expense == sheet.closing == sheet.cash + sheet.bank > 0
            assert sheet.entries[-1].balance == sheet.closing
            assert sum((entry.income or Decimal(0) for entry in sheet.entries), Decimal(0)) == sheet.income


def test_the_sheet_of_the_first_steps(records):
    sheet = records.get(Finance, "anping/finance/liucun-2026-03")
    assert sheet.opening == Decimal("86420.00")
    assert (sheet.incomes[0].summary, sheet.incomes[0].account, sheet.incomes[0].amount) == ("果园承包费", "501", 12000)
    assert (sheet.expenses[0].summary, sheet.expenses[0].account, sheet.expenses[0].amount) == (
        "3月保洁员工资",
        "514",
        2400,
    )
    written = (ROOT / "data/townships/anping/finance/2026-q1.yml").read_text(encoding="utf-8")
    assert "金额: 12,000.00" in written
    assert "金额: 2,400.00" in written


def test_every_village_has_decided_something(records):
    matters = defaultdict(list)
    for procedure in records.of(Procedure):
        if procedure.form == "four-two":
            matters[procedure.place].append(procedure.stage)
    assert len(matters) == 10
    assert all(len(stages) >= 2 and "已完成" in stages for stages in matters.values())
    assert sum("进行中" in stages for stages in matters.values()) >= 3


@pytest.mark.parametrize("slug", TOWNSHIPS)
def test_the_statements_of_the_quarters_are_those_of_the_sheets(records, slug):
    sheets = [sheet for sheet in records.of(Finance, slug) if sheet.publisher.endswith("股份经济合作社")]
    for statement in (sheet for sheet in sheets if sheet.statement == "收支明细表"):
        months = [
            one for one in sheets if one.is_cash and one.place == statement.place and statement.period.holds(one.period)
        ]
        lines = [line for sheet in months for line in sheet.incomes if line.account != "241"]
        assert len(months) == 3
        assert next(row.current for row in statement.rows if row.name == "收入合计") == sum(one.amount for one in lines)


def test_two_publishers_of_one_village_keep_books_apart(records):
    publishers = {sheet.publisher for sheet in records.of(Finance, "anping") if sheet.place == "xihe"}
    assert publishers == {"西河村股份经济合作社", "西河村村民委员会"}


def test_the_board_kept_everything_for_fifteen_days(records):
    for publication in records.of(PublicationRecord):
        if publication.removed and not publication.withdrawn:
            assert publication.removed - publication.posted >= timedelta(days=15), publication.key


def test_corrections_objections_and_closures(records):
    publications = records.of(PublicationRecord)
    corrections = [correction for publication in publications for correction in publication.corrections]
    assert len(corrections) == 5
    assert all(correction.old != correction.new for correction in corrections)
    objections = [objection for publication in publications for objection in publication.objections]
    assert all(one.replied - one.day <= timedelta(days=5) for one in objections if one.replied)
    assert [one.day for one in objections if not one.replied] == [date(2026, 10, 17)]
    (closure,) = (closure for record in records for closure in record.closures)
    assert closure.reason


def test_each_township_has_masked_and_missing_figures_with_reasons(records):
    for slug in TOWNSHIPS:
        written = [indicator for indicator in records.of(Indicator, slug) if not indicator.inputs]
        assert all(indicator.source and indicator.unit and indicator.period for indicator in written)
        states = [indicator.amount.state for indicator in written]
        assert {State.MASKED, State.MISSING} <= set(states)
        assert all(indicator.why_missing for indicator in written if indicator.amount.state is State.MISSING)


def test_attachments_are_small_pictures(records):
    names = [(p.township, name) for p in records.of(PublicationRecord) for name in p.attachments]
    assert len(names) == 2
    for township, name in names:
        data = (ROOT / "content" / township / "files" / name).read_bytes()
        assert data.startswith(b"\x89PNG\r\n\x1a\n")
        assert len(data) < 100_000


# --------------------------------------------------------------------------------------------------------- the articles


def texts(article: Article) -> Iterator[str]:
    yield from (text for _, text in article.prose())


LEAST = {
    "随笔": 3,
    "调研报告": 8,
    "述职报告": 12,
    "总结": 10,
    "计划": 12,
    "交流发言": 15,
    "综述": 15,
    "经验材料": 30,
    "工作报告": 15,
}
"""How many figures a published article of the sample takes from records at least."""


def test_every_genre_has_an_article(records):
    articles = records.of(Article)
    assert {article.genre for article in articles} == {genre.name for genre in records.of(Genre)} == set(LEAST)
    assert {article.township for article in articles} == {*TOWNSHIPS, *FOLDERS}


def test_articles_take_every_figure_from_a_record(editions):
    published = editions[Audience.PUBLIC].of(Article)
    assert len(published) >= 13
    for article in published:
        names = shown(article, editions[Audience.PUBLIC])
        pieces = [piece for text in texts(article) for piece in render(text, names)]
        assert sum(bool(piece.sources) for piece in pieces) >= LEAST[article.genre], article.key
        assert not any(char.isdigit() for piece in pieces if not piece.sources for char in piece.text), article.key


def test_every_number_in_the_articles_is_bound(records):
    said = coverage(records)
    assert said.bound == said.total > 350


def test_articles_are_as_their_genres_say(records):
    """But for a draft; four levels of headings, tables, and what was done and came of it are all in use."""
    found = {finding.record for finding in check(records) if finding.rule == "genres"}
    assert found <= {"shiguan/article/plan-2027-draft"}
    blocks = [(level, block) for article in records.of(Article) for _, level, block in article.blocks()]
    assert {level for level, _ in blocks} == {1, 2, 3, 4}
    assert sum(block.table is not None for _, block in blocks) >= 6
    assert sum(bool(block.steps and block.effects) for _, block in blocks) >= 8


def test_articles_use_every_way_of_naming_a_figure(records):
    """Of another place, of an earlier period, compared with it, and in many forms."""
    prose = "".join(text for article in records.of(Article) for text in texts(article))
    for word in (
        "['刘村']['2024']",
        "['河湾村'] -",
        "| 同比",
        "| 增减",
        *(f"| {form}" for form in FORMS if form != "亿"),
    ):
        assert word in prose, word
    assert not re.search(r"姓名|书记[\u4e00-\u9fff]{2,3}同志", prose)


def test_the_experience_material(editions):
    edition = editions[Audience.PUBLIC]
    article = edition.get(Article, "anping/article/five-grasps-2026")
    assert [section.title[0] for section in article.sections] == ["抓"] * 5
    assert [section.title[-1] for section in article.sections] == ["力"] * 5
    said = "".join(piece.text for text in texts(article) for piece in render(text, shown(article, edition)))
    assert len(said) >= 1400
    for figure in ("1460名党员", "能人23名", "40.4%", "四成", "62.4%", "年轻了14岁", "**名", "增长8.8%", "2300余户"):
        assert figure in said


def test_a_secretary_reports_on_his_office_without_a_name(records):
    article = records.get(Article, "liyuan/article/office-report-2026")
    names = {seat.name for organisation in records.of(Organisation) for seat in organisation.seats}
    said = "".join(texts(article))
    assert len(names) > 30
    assert article.byline == "梨园镇党委书记"
    assert [name for name in names if name in said] == []


# ---------------------------------------------------------------------------------------------------------- who reads it


def test_internal_values_are_read_by_reviewers_alone(records, editions):
    internal = {
        text for record in records if not type(record).catalogue for label, text in leaves(record) if label in INTERNAL
    }
    assert len(internal) > 120
    reviewed = read(editions[Audience.REVIEW])
    assert all(text in reviewed for text in internal)
    for audience in (Audience.PUBLIC, Audience.VILLAGE, Audience.PARTY):
        shown = read(editions[audience])
        assert [text for text in internal if text in shown] == [], audience


def test_party_figures_stay_in_the_party(records, editions):
    party = [i for i in records.of(Indicator) if i.theme in ("党费", "党内统计")]
    inside = [i for i in records.of(Indicator) if i.theme == "内部掌握"]
    assert len(party) >= 60
    assert len(inside) >= 6
    for audience, seen in ((Audience.PUBLIC, ()), (Audience.VILLAGE, ()), (Audience.PARTY, party)):
        keys = {record.key for record in editions[audience]}
        assert keys.isdisjoint(i.key for i in (*party, *inside) if i not in seen)
        assert {i.key for i in seen} <= keys
    shown = read(editions[Audience.PUBLIC])
    assert "党费" not in shown
    amounts = {f"{i.figure.value}" for i in party if i.theme == "党费" and i.unit == "元"}
    assert not any(amount in shown for amount in amounts)


def test_what_is_not_approved_is_not_there(editions):
    for audience in (Audience.PUBLIC, Audience.VILLAGE, Audience.PARTY):
        assert editions[audience].find("gaoyuan/finance/shangzhuang-2026-09") is None
        assert editions[audience].find("gaoyuan/publication/shangzhuang-finance-2026-09") is None
        assert editions[audience].find("shiguan/article/plan-2027-draft") is None
    assert editions[Audience.REVIEW].find("shiguan/article/plan-2027-draft") is not None


def test_the_public_sees_totals_and_the_village_sees_entries(editions):
    key = "anping/finance/liucun-2026-03"
    (total,) = editions[Audience.PUBLIC].get(Finance, key).entries
    assert (total.summary, total.income, total.balance) == ("共12笔", Decimal("13727.12"), WITHHELD)
    entries = editions[Audience.VILLAGE].get(Finance, key).entries
    assert len(entries) == 12
    assert {entry.handler[1:3] for entry in entries} == {"**"}


def test_a_record_closes_a_field_to_society_only(editions):
    key = "shiguan/procedure/heyan-repair-2026"
    assert editions[Audience.PUBLIC].get(Procedure, key).background is WITHHELD
    assert editions[Audience.PUBLIC].get(Procedure, key).title
    assert editions[Audience.VILLAGE].get(Procedure, key).background


def test_lists_of_recipients_stay_in_the_village(editions):
    """Society reads how many households and how much, of too few not even that; nobody but reviewers reads a name."""
    names = {row.name for row in editions[Audience.REVIEW].get(Roster, "anping/roster/liucun-allowance-2026-06").rows}
    for audience in (Audience.PUBLIC, Audience.VILLAGE, Audience.PARTY):
        rosters = editions[audience].of(Roster, "anping")
        assert len(rosters) == 3
        assert names.isdisjoint(row.name for one in rosters for row in one.rows or ())
        assert not any(
            p.text for p in editions[Audience.PUBLIC].of(PublicationRecord) if "village-subsidy-list" in p.items
        )
    relief = editions[Audience.PUBLIC].get(Roster, "anping/roster/liucun-relief-2026-07")
    assert relief.total is relief.households is relief.rows is WITHHELD


def test_reviewers_see_every_record(records, editions):
    assert {record.key for record in records} == {record.key for record in editions[Audience.REVIEW]}


# -------------------------------------------------------------------------------------------------------------- the site


@pytest.mark.parametrize("name", ["about", "reading", "objection"])
def test_prose(loaded, name):
    text = loaded[0].prose[name]
    assert text.startswith("# ")
    assert "<" not in text
    assert "http" not in text
