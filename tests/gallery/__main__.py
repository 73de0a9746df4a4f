"""Makes docs/gallery.md and its pictures: `python -m tests.gallery`."""

from __future__ import annotations

import io
import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import FLAGS
from tests.browser.kinds import KINDS, ROOT, build
from tests.browser.modes import MODES, Mode

FOLDER = ROOT / "docs" / "gallery"
TEXT = ROOT / "docs" / "gallery.md"
HEIGHT = 460
"""Of a strip. Every photograph is scaled to it, so the wide ones are wide and the phone is narrow."""
SEEN = {1280: 1180, 360: 900}
"""How much of a page is photographed, by its width."""
GAP = 8
QUALITIES = (60, 45, 30, 20)
MOST = 60_000
"""Bytes of a strip."""
HEAD = """# Gallery

Every kind of page, from left to right: light, dark, large letters, and on a phone of 360 px. Made by `make gallery` from
the sample; all places, people and figures are fictional.
"""


def photograph(browser: Browser, mode: Mode, pages: list[Path]) -> list[Image.Image]:
    """The head of each page, scaled to the height of a strip."""
    high = SEEN[mode.width]
    context = mode.context(browser)
    page = context.new_page()
    page.set_viewport_size({"width": mode.width, "height": high})
    taken = []
    for path in pages:
        page.goto(path.as_uri())
        page.wait_for_load_state("load")
        picture = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
        taken.append(picture.resize((mode.width * HEIGHT // high, HEIGHT), Image.Resampling.LANCZOS))
    context.close()
    return taken


def strip(pictures: tuple[Image.Image, ...]) -> Image.Image:
    """Side by side on grey."""
    width = sum(picture.width + GAP for picture in pictures) - GAP
    made = Image.new("RGB", (width, HEIGHT), "#8a8a8a")
    left = 0
    for picture in pictures:
        made.paste(picture, (left, 0))
        left += picture.width + GAP
    return made


def small(picture: Image.Image) -> bytes:
    """As WebP, the best of a few qualities that is small enough, or else the smallest."""
    data = b""
    for quality in QUALITIES:
        buffer = io.BytesIO()
        picture.save(buffer, "WEBP", quality=quality, method=6)
        data = buffer.getvalue()
        if len(data) <= MOST:
            break
    return data


def text() -> str:
    """The page that shows them."""
    parts = [HEAD]
    for kind in KINDS:
        shown = kind.what[0].upper() + kind.what[1:]
        parts.append(f"## {kind.name} · {kind.title}\n\n{shown}.\n\n![{kind.title}](gallery/{kind.slug}.webp)\n")
    return "\n".join(parts)


def main() -> None:
    """Builds the sample, photographs, writes."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        sample = build(Path(folder) / "sample")
        pages = [sample.page(kind) for kind in KINDS]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        taken = [photograph(browser, mode, pages) for mode in MODES]
        browser.close()
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for kind, pictures in zip(KINDS, zip(*taken, strict=True), strict=True):
        (FOLDER / f"{kind.slug}.webp").write_bytes(small(strip(pictures)))
    TEXT.write_text(text(), "utf-8")


if __name__ == "__main__":
    main()
