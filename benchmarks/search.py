"""Search on a built site: sizes, what a query reads, and the time from opening a page to the first result, in Chromium.

`python benchmarks/search.py SITE [--pagefind PROGRAM]`, SITE being the `site` folder of a build. Pagefind (MIT, `pip install "pagefind[bin]"` into an
environment of its own; PROGRAM is its `pagefind`) indexes a copy of the same pages and is asked over http, since it cannot run from a folder. Quote the ratios.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import re
import resource
import shutil
import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
ROUNDS = 5
SCRIPT = """<script type="module">
const pagefind = await import("./pagefind/pagefind.js");
window.ask = async (words) => {
  const found = await pagefind.search(words);
  const first = found.results[0] && await found.results[0].data();
  return first ? first.url : "";
};
window.ready = true;
</script>"""
PAGEFIND = f'<!doctype html><meta charset="utf-8"><p id="out"></p>{SCRIPT}'
POLICY = re.compile(r'<meta http-equiv="?Content-Security-Policy"?[^>]*>')
"""It would stop Pagefind's WebAssembly and its inline script."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on this machine."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def ours(page: Page, words: str) -> float:
    """Seconds for a query in the open box, to the first result that is seen."""
    started = time.perf_counter()
    page.fill("#gk-find-words", words)
    page.wait_for_function(
        "words => document.querySelector('.gk-find-results a')?.href.includes('?h=' + encodeURIComponent(words))",
        arg=words,
    )
    return time.perf_counter() - started


def first(browser: Browser, address: str, words: str) -> tuple[float, float, int]:
    """(Seconds from opening the portal to the first result, seconds of a further query, bytes of the search that were read)."""
    context = browser.new_context()
    page, sizes = context.new_page(), []
    page.on("requestfinished", lambda request: "/search/" in request.url and sizes.append(request))
    started = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.locator(".md-header [data-gk-find]:visible").click()
    page.wait_for_selector("#gk-find-words")
    ours(page, words)
    whole = time.perf_counter() - started
    further = ours(page, words[:-1] or words)
    names = [request.url.partition("/search/")[2] for request in sizes]
    context.close()
    return whole, further, len(names)


def pagefind(browser: Browser, address: str, words: str) -> tuple[float, int]:
    """(Seconds from opening a page to the first result, bytes received)."""
    context = browser.new_context()
    page, received = context.new_page(), [0]
    page.on("response", lambda response: received.append(int(response.headers.get("content-length", 0))))
    started = time.perf_counter()
    page.goto(f"{address}find.html")
    page.wait_for_function("window.ready")
    page.evaluate("words => window.ask(words)", words)
    whole = time.perf_counter() - started
    context.close()
    return whole, sum(received)


def best(measure: Callable[[], tuple[float, ...]]) -> tuple[float, ...]:
    """The medians of several rounds."""
    return tuple(statistics.median(values) for values in zip(*(measure() for _ in range(ROUNDS)), strict=True))


def sizes(site: Path) -> None:
    """How much the index takes on disk."""
    pages = sum(1 for _ in site.rglob("*.html"))
    for name, files in (
        ("root", [site / "search" / "root.js"]),
        ("terms", list(site.glob("search/t/*.js"))),
        ("words", list(site.glob("search/d/*.js"))),
    ):
        total = sum(path.stat().st_size for path in files)
        print(
            f"  {name:6} {len(files):6} files {total / 1e6:8.2f} MB  {total / pages:8.0f} B a page  largest {max(path.stat().st_size for path in files):7} B"
        )


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("site", type=Path)
    asked.add_argument("--pagefind", type=Path)
    asked.add_argument("--words", nargs="+", default=["路灯灯泡", "收支公开榜", "示例3村"])
    given = asked.parse_args()
    site = given.site.resolve()
    print(f"{sum(1 for _ in site.rglob('*.html'))} pages")
    sizes(site)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        with served(site) as home:
            for words in given.words:
                for kind, address in (("file", (site / "index.html").as_uri()), ("http", f"{home}index.html")):
                    whole, further, files = best(lambda address=address, words=words: first(browser, address, words))
                    print(
                        f"  ours {kind} {words}: first result {whole:.2f} s, a further keystroke {further * 1000:.0f} ms, {files:.0f} files"
                    )
        if given.pagefind:
            copy = Path(folder) / "site"
            shutil.copytree(site, copy, ignore=shutil.ignore_patterns("search"))
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(
                [str(given.pagefind), "--site", str(copy), "--force-language", "zh"], check=True, capture_output=True
            )
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            print(f"  pagefind index {cpu:.1f} s CPU, {after.ru_maxrss / 1024:.0f} MB")
            portal = POLICY.sub("", (copy / "index.html").read_text("utf-8")).replace("</body>", f"{SCRIPT}</body>")
            for kind, text in (("an empty page", PAGEFIND), ("the same portal", portal)):
                (copy / "find.html").write_text(text, encoding="utf-8")
                with served(copy) as home:
                    for words in given.words:
                        whole, received = best(lambda words=words: pagefind(browser, home, words))
                        print(f"  pagefind http, {kind}, {words}: first result {whole:.2f} s, {received / 1e3:.0f} kB")
        browser.close()


if __name__ == "__main__":
    main()
