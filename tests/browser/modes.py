"""The ways people read: bright, dark, large letters, on a phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Page, expect

_LARGE = "try { localStorage.setItem('gongkai.elder', '1') } catch (error) {}"
"""What the switch for large letters remembers."""


@dataclass(frozen=True)
class Mode:
    """A width, a colour scheme and whether large letters are on."""

    name: str
    width: int
    height: int = 800
    scheme: Literal["light", "dark"] = "light"
    elder: bool = False

    def context(self, browser: Browser, *, bypass_csp: bool = False, java_script: bool = True) -> BrowserContext:
        """A window of its own, without memory but for the switch."""
        context = browser.new_context(
            bypass_csp=bypass_csp,
            color_scheme=self.scheme,
            java_script_enabled=java_script,
            reduced_motion="reduce",
            viewport={"width": self.width, "height": self.height},
        )
        if self.elder:
            context.add_init_script(_LARGE)
        return context


MODES = (
    Mode("light", 1280),
    Mode("dark", 1280, scheme="dark"),
    Mode("elder", 1280, elder=True),
    Mode("phone", 360),
)
SMALL = (
    Mode("dark phone", 360, scheme="dark"),
    Mode("elder phone", 360, elder=True),
    Mode("elder dark", 1280, scheme="dark", elder=True),
)
"""What a few pages are looked at in besides."""


_STILL = """() => document.querySelector("#still") ?? document.head.append(Object.assign(document.createElement("style"),
    {id: "still", textContent: "*, *::before, *::after {transition: none !important; animation: none !important}"}))"""
_SWITCHED = """([scheme, elder]) => {
    if (document.documentElement.hasAttribute("data-elder") !== elder) document.querySelector(".gk-elder").click();
    if (document.body.dataset.mdColorScheme !== scheme) document.querySelector(`input[data-md-color-scheme=${scheme}]`).click();
}"""


def become(page: Page, mode: Mode) -> None:
    """Turns an open page over to another way of reading by its own switches, without a new load and at once.

    Needs a context that bypasses the policy.
    """
    scheme = "slate" if mode.scheme == "dark" else "default"
    page.evaluate(_STILL)
    page.set_viewport_size({"width": mode.width, "height": mode.height})
    page.emulate_media(color_scheme=mode.scheme, reduced_motion="reduce")
    page.evaluate(_SWITCHED, [scheme, mode.elder])
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    expect(page.locator("html[data-elder]")).to_have_count(int(mode.elder))
