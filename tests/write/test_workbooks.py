"""Open data: the same table as CSV, JSON and workbook; nothing in it runs, and a program can read all of it."""

from __future__ import annotations

import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import frictionless
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Amount, Download, Edition, Page, State
from generator.model.edition import WITHHELD
from generator.write import write
from generator.write.packages import package
from generator.write.sheets import csv_bytes, json_bytes
from generator.write.workbooks import xlsx_bytes

MASKED, KNOWN = Amount(None, "", State.MASKED, "原文如此"), Amount.known(Decimal("1234.50"), "元")
ROWS = (
    ("项目", "代码", "金额（元）", "人数", "日期"),
    ("=HYPERLINK(1)", "010203", KNOWN, 62, date(2026, 3, 5)),
    ("@cmd|calc", "110101199003070000", MASKED, WITHHELD, "2026-03"),
)
TABLE = Download("anping/statistics/a.csv", ROWS, "收支")


def cells(data: bytes, sheet: int = 0) -> list[list[object]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [[cell.value for cell in row] for row in book.worksheets[sheet].iter_rows()]


def test_words_are_words_and_figures_figures() -> None:
    """Codes keep their zeros, no cell is a formula, what is closed or masked is said as on the page."""
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([TABLE])))
    (sheet,) = book.worksheets
    _, first, second = [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows()]

    assert first[:4] == [("=HYPERLINK(1)", "s"), ("010203", "s"), (1234.5, "n"), (62, "n")]
    assert [kind for _, kind in second] == ["s"] * 5
    assert [value for value, _ in second[1:4]] == ["110101199003070000", "**", "—"]
    assert sheet.freeze_panes == "A2"
    assert sheet["C2"].number_format == "#,##0.00"
    assert xlsx_bytes([TABLE]) == xlsx_bytes([TABLE])


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), min_size=1, max_size=4))
def test_whatever_words_no_cell_is_a_formula(words: list[str]) -> None:
    """Nor is a sheet's name refused."""
    table = Download("a.csv", (tuple(words), tuple(words)), words[0])
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([table, table])))

    assert len(book.worksheets) == 2
    assert all(
        cell.data_type in ("s", "n") and not isinstance(cell.value, int | float)
        for sheet in book
        for row in sheet
        for cell in row
    )


def test_json_holds_the_same() -> None:
    """Figures with their decimals, words without the mark that CSV needs."""
    first, second = json.loads(json_bytes(ROWS), parse_float=Decimal)

    assert first == {
        "项目": "=HYPERLINK(1)",
        "代码": "010203",
        "金额（元）": Decimal("1234.50"),
        "人数": 62,
        "日期": "2026-03-05",
    }
    assert (second["金额（元）"], second["人数"]) == ("**", "—")
    assert b"1234.50" in json_bytes(ROWS)
    assert json_bytes(()) == b"[]\n"


def test_the_package_is_valid_to_those_who_wrote_the_standard(tmp_path: Path) -> None:
    """Names, paths, types; a closed or masked figure is a missing one."""
    pages = [Page("anping/statistics.md", "统计", "", downloads=(TABLE,))]
    made = package("anping", "安平镇公开数据", pages)
    assert made is not None
    (tmp_path / "statistics").mkdir()
    (tmp_path / "statistics" / "a.csv").write_bytes(csv_bytes(ROWS))
    (tmp_path / "datapackage.json").write_bytes(made)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()

    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])
    fields = json.loads(made)["resources"][0]["schema"]["fields"]
    assert [field["type"] for field in fields] == ["string", "string", "number", "number", "string"]
    assert package("anping", "", [Page("a.md", "", "")]) is None


def test_they_stand_beside_their_page(tmp_path: Path) -> None:
    """A table as CSV and JSON, all tables of the page as one workbook, the list of the part."""
    page = Page(
        "statistics.md",
        "统计",
        "about.md.j2",
        {"pieces": (), "apart": False, "sample": False},
        downloads=(Download("statistics/a.csv", ROWS, "甲"),),
    )
    write(Edition(), [page], tmp_path / "x")
    made = {path.relative_to(tmp_path / "x" / "docs").as_posix() for path in (tmp_path / "x" / "docs").rglob("*.*")}

    assert made == {"statistics.md", "statistics.xlsx", "statistics/a.csv", "statistics/a.json", "datapackage.json"}


@pytest.mark.parametrize("value", [Decimal("99999999999999.99"), 10**18, Decimal("0.1"), Decimal("-5")])
def test_a_number_that_a_spreadsheet_cannot_keep_is_written_as_words(value: Decimal | int) -> None:
    """Fifteen digits are all it has."""
    ((_,), (shown,)) = cells(xlsx_bytes([Download("a.csv", (("数",), (value,)), "")]))

    assert Decimal(str(shown)) == value
