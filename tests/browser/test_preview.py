"""`gongkai serve` in a browser: what is saved is seen, what is wrong is said on the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.test_preview import OVERVIEW, Server, server

__all__ = ["server"]

pytestmark = pytest.mark.browser


def test_the_browser_follows(server: Server, chromium: Browser) -> None:
    """A save is seen without a click, a mistake is said on the page as text, and goes away when it is mended."""
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"http://127.0.0.1:{server.port}{OVERVIEW}")

    server.edit("青石江", "白石江")
    page.get_by_text("白石江").first.wait_for(timeout=30_000)

    server.edit("级别: 乡镇", "级别: 乡<b>真")
    panel = page.get_by_role("alert")
    panel.wait_for(timeout=30_000)
    assert "data/townships/demo/place.yml 第5行" in panel.inner_text()
    assert "乡<b>真" in panel.inner_text()
    assert (panel.bounding_box() or {})["width"] <= 360

    server.edit("级别: 乡<b>真", "级别: 乡镇")
    panel.wait_for(state="hidden", timeout=30_000)
    assert errors == []
    page.close()
