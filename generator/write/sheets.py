"""Tables to take away: CSV that a spreadsheet opens with a double click and that runs nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from generator.model import Amount, Period, State, Withheld

_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the start of a formula (OWASP, CSV injection)."""


def csv_bytes(rows: Iterable[tuple[Any, ...]]) -> bytes:
    """UTF-8 with a byte order mark, as Excel and WPS expect; numbers bare, words never the start of a formula."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([[_cell(one) for one in row] for row in rows])
    return text.getvalue().encode("utf-8-sig")


def _cell(given: Any) -> str:
    if given is None:
        return ""
    if isinstance(given, Withheld):
        return "—"
    if isinstance(given, Amount):
        return {State.MASKED: "**", State.MISSING: "缺"}.get(given.state) or f"{given.value:f}"
    if isinstance(given, Decimal):
        return f"{given:f}"
    if isinstance(given, int):
        return str(given)
    if isinstance(given, date):
        return given.isoformat()
    text = given.label if isinstance(given, Period) else str(given)
    return f"'{text}" if text.lstrip().startswith(_STARTS) else text
