"""Tables to take away: CSV that a spreadsheet opens with a double click and that runs nothing."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from generator.model import Amount, Period, State, Withheld

_STARTS = frozenset("=+-@|%\t\r\n")
"""What a spreadsheet takes for the start of a formula or command (OWASP, CSV injection)."""
_CODE = re.compile(r"0\d+|\d{12,}|\d+(?:[-/.:,]\d+)+|\d+(?:\.\d+)?[eE][+-]?\d+|\([\d.,]+\)|true|false", re.IGNORECASE)
"""Words that a spreadsheet would turn into another number, a day or a truth value: `007`, `3-5`, `1E5`."""
_QUOTE = "'"
"""The mark by which a spreadsheet is told that what follows is text."""


def json_bytes(rows: Sequence[tuple[Any, ...]]) -> bytes:
    """The same as a list of objects, one a row: numbers as they stand, with their decimals; words without any mark."""
    if not rows:
        return b"[]\n"
    names = [json.dumps(str(name), ensure_ascii=False) for name in rows[0]]
    lines = (", ".join(f"{name}: {_json(one)}" for name, one in zip(names, row, strict=True)) for row in rows[1:])
    return ("[\n" + ",\n".join(f" {{{line}}}" for line in lines) + "\n]\n").encode()


def _json(given: Any) -> str:
    if given is None or given == "":
        return "null"
    if is_number(given):
        return _cell(given)
    return json.dumps(text(given), ensure_ascii=False)


def is_number(given: Any) -> bool:
    """Whether a cell holds a figure that may be reckoned with."""
    if isinstance(given, Amount):
        return given.value is not None
    return isinstance(given, int | Decimal) and not isinstance(given, bool)


def text(given: Any) -> str:
    """As in CSV, but for the mark by which a spreadsheet is kept from taking words for something else."""
    words = _cell(given)
    return words.removeprefix(_QUOTE) if words != str(given) else words


def csv_bytes(rows: Iterable[tuple[Any, ...]]) -> bytes:
    """UTF-8 with a byte order mark, as Excel and WPS expect; numbers bare, words never the start of a formula."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([[_cell(one) for one in row] for row in rows])
    return text.getvalue().encode("utf-8-sig")


def _cell(given: Any) -> str:
    """Yuan with two decimals as on the pages, so that what is searched for in those is found here."""
    if given is None:
        return ""
    if isinstance(given, Withheld):
        return "—"
    if isinstance(given, Amount):
        if given.value is None:
            return "**" if given.state is State.MASKED else "缺"
        return _number(given.value, given.unit)
    if isinstance(given, bool):
        return "是" if given else "否"
    if isinstance(given, int | Decimal):
        return _number(Decimal(given), "")
    if isinstance(given, date):
        return given.isoformat()
    return _words(given.label if isinstance(given, Period) else str(given))


def _number(value: Decimal, unit: str) -> str:
    return f"{value:.2f}" if unit == "元" else f"{value:f}"


def _words(text: str) -> str:
    """One line without control characters; what is no plain word for a spreadsheet has the mark before it."""
    line = "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in text)
    # full-width signs and signs behind blanks or invisible characters count as their plain selves
    plain = "".join(char for char in unicodedata.normalize("NFKC", line) if unicodedata.category(char) != "Cf").strip()
    unsafe = text[:1] in _STARTS or plain[:1] in _STARTS or plain[:1] in ("−", _QUOTE) or _CODE.fullmatch(plain)
    return f"{_QUOTE}{line}" if unsafe else line
