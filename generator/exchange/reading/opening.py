"""A file that somebody sent → grids of cells. Every file is hostile: it is weighed before it is opened."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.exchange.reading.grids import Grid
from generator.model import Unusable

_LARGEST = 20 * 2**20
_UNPACKED = 50 * 2**20
_RATIO = 200
_FILES = 2_000
_ROWS, _COLUMNS, _CELLS = 20_000, 200, 1_000_000
_NAMES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv")
_OLE = b"\xd0\xcf\x11\xe0"
_CELL = re.compile(rb'<c\b(?=[^>]*\br="([A-Z]{1,3}[0-9]{1,7})")([^>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)
_AGAIN = "用 Excel 或 WPS 打开,另存为“Excel 工作簿(*.xlsx)”再试"


def opened(path: Path) -> tuple[Grid, ...]:
    """The sheets of a workbook, or the one table of a CSV file. Raises Unusable for what cannot be opened, and why."""
    try:
        if path.suffix.lower() not in _NAMES:
            raise Unusable(f"{path.name} 不是表格文件。能读的有:{'、'.join(_NAMES)}。{_AGAIN}。")
        if path.stat().st_size > _LARGEST:
            raise Unusable(f"{path.name} 太大,超过 {_LARGEST // 2**20} MB。分成几个文件再试。")
        data = path.read_bytes()
    except FileNotFoundError:
        raise Unusable(f"没有 {path} 这个文件。核对文件名和文件夹。") from None
    except OSError:
        raise Unusable(f"{path} 打不开。看一看是不是正在 Excel 或 WPS 里开着,关掉再试。") from None
    if not data:
        raise Unusable(f"{path.name} 是空的文件。")
    if path.suffix.lower() == ".csv":
        return (_csv(path, data),)
    return _workbook(path, data)


def _csv(path: Path, data: bytes) -> Grid:
    text = _decoded(path, data)
    first = text.split("\n", 1)[0]
    mark = max(",\t;", key=first.count)
    csv.field_size_limit(_LARGEST)
    try:
        rows = [tuple(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark)]
    except csv.Error:
        raise Unusable(f"{path.name} 读不懂。{_AGAIN}。") from None
    return _limited(path, Grid(path.stem, hidden=False, rows=tuple(rows)))


def _decoded(path: Path, data: bytes) -> str:
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unusable(f"{path.name} 的文字编码认不出来。{_AGAIN}。")


def _workbook(path: Path, data: bytes) -> tuple[Grid, ...]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    if data[:2] == b"PK":
        _weigh(path, data)
    elif data[:4] == _OLE:
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Unusable(f"{path.name} 有密码,打不开。去掉密码另存一份再试。")
    else:
        kind = "是网页冒充的表格" if data.lstrip()[:1] == b"<" else "不是真正的表格文件"
        raise Unusable(f"{path.name} {kind},打不开。{_AGAIN}。")
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        grids = []
        for sheet in book.sheets_metadata:
            page = book.get_sheet_by_name(sheet.name)
            if page.total_height > _ROWS * 60 or page.total_width > _COLUMNS * 100:
                raise _too_much(path, sheet.name)
            rows = tuple(map(tuple, page.to_python(skip_empty_area=False)))
            merged = tuple(page.merged_cell_ranges or ())
            hidden = sheet.visible is not SheetVisibleEnum.Visible
            grids.append(_limited(path, Grid(sheet.name, hidden, _trimmed(rows), merged)))
    except CalamineError as error:
        secret = "password" in str(error).lower()
        raise Unusable(
            f"{path.name} {'有密码' if secret else '坏了,或不是真正的表格文件'},打不开。{_AGAIN}。"
        ) from None
    except (KeyError, ValueError, OSError, OverflowError):
        raise Unusable(f"{path.name} 坏了,打不开。{_AGAIN}。") from None
    marks = _marks(data) if data[:2] == b"PK" else {}
    return tuple(grid.marked(marks.get(grid.name, {})) for grid in grids)


def _weigh(path: Path, data: bytes) -> None:
    """Raises Unusable for a package that would fill the memory."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            files = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Unusable(f"{path.name} 坏了,或没有下载完整。请对方再发一次。") from None
    size = sum(one.file_size for one in files)
    if len(files) > _FILES or size > _UNPACKED or size > max(len(data), 10_000) * _RATIO:
        raise Unusable(f"{path.name} 展开以后太大({size // 2**20} MB),不像一份表格,没有读。")
    if any(one.flag_bits & 1 for one in files):
        raise Unusable(f"{path.name} 有密码,打不开。去掉密码另存一份再试。")


def _trimmed(rows: tuple[tuple[Any, ...], ...]) -> tuple[tuple[Any, ...], ...]:
    """Without the empty lines and columns behind the last cell: a format that reaches down to the last line is no content."""
    last = max((number for number, row in enumerate(rows, 1) if any(cell not in ("", None) for cell in row)), default=0)
    kept = rows[:last]
    wide = max((at for row in kept for at, cell in enumerate(row, 1) if cell not in ("", None)), default=0)
    return tuple(row[:wide] for row in kept)


def _limited(path: Path, grid: Grid) -> Grid:
    wide = max((len(row) for row in grid.rows), default=0)
    if len(grid.rows) > _ROWS or wide > _COLUMNS or sum(map(len, grid.rows)) > _CELLS:
        raise _too_much(path, grid.name)
    return grid


def _too_much(path: Path, name: str) -> Unusable:
    return Unusable(f"{path.name} 的“{name}”太大:最多 {_ROWS} 行、{_COLUMNS} 列。分成几个文件再试。")


def _marks(data: bytes) -> dict[str, dict[tuple[int, int], str]]:
    """What the reader of workbooks keeps to itself: by sheet and cell, `error` or `formula` (without a value)."""
    found: dict[str, dict[tuple[int, int], str]] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for name, part in _parts(package):
                found[name] = dict(_cells(package.read(part)))
    except (KeyError, ET.ParseError, zipfile.BadZipFile, OSError, ValueError):
        return found
    return found


def _parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Sheets with the names of their files. Only .xlsx has them."""
    if "xl/workbook.xml" not in package.namelist():
        return
    relations = {
        one.get("Id"): one.get("Target", "") for one in ET.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    }
    for sheet in ET.fromstring(package.read("xl/workbook.xml")).iter():
        if sheet.tag.endswith("}sheet"):
            number = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
            yield sheet.get("name", ""), f"xl/{relations[number].removeprefix('/xl/')}"


def _cells(sheet: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for found in _CELL.finditer(sheet):
        name, attributes, inside = found[1].decode(), found[2], found[3] or b""
        if b't="e"' in attributes:
            value = re.search(rb"<v>([^<]{1,20})</v>", inside)
            yield _place(name), value[1].decode("ascii", "replace") if value else "#错误"
        elif b"<f" in inside and not re.search(rb"<v>[^<]", inside) and b"<is>" not in inside:
            yield _place(name), "="


def _place(name: str) -> tuple[int, int]:
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(name[len(letters) :]) - 1, column - 1
