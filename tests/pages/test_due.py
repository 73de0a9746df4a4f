"""The overview of duties: every duty in a cell, months of one year in one table, marks with words, nothing withheld."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.model import Audience, Duty, DutyState, Edition, Gone, Period
from generator.pages.due import Table, pages
from generator.records.item import DisclosureItem
from generator.records.place import Place
from generator.write import write

TODAY = date(2026, 10, 20)
TOWN = Place.model_validate({"@乡镇": "demo", "编号": "demo", "名称": "河口镇", "级别": "乡镇"})
ITEM = {"依据": [], "主体": "村", "层级": ["村"], "对象": {}, "期限": {"触发": "期末", "天数": 15}}
CASH = DisclosureItem.model_validate({"编号": "cash", "事项": "收支公开榜", "类别": "财务公开", "频次": "每月"} | ITEM)
WORK = DisclosureItem.model_validate({"编号": "work", "事项": "工作情况", "类别": "村务公开", "频次": "每季"} | ITEM)
RULES = DisclosureItem.model_validate({"编号": "rules", "事项": "村规民约", "类别": "村务公开", "频次": "长期"} | ITEM)


def village(number: int) -> Place:
    return Place.model_validate(
        {"@乡镇": "demo", "编号": f"v{number}", "名称": f"第{number}村", "级别": "村", "上级": "demo"}
    )


def duty(state: DutyState = DutyState.DONE, place: str = "v1", period: str = "", **changes: object) -> Duty:
    given = {"item": "cash", "opens": TODAY, "due": TODAY, "period": Period.parse(period) if period else None} | changes
    return Duty(township="demo", place=place, state=state, **given)  # type: ignore[arg-type]


def page(*duties: Duty, villages: int = 1):
    places = (TOWN, *map(village, range(1, villages + 1)))
    items = (*places, CASH, WORK, RULES)
    edition = Edition(items=items, duties=duties, today=TODAY, audience=Audience.PUBLIC)
    return edition, next(iter(pages(edition)))


def text(folder: Path, *duties: Duty, villages: int = 1) -> str:
    edition, one = page(*duties, villages=villages)
    write(edition, [one], folder / "page")
    return (folder / "page" / "docs" / one.path).read_text(encoding="utf-8")


def tables(*duties: Duty) -> list[Table]:
    _, one = page(*duties, villages=3)
    return [table for _, matrices in one.context["categories"] for matrix in matrices for table in matrix.tables]


def test_months_stand_in_a_table_a_year() -> None:
    """The newest first, never more than twelve side by side, so that paper is wide enough."""
    months = [duty(period=f"{year}-{month}") for year in (2024, 2025, 2026) for month in range(1, 13)]
    found = tables(*months)

    assert [table.title for table in found] == ["2026年", "2025年", "2024年"]
    assert [len(table.heads) for table in found] == [12, 12, 12]
    assert found[0].heads[:2] == ("12月", "11月")


@pytest.mark.parametrize(("form", "parts", "together"), [("{}-Q{}", 4, 3), ("{}-H{}", 2, 6), ("{}", 1, 12)])
def test_longer_periods_share_a_table(form: str, parts: int, together: int) -> None:
    """Three years of quarters, six of halves, twelve of years: again twelve columns at most."""
    years = range(2004, 2028)
    periods = [form.format(year, part) for year in years for part in range(1, parts + 1)]
    found = tables(*(duty(period=period, item="work") for period in periods))

    assert [len(table.periods) for table in found] == [12] * (len(years) // together)
    assert all(table.title == "" for table in found)
    assert found[0].heads[0].startswith("2027年")
    seen = [period for table in found for period in table.periods]
    assert seen == sorted(seen, reverse=True)
    assert len(seen) == len(periods)


def test_every_duty_has_its_place(tmp_path: Path) -> None:
    """A cell each, and the counts of the legend add up to all of them."""
    states = [
        duty(state, place=f"v{number}", period=f"2026-{month}")
        for number in (1, 2)
        for month, state in enumerate(DutyState, start=1)
    ]
    _, one = page(*states, villages=2)
    said = text(tmp_path, *states, villages=2)
    matrix = said[said.index("## 财务公开") : said.index("## 不适用和已撤下")]
    cells = Counter(re.findall(r"gk-state--(\w+)\">([^<]+)<", matrix))

    assert cells == Counter({(state.code, f"{state.mark} {state.label}"): 2 for state in DutyState})
    assert sum(count for _, _, count in one.context["legend"]) == len(states)


def test_a_blank_cell_stands_where_nothing_is_owed(tmp_path: Path) -> None:
    """A village that began later has no mark for the time before; one without any duty has no row."""
    said = text(tmp_path, duty(period="2026-8"), duty(place="v2", period="2026-9"), villages=3)

    assert re.search(r"\| 第1村 \|\s+\| <span[^|]+ \|\n", said)
    assert "第3村" not in said


def test_what_is_announced_stands_with_what_is_open(tmp_path: Path) -> None:
    """In the list with its word, in the cell with its day; what is done needs no announcement any more."""
    planned = {"planned": date(2026, 10, 25), "announced": "确认"}
    open_ = duty(DutyState.DUE, period="2026-9", **planned)
    said = text(tmp_path, open_, duty(period="2026-8", **planned))

    assert said.count("预告2026年10月25日（确认）公开") == 1
    assert said.count('<span class="gk-plan">预告<br>10月25日</span>') == 1


def test_reasons_are_told(tmp_path: Path) -> None:
    """Why it does not apply, and why what was done does not count; typed words stay words."""
    said = text(
        tmp_path,
        duty(DutyState.EXEMPT, period="2026-8", reason="没有|收支 <b>"),
        duty(DutyState.OVERDUE, period="2026-9", due=date(2026, 10, 15), reason="没有审批"),
    )

    assert "没有&#124;收支 &#60;b&#62;" in said
    assert "| 5 天 | 没有审批 |" in said


def test_many_places_do_not_make_a_wide_table(tmp_path: Path) -> None:
    """Items that last stand down, eight places across."""
    said = text(tmp_path, *(duty(place=f"v{number}", item="rules") for number in range(1, 20)), villages=19)
    heads = [line for line in said.splitlines() if line.startswith("| 事项 |") and "村" in line]

    assert [line.count("村") for line in heads] == [8, 8, 3]


def test_nothing_is_owed_yet(tmp_path: Path) -> None:
    """A page with the legend alone."""
    said = text(tmp_path)

    assert "## " not in said.partition("\n# ")[2].replace("\n# ", "")
    assert said.count("| 0 |") == len(DutyState)


def test_categories_stand_in_the_usual_order(tmp_path: Path) -> None:
    said = text(tmp_path, duty(period="2026-8"), duty(period="2026-Q2", item="work"))

    assert said.index("## 村务公开") < said.index("## 财务公开")


def test_a_duty_outlives_the_record_that_was_withdrawn(tmp_path: Path) -> None:
    """It is still owed; of what it is about no more is said than that it was withdrawn."""
    edition, _ = page(duty(DutyState.OVERDUE, record="demo/procedure/road", item="work", due=date(2026, 10, 15)))
    edition = replace(edition, gone=(Gone("demo/publication/p", "demo", "v1", "procedure", "road"),))
    write(edition, list(pages(edition)), tmp_path / "page")
    said = (tmp_path / "page" / "docs" / "demo" / "due.md").read_text(encoding="utf-8")

    assert said.count("内容已撤回") == 2
    assert "procedure/road" not in said
