"""Word files → lines: everything a reader sees, in order; what is not carried over is listed word for word."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from generator.exchange.archive.characters import clean, cleaned
from generator.exchange.archive.lines import Line, Opened, Pen
from generator.exchange.archive.numbering import read_numbers
from generator.exchange.archive.package import looked_at
from generator.exchange.archive.paragraphs import Reader
from generator.exchange.archive.refusing import Refused
from generator.exchange.archive.styles import read_styles
from generator.exchange.archive.tags import is_spare, text_of, w
from generator.model import Unusable

_OTHERS = {
    "header": "页眉",
    "footer": "页脚",
    "comments": "批注",
    "diagrams/data": "图形里的文字",
    "charts/chart": "图表里的文字",
}
"""Parts of the file whose words are listed and not carried over."""
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_STRICT = b"http://purl.oclc.org/ooxml/"
_BROKEN = ("Word 文件坏了,读不出来", "用 Word 或 WPS 打开,另存一份 .docx,再存档")


def open_word(data: bytes) -> Opened:
    """The lines of a Word file. Raises Refused, or Unusable when the part that reads Word files is not installed."""
    names = looked_at(data)
    parts = _parts(data, names)
    document = parts.get("document")
    if document is None:
        raise Refused(*_BROKEN)
    pen = Pen()
    reader = Reader(
        read_styles(parts.get("styles"), w),
        read_numbers(parts.get("numbering"), w),
        {kind: _notes(parts.get(kind + "s"), kind) for kind in ("footnote", "endnote")},
        pen,
    )
    lines = [_tidy(line, pen) for line in reader.lines(document)]
    _list_others(parts, pen)
    _list_outside(parts, names, pen)
    original = "".join(text for name, root in parts.items() if _is_read(name) for text in _texts(root))
    if not any(not line.is_blank for line in lines):
        hint = "多半是扫描的图片:先识别成文字,再存档" if _has_pictures(names) else "检查是不是选错了文件"
        raise Refused("文件里没有文字", hint)
    return Opened(original, tuple(lines), tuple(pen.notes))


def _parts(data: bytes, names: tuple[str, ...]) -> dict[str, Any]:
    """The XML parts by their short names: `document`, `styles`, `header1`; and `links` of all of them."""
    try:
        from docx import Document
        from docx.oxml import parse_xml
    except ImportError:
        raise Unusable('读 Word 文件还缺一个部件。请运行:pip install "gongkai[word]"') from None
    try:
        document = Document(io.BytesIO(data))
        parts: dict[str, Any] = {}
        links: list[tuple[str, str]] = []
        for part in document.part.package.iter_parts():
            name = str(part.partname).lstrip("/")
            links += [(rel.reltype.rsplit("/", 1)[-1], rel.target_ref) for rel in part.rels.values() if rel.is_external]
            if name.startswith("word/") and name.endswith(".xml"):
                parts[name[5:-4]] = parse_xml(part.blob)
        main = str(document.part.partname).lstrip("/")[5:-4]
        return {"document": parts.pop(main), **parts, "links": links}
    except Exception:  # noqa: BLE001 - a file from anywhere: whatever the library trips over, the file is at fault
        if _is_strict(data, names):
            raise Refused("这是“Strict Open XML”格式", "用 Word 打开,另存为“Word 文档(.docx)”,再存档") from None
        raise Refused(*_BROKEN) from None


def _is_strict(data: bytes, names: tuple[str, ...]) -> bool:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "_rels/.rels" in names and _STRICT in package.read("_rels/.rels")


def _notes(root: Any, kind: str) -> dict[str, Any]:
    """Footnotes by id, without the lines that only separate them."""
    found = root.iterchildren(w(kind)) if root is not None else ()
    return {note.get(w("id")): note for note in found if note.get(w("type")) in (None, "normal")}


def _tidy(line: Line, pen: Pen) -> Line:
    if not line.rows:
        return cleaned(line, pen)
    cells = [[clean(cell) for cell in row] for row in line.rows]
    pen.remove(line.number, "".join(wrong for row in cells for _, wrong in row), "看不见或没有字形的字符")
    return Line(line.number, "", rows=tuple(tuple(text for text, _ in row) for row in cells))


def _is_read(name: str) -> bool:
    return name in ("document", "footnotes", "endnotes") or _other(name) is not None


def _other(name: str) -> str | None:
    return next((what for start, what in _OTHERS.items() if name.startswith(start)), None)


def _texts(root: Any) -> Iterator[str]:
    """Every piece of text below, whatever it stands in; alternatives for older programs are left out."""
    tags = (w("t"), w("delText"), w("sym"), w("noBreakHyphen"), _M, _A)
    for element in root.iter(*tags):
        if is_spare(element):
            continue
        yield text_of(element) or (element.text or "" if element.tag in (_M, _A) else "")


def _list_others(parts: dict[str, Any], pen: Pen) -> None:
    for name, root in parts.items():
        if what := _other(name):
            for paragraph in root.iter(w("p")) if not name.startswith(("diagrams", "charts")) else [root]:
                pen.remove(0, "".join(_texts(paragraph)), what)
    for kind in ("footnotes", "endnotes"):
        for note in parts[kind].iterchildren() if kind in parts else ():
            if note.get(w("type")) not in (None, "normal"):
                pen.remove(0, "".join(_texts(note)), "脚注的分隔线")


def _list_outside(parts: dict[str, Any], names: tuple[str, ...], pen: Pen) -> None:
    """What the file points to or carries along; nothing of it was opened."""
    for kind, target in parts["links"]:
        what = "超链接的地址,没有存" if kind == "hyperlink" else "指向文件外面的链接,没有打开"
        pen.doubt(0, target, what)
    pictures = sum(name.startswith("word/media/") for name in names)
    if pictures:
        pen.doubt(0, f"{pictures} 个", "图片没有存进文字里,原件里还有")
    if any(name.startswith(("word/embeddings/", "word/activeX/")) for name in names):
        pen.doubt(0, "嵌入的对象", "没有打开,原件里还有")


def _has_pictures(names: tuple[str, ...]) -> bool:
    return any(name.startswith("word/media/") for name in names)
