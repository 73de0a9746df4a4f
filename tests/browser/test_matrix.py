"""The overview of duties of a large township, as a phone and a sheet of paper show it: nothing is cut off."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.build import build
from generator.model import Audience, Duty, DutyState, Edition, Period
from generator.pages import due, timeliness
from generator.records.item import DisclosureItem
from generator.records.place import Place
from generator.write import write
from tests.browser.conftest import OfflinePage
from tests.world import REPOSITORY

pytestmark = pytest.mark.browser

TODAY = date(2026, 12, 20)
PAPER = 673
"""CSS pixels of an A4 sheet between its margins of 16 mm."""
ITEM = {"依据": [], "主体": "村", "层级": ["村"], "对象": {}}
ITEMS = tuple(
    DisclosureItem.model_validate({"编号": name, "事项": title, "类别": "财务公开", "频次": rhythm} | ITEM)
    for name, title, rhythm in (
        ("cash", "收支公开榜", "每月"),
        ("posts", "公益岗位和误工补贴人员", "每季"),
        ("rules", "村民自治章程、村规民约和其他长期公开的内容", "长期"),
    )
)


def edition() -> Edition:
    """Twenty villages with long names, two years of months and quarters, every state, announced days and long reasons."""
    top = Place.model_validate({"@乡镇": "demo", "编号": "demo", "名称": "河口镇", "级别": "乡镇", "示例": "是"})
    names = [f"第{number}生态移民新村社区" for number in range(1, 21)]
    villages = [
        Place.model_validate({"@乡镇": "demo", "编号": f"v{number}", "名称": name, "级别": "村", "上级": "demo"})
        for number, name in enumerate(names, start=1)
    ]
    months = [Period(date(year, month, 1), 1) for year in (2025, 2026) for month in range(1, 13)]
    quarters = [Period(date(year, month, 1), 3) for year in (2025, 2026) for month in (1, 4, 7, 10)]
    states = tuple(DutyState)
    duties = [
        Duty(
            item=item,
            township="demo",
            place=village.id,
            opens=TODAY,
            due=date(2026, 11, 15),
            state=states[(number + count) % len(states)],
            period=period,
            planned=date(2026, 12, 30),
            announced="确认",
            reason="账目正在核对，对账单要等开户银行盖章以后才能取回来" if count % 7 == 0 else "",
        )
        for number, village in enumerate(villages)
        for item, periods in (("cash", months), ("posts", quarters), ("rules", [None]))
        for count, period in enumerate(periods)
    ]
    return Edition(items=(top, *villages, *ITEMS), duties=tuple(duties), today=TODAY, audience=Audience.PUBLIC)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two pages, built by the engine with our look."""
    made = edition()
    folder = tmp_path_factory.mktemp("matrix") / "site"
    return build(write(made, [*due.pages(made), *timeliness.pages(made)], folder), REPOSITORY).site


PAGES = ("demo/due.html", "demo/timeliness.html")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_is_as_wide_as_the_screen(offline_page: OfflinePage, site: Path, path: str, width: int) -> None:
    """Tables scroll inside; no table is wider than its own box without one."""
    page = offline_page.page
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((site / path).as_uri())

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert offline_page.outside == []
    assert offline_page.errors == []


def test_the_village_stays_in_sight_while_the_months_scroll(offline_page: OfflinePage, site: Path) -> None:
    """On a phone the first column keeps its place, and a month is left to be seen beside it."""
    page = offline_page.page
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto((site / PAGES[0]).as_uri())
    before, after, inner = page.evaluate(
        """() => {
            const box = document.querySelector('.gk-matrix .md-typeset__scrollwrap');
            const first = box.querySelector('tbody td');
            const before = first.getBoundingClientRect().left;
            box.scrollLeft = 300;
            return [before, first.getBoundingClientRect().left, box.scrollLeft + first.getBoundingClientRect().right];
        }"""
    )

    assert inner > 300, "there is something to scroll"
    assert 0 <= after <= before + 1
    assert page.locator(".gk-matrix tbody td").first.bounding_box()["width"] < 200


@pytest.mark.parametrize("path", PAGES)
def test_paper_shows_every_column(chromium: Browser, site: Path, path: str) -> None:
    """No table is wider than A4 between its margins: what is cut off there cannot be scrolled to."""
    page: Page = chromium.new_page(viewport={"width": PAPER, "height": 900})
    page.emulate_media(media="print")
    page.goto((site / path).as_uri())
    right = page.eval_on_selector_all("article table", "all => all.map(one => one.getBoundingClientRect().right)")
    page.close()

    assert len(right) > 3
    assert [edge for edge in right if edge > PAPER] == []


def test_every_mark_has_its_word(offline_page: OfflinePage, site: Path) -> None:
    """A reader who sees no colour, or hears the page, is told the state."""
    page = offline_page.page
    page.goto((site / PAGES[0]).as_uri())
    said = set(page.locator(".gk-matrix .gk-state").all_inner_texts())

    assert {" ".join(words.split()) for words in said} == {f"{state.mark} {state.label}" for state in DutyState}
