"""The script for the village loudspeaker (广播稿): the page in spoken sentences, its numbers in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

from generator.markup.blocks import Block, Heading, Item, Paragraph, Sheet, Table

PAGES = frozenset(f"{name}.md.j2" for name in ("finance", "statement", "procedure", "project", "notice"))
_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_GROUPS = ("", "万", "亿", "万亿")
_MONEY = re.compile(r"(-?\d[\d,]*(?:\.\d+)?)(\s*)元")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?=年)")
_SHARE = re.compile(r"(-?\d[\d,]*(?:\.\d+)?)\s*%")
_CODE = re.compile(r"(?<![\d.,])(?:\d[\d-]{6,}\d|0\d+)(?![\d.,])")
_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_SILENT = re.compile(r"记录编号|https?:|✓|✗")
_OFFICIAL = Heading(2, "公开信息")
"""Under it stand the law, the channels and who signed: for the board, not for the ear."""
_ACCOUNT = re.compile(r"^\d{3,6} (?=\D)")
_UNIT = re.compile(r"（([^（）]{1,4})）$")


def make(sheet: Sheet) -> Iterator[tuple[str, bytes]]:
    """One text file, UTF-8 with a byte order mark, as Notepad wants it."""
    yield ".txt", ("\ufeff" + "\r\n".join(script(sheet)) + "\r\n").encode()


def script(sheet: Sheet) -> Iterator[str]:
    """Paragraph by paragraph what is read out."""
    yield f"各位村民，大家好！现在广播：{spoken(sheet.document.title)}。"
    for block in takewhile(lambda block: block != _OFFICIAL, sheet.document.blocks):
        yield from _read(block)
    yield "以上内容在村公开栏和网站上都能看到。哪一笔不清楚，可以到村里问，也可以向村务监督委员会反映。"
    yield "广播完了，谢谢大家！"


def _read(block: Block) -> Iterator[str]:
    match block:
        case Heading(_, text):
            yield f"下面是{spoken(text)}。"
        case Paragraph(runs) | Item(_, _, runs):
            text = "".join(run.text for run in runs)
            if not _SILENT.search(text):
                yield _ended(spoken(text.replace("\n", "，")))
        case Table():
            yield from _rows(block)


def _rows(table: Table) -> Iterator[str]:
    names = table.head[-1] if table.head else ()
    units = [found[1] if (found := _UNIT.search(name)) else "" for name in names]
    for row in table.rows:
        parts = []
        for at, cell in enumerate(row):
            unit = units[at] if at < len(units) else ""
            words = _ACCOUNT.sub("", cell).replace("\n", "，").replace("✓ ", "")
            parts.append(f"{words}{unit}" if unit and _NUMBER.fullmatch(cell) else words)
        yield _ended(spoken("，".join(part for part in parts if part and part != "—")))


def _ended(text: str) -> str:
    return text if text.endswith(("。", "！", "？", "：", "…")) else f"{text.rstrip('，；')}。"


def spoken(text: str) -> str:
    """The text with every number as it is said: money in 元角分, years and codes digit by digit, shares as 百分之."""
    text = _MONEY.sub(lambda found: money(_value(found[1])), text)
    text = _YEAR.sub(lambda found: digits(found[1]), text)
    text = _SHARE.sub(lambda found: f"百分之{number(_value(found[1]))}", text)
    text = _CODE.sub(lambda found: digits(found[0]), text)
    return _NUMBER.sub(lambda found: number(_value(found[0])), text).replace(" ", "")


def _value(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def digits(text: str) -> str:
    """`2026` → 二〇二六."""
    return "".join("〇" if char == "0" else _DIGITS[int(char)] if char.isdigit() else "杠" for char in text)


def money(value: Decimal) -> str:
    """`12345.60` → 一万二千三百四十五元六角; parts of a fen are said as a decimal."""
    cents = abs(value) * 100
    if cents != cents.to_integral_value():
        return f"{number(value)}元"
    whole, rest = divmod(int(cents), 100)
    jiao, fen = divmod(rest, 10)
    parts = [f"{_whole(whole)}元"] if whole or not rest else []
    if jiao:
        parts.append(f"{_DIGITS[jiao]}角")
    elif fen and whole:
        parts.append("零")
    if fen:
        parts.append(f"{_DIGITS[fen]}分")
    return ("负" if value < 0 else "") + "".join(parts)


def number(value: Decimal) -> str:
    """`1005.6` → 一千零五点六."""
    whole, _, part = f"{abs(value):f}".partition(".")
    said = _whole(int(whole)) + (f"点{''.join(_DIGITS[int(char)] for char in part)}" if part else "")
    return ("负" if value < 0 else "") + said


def _whole(value: int) -> str:
    """Up to 万亿; what is larger is said digit by digit."""
    if value >= 10 ** (4 * len(_GROUPS)):
        return digits(str(value))
    if value == 0:
        return _DIGITS[0]
    said, gap = "", False
    for at in range(len(_GROUPS) - 1, -1, -1):
        group = value // 10 ** (4 * at) % 10_000
        if group:
            zero = bool(said) and (gap or group < 1000)
            said += ("零" if zero else "") + _group(group) + _GROUPS[at]
            gap = False
        elif said:
            gap = True
    return said.removeprefix("一") if said.startswith("一十") else said


def _group(value: int) -> str:
    said, gap = "", False
    for at in range(3, -1, -1):
        digit = value // 10**at % 10
        if digit:
            said += ("零" if gap and said else "") + _DIGITS[digit] + _PLACES[at]
            gap = False
        else:
            gap = True
    return said
