"""The search as readers use it."""

from __future__ import annotations

from urllib.parse import quote

from playwright.sync_api import Locator, Page, expect

WORDS = "#gk-find-words"


def results(page: Page, words: str) -> Locator:
    """Links to what was found by these words, and not by others before."""
    return page.locator(f'.gk-find-results a[href$="?h={quote(words, safe="")}"]')


def find(page: Page, words: str) -> list[str]:
    """Opens the search by its button, types, and gives the titles of what is found."""
    if not page.locator(WORDS).is_visible():
        page.locator("[data-gk-find]:visible").first.click()
    page.locator(WORDS).fill(words)
    expect(results(page, words).first).to_be_visible()
    return [title.strip() for title in results(page, words).locator(".gk-find-title").all_inner_texts()]
