"""The ways people read: bright, dark, large letters, on a phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Browser, BrowserContext

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
