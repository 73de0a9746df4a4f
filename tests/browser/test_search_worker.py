"""Search as a reader meets it: a folder opened by double click, or the same folder on a server."""

from __future__ import annotations

import base64
import functools
import hashlib
import http.server
import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.conftest import OfflinePage

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
POLICY = (
    "default-src 'none'; script-src 'self' {}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; frame-src 'none'; base-uri 'none'; form-action 'none'; object-src 'none'"
)
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)

LIU_3 = "刘村2026年3月财务公开"
LIU_4 = "刘村2026年4月财务公开"
WANG_3 = "王村2026年3月财务公开"
WANG_12 = "王村2025年十二月财务公开"
MEETING = "刘村村民代表会议决议"

PAGES = {
    "index.md": "# 安平镇三务公开\n\n[怎样提意见](guide/object.md)\n",
    "guide/object.md": "# 怎样提意见\n\n先找村务监督委员会。\n",
    "anping/liucun/index.md": "# 刘村\n\n各项公开。\n\n## 提意见\n\n电话。\n",
    "anping/liucun/2026-03.md": (
        f"# {LIU_3}\n\n期初结存。\n\n## 支出\n\n"
        "| 摘要 | 金额（元） |\n|---|---:|\n| 垃圾清运费 | 6,424.50 |\n| **合计** | **6,424.50** |\n"
    ),
    "anping/liucun/2026-04.md": f"# {LIU_4}\n\n保洁员工资。\n",
    "anping/liucun/meeting.md": f"# {MEETING}\n\n材料编号ＡＢＣ１２３，见&#60;i&#62;附件&#60;&#47;i&#62;与&#38;说明。\n",
    "anping/wangcun/2026-03.md": f"# {WANG_3}\n\n果园承包费。\n",
    "anping/wangcun/finance/2025/12.md": f"# {WANG_12}\n\n年底结算。\n",
    "anping/wangcun/hostile.md": "# &#60;/title&#62;&#60;script&#62;document.title=1&#60;/script&#62;\n\n正文。\n",
}
DEEPEST = "anping/wangcun/finance/2025/12.html"


def build(folder: Path, pages: dict[str, str], policy: str = "") -> Path:
    for path, text in pages.items():
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    settings = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "site_name": "安平镇",
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {"custom_dir": str(ROOT / "theme_overrides")},
        "nav": [{"首页": "index.md"}],
        "not_in_nav": "*",
        "extra": {"policy": policy},
    }
    (folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", str(folder / "settings.json")]
    subprocess.run(command, check=True)
    return folder / "site"


def policy_of(reference: Path) -> str:
    scripts = {
        script for page in reference.rglob("*.html") for script in INLINE_SCRIPT.findall(page.read_text("utf-8"))
    }
    digests = sorted(base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    return POLICY.format(" ".join(f"'sha256-{digest}'" for digest in digests))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    reference = build(tmp_path_factory.mktemp("reference"), {"index.md": "# 空\n"})
    return build(tmp_path_factory.mktemp("公开 资料包"), PAGES, policy_of(reference))


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[str]:
    handler = functools.partial(QuietHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()


@pytest.fixture(params=["file", "http"])
def home(request: pytest.FixtureRequest, site: Path) -> str:
    return site.as_uri() if request.param == "file" else request.getfixturevalue("server")


def search(offline: OfflinePage, home: str, query: str, start: str = "index.html") -> list[str]:
    """Titles of the pages found, in the order shown."""
    offline.home = home
    page = offline.page
    page.goto(f"{home}/{start}")
    page.fill(".md-search__input", query)
    expect(page.locator(".md-search-result__meta")).to_contain_text("结果")
    return page.locator(".md-search-result__item h1").all_text_contents()


def assert_silent(offline: OfflinePage) -> None:
    assert offline.outside == []
    assert offline.errors == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("财务", {LIU_3, LIU_4, WANG_3, WANG_12}),
        ("清运", {LIU_3}),
        (LIU_4, {LIU_4}),
        ("刘村 清运", {LIU_3}),
        ("王村、财务", {WANG_3, WANG_12}),
        ("12月", {WANG_12}),
        ("三月", {LIU_3, WANG_3}),
        ("abc123", {MEETING}),
        ("没有这样的内容", set()),
    ],
)
def test_finds_what_a_page_holds(offline_page: OfflinePage, home: str, query: str, found: set[str]) -> None:
    assert set(search(offline_page, home, query)) == found
    assert_silent(offline_page)


def test_finds_the_nearest_page_when_none_holds_all(offline_page: OfflinePage, home: str) -> None:
    assert search(offline_page, home, "刘村3月财务")[0] == LIU_3
    assert_silent(offline_page)


def test_page_titles_come_before_headings_and_text(offline_page: OfflinePage, home: str) -> None:
    assert search(offline_page, home, "提意见") == ["怎样提意见", "刘村", "安平镇三务公开"]


def test_works_deep_in_the_folder_and_leads_to_the_page(offline_page: OfflinePage, home: str) -> None:
    assert search(offline_page, home, "清运", start=DEEPEST) == [LIU_3]
    offline_page.page.click(".md-search-result__link >> nth=-1")
    offline_page.page.wait_for_url("**/anping/liucun/2026-03.html*")
    assert offline_page.page.locator("h1").first.text_content() == LIU_3
    assert_silent(offline_page)


def test_marks_the_hit_and_shows_text_as_text(offline_page: OfflinePage, home: str) -> None:
    search(offline_page, home, "<i>附件</i>与&")
    assert offline_page.page.locator(".md-search-result__item mark").all_text_contents() == ["<i>附件</i>与&"]
    assert_silent(offline_page)


def test_speaks_chinese(offline_page: OfflinePage, home: str) -> None:
    search(offline_page, home, "清运")
    assert offline_page.page.locator(".md-search-result__meta").text_content() == "找到 1 个符合条件的结果"
    assert offline_page.page.locator(".md-search").get_attribute("aria-label") == "站内搜索"


def test_a_title_cannot_leave_its_element(offline_page: OfflinePage, home: str) -> None:
    offline_page.home = home
    offline_page.page.goto(f"{home}/anping/wangcun/hostile.html")
    assert offline_page.page.title() == "</title><script>document.title=1</script> - 安平镇"
    assert_silent(offline_page)


def test_every_page_uses_our_engine_and_one_policy(site: Path) -> None:
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        assert 'assets/search-worker.js"' in html, f"{page.name}: the theme's search engine has a new file name"
        head = html[html.index("<head>") + len("<head>") :].lstrip()
        assert head.startswith('<meta http-equiv="Content-Security-Policy"')
        assert html.encode().index(b"<meta charset") < 1000  # browsers look for it in the first 1024 bytes
        for script in INLINE_SCRIPT.findall(html):
            assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in head


def test_settings_need_no_yaml_tags() -> None:
    assert yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["theme"]["name"] == "material"
