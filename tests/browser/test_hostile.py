"""Hostile text in every free text field of a township: a reader sees it as text, and nothing of it runs.

The content security policy is switched off here: the escape has to hold alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.derive import derive
from generator.load import load
from generator.model import Audience, Edition, Publication, Site
from tests.browser.serving import address, served
from tests.perturb import perturbed
from tests.world import published

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 10, 20)
ATTACKS = (
    "<script>window.hacked=1</script>",
    '"><img src=x onerror=window.hacked=1>',
    "</title></p></table><svg onload=window.hacked=1>",
    "[点击](javascript:window.hacked=1)",
    "![图](x){: onerror=window.hacked=1 }",
    "{{ 7*7 }}{% raw %}",
    '--8<-- "/etc/passwd"',
    "甲|乙\n丙||丁",
    "# 标题\n\n- 一\n\n    代码",
    '<base href="https://example.invalid/"><meta http-equiv=refresh content=0>',
    '[^1]: <b>脚注</b>\n!!! note "<img src=x onerror=window.hacked=1>"',
    "&lt;script&gt;window.hacked=1&lt;/script&gt;&#60;b&#62;",
    "**粗** __斜__ ~~删~~ `码` $x$ <!-- 注 -->",
)


class Attack:
    """A different attack for every field; each carries a number, so that it can be found again."""

    def __init__(self) -> None:
        self.used: dict[str, str] = {}

    def __call__(self, where: str, old: Any) -> Any:
        if not isinstance(old, str) or isinstance(old, Decimal):
            return old
        number = len(self.used)
        text = f"攻{number}击 {ATTACKS[number % len(ATTACKS)]}"
        self.used[where] = text
        return text


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Publication, Attack]:
    attack = Attack()
    raw, _ = load(ROOT, "anping")
    records = derive(perturbed(raw, Edition(), attack), TODAY)
    site = Site(ROOT, TODAY, ("anping",))
    return published(site, records, Audience.REVIEW, tmp_path_factory.mktemp("attacked")), attack


RAN = """() => [
    "hacked" in window && "ran",
    document.querySelector("article :is([onerror], [onload], script, base, img[src=x])")?.outerHTML,
    document.querySelector('a[href^="javascript:"]')?.outerHTML,
].filter(Boolean)"""


@dataclass
class Seen:
    """What a browser made of all pages."""

    ran: dict[Path, list[str]] = field(default_factory=dict)
    dialogs: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    shown: str = ""
    """What stands in the articles to be read, without blanks."""


@pytest.fixture(scope="module")
def seen(attacked: tuple[Publication, Attack], chromium: Browser) -> Seen:
    """Each page opened once."""
    made, site = Seen(), attacked[0].site
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    page.on("dialog", lambda dialog: (made.dialogs.append(dialog.message), dialog.dismiss()))
    with served(site) as home:
        page.on("request", lambda request: request.url.startswith(home) or made.outside.append(request.url))
        for path in sorted(site.rglob("*.html")):
            page.goto(address(home, site, path))
            if ran := page.evaluate(RAN):
                made.ran[path] = ran
            made.shown += "".join(page.locator("article").inner_text().split()) + "\0"
        context.close()
    return made


def test_nothing_typed_by_a_clerk_runs(attacked: tuple[Publication, Attack], seen: Seen) -> None:
    """No script, no handler, no dialog, no request out of the folder, on any page."""
    assert len(attacked[1].used) > 500
    assert (seen.ran, seen.dialogs, seen.outside) == ({}, [], [])


def test_what_was_typed_is_what_is_read(attacked: tuple[Publication, Attack], seen: Seen) -> None:
    """Every attack that a page shows is there word for word: nothing rendered, dropped or computed."""
    numbers = set(re.findall(r"攻(\d+)击", seen.shown))
    used = {where: text for where, text in attacked[1].used.items() if where_number(text) in numbers}

    assert len(used) > 300
    assert [(where, text) for where, text in used.items() if "".join(text.split()) not in seen.shown] == []


def where_number(text: str) -> str:
    """The running number inside an attack."""
    return text[1 : text.index("击")]
