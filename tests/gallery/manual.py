"""Makes the pictures of the manual: `python -m tests.gallery.manual`. Everything on them is what the commands really make.

Needs Chromium, and LibreOffice for the picture of the workbook.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageOps
from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.text import Text

from tests import world
from tests.browser.conftest import FLAGS

FOLDER = world.REPOSITORY / "content" / "site" / "files"
WIDE = 1000
"""Pixels: what the column of a page shows without scaling, twice over on a phone."""
COLOURS = 48
TODAY = ("--today", "2026-10-20")
NAMES = ("--name", "青山镇", "--village", "刘村", "--village", "柳村", "--village", "大石桥村")
STAGES = (
    "提出 --post 村报账员",
    "审核 --post 村务监督委员会主任 --secrecy",
    "审批 --post 村党支部书记",
    "上墙",
    "上网",
)
_TERMINAL = (
    "<meta charset=utf-8><style>body{margin:0;padding:18px 24px;background:#0c1a2b;color:#e6e6e6}"
    "pre{margin:0;font:15px/1.45 'DejaVu Sans Mono','Noto Sans Mono CJK SC',monospace;white-space:pre-wrap}</style>"
    "<pre><code>{code}</code></pre>"
)


def said(site: Path, *words: str) -> str:
    """A command in the site and what it says."""
    call = [sys.executable, "-m", "generator", *words]
    environment = os.environ | {"PYTHONPATH": str(world.REPOSITORY)}
    done = subprocess.run(call, cwd=site, env=environment, capture_output=True, check=False, encoding="utf-8")
    shown = " ".join(word for word in words if word not in TODAY)
    return f"> gongkai {shown}\n{done.stdout}{done.stderr}"


def terminal(browser: Browser, text: str) -> Image.Image:
    """As a terminal shows it."""
    console = Console(record=True, file=io.StringIO(), width=110, force_terminal=True)
    console.print(Text.from_ansi(text))
    html = console.export_html(inline_styles=True, code_format="{code}")
    page = browser.new_page(viewport={"width": WIDE, "height": 300})
    page.set_content(_TERMINAL.replace("{code}", html))
    return Image.open(io.BytesIO(page.screenshot(full_page=True)))


def sheet(site: Path, folder: Path) -> Image.Image:
    """The sheet of income and outlay, as LibreOffice prints it: the half with the income."""
    said(site, "export", "xlsx", "--family", "finance")
    (made,) = (site / "build" / "exports").glob("*.xlsx")
    call = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(made)]
    subprocess.run(call, check=True, capture_output=True)
    paper = pypdfium2.PdfDocument(folder / f"{made.stem}.pdf")
    found = next(one for one in paper if "门面房租金" in one.get_textpage().get_text_range()[:400])
    picture = trimmed(found.render(scale=4).to_pil())
    return picture.crop((0, 0, picture.width * 53 // 100, picture.height))


def board(site: Path) -> Image.Image:
    """The A4 board sheet of one month."""
    said(site, "export", "board", *TODAY)
    (made,) = (site / "build" / "exports" / "public" / "board").rglob("*-a4.pdf")
    picture = pypdfium2.PdfDocument(made)[0].render(scale=1).to_pil()
    return ImageOps.expand(picture, border=1, fill="#767676")


def review(browser: Browser, site: Path, folder: Path) -> Image.Image:
    """The first page of the reviewers' bundle."""
    said(site, "bundle", *TODAY)
    with zipfile.ZipFile(site / "build" / "bundles" / "review.zip") as packed:
        packed.extractall(folder / "review")
    (home,) = (folder / "review").glob("*/index.html")
    page = browser.new_page(viewport={"width": 1100, "height": 900})
    page.goto(home.as_uri())
    return Image.open(io.BytesIO(page.screenshot()))


def trimmed(picture: Image.Image) -> Image.Image:
    """Without the empty margin around it."""
    plain = picture.convert("RGB")
    box = ImageChops.difference(plain, Image.new("RGB", plain.size, plain.getpixel((0, 0)))).getbbox()
    return plain.crop(box) if box else plain


def small(picture: Image.Image) -> Image.Image:
    """No wider than a page, in few colours: this travels in every bundle."""
    plain = picture.convert("RGB")
    if plain.width > WIDE:
        plain = plain.resize((WIDE, plain.height * WIDE // plain.width), Image.Resampling.LANCZOS)
    return plain.quantize(COLOURS, dither=Image.Dither.NONE)


def pictures(folder: Path, browser: Browser) -> Iterator[tuple[str, Image.Image]]:
    """Name → picture, of the site that the manual makes; all in it is invented."""
    site = folder / "site"
    said(folder, "init", str(site), *NAMES, *TODAY)
    file = site / "data" / "townships" / "qingshanzhen" / "finance" / "2026.yml"
    right = file.read_text("utf-8")
    file.write_text(right.replace("期末结存: 25,213.80", "期末结存: 25,231.80"), "utf-8")
    yield "check", terminal(browser, said(site, "check", "--level", "error", *TODAY))
    file.write_text(right, "utf-8")
    for stage in STAGES:
        said(site, "publish", "finance/liucun-2026-09", "--stage", *stage.split(), *TODAY)
    yield "workbook", sheet(site, folder)
    yield "board", board(site)
    yield "review", review(browser, site, folder)


def main() -> None:
    """Writes them where the manual names them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name, picture in pictures(Path(folder), browser):
            small(picture).save(FOLDER / f"manual-{name}.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
