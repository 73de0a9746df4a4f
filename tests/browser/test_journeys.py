"""What people come for, done as they would do it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OfflinePage
from tests.browser.finding import WORDS, find, results

pytestmark = pytest.mark.browser

SHEET = "anping/liucun/finance/liucun-2026-03.html"
MARCH = "刘村2026年3月收支"
_FOCUS = """() => {
    const one = document.activeElement;
    const style = getComputedStyle(one), box = one.getBoundingClientRect();
    const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    return {name: one.className + ' ' + one.textContent.trim().slice(0, 20), seen: ring || style.boxShadow !== 'none',
            input: one.matches('input'), search: one.closest('.gk-find') !== null, shown: box.width > 0 && box.height > 0, body: one === document.body};
}"""


def test_a_villager_finds_the_march_accounts_in_three_taps(chromium: Browser, bundle: Path) -> None:
    """On a phone, from the portal: the township, the village, the month; no typing, nothing to unfold."""
    context = chromium.new_context(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto((bundle / "index.html").as_uri())
    for name in ("安平镇", "刘村", "2026年3月"):
        page.locator("article a:visible", has_text=name).last.tap()

    expect(page.locator("h1")).to_have_text("刘村2026年3月收支公开榜")
    expect(page.get_by_role("cell", name="86,420.00").first).to_be_visible()
    context.close()


def test_an_inspector_compares_the_timeliness_of_all_villages(offline_page: OfflinePage, bundle: Path) -> None:
    """One page, the best first; who is equal has the same rank, and the next one counts on."""
    page = offline_page.page
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto((bundle / "timeliness.html").as_uri())
    section = page.locator("article h2", has_text="近12个月：各村").locator("xpath=following::table[1]")
    rows = [row.locator("td").all_inner_texts() for row in section.locator("tbody tr").all()]
    ranked = [(int(cells[1]), float(cells[2])) for cells in rows if cells[1].strip().isdigit()]
    rates = [rate for _, rate in ranked]

    assert len(ranked) >= 10
    assert rates == sorted(rates, reverse=True)
    assert [rank for rank, _ in ranked] == [1 + sum(other > rate for other in rates) for _, rate in ranked]
    assert len({rank for rank, _ in ranked}) < len(ranked), "the sample has ties"


def test_on_a_phone_the_name_of_the_village_stays_beside_its_figures(offline_page: OfflinePage, bundle: Path) -> None:
    """The first column keeps its place while the others scroll."""
    page = offline_page.page
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto((bundle / "timeliness.html").as_uri())
    before, after, scrolled = page.evaluate(
        """() => {
            const box = [...document.querySelectorAll('article .md-typeset__scrollwrap')]
                .find(one => one.scrollWidth > one.clientWidth);
            const first = box.querySelector('tbody tr > *');
            const before = first.getBoundingClientRect().left;
            box.scrollLeft = 200;
            return [before, first.getBoundingClientRect().left, box.scrollLeft];
        }"""
    )

    assert scrolled > 50, "there is something to scroll"
    assert 0 <= after <= before + 1


def _printed(page: Page) -> tuple[list[Image.Image], str]:
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, format="A4"))
    assert [round(side / 72 * 25.4) for side in document[0].get_size()] == [210, 297]
    pictures = [sheet.render(scale=2).to_pil().convert("RGB") for sheet in document]
    return pictures, document[0].get_textpage().get_text_range()


def test_a_reviewer_prints_a_sheet(chromium: Browser, bundle: Path) -> None:
    """A4: the title and the closing balance, ink on the sheet and none in the margins, nothing of ours red."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto((bundle / SHEET).as_uri())
    page.locator("article img").evaluate_all(
        "all => all.forEach(one => one.remove())"
    )  # photographs have their colours
    pictures, text = _printed(page)
    context.close()
    first = pictures[0]
    ink = first.convert("L").point(lambda value: 255 if value < 160 else 0).getbbox()

    assert "刘村2026年3月收支公开榜" in "".join(text.split())
    assert "86,420.00" in text
    assert ink is not None
    assert ink[0] > first.width * 0.02
    assert ink[2] < first.width * 0.98
    assert ink[2] - ink[0] > first.width * 0.6
    for picture in pictures:
        colours = picture.getcolors(maxcolors=1 << 24) or []
        assert [rgb for _, rgb in colours if rgb[0] > 120 and max(rgb[1:]) < 70] == []


def test_with_the_keyboard_alone(offline_page: OfflinePage, bundle: Path) -> None:
    """To the content, to the search, through the results, and out again; where one is can be seen all the time."""
    page = offline_page.page
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto((bundle / "index.html").as_uri())
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    expect(page.locator(".md-skip")).to_be_in_viewport()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.locator(".gk-ask-head").evaluate("one => one === document.activeElement"):
            break
    expect(page.locator(".gk-ask-head")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(WORDS)).to_be_focused()
    page.keyboard.type(MARCH)
    expect(results(page, MARCH).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(WORDS)).to_be_hidden()
    expect(page.locator(".gk-ask-head")).to_be_focused()

    page.keyboard.press("Control+k")
    expect(page.locator(WORDS)).to_be_focused()
    expect(results(page, MARCH).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(results(page, MARCH).first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("刘村2026年3月收支公开榜")


@pytest.mark.parametrize("path", ["index.html", "anping/liucun/index.html", SHEET, "statistics.html"])
def test_the_focus_can_be_seen_on_its_way(offline_page: OfflinePage, bundle: Path, path: str) -> None:
    """The first thirty stops of the Tab key each show a ring."""
    page = offline_page.page
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto((bundle / path).as_uri())
    stops = []
    for _ in range(30):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(_FOCUS))
    stops = [stop for stop in stops if not stop["body"]]

    assert len(stops) > 10
    assert [stop["name"] for stop in stops if not stop["input"] and not (stop["seen"] and stop["shown"])] == []


def test_a_closed_search_takes_no_stop(offline_page: OfflinePage, bundle: Path) -> None:
    """Nobody stands where nothing can be seen."""
    page = offline_page.page
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto((bundle / SHEET).as_uri())
    assert find(page, "财务")
    page.keyboard.press("Escape")
    stops = []
    for _ in range(30):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(_FOCUS)["search"])

    assert not any(stops)
