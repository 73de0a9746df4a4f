"""Word files for tests: made from clean documents, or from raw paragraphs of WordprocessingML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from tests.exchange.texts import Clean

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLES = """
<w:style w:type="paragraph" w:styleId="a0"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/><w:basedOn w:val="a0"/></w:style>
<w:style w:type="paragraph" w:styleId="s"><w:name w:val="Subtitle"/></w:style>
<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf06c"/></w:lvl>
<w:lvl w:ilvl="4"><w:numFmt w:val="hebrew1"/><w:lvlText w:val="%5"/></w:lvl>
</w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>
"""


def run(text: str, *, bold: bool = False, more: str = "") -> str:
    """One run; `more` are further properties."""
    properties = ("<w:b/>" if bold else "") + more
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", more: str = "") -> str:
    """One paragraph; a run that is no XML is plain text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{inside}</w:p>"


def numbered(text: str, depth: int, **words: str) -> str:
    return paragraph(text, more=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="7"/></w:numPr>', **words)


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def word(
    *body: str,
    parts: Mapping[str, str] | None = None,
    links: str = "",
    extra: Mapping[str, bytes] | None = None,
    head: str = "",
) -> bytes:
    """A Word file. `parts` are further parts by name (numbering, footnotes, header1, comments): the inside of their root."""
    roots = {"numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments"}
    names = {"styles": _STYLES, **(parts or {})}
    overrides, relations, files = "", links, {}
    for number, (name, inside) in enumerate(names.items(), start=1):
        kind = name.rstrip("0123456789")
        root = {"header": "hdr", "footer": "ftr", "styles": "styles"}.get(kind, roots.get(kind, kind))
        overrides += f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        relations += f'<Relationship Id="p{number}" Type="{_REL}/{kind}" Target="{name}.xml"/>'
        files[f"word/{name}.xml"] = f"<w:{root} {_NS}>{inside}</w:{root}>"
    files |= {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="bin" ContentType="application/octet-stream"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": _relations(f'<Relationship Id="r1" Type="{_REL}/officeDocument" Target="word/document.xml"/>'),
        "word/_rels/document.xml.rels": _relations(relations),
        "word/document.xml": f"{head}<w:document {_NS}><w:body>{''.join(body)}</w:body></w:document>",
    }
    return zipped({name: text.encode() for name, text in files.items()} | dict(extra or {}))


def zipped(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return made.getvalue()


def of_clean(clean: Clean, *, styled: bool = False) -> bytes:
    """The document as somebody typed it; `styled` with Word's styles for title and headings."""
    body = []
    for kind, text in clean.lines:
        style = {"title": "t", "subtitle": "s", "h": "h1"}.get(kind, "") if styled else ""
        runs = [run(part, bold=index % 2 == 1) for index, part in enumerate(text.split("**")) if part]
        body.append(paragraph(*runs, style=style))
    return word(*body)


def _relations(inside: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )
