"""How long after a save the browser shows it: `gongkai serve` in real Chromium, on the sample and on a county.

`python benchmarks/reload.py [PAGES]`, PAGES being those of the county (7,500 unless told). Seconds of the wall clock, from the
file's being written to the new figure's standing on the open page; beside it what `mkdocs serve` takes for the same page of the
same Markdown of the sample, rebuilt the way it does, from a change of the Markdown itself.
"""

from __future__ import annotations

import json
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import county

ROOT = Path(__file__).parent.parent
ROUNDS, PAUSE = 5, 15.0
PORT = 8791


def wait_for(url: str, wanted: str, patience: float = 900) -> float:
    """Seconds until the address answers with these words."""
    begun = time.perf_counter()
    while time.perf_counter() - begun < patience:
        try:
            if wanted in urllib.request.urlopen(url, timeout=30).read().decode():
                return time.perf_counter() - begun
        except OSError:
            pass
        time.sleep(0.1)
    raise SystemExit(f"{url} never said {wanted}")


@contextmanager
def serving(command: list[str], folder: Path) -> Iterator[None]:
    with tempfile.TemporaryFile("w") as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
        try:
            yield
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)


def saves(file: Path, pattern: str, page: Page, url: str) -> list[float]:
    """Seconds of each save until the open page shows it."""
    page.goto(url)
    spent = []
    for number in range(ROUNDS):
        figure = f"7{number}31"
        text = re.sub(pattern, rf"\g<1>{figure}", file.read_text(encoding="utf-8"), count=1)
        shown = page.get_by_text(re.compile(f"7,?{number}31")).first
        file.write_text(text, encoding="utf-8")
        begun = time.perf_counter()
        shown.wait_for(state="attached", timeout=120_000)
        spent.append(time.perf_counter() - begun)
        time.sleep(PAUSE)  # as long as the whole takes that is built behind it
    return spent


def ours(name: str, folder: Path, file: str, pattern: str, address: str, today: str, page: Page) -> None:
    base = f"http://127.0.0.1:{PORT}"
    command = [sys.executable, "-m", "generator", "serve", "--root", str(folder), "--port", str(PORT), "--today", today]
    with serving(command, ROOT):
        first = wait_for(f"{base}/", "<html")
        built = wait_for(f"{base}/gongkai-state", '"built": 1') + first
        spent = saves(folder / file, pattern, page, f"{base}/{address}")
    with serving(command, ROOT):
        again = wait_for(f"{base}/", "gongkai-reload")
    state = json.dumps([round(one, 2) for one in spent])
    print(f"  {name:8} first answer {first:5.1f} s, all built {built:6.1f} s, started again {again:4.1f} s")
    print(f"  {'':8} save to page {statistics.median(spent):5.2f} s (median of {state})")


def peer(folder: Path, page: Page) -> None:
    """`mkdocs serve` with the settings and the Markdown that our build left; no search, no plugins, menus pruned."""
    docs = folder / "build/public/docs"
    home = Path(tempfile.mkdtemp())
    shutil.copytree(docs, home / "docs")
    features = "[navigation.tabs, navigation.indexes, navigation.prune]"
    settings = f"site_name: a\nuse_directory_urls: false\nplugins: []\ntheme: {{name: material, font: false, features: {features}}}\n"
    (home / "mkdocs.yml").write_text(settings, encoding="utf-8")
    base = f"http://127.0.0.1:{PORT + 1}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--quiet", "-a", base.removeprefix("http://")]
    with serving(command, home):
        built = wait_for(f"{base}/anping/liucun/index.html", "<html")
        spent = saves(
            home / "docs/anping/liucun/index.md", r"(刘村在安平镇东北)\d*", page, f"{base}/anping/liucun/index.html"
        )
    shutil.rmtree(home)
    print(f"  {'mkdocs':8} all built {built:6.1f} s, save to page {statistics.median(spent):5.2f} s")


def main(pages: int) -> None:
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"]).new_page()
        sample = Path(name) / "sample"
        for part in ("data", "content", "theme_overrides"):
            shutil.copytree(ROOT / part, sample / part)
        shutil.copy(ROOT / "mkdocs.yml", sample)
        place, village = "data/townships/anping/place.yml", r"(编号: liucun\n(?:.*\n){4}  人口: )[\d,]+"
        ours("sample", sample, place, village, "anping/liucun/index.html", "2026-10-20", page)
        peer(sample, page)
        if pages:
            large = Path(name) / "county"
            townships, villages = county.sized(pages)
            county.make(large, townships, total=villages)
            for part in ("content", "theme_overrides"):
                shutil.copytree(ROOT / part, large / part) if part != "content" else (large / part / "site").mkdir(
                    parents=True
                )
            shutil.copy(ROOT / "mkdocs.yml", large)
            place, village = "data/townships/town00/place.yml", r"(编号: village00\n(?:.*\n)*?  人口: )[\d,]+"
            ours("county", large, place, village, "town00/village00/index.html", county.TODAY, page)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7_500)
