"""What a page costs a reader, from the browser's own log of the network: over http and from a folder."""

from __future__ import annotations

import base64
import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.finding import find
from tests.browser.kinds import Sample
from tests.browser.serving import served

pytestmark = pytest.mark.browser

HTML = 60_000
"""Bytes of a disclosure page as it lies on the disk."""
ASSETS = 400_000
"""Bytes of all that the pages share, compressed."""
REQUESTS = 20
TEMPLATES = {
    f"{name}.md.j2"
    for name in (
        "finance",
        "statement",
        "roster",
        "procedure",
        "project",
        "ranking",
        "organisation",
        "notice",
        "register",
    )
}
"""What discloses records, a page each or a line each."""
SHEET = "anping/liucun/finance/liucun-2026-03.html"


@pytest.fixture(scope="module")
def server(bundle: Path) -> Iterator[str]:
    """The bundle on a server of this machine."""
    with served(bundle) as home:
        yield home.rstrip("/")


@pytest.fixture(params=["file", "http"])
def home(request: pytest.FixtureRequest, bundle: Path) -> str:
    """Where the bundle stands: its folder, or the server."""
    return bundle.as_uri() if request.param == "file" else request.getfixturevalue("server")


@dataclass
class Log:
    """What the browser's own log says."""

    urls: dict[str, str] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)

    def asked(self, event: dict[str, Any]) -> None:
        if not event["request"]["url"].startswith(("data:", "blob:")):
            self.urls[event["requestId"]] = event["request"]["url"]

    def answered(self, event: dict[str, Any]) -> None:
        if event["response"]["status"] >= 400:
            self.wrong.append(event["response"]["url"])

    def failed(self, event: dict[str, Any]) -> None:
        self.wrong.append(self.urls.get(event["requestId"], event["errorText"]))


def logged(page: Page) -> tuple[Log, Any]:
    """A log from now on, and the session that fetches bodies."""
    session, log = page.context.new_cdp_session(page), Log()
    session.send("Network.enable")
    session.on("Network.requestWillBeSent", log.asked)
    session.on("Network.responseReceived", log.answered)
    session.on("Network.loadingFailed", log.failed)
    session.on("Network.loadingFinished", lambda event: log.done.add(event["requestId"]))
    return log, session


def compressed(session: Any, request: str) -> int:
    """Bytes of one answer, as a server that compresses would send it."""
    answer = session.send("Network.getResponseBody", {"requestId": request})
    body = base64.b64decode(answer["body"]) if answer["base64Encoded"] else answer["body"].encode()
    return len(gzip.compress(body, 9, mtime=0))


def test_a_sheet_is_light_and_asks_nobody_else(chromium: Browser, home: str) -> None:
    """The page, and all that it shares with others. Search, whose index grows with the site, waits until somebody searches."""
    context = chromium.new_context()
    page = context.new_page()
    log, session = logged(page)
    page.goto(f"{home}/{SHEET}")
    page.wait_for_load_state("networkidle")
    shared = {
        url: compressed(session, one) for one, url in log.urls.items() if one in log.done and "/finance/" not in url
    }

    assert log.wrong == []
    assert [url for url in log.urls.values() if not url.startswith(home)] == []
    assert 3 < len(log.urls) <= REQUESTS
    assert any(url.endswith(".css") for url in shared)
    assert sum(shared.values()) <= ASSETS, shared

    assert _of_search(log) == []
    assert find(page, "财务")
    assert [url for url in _of_search(log) if url.startswith(f"{home}/search/")] != []
    assert log.wrong == []
    assert [url for url in log.urls.values() if not url.startswith(home)] == []
    context.close()


def _of_search(log: Log) -> list[str]:
    """What has been read for searching: the index, the box and what asks it."""
    return [url for url in log.urls.values() if "/search" in url and not url.endswith(".css")]


def test_no_disclosure_is_heavy(sample: Sample) -> None:
    """Every one of the sample, from the disk."""
    sizes = {
        path: (sample.public / path).with_suffix(".html").stat().st_size
        for path, template in sample.templates().items()
        if template in TEMPLATES
    }
    heavy = sorted(((size, path) for path, size in sizes.items() if size > HTML), reverse=True)

    assert len(sizes) > 300
    assert heavy == []
