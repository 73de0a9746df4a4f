"""Workbooks to take away: every table of a page as a sheet. Words are words and figures figures, whatever they look like."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from generator.model import Download
from generator.write.sheets import is_number, text

_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""A workbook wants a day; the same tables give the same bytes on any day."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LONGEST = 28
_DIGITS = 15
"""Of more digits a spreadsheet keeps no number exactly."""


def xlsx_bytes(tables: Sequence[Download]) -> bytes:
    """One sheet a table, its headings frozen; no cell can be a formula, codes keep their zeros. Excel and WPS open it."""
    import xlsxwriter  # type: ignore[import-untyped]

    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": _MADE})
        head = book.add_format({"bold": True, "bg_color": "#e8e8e8", "border": 1})
        formats = {places: book.add_format({"num_format": _shown(places)}) for places in range(5)}
        names: set[str] = set()
        for table in tables:
            sheet = book.add_worksheet(_name(table.title, names))
            sheet.freeze_panes(1, 0)
            for at, name in enumerate(table.rows[0] if table.rows else ()):
                sheet.write_string(0, at, str(name), head)
            sheet.set_column(0, max(len(table.rows[0]) - 1, 0) if table.rows else 0, 16)
            for number, row in enumerate(table.rows[1:], 1):
                for at, given in enumerate(row):
                    _write(sheet, number, at, given, formats)
    return held.getvalue()


def _write(sheet: Any, row: int, column: int, given: Any, formats: dict[int, Any]) -> None:
    words = text(given)
    if not is_number(given) or len(words.replace(".", "").lstrip("-")) > _DIGITS:
        if words:
            sheet.write_string(row, column, words)
        return
    _, _, part = words.partition(".")
    sheet.write_number(row, column, float(words), formats[min(len(part), 4)])


def _shown(places: int) -> str:
    return "#,##0" + ("." + "0" * places if places else "")


def _name(title: str, known: set[str]) -> str:
    """What a sheet may be called: no signs, not too long, no two alike."""
    shown = "".join(char for char in _FORBIDDEN.sub(" ", title) if char.isprintable())
    plain = shown.strip()[:_LONGEST] or "表"
    name, number = plain, 1
    while name.lower() in known:
        number += 1
        name = f"{plain[: _LONGEST - 3]}{number}"
    known.add(name.lower())
    return name
