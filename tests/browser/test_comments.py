"""Reviewers write beside a page of the offline bundle, save a file, and the house reads it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator import feedback
from generator.feedback import Now
from generator.model import Site
from tests.browser.conftest import OfflinePage
from tests.browser.kinds import TODAY, Sample
from tests.world import REPOSITORY

pytestmark = pytest.mark.browser
PAGE = "anping/liucun/finance/liucun-2026-08.html"
ARTICLE = "anping/article/five-grasps-2026.html"


def opened(page: Page, sample: Sample, address: str = PAGE) -> None:
    page.goto((sample.review / address).as_uri())
    page.wait_for_selector(".gk-comments-open")


def say(page: Page, words: str) -> None:
    """Into the form that is open."""
    page.fill("#gk-comments-text", words)
    page.fill("#gk-comments-who", "县纪委监委第三组")
    page.get_by_role("button", name="记下").click()


def write(page: Page, words: str, about: str = "h1") -> None:
    page.locator(".gk-comments-pick").click()
    page.locator("article").locator(about).first.click()
    say(page, words)


def saved(page: Page, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name="保存意见").click()
    assert download.value.suggested_filename.startswith("yijian-")
    download.value.save_as(folder / "comments.json")
    return folder / "comments.json"


def content(file: Path) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))["comments"]
    return listed


def test_a_comment_comes_back_to_its_record(offline_page: OfflinePage, sample: Sample, tmp_path: Path) -> None:
    """With the page, the words it is about, the record and its line; nothing was sent anywhere."""
    page = offline_page.page
    opened(page, sample)
    page.locator("article tr", has_text="收入合计").first.hover()
    page.locator(".gk-comments-mark").click()
    say(page, "这一笔和合同对不上")
    file = saved(page, tmp_path)
    (one,) = content(file)

    assert (one["page"], one["record"]) == (PAGE, "anping/finance/liucun-2026-08")
    assert one["quote"].startswith("收入合计 | ")
    assert one["title"] == one["heading"] == "刘村2026年8月收支公开榜"
    assert one["who"] == "县纪委监委第三组"
    heard, kept = feedback.comments(Site(REPOSITORY, TODAY), file, dry=True)
    assert heard[0].now is Now.SAME
    assert heard[0].at.startswith("data/townships/anping/finance/")
    assert heard[0].said.text == "这一笔和合同对不上"
    assert kept == []
    assert offline_page.outside == []
    assert offline_page.errors == []


def test_marked_words_are_what_a_comment_is_about(offline_page: OfflinePage, sample: Sample, tmp_path: Path) -> None:
    """A button appears beside them; pressed from the corner by keyboard it is the same."""
    page = offline_page.page
    for press in (".gk-comments-mark", ".gk-comments-pick"):
        opened(page, sample)
        page.evaluate("getSelection().selectAllChildren(document.querySelector('.gk-lead'))")
        expect(page.locator(".gk-comments-mark")).to_be_visible()
        page.locator(press).press("Enter")

        assert page.locator(".gk-comments-quote").inner_text() == page.locator(".gk-lead").inner_text().strip()
        assert page.evaluate("document.activeElement.id") == "gk-comments-text"


def test_by_keyboard_alone(offline_page: OfflinePage, sample: Sample, tmp_path: Path) -> None:
    """Block by block, also the figures inside a paragraph; Escape leaves, and nothing of it stays on the page."""
    page = offline_page.page
    opened(page, sample, ARTICLE)
    before = page.locator("article").evaluate("one => one.innerHTML")
    page.locator(".gk-comments-pick").press("Enter")
    page.keyboard.press("Escape")
    assert page.locator("article").evaluate("one => one.innerHTML.replaceAll(' class=\"\"', '')") == before
    page.locator(".gk-comments-pick").press("Enter")
    for _ in range(40):
        if page.evaluate("document.activeElement.classList.contains('gk-figure')"):
            break
        page.keyboard.press("ArrowDown")
    figure = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert page.locator(".gk-comments-quote").inner_text() == figure
    page.keyboard.type("这个数从哪里来")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".gk-comments-said")).to_have_text("记下了。")
    (one,) = content(saved(page, tmp_path))

    assert (one["page"], one["anchor"][:4], one["record"]) == (ARTICLE, "use-", "anping/article/five-grasps-2026")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.classList.contains('gk-comments-open')")


def test_comments_go_along_from_page_to_page(offline_page: OfflinePage, sample: Sample, tmp_path: Path) -> None:
    """In this browser: changed, taken back, found again on their page; a saved file can be opened in another."""
    page = offline_page.page
    page.on("dialog", lambda dialog: dialog.accept())
    opened(page, sample)
    write(page, "第一条", "p.gk-lead")
    opened(page, sample, "anping/index.html")
    expect(page.locator(".gk-comments-open")).to_have_text("意见 1")
    write(page, "第二条")
    page.get_by_role("button", name="修改：第二条").click()
    page.fill("#gk-comments-text", "第二条改了")
    page.get_by_role("button", name="记下").click()
    file = saved(page, tmp_path)
    page.get_by_role("button", name="删除：第一条").click()
    assert page.locator(".gk-comments-list li").count() == 1
    page.set_input_files("#gk-comments-file", file)
    expect(page.locator(".gk-comments-list li")).to_have_count(2)
    page.set_input_files("#gk-comments-file", file)
    expect(page.locator(".gk-comments-said")).to_have_text("打开了 0 条意见，另有 2 条已经在这里。")
    assert {one["text"] for one in content(saved(page, tmp_path))} == {"第一条", "第二条改了"}
    page.locator(".gk-comments-about a").last.click()
    page.wait_for_url("**/liucun-2026-08.html#comment-*")
    expect(page.locator("p.gk-lead.gk-commented")).to_be_in_viewport()


ODD = {"id": "a", "page": "javascript:alert(1)", "text": "<img src=x onerror=alert(1)>"}
SHOWN = {
    "id": "b",
    "page": "anping/index.html",
    "title": "<b>t",
    "quote": {"x": 1},
    "text": "<img src=x onerror=alert(1)>",
}


@pytest.mark.parametrize(
    ("text", "said", "count"),
    [
        ("{}", "这不是“保存意见”存下来的文件，没有打开。", 0),
        ("x", "这不是“保存意见”存下来的文件，没有打开。", 0),
        ("[" * 100_000, "这不是“保存意见”存下来的文件，没有打开。", 0),
        ('{"kind": "gongkai-comments", "comments": {}}', "这不是“保存意见”存下来的文件，没有打开。", 0),
        (json.dumps({"kind": "gongkai-comments", "comments": [None, ODD, 7]}), "打开了 0 条意见，3 条读不出来。", 0),
        (
            json.dumps({"kind": "gongkai-comments", "comments": [SHOWN, SHOWN]}),
            "打开了 1 条意见，另有 1 条已经在这里。",
            1,
        ),
    ],
    ids=["none", "no-json", "deep", "no-list", "odd", "html"],
)
def test_another_file_does_no_harm(
    offline_page: OfflinePage, sample: Sample, tmp_path: Path, text: str, said: str, count: int
) -> None:
    """It is said, or what is odd in it is left out; markup is text."""
    page = offline_page.page
    opened(page, sample)
    page.locator(".gk-comments-open").click()
    (tmp_path / "x.json").write_text(text, "utf-8")
    page.set_input_files("#gk-comments-file", tmp_path / "x.json")

    expect(page.locator(".gk-comments-said")).to_contain_text(said)
    assert page.locator(".gk-comments-list li").count() == count
    assert page.locator(".gk-comments img").count() == 0
    assert offline_page.errors == []


def test_where_the_browser_keeps_nothing_it_is_said(offline_page: OfflinePage, sample: Sample) -> None:
    """And what was written can still be saved."""
    page = offline_page.page
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('refused'); }")
    opened(page, sample)
    write(page, "只在这一页")

    expect(page.locator(".gk-comments-said")).to_contain_text("关掉网页就没有了")
    assert page.locator(".gk-comments-list li").count() == 1
    assert page.get_by_role("button", name="保存意见").is_enabled()


def test_nobody_else_is_given_the_means(offline_page: OfflinePage, sample: Sample) -> None:
    """The public's pages load nothing of it, and its bundle does not hold it."""
    page = offline_page.page
    page.goto((sample.public / PAGE).as_uri())
    page.wait_for_timeout(300)

    assert page.locator("[class*=gk-comment]").count() == 0
    held = {path.name for path in sample.public.rglob("*")}
    assert held.isdisjoint({"comments.js", "comments.css", "release.js"})
    assert {"comments.js", "comments.css", "release.js"} <= {path.name for path in sample.review.rglob("*")}


def test_the_first_page_says_what_is_there(offline_page: OfflinePage, sample: Sample) -> None:
    """The size and the release, whether it was compared, what to look at first, and how to write."""
    page = offline_page.page
    opened(page, sample, "index.html")

    expect(page.locator("[data-gk-release]")).to_contain_text(" MB。")
    expect(page.locator("[data-gk-changes]")).to_have_text("这一份打包时没有和上一份比较。")
    row = page.locator("article tr", has_text="安平镇").first
    assert len(row.locator("td").all_inner_texts()) == 6
    assert page.get_by_role("heading", name="怎样写意见").count() == 1
    assert offline_page.errors == []


@pytest.fixture(params=[(1280, "default"), (360, "slate")], ids=str)
def reviewer(request: pytest.FixtureRequest, chromium: Browser, sample: Sample) -> Iterator[Page]:
    """A page with a comment, its panel open at the form."""
    width, scheme = request.param
    context = chromium.new_context(
        viewport={"width": width, "height": 740}, color_scheme="dark" if scheme == "slate" else "light"
    )
    page = context.new_page()
    opened(page, sample)
    write(page, "很长的意见" * 60)
    page.get_by_role("button", name="修改：很长的意见").click()
    yield page
    context.close()


def test_the_panel_fits_and_everything_in_it_has_a_name(reviewer: Page) -> None:
    """Nothing sticks out, targets can be hit, and axe finds nothing."""
    size = reviewer.viewport_size
    box = reviewer.locator(".gk-comments").bounding_box()

    assert box is not None
    assert size is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size["width"]
    assert reviewer.evaluate("document.documentElement.scrollWidth") <= size["width"]
    for field in ("意见", "谁写的"):
        assert reviewer.locator(".gk-comments").get_by_label(field, exact=True).count() == 1
    small = "all => all.filter(one => one.offsetHeight && one.offsetHeight < 36).map(one => one.outerHTML)"
    assert reviewer.eval_on_selector_all(".gk-comments button, .gk-comments-bar button", small) == []
    found = Axe().run(reviewer, {"include": [[".gk-comments"], [".gk-comments-bar"]]})
    assert found.response["violations"] == []
