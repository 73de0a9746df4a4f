"""Pages on paper: what the printer of a township gets, whatever the screen was showing."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import segno
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import Sample

pytestmark = pytest.mark.browser

PRINTED = (
    "Sheet",
    "Statement",
    "Decision",
    "Article",
    "Archived",
    "Due",
    "Timeliness of all",
    "Indicators",
    "Masked indicators",
    "Statistics of a township",
    "Statistics of many villages",
    "Register of notes",
    "Activities",
    "Ledgers",
)
"""Every disclosure, and the pages with the widest tables."""

INKED = ("Sheet", "Due", "Indicators", "Statistics of many villages")
"""Those whose finished sheets are looked at for ink in the margins."""

MM = 72 / 25.4
"""Points, of which a sheet of A4 has 595 by 842."""
A4 = (595, 842)
SHEET_WIDTH = 680
"""What is left between the margins of 15 mm, in pixels of 96 to an inch."""
WHITE = 250

_TOO_WIDE = """() => [...document.querySelectorAll("article *")].filter((one) => {
  const box = one.getBoundingClientRect();
  return box.width > 0 && (box.right > innerWidth + 1 || (one.scrollWidth > one.clientWidth + 2 && one.clientWidth > 0
    && ["TD", "TH", "DIV", "P"].includes(one.tagName)));
}).map((one) => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 30)}`).slice(0, 5)"""
_COLOURED = """() => [...document.querySelectorAll("article *:not(svg, svg *)")].filter((one) => {
  if (!one.checkVisibility()) return false;
  const style = getComputedStyle(one);
  return style.color !== "rgb(0, 0, 0)" || !["rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"].includes(style.backgroundColor);
}).map((one) => `${one.tagName}.${one.className}`).slice(0, 5)"""


@pytest.fixture(params=["light", "dark", "elder", "no script"])
def screen(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A reader's screen in each of its looks."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 900},
        color_scheme="dark" if request.param == "dark" else "light",
        java_script_enabled=request.param != "no script",
    )
    if request.param == "elder":
        context.add_init_script("try { localStorage.setItem('gongkai.elder', '1') } catch {}")
        context.add_init_script("document.documentElement?.setAttribute('data-elder', '')")
    yield context.new_page()
    context.close()


def printed(page: Page) -> pypdfium2.PdfDocument:
    """The PDF as the browser's own print dialog makes it: no backgrounds, sizes as the style sheet says."""
    return pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))


def texts(pdf: pypdfium2.PdfDocument) -> list[str]:
    """Each sheet's words without blanks."""
    return ["".join(sheet.get_textpage().get_text_range().split()) for sheet in pdf]


def bands(sheet: pypdfium2.PdfPage) -> tuple[str, str]:
    """What stands within 20 mm of the upper and 17 mm of the lower edge."""
    text, (width, height) = sheet.get_textpage(), sheet.get_size()
    upper = text.get_text_bounded(0, height - 20 * MM, width, height)
    lower = text.get_text_bounded(0, 0, width, 17 * MM)
    return "".join(upper.split()), "".join(lower.split())


@pytest.mark.parametrize("kind", PRINTED)
def test_every_sheet_is_a4_and_whole(chromium: Browser, kinds: dict[str, Path], kind: str) -> None:
    """Whoever picks up one sheet from the floor knows whose it is, and whether one is missing; and nothing of it is cut off."""
    page = chromium.new_page()
    page.goto(kinds[kind].as_uri())
    head = "".join((page.locator(".gk-print-head > span").first.text_content() or "").split())
    pdf = printed(page)

    assert head
    for number, sheet in enumerate(pdf, 1):
        upper, lower = bands(sheet)
        assert sheet.get_size() == pytest.approx(A4, abs=1)
        assert upper.startswith(head), number
        assert upper.count(head) == 1
        assert lower == f"第{number}页共{len(pdf)}页"
        assert kind not in INKED or darkest_at_the_edges(sheet) > WHITE
    page.set_viewport_size({"width": SHEET_WIDTH, "height": 900})
    page.emulate_media(media="print")
    assert page.evaluate(_TOO_WIDE) == []
    page.close()


def darkest_at_the_edges(sheet: pypdfium2.PdfPage) -> int:
    """The darkest grey within 10 mm of the right and left edges of a finished sheet."""
    picture = sheet.render(scale=1).to_pil().convert("L")
    edge = round(10 * MM)
    strips = ((0, 0, edge, picture.height), (picture.width - edge, 0, picture.width, picture.height))
    return min(int(picture.crop(strip).getextrema()[0]) for strip in strips)


def test_black_on_white_from_every_screen(screen: Page, kinds: dict[str, Path]) -> None:
    """Dark, elder or without script: the same words in black, of the same size, and no more sheets."""
    for kind in ("Sheet", "Article", "Due", "Archived"):
        screen.goto(kinds[kind].as_uri())
        screen.emulate_media(media="print")

        assert screen.evaluate(_COLOURED) == [], kind
        for part in ("body", "html"):
            assert screen.locator(part).evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(255, 255, 255)"
        size = screen.locator("article").evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
        assert size == pytest.approx(11 / 72 * 96, abs=0.1)
    screen.goto(kinds["Sheet"].as_uri())
    assert len(printed(screen)) <= 2


def test_what_can_only_be_pressed_is_left_out(chromium: Browser, kinds: dict[str, Path]) -> None:
    """Menus, search, the way back; the neighbouring months; downloads."""
    page = chromium.new_page()
    for kind in ("Sheet", "Village", "Statistics of a township", "Portal"):
        page.goto(kinds[kind].as_uri())
        page.emulate_media(media="print")
        for pressed in (
            "header",
            "footer",
            "nav",
            "button",
            "input",
            "select",
            ".gk-crumbs",
            ".gk-neighbours",
            ".gk-switch",
            "[href$='.csv']",
        ):
            for one in page.locator(pressed).all():
                expect(one).to_be_hidden()
        page.emulate_media(media="screen")
        expect(page.locator("header.md-header")).to_be_visible()
    page.close()


@pytest.mark.parametrize("script", [True, False], ids=["javascript", "none"])
def test_what_is_folded_is_opened(chromium: Browser, kinds: dict[str, Path], script: bool) -> None:
    """Nobody can press a sheet of paper; afterwards the screen is as it was."""
    context = chromium.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(kinds["Indicators"].as_uri())
    folded = page.locator("article details:not([open]) :is(td, li)", has_not=page.locator("*"))
    words = {"".join((one or "").split()) for one in folded.all_text_contents()[:20]}
    text = "".join(texts(printed(page)))

    assert words
    assert [one for one in words if one not in text] == []
    assert page.locator("article details:not([open])").count()
    context.close()


def test_a_long_table_says_on_every_sheet_what_its_columns_are(chromium: Browser, kinds: dict[str, Path]) -> None:
    """The head row once more on each sheet that the table reaches."""
    page = chromium.new_page()
    page.goto(kinds["Article"].as_uri())
    head = "".join("".join(page.locator(".gk-provenance thead").first.locator("th").all_text_contents()).split())
    sheets = [text for text in texts(printed(page)) if "anping/indicator/" in text]

    assert len(sheets) > 1
    assert all(head in text for text in sheets)
    page.close()


def test_rows_headings_and_charts_are_not_cut(chromium: Browser, kinds: dict[str, Path]) -> None:
    """As the style sheet asks of the browser."""
    page = chromium.new_page()
    page.goto(kinds["Indicators"].as_uri())
    page.emulate_media(media="print")
    for part, name in (("tbody tr", "breakInside"), ("article h2", "breakInside"), ("article h2", "breakAfter")):
        assert page.locator(part).first.evaluate(f"one => getComputedStyle(one).{name}") == "avoid"
    assert page.locator("thead").first.evaluate("one => getComputedStyle(one).display") == "table-header-group"
    page.close()


def test_the_code_on_paper_leads_to_the_page(chromium: Browser, kinds: dict[str, Path], sample: Sample) -> None:
    """Each module stands where it must, on a square that is not cropped; the address in words beside it."""
    page = chromium.new_page(device_scale_factor=4)
    path = kinds["Sheet"]
    page.goto(path.as_uri())
    expect(page.locator(".gk-qr")).to_be_hidden()
    address = f"https://gongkai.example/{path.relative_to(sample.public).as_posix()}"
    assert address in texts(printed(page))[-1]
    page.emulate_media(media="print")
    box = page.locator(".gk-qr").bounding_box()
    assert box
    assert (round(box["width"] / 96 * 25.4), round(box["height"] / 96 * 25.4)) == (24, 24)

    picture = (
        Image.open(io.BytesIO(page.locator(".gk-qr").screenshot())).convert("L").point(lambda grey: (grey < 128) * 255)
    )
    dark = picture.crop(picture.getbbox())
    wanted = [[bool(module) for module in row] for row in segno.make(address, error="m", micro=False, mask=0).matrix]
    step = dark.width / len(wanted)
    middles = [int((number + 0.5) * step) for number in range(len(wanted))]
    assert [[bool(dark.getpixel((x, y))) for x in middles] for y in middles] == wanted
    page.close()


def test_a_sheet_for_reviewers_says_so_and_has_no_code(chromium: Browser, kinds: dict[str, Path]) -> None:
    """On every sheet whose eyes it is for; no address, since it stands nowhere."""
    page = chromium.new_page()
    page.goto(kinds["Statement"].as_uri())
    words = texts(printed(page))

    assert page.locator(".gk-qr").count() == 0
    assert "gongkai.example" not in "".join(words)
    assert all("给“审阅”看的资料" in text for text in words)
    assert re.search(r"不得放到互联网上。本页编号：anping/liucun/finance/liucun-accounts-2025-q4", words[-1])
    page.close()


def test_without_script_the_first_sheet_has_its_head(chromium: Browser, kinds: dict[str, Path]) -> None:
    """It is a block of the page; the numbers need no script either."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(kinds["Sheet"].as_uri())
    found = [bands(sheet) for sheet in printed(page)]

    assert found[0][0].startswith("安平镇·刘村2026年3月收支公开榜")
    assert [lower for _, lower in found] == [f"第{number}页共{len(found)}页" for number in range(1, len(found) + 1)]
    context.close()
