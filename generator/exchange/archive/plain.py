"""Text files → lines: the encodings that Chinese offices have used, each read strictly or not at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace

from generator.exchange.archive.characters import cleaned
from generator.exchange.archive.lines import MARKS, Line, Opened, Pen
from generator.exchange.archive.refusing import Refused

_HAN = re.compile(r"[\u4e00-\u9fff]")
_FOREIGN = re.compile(r"[\u0080-\u07ff]")
_ENDS = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_INDENT = re.compile(r"\u3000|[ \u00a0]{2}|\t| \u3000")
_BOLD = re.compile(r"(\s*)\*\*([^*\s](?:[^*\n]{0,40}[^*\s])?)\*\*\s*")
_SAVE_AS = "用记事本打开原来的文件,另存为,编码选 UTF-8"


def open_plain(data: bytes) -> Opened:
    """The lines of a text file. Raises Refused when the encoding is not certain or there is no text."""
    plain = of_text(decoded(data))
    pen = Pen(list(plain.notes))
    return Opened(plain.original, tuple(_bold(line, pen) for line in plain.lines), tuple(pen.notes))


def _bold(line: Line, pen: Pen) -> Line:
    """A short line that stands between two `**` is bold; within a line `**` is a figure that somebody masked."""
    found = _BOLD.fullmatch(line.text)
    if found is None or not _HAN.search(found[2]):
        return line
    pen.remove(line.number, "**", MARKS)
    pen.remove(line.number, "**", MARKS)
    start = len(found[1])
    return replace(line, text=found[1] + found[2], bold=((start, start + len(found[2])),))


def of_text(text: str) -> Opened:
    """The lines of a text, numbered from 1; invisible characters are listed."""
    pen = Pen()
    lines = [
        cleaned(Line(number, line, indented=_INDENT.match(line) is not None), pen)
        for number, line in enumerate(_ENDS.split(text), start=1)
    ]
    if "\ufffd" in text:
        number = next(line.number for line in lines if "\ufffd" in line.text)
        pen.doubt(number, "\ufffd", f"原件里有{text.count(chr(0xFFFD))}个认不出的字,照样保留,请对照纸质件补上")
    if all(line.is_blank for line in lines):
        raise Refused("文件里没有文字", "检查是不是选错了文件")
    return Opened(text, tuple(lines), tuple(pen.notes))


def decoded(data: bytes) -> str:
    """Strict UTF-8, UTF-16 with its mark, or GB18030 that reads as Chinese; anything else is refused."""
    if not data.strip():
        raise Refused("文件是空的", "检查是不是选错了文件")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(data, "utf-16")
    if b"\0" in data:
        raise Refused("文件里有空字节,不是文本文件", "请换成原来的文本文件;可能是磁盘出错或误改了扩展名")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _gb18030(data)
    # A few words of GBK can happen to be valid UTF-8; they read as Cyrillic or Arabic letters then.
    return text if _HAN.search(text) or not _FOREIGN.search(text) else _other(data, text)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Refused("文件的编码不对,读到一半读不下去", _SAVE_AS) from None


def _other(data: bytes, text: str) -> str:
    try:
        return _gb18030(data)
    except Refused:
        return text


def _gb18030(data: bytes) -> str:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        raise Refused("看不出文件是什么编码(不是 UTF-8,也不是 GB18030)", _SAVE_AS) from None
    han = _HAN.findall(text)
    common = sum(1 for char in han if _is_common(char))
    strange = (
        sum(1 for char in text if ord(char) > 0x7F) - len(han) - len(re.findall(r"[\u2010-\u3020\uff00-\uffef]", text))
    )
    if common * 10 < len(han) * 8 or strange > len(han):
        raise Refused("看不出文件是什么编码(按 GB18030 读出来不成文字)", _SAVE_AS)
    return text


def _is_common(char: str) -> bool:
    try:
        return len(char.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False
