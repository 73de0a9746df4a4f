"""The sample site as its readers meet it: opened from a folder, with no network, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OfflinePage
from tests.browser.finding import find

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, 360])
def test_a_reviewer_finds_the_march_accounts_of_a_village(offline_page: OfflinePage, bundle: Path, width: int) -> None:
    """财务, then the village and the month: the sheet is there, opens, and shows its closing balance."""
    page = offline_page.page
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((bundle / "index.html").as_uri())

    assert any("财务" in title or "收支" in title for title in find(page, "财务"))
    titles = find(page, "刘村2026年3月收支")
    assert titles[0] == "刘村2026年3月收支公开榜"
    page.locator(".gk-find-results a").first.click()
    expect(page.locator("h1")).to_have_text("刘村2026年3月收支公开榜")
    expect(page.get_by_role("cell", name="86,420.00").first).to_be_visible()
    assert offline_page.outside == []
    assert offline_page.errors == []


def test_searching_for_finance_alone_leads_to_the_village(offline_page: OfflinePage, bundle: Path) -> None:
    """The plain word 财务 finds pages of several villages, Liucun among them, and a March sheet is two clicks away."""
    page = offline_page.page
    page.goto((bundle / "index.html").as_uri())

    titles = find(page, "财务 刘村 3月")

    assert any(title.startswith("刘村2026年3月") for title in titles[:5])


def test_a_decision_is_found_by_its_title(offline_page: OfflinePage, bundle: Path, kinds: dict[str, Path]) -> None:
    """Whoever heard of a matter finds its timeline."""
    page = offline_page.page
    page.goto(kinds["Decision"].as_uri())
    title = page.locator("h1").inner_text().strip()
    page.goto((bundle / "index.html").as_uri())

    assert find(page, title)[0] == title
    page.locator(".gk-find-results a").first.click()
    expect(page.locator(".gk-timeline")).to_be_visible()


def test_an_article_is_found_and_says_where_its_figures_come_from(
    offline_page: OfflinePage, bundle: Path, kinds: dict[str, Path]
) -> None:
    """The experience material: bound figures, and the table of their sources."""
    page = offline_page.page
    page.goto(kinds["Article"].as_uri())
    title = page.locator("h1").inner_text().strip()
    page.goto((bundle / "index.html").as_uri())

    assert title in find(page, title)
    page.locator(".gk-find-results a").first.click()
    expect(page.locator(".gk-figure").first).to_be_visible()
    expect(page.get_by_role("heading", name="数字从哪里来")).to_be_visible()


def test_a_request_to_the_outside_would_be_seen(offline_page: OfflinePage) -> None:
    """What the other tests rely on."""
    page = offline_page.page
    page.set_content('<img src="https://example.invalid/one.png"><img src="data:,">')
    page.wait_for_load_state("load")

    assert offline_page.outside == ["https://example.invalid/one.png"]
    assert offline_page.errors != []


FILES = """links => [...new Set(links.filter(one => one.protocol === "file:").map(one => decodeURIComponent(one.pathname)))]"""


def test_every_kind_of_page_opens_fits_and_leads_on(offline_page: OfflinePage, kinds: dict[str, Path]) -> None:
    """No request leaves the folder, the console is silent, the page is as wide as the screen, and no link is dead."""
    page = offline_page.page
    for kind, path in kinds.items():
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if width == 360:
                page.goto(path.as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (kind, width)
        expect(page.locator(".gk-sample").first).to_be_visible()
        for target in page.eval_on_selector_all("a[href]", FILES):
            assert Path(target).exists(), (kind, target)
    assert offline_page.outside == []
    assert offline_page.errors == []


@pytest.fixture
def plain_page(chromium: Browser) -> Iterator[Page]:
    """A browser that runs no script."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    yield context.new_page()
    context.close()


def test_everything_can_be_read_and_reached_without_javascript(plain_page: Page, bundle: Path) -> None:
    """An old phone: from the portal to a village's sheet by links alone."""
    plain_page.goto((bundle / "index.html").as_uri())
    plain_page.locator("article a", has_text="安平镇").first.click()
    plain_page.locator("article a", has_text="刘村").first.click()
    plain_page.locator("article a", has_text="2026年3月").last.click()

    expect(plain_page.locator("h1")).to_contain_text("收支公开榜")
    expect(plain_page.locator(".gk-money table").first).to_be_visible()
