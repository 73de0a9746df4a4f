"""Tables to take away: what a spreadsheet opens, runs nothing, and loses nothing."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Amount, Period
from generator.model.edition import WITHHELD
from generator.write.sheets import csv_bytes


def read(*rows: tuple[Any, ...]) -> list[list[str]]:
    """As a program reads the file that knows nothing of how it was written."""
    return list(csv.reader(io.StringIO(csv_bytes(rows).decode("utf-8-sig"), newline="")))


def cell(given_value: Any) -> str:
    return read((given_value,))[0][0] if given_value != "" else ""


def test_the_bytes_that_excel_and_wps_expect() -> None:
    """A byte order mark, or Chinese is garbage; line ends of Windows."""
    assert csv_bytes([("地方", "件"), ("刘村", 3)]) == "\ufeff地方,件\r\n刘村,3\r\n".encode()


@pytest.mark.parametrize(
    ("given_value", "expected"),
    [
        (Amount.known(Decimal("86420.1"), "元"), "86420.10"),
        (Amount.known(Decimal("1234567.00"), "元"), "1234567.00"),
        (Amount.known(Decimal("-14"), "岁"), "-14"),
        (Amount.known(Decimal("7.420"), "万元"), "7.420"),
        (Amount.known(Decimal("1E+3"), "名"), "1000"),
        (Amount.known(0, "名"), "0"),
        (Amount.masked("元", "原件已遮盖"), "**"),
        (Amount.missing("元", "没有报"), "缺"),
        (WITHHELD, "—"),
        (None, ""),
        (3, "3"),
        (Decimal("-0.5"), "-0.5"),
        (True, "是"),
        (date(2026, 3, 5), "2026-03-05"),
        (Period.parse("2026-Q1"), "2026年第1季度"),
        ("刘村、西河村", "刘村、西河村"),
        ("两委成员（按性别）", "两委成员（按性别）"),
    ],
)
def test_what_is_written(given_value: Any, expected: str) -> None:
    """Numbers bare, so that a spreadsheet can add them up; the unknown in the words of the pages, never 0."""
    assert cell(given_value) == expected


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+1", "-2", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", "\r=1", " =1", "\u3000=1", "\u200b=1", "\ufeff=1",
        "＝1", "＋1", "－1", "＠SUM", "−3个", "%0A=1", "|calc", "'=1", "\u2066=1", "\n=1",
    ],
)  # fmt: skip
def test_words_that_begin_like_a_formula_are_words(text: str) -> None:
    """The mark of text stands first, however the sign is hidden."""
    assert cell(text).startswith("'")


@pytest.mark.parametrize(
    "text", ["007", "3-5", "2026-03", "3/5", "12:30", "1E5", "1.5e10", "370102199001011234", "1,234", "(12)", "TRUE"]
)
def test_codes_stay_text(text: str) -> None:
    """A spreadsheet would make another number, a day, or a truth value of them."""
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["a,b", '说"好"', "一行\n两行", "; DROP", "1;2"])
def test_separators_stay_in_their_cell(text: str) -> None:
    """One cell, one line."""
    assert read(("前", text, "后")) == [["前", text.replace("\n", " "), "后"]]


@given(rows=st.lists(st.lists(st.text(), min_size=2, max_size=4).map(tuple), min_size=1, max_size=4))
def test_no_text_escapes(rows: list[tuple[str, ...]]) -> None:
    """Whatever is written: as many rows and cells as were given, and no cell that a spreadsheet would run."""
    found = read(*rows)

    assert [len(row) for row in found] == [len(row) for row in rows]
    for row in found:
        for one in row:
            assert not one.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
            assert not one.lstrip().startswith(("=", "+", "-", "@"))


@given(value=st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12))
def test_numbers_come_back_as_they_were(value: Decimal) -> None:
    """Of yuan and of anything else."""
    for unit in ("元", "名"):
        assert Decimal(cell(Amount.known(value, unit))) == value
