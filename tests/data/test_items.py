"""What the laws ask every township and village to publish is in the catalogue, and was asked for when it says so."""

from __future__ import annotations

from datetime import date

import pytest

from generator.records.law import Law

NATIONAL_BOARD_DAYS = 15
CANONICAL = {
    "党务公开": """
        party-org-setup party-term-goals party-key-tasks-progress party-study-implementation
        party-three-meetings-one-lesson party-theme-day party-organizational-life party-member-review party-election
        party-development-notice party-dues party-style-service party-discipline party-village-rectification
    """,
    "村务公开": """
        village-org-members village-charter-rules village-annual-plan village-assembly-decision
        village-four-two-process village-consultation village-assist-government village-policy-implementation
        village-subsidy-list village-assistance-list village-disaster-donation village-care-groups village-homestead
        village-land-contract village-land-expropriation village-public-works village-one-case-levy
        village-public-posts village-election village-cadre-appraisal village-demand-orders village-supervision-report
    """,
    "财务公开": """
        finance-cash-statement finance-cash-entries finance-accrual-statement finance-balance-sheet
        finance-plan-budget finance-assets-resources finance-asset-deal finance-debts finance-special-fund
    """,
}
"""The items that the laws ask every township and village for."""
FREQUENCY = {
    "每月": "party-theme-day village-demand-orders finance-cash-statement finance-cash-entries",
    "每季": """
        party-key-tasks-progress party-study-implementation party-three-meetings-one-lesson party-dues
        party-style-service village-assist-government village-care-groups village-public-posts
        finance-accrual-statement
    """,
    "每半年": "village-supervision-report finance-debts",
    "每年": """
        party-term-goals party-organizational-life party-member-review village-annual-plan village-cadre-appraisal
        finance-balance-sheet finance-plan-budget finance-assets-resources
    """,
    "长期": "party-org-setup village-org-members village-charter-rules village-policy-implementation",
}
"""What comes back by the calendar; the others follow an event."""


@pytest.mark.parametrize("category", CANONICAL)
def test_every_item_that_law_asks_for_is_there(category, items):
    found = {item.id: item for item in items}
    for name in CANONICAL[category].split():
        assert found[name].category == category, name
        assert found[name].elements or found[name].content, name
        assert found[name].former or found[name].category == "党务公开" or found[name].frequency == "长期", name


def test_there_are_forty_five_of_them():
    assert len({name for names in CANONICAL.values() for name in names.split()}) == 45


def test_how_often_they_come_back(items):
    named = {name for names in CANONICAL.values() for name in names.split()}
    rhythms = {name: frequency for frequency, names in FREQUENCY.items() for name in names.split()}
    assert {item.id: item.frequency for item in items if item.id in named} == dict.fromkeys(named, "事后") | rhythms


def test_what_needs_no_approval_is_no_duty_of_law(items):
    named = {name for names in CANONICAL.values() for name in names.split()}
    assert not [item.id for item in items if item.id in named and not item.approval]


@pytest.mark.parametrize("year", [2015, 2019, 2025])
def test_older_years_are_judged_by_older_law(records, items, year):
    """Fifteen days on the board and 协商 are new; the monthly sheet is not."""
    day = date(year, 6, 30)
    found = {item.id: item for item in items}
    sheet = found["finance-cash-statement"].on(day)
    assert (sheet.frequency, sheet.board_days) == ("每月", 0)
    assert found["village-assembly-decision"].on(day).board_days == 0
    assert found["village-consultation"].on(day) is None
    cited = [basis.law for basis in sheet.bases if records.get(Law, f"law/{basis.law}").in_force(day)]
    assert f"vcol-{2018 if year > 2018 else 2010}" in cited
    assert "vcol-2025" not in cited
    assert ("accounting-2004" in cited) == (year < 2024)


def test_today_everything_of_the_village_hangs_for_fifteen_days(items):
    found = {item.id: item for item in items}
    assert found["finance-cash-statement"].on(date(2026, 1, 1)).board_days == NATIONAL_BOARD_DAYS
    assert found["village-consultation"].on(date(2026, 1, 1)) is found["village-consultation"]
