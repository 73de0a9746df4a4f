"""What is long, negative, empty or rare in a real browser: nothing is cut, nothing pushes the page sideways."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator import pipeline
from generator.model import Audience, Site
from tests import odd
from tests.browser.modes import Mode, become
from tests.browser.serving import address, served

pytestmark = pytest.mark.browser

MODES = (
    Mode("light", 1280),
    Mode("phone", 360),
    Mode("elder phone", 360, elder=True),
    Mode("elder", 1280, elder=True),
)
CUT = """() => {
    const inside = element => element.closest('.md-typeset__scrollwrap, .gk-scroll, pre, svg') !== null;
    const hidden = element => element.closest('details:not([open])') !== null || element.offsetParent === null;
    const wide = [...document.querySelectorAll('.md-content h1, .md-content h2, .md-content h3, .md-content p,'
        + ' .md-content li, .md-content td, .md-content th')]
        .filter(one => !hidden(one) && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
        .filter(one => one.matches('td, th') || !inside(one));
    return wide.map(one => one.tagName + ' ' + one.textContent.trim().slice(0, 40));
}"""
"""Elements whose content is wider than they are; what scrolls does so as a whole table, never in a cell."""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="session")
def odd_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The odd townships as their villagers see them."""
    root = odd.world(tmp_path_factory.mktemp("odd"))
    site = Site(root, odd.TODAY)
    records, _ = pipeline.check(site)
    return pipeline.build_site(site, records, Audience.VILLAGE, root / "build").folder / "site"


def test_every_page_of_the_odd_townships_fits(chromium: Browser, odd_site: Path) -> None:
    """All pages of both townships, and the overviews of the site; each opened once and read in all ways."""
    context = MODES[0].context(chromium, bypass_csp=True)
    page = context.new_page()
    wrong = {}
    pages = [*odd_site.glob("*.html"), *odd_site.glob("odd/**/*.html"), *odd_site.glob("mask/**/*.html")]
    with served(odd_site) as home:
        for path in sorted(pages):
            page.goto(address(home, odd_site, path))
            for mode in MODES:
                become(page, mode)
                found = [*page.evaluate(CUT), *(["sideways"] if page.evaluate(SIDEWAYS) > 0 else [])]
                if found:
                    wrong[f"{path.relative_to(odd_site)} {mode.name}"] = found
        context.close()
    assert len(pages) > 50
    assert wrong == {}
