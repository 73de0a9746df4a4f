"""The rules of axe-core, WCAG 2.2 AA among them: nothing on any kind of page, in any way of reading."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.modes import MODES, SMALL, Mode

pytestmark = pytest.mark.browser

FEW = ("Portal", "Village", "Sheet", "Statistics", "Due", "Timeliness of all", "Decision", "Ledgers")
OPTIONS: dict[str, Any] = {"resultTypes": ["violations"], "preload": False}
SEEN = ("color-contrast", "link-in-text-block", "scrollable-region-focusable")
"""The rules that a change of colours and sizes alone can break: the page itself is the same in the dark and in large print."""
CUT = "count => document.querySelectorAll(`tbody tr:nth-child(n + ${count + 1})`).forEach(row => row.remove())"
ROWS, FEWER = 20, 6
"""Rows of one table are alike: one way of reading sees so many of each, the others fewer. (Else it takes minutes.)"""
PHONE = next(mode for mode in MODES if mode.name == "phone")


def wrong(page: Page, rules: tuple[str, ...] = ()) -> list[tuple[str, Any]]:
    """Rule and first places of what axe finds on the page as it is; by these rules, or by all of them."""
    options = OPTIONS | ({"runOnly": list(rules)} if rules else {})
    violations = Axe().run(page, options=options).response["violations"]
    return [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in violations]


def found(browser: Browser, mode: Mode, pages: dict[str, Path]) -> dict[str, list[tuple[str, Any]]]:
    """Name of a page → what is wrong with it."""
    context = mode.context(browser, bypass_csp=True)
    page = context.new_page()
    result = {}
    for name, path in pages.items():
        page.goto(path.as_uri())
        page.wait_for_load_state("load")
        if mode.elder:
            assert page.locator("html[data-elder]").count() == 1
        page.evaluate(CUT, ROWS if mode == MODES[0] else FEWER)
        if violations := wrong(page, SEEN if mode.elder or mode.scheme == "dark" else ()):
            result[name] = violations
    context.close()
    return result


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.name)
def test_nothing_on_any_kind_of_page(chromium: Browser, kinds: dict[str, Path], mode: Mode) -> None:
    """All rules on all kinds, wide and narrow; in the dark and in large print those that can break there."""
    assert found(chromium, mode, kinds) == {}


@pytest.mark.parametrize("mode", SMALL, ids=lambda mode: mode.name)
def test_nothing_on_the_pages_read_most_when_ways_of_reading_meet(
    chromium: Browser, kinds: dict[str, Path], mode: Mode
) -> None:
    """Dark on a phone, large letters on a phone, large letters in the dark."""
    assert found(chromium, mode, {name: kinds[name] for name in FEW}) == {}


@pytest.mark.parametrize("mode", [*MODES, *SMALL], ids=lambda mode: mode.name)
def test_nothing_while_the_search_is_open(chromium: Browser, kinds: dict[str, Path], mode: Mode) -> None:
    """With its results."""
    context = mode.context(chromium, bypass_csp=True)
    page = context.new_page()
    page.goto(kinds["Village"].as_uri())
    if not page.locator(".md-search__input").is_visible():
        page.locator("label.md-header__button[for=__search]").click()
    page.locator(".md-search__input").fill("财务")
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=15_000)
    page.wait_for_timeout(400)  # it fades in, and faint letters have little contrast

    assert wrong(page) == []
    context.close()


@pytest.mark.parametrize("mode", [PHONE, *SMALL[:2]], ids=lambda mode: mode.name)
def test_nothing_while_the_drawer_is_open(chromium: Browser, kinds: dict[str, Path], mode: Mode) -> None:
    """The menu of a phone."""
    context = mode.context(chromium, bypass_csp=True)
    page = context.new_page()
    for name in ("Portal", "Sheet"):
        page.goto(kinds[name].as_uri())
        page.locator("label.md-header__button[for=__drawer]").click()
        page.wait_for_timeout(400)  # it slides in
        assert page.locator(".md-nav--primary").bounding_box()["x"] >= 0  # type: ignore[index]

        assert wrong(page) == []
    context.close()
