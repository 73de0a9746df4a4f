"""Office files made by hand, with a text in every place that a format offers."""

from __future__ import annotations

import io
import zipfile

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(parts: dict[str, str | bytes], *, comment: bytes = b"") -> bytes:
    """A package of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.comment = comment
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()


def workbook(rows: str, more: dict[str, str] | None = None, *, state: str = "visible", names: str = "") -> bytes:
    """One sheet called 低保 with these rows."""
    book = f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets><sheet name="低保" state="{state}" r:id="r1"/></sheets>'
    related = '<Relationship Id="{}" Target="{}"/>'
    parts = {
        "xl/workbook.xml": f"{book}<definedNames>{names}</definedNames></workbook>",
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}">{related.format("r1", "/xl/worksheets/sheet1.xml")}</Relationships>'
        ),
        "xl/worksheets/_rels/sheet1.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}">{related.format("r1", "../comments1.xml")}</Relationships>'
        ),
        "xl/worksheets/sheet1.xml": (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>'
            f"<headerFooter><oddHeader>{(more or {}).pop('header', '')}</oddHeader></headerFooter></worksheet>"
        ),
    }
    return packed(parts | (more or {}))


def row(number: int, **cells: str) -> str:
    """Texts as they are; a text that begins with `=` is a bare number."""
    made = "".join(
        f'<c r="{column}{number}"><v>{text[1:]}</v></c>'
        if text.startswith("=")
        else f'<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for column, text in cells.items()
    )
    return f'<row r="{number}">{made}</row>'


def strings(*texts: str) -> str:
    """Texts that sheets share, each in two runs."""
    runs = (f"<si><r><t>{text[:4]}</t></r><r><t>{text[4:]}</t></r></si>" for text in texts)
    return f'<sst xmlns="{_MAIN}">{"".join(runs)}</sst>'


def comments(reference: str, text: str) -> str:
    return f'<comments xmlns="{_MAIN}"><commentList><comment ref="{reference}"><text><t>{text}</t></text></comment></commentList></comments>'


def core(author: str) -> str:
    return f'<p:coreProperties xmlns:p="urn:p" xmlns:d="urn:d"><d:creator>{author}</d:creator></p:coreProperties>'


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


def grid(*rows: tuple[str, ...]) -> str:
    lines = ("<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>" for cells in rows)
    return f"<w:tbl>{''.join(lines)}</w:tbl>"


def document(body: str, more: dict[str, str] | None = None) -> bytes:
    """A document with this body; other parts are given by name with what stands in them."""
    around = '<w:{0} xmlns:w="' + _WORD + '" xmlns:mc="urn:mc">{1}</w:{0}>'
    parts = {"word/document.xml": around.format("document", f"<w:body>{body}</w:body>")}
    for name, text in (more or {}).items():
        parts[name] = text if name.startswith("docProps/") else around.format("part", text)
    return packed(parts)
