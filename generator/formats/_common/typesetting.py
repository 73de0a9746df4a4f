"""Blocks → Typst → PDF or PNG. Every word of the data reaches Typst as a string literal: nothing in it can become markup."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from generator.markup.blocks import Block, Heading, Item, Paragraph, Picture, Run, Sheet, Table
from generator.model import EngineFailed, Unusable

FONTS = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei")
"""The first that this machine has: open ones, then those that come with the system."""
PICTURE = "width: 540pt, height: auto, margin: 22pt"
"""1,080 points of a telephone's screen at twice the density."""
_DENSITY = 144
_DAY = int(datetime(2000, 1, 1, tzinfo=UTC).timestamp())
"""A PDF wants a day; the same page gives the same bytes on any day."""
_PRELUDE = (Path(__file__).parent / "sheet.typ").read_text(encoding="utf-8")
_LONGEST = 40
"""Half squares; of a longer column no more is asked for."""


@dataclass(frozen=True, slots=True)
class Form:
    """kind: `pdf` or `png`. page: how Typst sets the page. size: of the body, in points; title: how much larger that is."""

    kind: str
    page: str
    size: float
    title: float = 1.7


def typeset(sheet: Sheet, form: Form, blocks: Iterable[Block] | None = None) -> bytes:
    """The page, or some of its blocks, as one file. Raises Unusable without a font or without Typst."""
    source = "\n".join(
        [_PRELUDE, *_settings(sheet, form), *_body(sheet, form, sheet.document.blocks if blocks is None else blocks)]
    )
    try:
        import typst
    except ImportError:
        raise Unusable("没有安装排版用的程序。运行 pip install gongkai[paper] 再试;缺什么见 gongkai doctor。") from None
    try:
        made: Any = typst.compile(source.encode(), None, format=form.kind, ppi=_DENSITY, timestamp=_DAY)  # type: ignore[call-overload]
    except typst.TypstError as error:
        raise EngineFailed(f"{sheet.number} 没有排成:{error}。请把这句话告诉做这个程序的人。") from None
    if isinstance(made, list):
        raise EngineFailed(f"{sheet.number} 太长,一张图放不下。用 PDF。")
    return bytes(made)


@cache
def font() -> str:
    """The first of our fonts that is there. Raises Unusable when there is none: a sheet of empty squares helps nobody."""
    try:
        import typst
    except ImportError:
        raise Unusable("没有安装排版用的程序。运行 pip install gongkai[paper] 再试;缺什么见 gongkai doctor。") from None
    there = set(typst.Fonts().families())
    for name in FONTS:
        if name in there:
            return name
    raise Unusable(
        "这台电脑没有排版用的中文字体。Windows 自带微软雅黑;Linux 运行 apt install fonts-noto-cjk;"
        "也可以从 Noto CJK 的网站下载思源黑体安装。装好再试。"
    )


def _settings(sheet: Sheet, form: Form) -> Iterator[str]:
    title = literal(sheet.document.title)
    yield f"#set document(title: {title}, author: ())"
    numbers = (
        ""
        if form.kind == "png"
        else ", footer-descent: 30%, footer: context align(center, text(size: 0.7em)[第 #counter(page).display() 页，共 #counter(page).final().first() 页])"
    )
    yield f"#set page({form.page}{numbers})"
    yield f'#set text(font: ({literal(font())},), size: {form.size}pt, lang: "zh", region: "cn", cjk-latin-spacing: none)'
    yield "#set par(leading: 0.65em, spacing: 0.9em, justify: false)"
    yield "#set block(spacing: 0.7em)"


def _body(sheet: Sheet, form: Form, blocks: Iterable[Block]) -> Iterator[str]:
    yield f"#title({form.title}em, {literal(sheet.document.title)})"
    for block in blocks:
        yield from _block(block)
    gap = "1em" if form.kind == "png" else "1fr"  # a picture ends where its words end
    way = f"{sheet.address}#{sheet.root}" if sheet.root else sheet.address  # the whole hash, which nobody reads aloud
    code = literal(_code(way)) if sheet.address else "none"
    yield f"#v({gap})\n#block(breakable: false, proof({literal(sheet.code)}, {code}, {literal(sheet.address)}))"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(_, text):
            yield f"#head({literal(text)})"
        case Paragraph(runs):
            yield f"#para({_pieces(runs)})"
        case Item(depth, mark, runs):
            yield f"#item({depth}, {literal(mark or '·')}, {_pieces(runs)})"
        case Picture(_, words):
            yield f"#caption({literal(f'（图：{words}）')})"
        case Table():
            yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    rows = (*table.head, *table.rows)
    many = max((len(row) for row in rows), default=0)
    if not many:
        return
    if table.caption:
        yield f"#caption({literal(table.caption)})"
    numeric = [at for at, is_numeric in enumerate(table.numeric) if is_numeric]
    widths = [f"{max((_wide(row[at]) for row in rows if at < len(row)), default=4)}fr" for at in range(many)]
    head, body = (
        _tuple(_tuple([*map(literal, row), *['""'] * (many - len(row))]) for row in part)
        for part in (table.head, table.rows)
    )
    yield f"#listed({_tuple(widths)}, {_tuple(map(str, numeric))}, {head}, {body})"


def _pieces(runs: Iterable[Run]) -> str:
    return ", ".join(f"bold({literal(run.text)})" if run.bold else f"text({literal(run.text)})" for run in runs)


def _tuple(parts: Iterable[Any]) -> str:
    return f"({''.join(f'{part}, ' for part in parts)})"


def literal(text: str) -> str:
    """A string of Typst's: what it would read as anything else is written by number."""
    kept = (char for char in text if char == "\n" or unicodedata.category(char) not in ("Cc", "Cs", "Cn", "Co"))
    return '"' + "".join(f"\\u{{{ord(char):x}}}" if char in '"\\\n' else char for char in kept) + '"'


def _wide(text: str) -> int:
    widest = max(
        sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in line) for line in text.split("\n")
    )
    return min(max(widest, 4), _LONGEST) + 2


def _code(address: str) -> str:
    """The address as a QR code, an SVG."""
    import segno

    held = io.BytesIO()
    segno.make(address, error="m", micro=False).save(held, kind="svg", border=2, xmldecl=False, svgns=True)
    return held.getvalue().decode()
