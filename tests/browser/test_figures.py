"""Figures in an article as readers meet them: from the mark to its row and back, without JavaScript, on paper, on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.__main__ import main
from tests import world

pytestmark = pytest.mark.browser

ARTICLE = "demo/article/able-leaders.html"
STATISTICS = "demo/indicators.html"
_SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_STYLE = "(element, [name, pseudo]) => getComputedStyle(element, pseudo)[name]"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, where the article uses one figure twice."""
    root = world.copied(tmp_path_factory.mktemp("figures") / "site")
    data = root / "data/townships/demo/articles.yml"
    data.write_text(
        data.read_text(encoding="utf-8").replace("也都经过培训", "也都经过培训，党员{{ 党员总数 }}名都看得见"),
        encoding="utf-8",
    )
    assert main(["build", "--root", str(root), "--today", str(world.TODAY)]) == 0
    return root / "build" / "public" / "site"


@pytest.fixture(params=[True, False], ids=["javascript", "none"])
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = chromium.new_context(java_script_enabled=request.param, viewport={"width": 1280, "height": 600})
    yield context.new_page()
    context.close()


def test_a_mark_leads_to_its_row_and_back(page: Page, site: Path) -> None:
    """Both ways by links alone; from the second place back to the second place."""
    page.goto((site / ARTICLE).as_uri())
    marks = page.locator("a.gk-figure", has_text="486")
    expect(marks).to_have_count(2)
    marks.nth(1).click()

    row = page.locator("tr", has=page.locator("#figure-1"))
    assert page.url.endswith("#figure-1")
    expect(row).to_be_in_viewport()
    expect(row).to_contain_text("党员总数")
    expect(row).to_contain_text("2026年半年统计")

    back = row.locator("a.gk-back")
    expect(back).to_have_count(2)
    back.nth(1).click()
    expect(marks.nth(1)).to_be_in_viewport()
    assert page.url.endswith(f"#{marks.nth(1).get_attribute('id')}")


def test_a_row_leads_to_the_statistics_and_those_to_the_article(page: Page, site: Path) -> None:
    """To the very row of the figure, which names the article."""
    page.goto((site / ARTICLE).as_uri())
    page.locator("tr", has=page.locator("#figure-1")).get_by_role("link", name="demo/indicator/members-2026").click()

    assert page.url.endswith(f"{STATISTICS}#indicator-members-2026")
    row = page.locator("tr", has=page.locator("[id='indicator-members-2026']"))
    expect(row).to_be_in_viewport()
    row.get_by_role("link", name="《让能人挑起村里的担子》").click()
    expect(page.locator("h1")).to_have_text("让能人挑起村里的担子")


def test_masked_and_blank_figures_can_be_told_apart_without_colour(page: Page, site: Path) -> None:
    """By their frames, and by words when pointed at."""
    page.goto((site / ARTICLE).as_uri())
    found = []
    for kind in ("known", "masked", "missing"):
        mark = page.locator(f"a.gk-figure--{kind}").first
        found.append([mark.evaluate(_STYLE, [name, None]) for name in ("textDecorationStyle", "borderTopStyle")])
    assert [found[0][0], found[1][1], found[2][1]] == ["dotted", "solid", "dashed"]
    expect(page.locator("a.gk-figure--masked").first).to_have_attribute("title", "示范支部（已遮盖）")
    expect(page.locator("a.gk-figure--missing").first).to_have_attribute("title", "村集体经营性收入（缺失）")


@pytest.mark.parametrize("path", [ARTICLE, STATISTICS])
def test_on_a_phone_nothing_scrolls_sideways(page: Page, site: Path, path: str) -> None:
    """And in the article every row stands as a card, each value behind its word."""
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto((site / path).as_uri())
    assert page.evaluate(_SIDEWAYS) <= 0
    if path == ARTICLE:
        cell = page.locator(".gk-provenance tbody tr").first.locator("td").nth(1)
        assert cell.evaluate(_STYLE, ["content", "::before"]) == '"数值"'
        table = page.locator(".gk-provenance table").first
        assert table.evaluate("table => table.scrollWidth - table.clientWidth") <= 0


def test_the_words_of_the_cards_are_those_of_the_head(chromium: Browser, site: Path) -> None:
    """The style sheet says them once more: here it is noticed when the table changes."""
    context = chromium.new_context(viewport={"width": 360, "height": 700})
    page = context.new_page()
    page.goto((site / ARTICLE).as_uri())
    tables = page.locator(".gk-provenance table")
    for number in range(tables.count()):
        heads = tables.nth(number).locator("thead th").all_text_contents()
        cells = tables.nth(number).locator("tbody tr").first.locator("td")
        words = [cells.nth(n).evaluate(_STYLE, ["content", "::before"]).strip('"') for n in range(1, len(heads))]

        assert words == heads[1:]
    assert tables.count() == 2
    context.close()


def test_on_paper_every_mark_carries_the_number_of_its_row(page: Page, site: Path) -> None:
    """Nobody can follow a link there; the arrows back are left out."""
    page.goto((site / ARTICLE).as_uri())
    mark, row = page.locator("a.gk-figure").first, page.locator(".gk-provenance tbody tr").first
    assert mark.evaluate(_STYLE, ["content", "::after"]) == "none"
    page.emulate_media(media="print")

    assert mark.evaluate(_STYLE, ["content", "::after"]) == '"1"'
    assert mark.evaluate(_STYLE, ["textDecorationStyle", None]) == "dotted"
    expect(row.locator("td").first).to_contain_text("1. 党员总数")
    expect(row.locator(".gk-back").first).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [ARTICLE, STATISTICS])
def test_axe_finds_nothing(chromium: Browser, site: Path, path: str, width: int, scheme: str) -> None:
    """Also while a mark is pointed at."""
    context = chromium.new_context(bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 800})  # type: ignore[arg-type]
    page = context.new_page()
    page.goto((site / path).as_uri() + ("#figure-1" if path == ARTICLE else "#indicator-members-2026"))
    page.wait_for_load_state("load")
    violations = Axe().run(page).response["violations"]

    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in violations] == []
    context.close()
