"""Elder mode, the keyboard, and browsers that run no script or keep nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import OfflinePage
from tests.browser.finding import WORDS, find

pytestmark = pytest.mark.browser

SHEET = "anping/liucun/finance/liucun-2026-03.html"
SIZE = "selector => parseFloat(getComputedStyle(document.querySelector(selector)).fontSize)"


def size(page: Page, selector: str) -> float:
    """Computed size of the letters, in pixels."""
    return float(page.evaluate(SIZE, selector))


@pytest.mark.parametrize("width", [1280, 360])
def test_large_print_is_thirty_pixels_and_kept(offline_page: OfflinePage, bundle: Path, width: int) -> None:
    """18 before, 30 after; on the next page, after a reload, and gone again when it is pressed again."""
    page = offline_page.page
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((bundle / "index.html").as_uri())
    button = page.locator(".gk-elder")
    assert size(page, "article p.gk-lead") >= 18
    expect(button).to_have_attribute("aria-pressed", "false")

    button.click()

    assert size(page, "article .md-typeset, .md-content .md-typeset, article") >= 30
    expect(button).to_have_attribute("aria-pressed", "true")
    page.goto((bundle / SHEET).as_uri())
    assert size(page, "article") == pytest.approx(30, abs=0.1)
    assert size(page, "article td") >= 28
    page.reload()
    assert size(page, "article") == pytest.approx(30, abs=0.1)
    page.locator(".gk-elder").click()
    assert size(page, "article") == pytest.approx(18, abs=0.1)
    page.goto((bundle / "index.html").as_uri())
    expect(page.locator("html")).not_to_have_attribute("data-elder", "")
    assert offline_page.errors == []


def test_targets_are_large_enough(offline_page: OfflinePage, bundle: Path) -> None:
    """24 pixels at least (WCAG 2.5.8); 44 in elder mode."""
    page = offline_page.page
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto((bundle / "anping/liucun/index.html").as_uri())
    heights = """() => [...document.querySelectorAll('.gk-elder, .gk-chips a, article summary, .gk-ask-whom a')]
        .filter(one => one.getClientRects().length).map(one => one.getBoundingClientRect().height)"""

    assert min(page.evaluate(heights)) >= 24
    page.locator(".gk-elder").click()
    assert min(page.evaluate(heights)) >= 44


@pytest.fixture
def refusing(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser that refuses storage, as some do for pages opened from a folder."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, { get() { throw new DOMException('', 'SecurityError') }, configurable: true })"
    )
    yield context
    context.close()


def test_where_storage_is_refused_everything_works_for_the_page(refusing: BrowserContext, bundle: Path) -> None:
    """Elder mode and search: the theme's own scripts, too."""
    page, errors = refusing.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((bundle / "index.html").as_uri())

    page.locator(".gk-elder").click()
    assert size(page, "article") == pytest.approx(30, abs=0.1)
    assert find(page, "财务")
    assert errors == []


@pytest.fixture
def plain(chromium: Browser) -> Iterator[Page]:
    """A browser that runs no script, on a phone."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    yield context.new_page()
    context.close()


def test_without_a_script_nothing_is_offered_that_needs_one(plain: Page, bundle: Path) -> None:
    """No button, no search; a sentence says so, and the menu opens and leads on."""
    plain.goto((bundle / "index.html").as_uri())

    expect(plain.locator(".gk-elder")).to_be_hidden()
    assert plain.locator("[data-gk-find]").count() > 1
    expect(plain.locator("[data-gk-find]:visible")).to_have_count(0)
    expect(plain.locator(".gk-noscript")).to_contain_text("没有开启 JavaScript")
    plain.locator("label.md-header__button[for=__drawer]").click()
    expect(plain.locator(".md-nav--primary a", has_text="公开及时率").first).to_be_visible()
    plain.locator(".md-nav--primary a", has_text="公开及时率").first.click()
    expect(plain.locator("h1")).to_have_text("公开及时率")


def test_without_a_script_what_is_folded_opens_and_charts_are_there(plain: Page, bundle: Path) -> None:
    """The tables behind the charts, and the way to another village."""
    plain.goto((bundle / "anping/liucun/statistics.html").as_uri())

    expect(plain.locator("figure.gk-chart svg").first).to_be_visible()
    expect(plain.locator(".gk-sources table").first).to_be_hidden()
    plain.locator(".gk-sources summary").first.click()
    expect(plain.locator(".gk-sources table").first).to_be_visible()
    plain.locator(".gk-switch summary").click()
    plain.locator(".gk-switch a", has_text="西河村").click()
    expect(plain.locator("h1")).to_have_text("西河村统计")


def test_the_menu_opens_by_keyboard_and_letters_alone_do_nothing(offline_page: OfflinePage, bundle: Path) -> None:
    """Tab to the menu, Enter; and a stray s or n leads nowhere (WCAG 2.1.1, 2.1.4)."""
    page = offline_page.page
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto((bundle / SHEET).as_uri())
    for key in ("s", "f", "n", "p"):
        page.keyboard.press(key)
    assert page.url.endswith(SHEET)
    expect(page.locator(WORDS)).to_have_count(0)

    page.get_by_role("button", name="打开菜单").focus()
    page.keyboard.press("Enter")

    assert page.locator("#__drawer").is_checked()
    expect(page.locator(".md-nav--primary a").first).to_be_visible()
