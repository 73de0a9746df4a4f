"""Reviewers write beside a page of the offline bundle, save a file, and the house reads it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator import feedback
from tests.browser.conftest import OfflinePage
from tests.browser.kinds import Sample
from tests.world import REPOSITORY

pytestmark = pytest.mark.browser
PAGE = "anping/liucun/finance/liucun-2026-08.html"


def opened(page: Page, sample: Sample, address: str = PAGE) -> None:
    page.goto((sample.review / address).as_uri())
    page.wait_for_selector(".gk-comments-open")


def write(page: Page, words: str, quote: str = "") -> None:
    page.locator(".gk-comments-open").click()
    if quote:
        page.select_option("#gk-comments-place", value=quote)
    page.fill("#gk-comments-text", words)
    page.fill("#gk-comments-who", "县纪委监委第三组")
    page.get_by_role("button", name="加上这条意见").click()


def saved(page: Page, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name="保存意见").click()
    download.value.save_as(folder / "gongkai-comments.json")
    return folder / "gongkai-comments.json"


def test_a_comment_comes_back_to_its_record(offline_page: OfflinePage, sample: Sample, tmp_path: Path) -> None:
    """With the page, the words it is about, the record and its line; nothing was sent anywhere."""
    page = offline_page.page
    opened(page, sample)
    rows = page.locator("article tbody tr").all()
    places = [" ".join(" ".join(row.locator("td").all_inner_texts()).split()) for row in rows]
    row = next(one for one in places if "收入合计" in one)
    write(page, "这一笔和合同对不上", row)
    file = saved(page, tmp_path)
    (one,) = json.loads(file.read_text("utf-8"))["comments"]

    assert (one["page"], one["record"], one["quote"]) == (PAGE, "anping/finance/liucun-2026-08", row)
    assert one["who"] == "县纪委监委第三组"
    heard, kept = feedback.comments(REPOSITORY, file, dry=True)
    assert heard[0].at.startswith("data/townships/anping/finance/")
    assert heard[0].said.text == "这一笔和合同对不上"
    assert kept == []
    assert offline_page.outside == []
    assert offline_page.errors == []


def test_marked_words_are_what_a_comment_is_about(offline_page: OfflinePage, sample: Sample) -> None:
    """A button appears beside them."""
    page = offline_page.page
    opened(page, sample)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.gk-lead'))")
    page.locator(".gk-comments-here").click()

    assert page.locator("#gk-comments-place").input_value() == page.locator(".gk-lead").inner_text().strip()
    assert page.evaluate("document.activeElement.id") == "gk-comments-text"


def test_comments_go_along_from_page_to_page_and_can_be_taken_back(
    offline_page: OfflinePage, sample: Sample, tmp_path: Path
) -> None:
    """In this browser; a saved file can be opened in another."""
    page = offline_page.page
    opened(page, sample)
    write(page, "第一条")
    page.keyboard.press("Escape")
    opened(page, sample, "anping/index.html")
    assert page.locator(".gk-comments-open").inner_text() == "意见 1"
    write(page, "第二条")
    file = saved(page, tmp_path)
    page.get_by_role("button", name="删去这条意见：第一条").click()
    assert page.locator(".gk-comments-list li").count() == 1
    page.set_input_files("#gk-comments-file", file)
    expect(page.locator(".gk-comments-list li")).to_have_count(2)
    assert len(json.loads(saved(page, tmp_path).read_text("utf-8"))["comments"]) == 2


HOSTILE = '[{"page": "javascript:alert(1)", "text": "<img src=x onerror=alert(1)>"}]'


@pytest.mark.parametrize(
    "content",
    [
        "{}",
        "x",
        '{"kind": "gongkai-comments", "comments": [null]}',
        f'{{"kind": "gongkai-comments", "comments": {HOSTILE}}}',
    ],
)
def test_another_file_does_no_harm(offline_page: OfflinePage, sample: Sample, tmp_path: Path, content: str) -> None:
    """It is said, or what is odd in it is left out."""
    page = offline_page.page
    opened(page, sample)
    page.locator(".gk-comments-open").click()
    (tmp_path / "x.json").write_text(content, "utf-8")
    page.set_input_files("#gk-comments-file", tmp_path / "x.json")
    expect(page.locator(".gk-comments-said")).not_to_be_empty()

    assert page.locator(".gk-comments-list li").count() == 0
    assert page.locator(".gk-comments-said").inner_text() in (
        "这不是意见文件。请选“保存意见”得到的文件。",
        "打开了 0 条。",
    )
    assert offline_page.errors == []


def test_nobody_else_is_asked_for_comments(offline_page: OfflinePage, sample: Sample) -> None:
    """The public's pages load nothing of it."""
    page = offline_page.page
    page.goto((sample.public / PAGE).as_uri())
    page.wait_for_timeout(300)

    assert page.locator(".gk-comments-open").count() == 0
    assert page.evaluate("[...document.scripts].some(one => one.src.includes('comments'))") is False


@pytest.mark.parametrize("width", [1280, 360])
def test_the_panel_fits_and_is_reached_by_keyboard(chromium: Browser, sample: Sample, width: int) -> None:
    """Everything in it has a name; nothing sticks out."""
    context = chromium.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    opened(page, sample)
    page.locator(".gk-comments-open").press("Enter")
    box = page.locator(".gk-comments").bounding_box()

    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    for field in ("针对", "意见", "谁提的（单位或职务）", "打开以前保存的意见"):
        assert page.get_by_label(field, exact=True).count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
