"""A real browser for tests that need one: it sees the network, the console and what a reader sees."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.browser.kinds import KINDS, Sample, shared

# A browser that calls home would make noise in the list of outside requests.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class OfflinePage:
    """A page that can reach `home` only, and keeps account of whatever else it wanted."""

    page: Page
    home: str = "file://"
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def guard(self, route: Route) -> None:
        url = route.request.url
        if url.startswith((self.home, "data:", "blob:")):
            route.continue_()
        else:
            self.outside.append(url)
            route.abort()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        reason = "chromium is not installed"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def offline_page(chromium: Browser) -> Iterator[OfflinePage]:
    context = chromium.new_context()
    offline = OfflinePage(context.new_page())
    context.route(re.compile("^(?!file:|data:|blob:)"), offline.guard)
    offline.page.on("console", lambda said: said.type == "error" and offline.errors.append(said.text))
    offline.page.on("pageerror", lambda error: offline.errors.append(str(error)))
    yield offline
    context.close()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """The sample, built once for all workers."""
    return shared(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def bundle(sample: Sample) -> Path:
    """The public bundle, unpacked: a folder with a blank and Chinese in its name."""
    return sample.public


@pytest.fixture(scope="session")
def kinds(sample: Sample) -> dict[str, Path]:
    """Name of each kind of page → its file."""
    return {kind.name: sample.page(kind) for kind in KINDS}
