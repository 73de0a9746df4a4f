"""The rules of axe-core, WCAG 2.2 AA among them: nothing on any kind of page, in any way of reading.

A page is opened once and then read in one way after the other, as by a reader who turns the phone or presses the switch.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.finding import find
from tests.browser.kinds import KINDS, Kind, Sample
from tests.browser.modes import MODES, SMALL, Mode, become

pytestmark = pytest.mark.browser

FEW = ("Portal", "Village", "Sheet", "Statistics", "Due", "Timeliness of all", "Decision", "Ledgers")
"""Kinds read most: looked at also where ways of reading meet."""
SEEN = ("color-contrast", "link-in-text-block", "scrollable-region-focusable")
"""The rules that a change of colours and sizes alone can break: the page itself is the same in the dark and in large print."""
AXE = """rules => axe.run(document, {resultTypes: ["violations"], preload: false, ...(rules.length && {runOnly: rules})})
    .then(said => said.violations.map(one => [one.id, one.nodes.slice(0, 3).map(node => node.target.join(" "))]))"""
ALIKE = 3
CUT = """most => {
    const shapes = new WeakMap(), seen = new Map();
    const told = ({name, value}) => ["class", "fill", "role", "style", "type"].includes(name) ? `${name}=${value}` : name;
    const head = one => `${one.tagName} ${[...one.attributes].map(told).sort()} ${one.textContent.trim() === ""}`;
    const made = one => `${head(one)}(${[...new Set([...one.children].map(shape))]})`;
    const shape = one => shapes.get(one) ?? (shapes.set(one, made(one)), shapes.get(one));
    const place = one => one ? `${place(one.parentElement)} ${one.tagName}.${one.className}` : "";
    for (const one of document.querySelectorAll("article :is(details, div, figure, p), tbody tr, li")) {
        if (!one.isConnected) continue;
        const name = place(one.parentElement) + shape(one);
        seen.set(name, (seen.get(name) ?? 0) + 1);
        if (seen.get(name) > most && one.previousElementSibling) one.remove();
    }
}"""
"""Leaves three of whatever is built alike on a page, and the first row of every table. Alike is what stands in the same kind of box,
has the same elements, classes and attributes and is equally empty: what can be wrong with the twentieth is wrong with the first.
(Else it takes minutes.)"""
PHONES = tuple(mode for mode in (*MODES, *SMALL) if mode.width == 360)


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """One window for all pages."""
    context = MODES[0].context(chromium, bypass_csp=True)
    yield context.new_page()
    context.close()


def wrong(page: Page, rules: tuple[str, ...] = ()) -> list[Any]:
    """Rule and first places of what axe finds on the page as it is; by these rules, or by all of them."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found: list[Any] = page.evaluate(AXE, list(rules))
    return found


def found(page: Page, modes: tuple[Mode, ...], *, whole: bool = False) -> dict[str, list[Any]]:
    """Way of reading → what is wrong in it; by all rules, or where only colours and sizes differ by those that see them."""
    result = {}
    for mode in modes:
        become(page, mode)
        if violations := wrong(page, SEEN if (mode.elder or mode.scheme == "dark") and not whole else ()):
            result[mode.name] = violations
    return result


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_nothing_on_any_kind_of_page(page: Page, sample: Sample, kind: Kind) -> None:
    """All rules wide and narrow; in the dark and in large print those that can break there."""
    page.goto(sample.page(kind).as_uri())
    page.evaluate(CUT, ALIKE)

    assert found(page, (*MODES, *SMALL) if kind.name in FEW else MODES) == {}


def test_one_row_unlike_the_others_is_seen(page: Page) -> None:
    """What is left out is alike in all that a rule can see."""
    rows = "".join(f"<tr><td><a href='#{number}'>第{number}行</a></td></tr>" for number in range(50))
    page.set_content(
        f"<article><table><tbody>{rows}</tbody></table><ul><li><a href='#'>有</a></li>" + "</ul></article>"
    )
    page.evaluate("document.querySelector('tr:nth-child(40) a').textContent = ''")
    page.evaluate("document.querySelector('tr:nth-child(45) a').style.color = '#eee'")
    page.evaluate(CUT, ALIKE)

    assert page.locator("tr").count() == ALIKE + 2
    assert {rule for rule, _ in wrong(page)} >= {"color-contrast", "link-name"}


@pytest.fixture
def opened(page: Page, sample: Sample) -> Page:
    """The page of a village, wide and light, with the search open and its results shown."""
    page.goto(sample.page(next(kind for kind in KINDS if kind.name == "Village")).as_uri())
    become(page, MODES[0])
    assert find(page, "财务")
    return page


def test_nothing_while_the_search_is_open(opened: Page) -> None:
    """With its results, in every way of reading."""
    assert found(opened, (*MODES, *SMALL), whole=True) == {}


@pytest.mark.parametrize("name", ["Portal", "Sheet"])
def test_nothing_while_the_drawer_is_open(page: Page, sample: Sample, name: str) -> None:
    """The menu of a phone."""
    page.goto(sample.page(next(kind for kind in KINDS if kind.name == name)).as_uri())
    become(page, PHONES[0])
    page.locator("label.md-header__button[for=__drawer]").click()
    expect(page.locator(".md-nav--primary")).to_be_in_viewport()
    assert page.locator(".md-nav--primary").bounding_box()["x"] >= 0  # type: ignore[index]

    assert found(page, PHONES, whole=True) == {}
