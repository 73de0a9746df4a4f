"""What a page says of itself on paper: its head, its number, its address and the code that leads there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model import Audience, Edition, Page
from generator.write import write
from generator.write.paper import paper

SITE = "https://gongkai.example/"
SHEET = "anping/liucun/finance/liucun-2026-03.md"

Matrix = list[list[bool]]


@pytest.mark.parametrize(
    ("above", "title", "head"),
    [
        (("安平镇", "刘村"), "刘村2026年3月收支公开榜", "安平镇 · 刘村2026年3月收支公开榜"),
        (("安平镇", "刘村"), "村内路灯节能改造", "安平镇 刘村 · 村内路灯节能改造"),
        (("安平镇", "安平镇档案"), "2018年的讲话", "安平镇档案 · 2018年的讲话"),
        (("安平镇",), "安平镇应公开一览", "安平镇应公开一览"),
        ((), "怎样提意见", "怎样提意见"),
    ],
)
def test_the_head_names_place_item_and_period_once(above: tuple[str, ...], title: str, head: str) -> None:
    """A title that holds the village is not put behind the village."""
    assert paper("x.md", title, above, "").head == head


def test_the_address_is_that_of_the_finished_page() -> None:
    """And none is made up for a site that stands nowhere."""
    assert paper(SHEET, "题", (), SITE).address == f"{SITE}anping/liucun/finance/liucun-2026-03.html"
    assert paper(SHEET, "题", (), SITE).number == "anping/liucun/finance/liucun-2026-03"
    assert paper(SHEET, "题", (), "").address == ""


def test_a_phone_reads_the_address_in_the_code() -> None:
    """Read here as a phone does, from the modules alone: sizes, mask, order of bytes."""
    sheet = paper(SHEET, "题", (), SITE)

    assert decoded(modules(sheet.code)) == sheet.address


def test_the_code_is_small_has_no_size_of_its_own_and_is_the_same_every_time() -> None:
    """A width in pixels would be cropped on paper; CSS sets it."""
    code = paper(SHEET, "题", (), SITE).code

    assert len(code.encode()) <= 4096
    assert re.match(r'<svg viewBox="0 0 41 41" class="gk-qr"><path ', code)
    assert "style=" not in code
    assert code == paper(SHEET, "题", (), SITE).code


def foot(folder: Path, audience: Audience, address: str) -> str:
    page = Page(
        "a/x.md", "题", "about.md.j2", {"pieces": [("正文", "")], "apart": False, "sample": False, "switch": None}
    )
    publication = write(Edition(audience=audience), [page], folder, address)
    return (publication.docs / "a/x.md").read_text("utf-8").partition("gk-print-foot")[2]


def test_the_public_page_carries_address_and_code(tmp_path: Path) -> None:
    """In plain text beside the code: not everybody has a phone that scans."""
    text = foot(tmp_path, Audience.PUBLIC, SITE)

    assert "<svg" in text
    assert "https&#58;&#47;&#47;gongkai&#46;example&#47;a&#47;x&#46;html" in text


@pytest.mark.parametrize("audience", [one for one in Audience if one is not Audience.PUBLIC])
def test_other_pages_say_who_may_read_them(tmp_path: Path, audience: Audience) -> None:
    """Without an address: they stand nowhere on the internet."""
    text = foot(tmp_path, audience, "")

    assert "<svg" not in text
    assert f"给“{audience.label}”看的资料，不得放到互联网上" in text
    assert "本页编号：a&#47;x" in text


def test_a_public_site_without_an_address_prints_its_number(tmp_path: Path) -> None:
    """Nothing is made up."""
    text = foot(tmp_path, Audience.PUBLIC, "")

    assert "<svg" not in text
    assert "本页编号：a&#47;x" in text


# ------------------------------------------------------------------ a reader of QR codes, version 5, level M only


def modules(svg: str) -> Matrix:
    """The dark and light modules that the strokes of the path leave, without the quiet margin of two."""
    size = int(re.search(r'viewBox="0 0 (\d+)', svg)[1]) - 4  # type: ignore[index]
    matrix = [[False] * size for _ in range(size)]
    x, y = 0.0, 0.0
    for word, numbers in re.findall(r"([Mmh])([^Mmhz\"]*)", re.search(r' d="([^"]+)"', svg)[1]):  # type: ignore[index]
        steps = [float(one) for one in re.findall(r"-?\d*\.?\d+", numbers)]
        if word == "h":
            for column in range(int(x), int(x + steps[0])):
                matrix[int(y) - 2][column - 2] = True
            x += steps[0]
        else:
            x, y = (steps[0], steps[1]) if word == "M" else (x + steps[0], y + steps[1])
    return matrix


def decoded(matrix: Matrix) -> str:
    """ISO/IEC 18004: format, mask, the zigzag, two interleaved blocks of 43, and one run of bytes."""
    size = len(matrix)
    assert size == 37, "another version than 5: choose an address of the old length"
    drawn = [*range(6), 7, 8]
    bits = [matrix[8][column] for column in drawn] + [matrix[row][8] for row in (7, 5, 4, 3, 2, 1, 0)]
    form = int("".join("01"[bit] for bit in bits), 2) ^ 0b101010000010010
    assert form >> 13 == 0b00, "level M"
    mask = form >> 10 & 0b111
    assert mask == 0
    stream = [matrix[row][column] ^ ((row + column) % 2 == 0) for row, column in zigzag(size)]
    words = [int("".join("01"[bit] for bit in stream[at : at + 8]), 2) for at in range(0, 86 * 8, 8)]
    data = bytes(words[0::2] + words[1::2])
    assert data[0] >> 4 == 0b0100, "bytes"
    length = (data[0] & 15) << 4 | data[1] >> 4
    return bytes((data[at] & 15) << 4 | data[at + 1] >> 4 for at in range(1, length + 1)).decode("ascii")


def zigzag(size: int) -> Iterator[tuple[int, int]]:
    upwards = True
    for right in (*range(size - 1, 6, -2), *range(5, 0, -2)):
        rows = range(size - 1, -1, -1) if upwards else range(size)
        yield from ((row, column) for row in rows for column in (right, right - 1) if not fixed(size, row, column))
        upwards = not upwards


def fixed(size: int, row: int, column: int) -> bool:
    """Finders with their formats, timing, and the one alignment mark."""
    corner = (row < 9 and column < 9) or (row < 9 and column >= size - 8) or (row >= size - 8 and column < 9)
    return corner or 6 in (row, column) or (28 <= row <= 32 and 28 <= column <= 32)
