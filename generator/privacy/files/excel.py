"""Excel files: every sheet, hidden ones too, comments, names, headers and footers, cached values, and who made the file."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element

from generator.privacy.files.packages import attribute, member, tree, unpacked
from generator.privacy.files.parts import MAX_ROWS, Passage, Piece, Remark
from generator.privacy.files.properties import properties

_COLUMN = re.compile(r"[A-Z]{1,3}")
_HEAD_ROWS = 5
_LONGEST_HEAD = 20
_ELSEWHERE = (
    ("xl/pivotCache/", "数据透视表里存的数据"),
    ("xl/externalLinks/", "别的文件带进来的数据"),
    ("xl/drawings/", "图形里的文字"),
    ("xl/charts/", "图表"),
    ("xl/threadedComments/", "批注"),
    ("xl/persons/", "批注人"),
    ("xl/tables/", "表格的列名"),
)


def excel(data: bytes) -> Iterator[Piece]:
    """The pieces of a workbook."""
    with unpacked(data) as package:
        names = set(package.namelist())
        shared = _shared(package) if "xl/sharedStrings.xml" in names else []
        book = tree(member(package, "xl/workbook.xml"))
        parts = _related(package, "xl/workbook.xml", names)
        for sheet in book.iter("sheet"):
            hidden = sheet.get("state", "visible") != "visible"
            title = f"工作表“{sheet.get('name', '')}”" + ("(隐藏)" if hidden else "")
            path = parts.get(attribute(sheet, "id"), "")
            yield Passage(f"{title}的名字", (sheet.get("name", ""),))
            if path in names:
                yield from _sheet(package, path, title, shared, names)
        for defined in book.iter("definedName"):
            yield Passage("定义的名称", (f"{defined.get('name', '')} {defined.text or ''}",))
        for start, place in _ELSEWHERE:
            for name in sorted(name for name in names if name.startswith(start) and name.endswith(".xml")):
                yield from (Passage(place, (text,)) for text in _texts(tree(member(package, name))))
        yield from properties(package)


def _related(package: zipfile.ZipFile, part: str, names: set[str]) -> dict[str, str]:
    """Id of a relation → the part it leads to."""
    folder, _, file = part.rpartition("/")
    relations = f"{folder}/_rels/{file}.rels"
    if relations not in names:
        return {}
    return {
        relation.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        for relation in tree(member(package, relations)).iter("Relationship")
    }


def _shared(package: zipfile.ZipFile) -> list[str]:
    return [_text(entry) for entry in tree(member(package, "xl/sharedStrings.xml")).iter("si")]


def _text(element: Element) -> str:
    return "".join(part.text or "" for part in element.iter("t"))


def _sheet(package: zipfile.ZipFile, path: str, title: str, shared: list[str], names: set[str]) -> Iterator[Piece]:
    root = tree(member(package, path))
    heads: dict[str, str] = {}
    for number, row in enumerate(root.iter("row")):
        if number >= MAX_ROWS:
            yield Remark(title, f"只查了前 {MAX_ROWS} 行")
            break
        cells = [(cell.get("r", ""), _value(cell, shared)) for cell in row.iter("c")]
        filled = [(place, text) for place, text in cells if text]
        columns = [_column(place) for place, _ in filled]
        yield Passage(
            title + " {}",
            tuple(text for _, text in filled),
            tuple(heads.get(column, "") for column in columns),
            tuple(place for place, _ in filled),
        )
        for column, (_, text) in zip(columns, filled, strict=True):
            if number < _HEAD_ROWS and len(text) <= _LONGEST_HEAD and sum(map(str.isdecimal, text)) < 4:
                heads[column] = f"{heads.get(column, '')} {text}"
    for kind in ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"):
        yield from (Passage(f"{title}页眉页脚", (one.text or "",)) for one in root.iter(kind))
    for related in _related(package, path, names).values():
        if related in names and "comments" in related.lower() and "threaded" not in related:
            for comment in tree(member(package, related)).iter("comment"):
                yield Passage(f"{title}批注 {comment.get('ref', '')}", (_text(comment),))
    for target in root.iter("hyperlink"):
        yield Passage(
            f"{title}链接 {target.get('ref', '')}", (f"{target.get('display', '')} {target.get('tooltip', '')}",)
        )


def _column(place: str) -> str:
    found = _COLUMN.match(place)
    return found[0] if found else ""


def _value(cell: Element, shared: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(cell)
    value = next((one.text or "" for one in cell.iter("v")), "")
    if kind == "s":
        return shared[int(value)] if value.isdecimal() and int(value) < len(shared) else ""
    formula = " ".join(one.text or "" for one in cell.iter("f"))
    return f"{_whole(value) if kind == 'n' else value} {formula}".strip()


def _whole(value: str) -> str:
    """A number as it was typed: long ones are kept as 1.3800138E10."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    return f"{number:f}" if number.is_finite() and -30 < number.adjusted() < 30 else value


def _texts(root: Element) -> Iterator[str]:
    """Every text and every kept value of a part, paragraph by paragraph."""
    for element in root.iter():
        if element.tag == "p":
            yield _text(element)
        elif element.tag in ("text", "v", "f") and element.text:
            yield element.text
        elif element.tag in ("s", "n", "sharedName", "person", "tableColumn", "definedName"):
            yield " ".join((element.get("v", ""), element.get("displayName", ""), element.get("name", "")))
