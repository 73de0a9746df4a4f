"""Search in a real browser: forty queries on the sample, from a folder and over http, by mouse, keyboard and paste."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from generator.search.entries import readable
from generator.search.terms import fold
from tests.browser.finding import WORDS, find
from tests.browser.kinds import Sample
from tests.browser.serving import served

pytestmark = pytest.mark.browser

QUERIES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "search" / "queries.yml").read_text(encoding="utf-8")
)
ASK = """async ([words, more]) => {
  const load = (name) => new Promise((done, wrong) => {
    const script = document.createElement("script");
    Object.assign(script, { src: new URL(name, document.querySelector("script[src*='gongkai.js']").src).href, onload: done, onerror: wrong });
    document.head.append(script);
  });
  if (!window.gongkaiSearch) await load("search.js");
  const found = await window.gongkaiSearch.query(words, more);
  return { total: found.total, paths: found.hits.map((hit) => hit.path), facets: found.facets, hits: found.hits.slice(0, 3) };
}"""


@pytest.fixture(scope="module", params=["file", "http"])
def opened(request: pytest.FixtureRequest, chromium: Browser, sample: Sample) -> Iterator[Page]:
    """The portal from a folder with blanks and Chinese in its name, and from a server."""
    context = chromium.new_context()
    page = context.new_page()
    if request.param == "file":
        page.goto((sample.public / "index.html").as_uri())
        yield page
    else:
        with served(sample.public) as home:
            page.goto(f"{home}index.html")
            yield page
    context.close()


def ask(page: Page, words: str, **more: Any) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(ASK, [words, more])
    return found


def test_the_page_that_is_meant_stands_among_the_first_three(opened: Page) -> None:
    """Of nine in ten queries at the least."""
    missed = {
        one["query"]: paths
        for one in QUERIES
        if one["best"] not in "\n".join(paths := ask(opened, one["query"], limit=3)["paths"])
    }

    assert len(QUERIES) >= 40
    assert len(missed) <= len(QUERIES) // 10, missed


@pytest.fixture(scope="module")
def texts(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Address → the words of the page, read from the finished HTML by other means than the index."""
    found = {}
    for path in sample.public.rglob("*.html"):
        html = path.read_text("utf-8").partition("<article")[2].partition("</article>")[0]
        html = re.sub(r"(?s)<(nav|details|p|div)[^>]*data-search-exclude.*?</\1>", " ", html)
        found[path.relative_to(sample.public).as_posix()] = fold(readable(html)[0])
    return found


def test_what_holds_the_words_is_found(opened: Page, texts: dict[str, str]) -> None:
    """Words inside words, names, figures as they are printed: 98 of 100 of the pages that hold them all."""
    wanted = found = 0
    for one in QUERIES:
        if words := one.get("holds"):
            truth = {path for path, text in texts.items() if all(fold(word) in text for word in words)}
            hits = set(ask(opened, one["query"], limit=2000)["paths"])
            wanted, found = wanted + len(truth), found + len(truth & hits)

    assert wanted > 100
    assert found >= 0.98 * wanted


def test_results_are_narrowed_down(opened: Page) -> None:
    """Counts say what there would be; a choice leaves the other choices of its kind to be made."""
    everything = ask(opened, "收支", limit=1)
    township = max(everything["facets"]["township"], key=everything["facets"]["township"].get)
    narrowed = ask(opened, "收支", limit=1, township=township)

    assert narrowed["total"] == everything["facets"]["township"][township] < everything["total"]
    assert narrowed["facets"]["township"] == everything["facets"]["township"]
    assert set(everything["facets"]) == {"township", "village", "category", "year"}
    assert ask(opened, "收支", limit=1, category="财务公开", year="2026")["hits"][0]["year"] == "2026"


@pytest.mark.parametrize(
    "words", ["", "　", "，。", "<b>x</b>", "\\", "((", "zzzzqq", "😀", "a" * 500, "村" * 300, "${1}"]
)
def test_odd_words_are_no_fault(opened: Page, words: str) -> None:
    """Nothing is found, or something is; nothing breaks."""
    assert ask(opened, words, limit=3)["total"] >= 0


def test_only_what_a_query_needs_is_read(chromium: Browser, sample: Sample) -> None:
    """The root, the files of its terms, and those of the pages that are shown."""
    context = chromium.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((sample.public / "index.html").as_uri())
    assert not [url for url in asked if "/search/" in url]
    ask(page, "清运", limit=10)
    found = [url.partition("/search/")[2] for url in asked if "/search/" in url]

    assert found[0] == "root.js"
    assert len([name for name in found if name.startswith("t/")]) == 1
    assert len(found) <= 2 + 24
    context.close()


def test_typed_pasted_and_composed(chromium: Browser, sample: Sample) -> None:
    """Text that comes without keys is searched, too; what an input method has not finished is not."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto((sample.public / "index.html").as_uri())
    assert "刘村" in find(page, "刘村")[0]
    page.locator(WORDS).evaluate("""(input) => {
      input.value = "qqqqzz";
      input.dispatchEvent(new InputEvent("input", { isComposing: true, bubbles: true }));
    }""")
    page.wait_for_timeout(200)
    expect(page.locator(".gk-find-said")).to_contain_text("找到")
    page.locator(WORDS).dispatch_event("compositionend")
    expect(page.locator(".gk-find-said")).to_contain_text("没有找到")
    page.locator(WORDS).evaluate("""(input) => { input.value = "清运"; input.dispatchEvent(new Event("input")); }""")
    expect(page.locator(".gk-find-results mark").first).to_have_text("清运")
    page.locator("#gk-find-category").select_option(index=1)
    expect(page.locator(".gk-find-where").first).to_contain_text("财务公开")
    before = page.locator(".gk-find-results li").count()
    page.locator(".gk-find-more").click()
    expect(page.locator(".gk-find-results li")).not_to_have_count(before)
    page.locator(".gk-find-results a").first.click()
    expect(page.locator("mark.gk-hit").first).to_have_text("清运")
    context.close()
