"""The league table: shares of what fell due, ties with the same rank, no rank for too few, and states counted once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.mechanisms.timeliness import LEAST, Tally, ranked, tally
from generator.model import Audience, Duty, DutyState, Edition, Page
from generator.pages.timeliness import League, pages, portal
from generator.records.item import DisclosureItem
from generator.records.place import Place
from generator.write import write

TODAY = date(2026, 10, 20)
ITEM = {"依据": [], "频次": "每月", "主体": "村", "层级": ["村"], "对象": {}}
ITEMS = tuple(
    DisclosureItem.model_validate({"编号": name, "事项": name, "类别": kind} | ITEM)
    for name, kind in (("cash", "财务公开"), ("party", "党务公开"))
)


def place(slug: str, name: str = "", top: str = "demo") -> Place:
    level = {"级别": "乡镇"} if slug == top else {"级别": "村", "上级": top}
    return Place.model_validate({"@乡镇": top, "编号": slug, "名称": name or slug} | level)


def duty(state: DutyState, where: str = "v1", top: str = "demo", **changes: object) -> Duty:
    given = {"item": "cash", "opens": date(2026, 9, 1), "due": date(2026, 9, 15)} | changes
    return Duty(township=top, place=where, state=state, **given)  # type: ignore[arg-type]


def edition(*duties: Duty, places: tuple[Place, ...]) -> Edition:
    return Edition(items=(*places, *ITEMS), duties=duties, today=TODAY, audience=Audience.PUBLIC)


def league(page: Page, number: int = 0) -> League:
    found: League = page.context["leagues"][number]
    return found


ON_TIME, LATE, OVERDUE = DutyState.DONE, DutyState.LATE, DutyState.OVERDUE
TOWN = place("demo", "河口镇")


@given(st.lists(st.sampled_from(DutyState), max_size=30))
def test_every_state_is_counted_once_and_only_what_is_done_in_time_is_in_time(states: list[DutyState]) -> None:
    """What does not apply and what is still to come is not counted; what was taken down is, and not as done."""
    counted = tally(duty(state) for state in states)

    assert counted.due == len([s for s in states if s not in (DutyState.EXEMPT, DutyState.DUE)])
    assert counted.on_time == states.count(DutyState.DONE)
    assert counted.due == counted.on_time + counted.late + counted.overdue + counted.withdrawn
    assert 0 <= counted.share <= 1
    assert (counted.rate.value is None) is (counted.due == 0)


TALLIES = st.builds(Tally, st.integers(0, 9), st.integers(0, 3), st.integers(0, 3), st.integers(0, 2))


@given(st.lists(TALLIES, max_size=12))
def test_ranks_are_fair(tallies: list[Tally]) -> None:
    """The same share has the same rank, a better one a smaller; a rank says how many are better; too few have none."""
    rows = ranked([(place(f"v{number}"), one) for number, one in enumerate(tallies)])

    assert sorted(row.place.id for row in rows) == sorted(f"v{number}" for number in range(len(tallies)))
    for row in rows:
        assert (row.rank is None) is (row.tally.due < LEAST)
        if row.rank is not None:
            better = [other for other in rows if other.rank and other.tally.share > row.tally.share]
            assert row.rank == len(better) + 1
    ranks = [row.rank for row in rows]
    assert ranks == sorted(ranks, key=lambda rank: rank or len(rows) + 1)


def test_shares_that_read_the_same_share_a_rank() -> None:
    """999 of 1000 and 9990 of 10001 both read 99.9; equal parts of different wholes are equal."""
    rows = ranked(
        [
            (place("a"), Tally(9990, 11)),
            (place("b"), Tally(999, 1)),
            (place("c"), Tally(3, 1)),
            (place("d"), Tally(6, 2)),
        ]
    )

    assert [(row.place.id, row.rank) for row in rows] == [("b", 1), ("a", 1), ("c", 3), ("d", 3)]
    assert rows[0].tally.rate == rows[1].tally.rate


@pytest.mark.parametrize(("due", "rank"), [(0, None), (1, None), (2, None), (3, 1)])
def test_too_few_are_not_ranked(due: int, rank: int | None) -> None:
    """Fewer than three."""
    assert ranked([(place("a"), Tally(due))])[0].rank == rank


def test_the_page_of_a_township(tmp_path: Path) -> None:
    """Its villages with ranks, itself without one, all together; each figure leads to the duties behind it."""
    duties = (
        *[duty(ON_TIME, "v1")] * 3,
        *[duty(ON_TIME, "v2")] * 2,
        duty(LATE, "v2", done=date(2026, 9, 20), item="party"),
        duty(DutyState.EXEMPT, "v2"),
        duty(OVERDUE, "v3"),
        duty(DutyState.DUE, "v3"),
        duty(ON_TIME, "demo", item="party"),
        duty(OVERDUE, "v1", due=date(2024, 1, 15)),
    )
    places = (TOWN, place("v1", "上河村"), place("v2", "下河村"), place("v3", "远村"), place("v4", "新村"))
    made = edition(*duties, places=places)
    found = list(pages(made))
    write(made, found, tmp_path / "x")
    said = (tmp_path / "x/docs/demo/timeliness.md").read_text(encoding="utf-8")

    assert [page.path for page in found] == ["demo/timeliness.md"]
    assert [line for line in said.splitlines() if line.startswith("| ")][:7] == [
        "| 地方 | 名次 | 及时率（%） | 到期应公开 | 按时 | 迟公开 | 逾期 | 已撤下 | 不适用 |",
        "| 上河村 | 1 | 100.0 | 3 | 3 | 0 | 0 | 0 | 0 |",
        "| 下河村 | 2 | 66.7 | 3 | 2 | 1 | 0 | 0 | 1 |",
        "| 远村 | — | 0.0 | 1 | 0 | 0 | 1 | 0 | 0 |",
        '| 河口镇<br><span class="gk-note">本级</span> | — | 100.0 | 1 | 1 | 0 | 0 | 0 | 0 |',
        "| **合计** |  | 75.0 | 8 | 6 | 1 | 1 | 0 | 1 |",
        "| 地方 | 名次 | 及时率（%） | 到期应公开 | 按时 | 迟公开 | 逾期 | 已撤下 | 不适用 |",
    ]
    assert "另有 1 个地方没有这样的事项" in said
    assert "| 下河村 | 0/1（0.0%） | 2/2（100.0%） |" in said
    behind = said[said.index("## 没有按时的") : said.index("## 怎么算的")]
    assert behind.count("gk-state--") == 3, "two overdue, one of them old, and one late"
    assert behind.index("gk-state--overdue") < behind.index("gk-state--late")


def test_spans_are_this_year_and_twelve_months() -> None:
    """By the last day: one in January counts in both, one of the autumn before in the second alone."""
    days = (date(2025, 10, 31), date(2025, 11, 1), date(2025, 12, 31), date(2026, 1, 1), date(2026, 10, 20))
    made = edition(*(duty(ON_TIME, due=day) for day in days), places=(TOWN, place("v1")))
    page = next(pages(made))

    assert [one.total.due for one in page.context["leagues"]] == [2, 4]
    for month in range(1, 13):
        (page, *_) = pages(replace(made, today=date(2026, month, 28)))
        year, twelve = page.context["leagues"]
        assert (year.since, twelve.since.day) == (date(2026, 1, 1), 1)
        assert (2026 - twelve.since.year) * 12 + month - twelve.since.month == 11


def test_townships_answer_for_their_villages() -> None:
    """On the page of the whole site, which is only there when there are several; villages of all compete."""
    places = (TOWN, place("v1"), place("far", "远镇", top="far"), place("v1", "同名", top="far"))
    duties = (*[duty(ON_TIME)] * 3, duty(OVERDUE, "demo"), *[duty(LATE, "v1", "far")] * 4)
    site = next(page for page in portal(edition(*duties, places=places)) if page.path == "timeliness.md")
    townships, villages = league(site), league(site, 1)

    assert [(row.place.id, row.rank, row.tally.on_time, row.tally.due) for row in townships.rows] == [
        ("demo", 1, 3, 4),
        ("far", 2, 0, 4),
    ]
    assert [(row.place.township, row.rank, row.tally.due) for row in villages.rows] == [("demo", 1, 3), ("far", 2, 4)]
    assert (townships.total.due, villages.total.due) == (8, 7)


def test_nothing_has_fallen_due(tmp_path: Path) -> None:
    """It is said, and there is no table."""
    made = edition(duty(DutyState.DUE), places=(TOWN, place("v1")))
    write(made, list(pages(made)), tmp_path / "x")
    said = (tmp_path / "x/docs/demo/timeliness.md").read_text(encoding="utf-8")

    assert said.count("还没有到期的公开事项。") == 2
    assert "|" not in said
