"""Bytes → text: strict UTF-8, without the characters that hide or reverse text or betray a wrong encoding."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

MAX_BYTES = 1_000_000
MAX_FAULTS = 20  # bad characters reported at once; a file in a wrong encoding has thousands

_LATIN = set("·×÷°±§µ¥£²³")  # the only letters of U+0080–U+07FF that Chinese office text uses
_SAVE_AS = "用记事本打开,另存为,编码选 UTF-8"


# What nearly every line consists of, so that only the others are looked at character by character.
_ORDINARY = re.compile(r"[\t -~·×\u2014\u2018\u2019\u201c\u201d\u2026\u3000-\u3011\u4e00-\u9fa5\uff01-\uff5e]*+")


class Refused(Exception):
    """Something that cannot be read; carries the finding."""

    def __init__(self, line: int, column: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.line, self.column, self.message, self.hint = line, column, message, hint


def decode(data: bytes) -> tuple[str, list[Refused]]:
    """The text, and what forbids to use it: a wrong encoding, or characters that no office document needs."""
    try:
        text = _utf8(data)
    except Refused as refused:
        return "", [refused]
    return text, list(islice(_unwanted(split(text)), MAX_FAULTS))


def _utf8(data: bytes) -> str:
    """Strict UTF-8, with or without a byte order mark."""
    if len(data) > MAX_BYTES:
        raise Refused(0, 0, f"文件太大,超过{MAX_BYTES // 1000}KB", "请按年或按季度分成几个文件")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused(0, 0, "文件是 UTF-16 编码", _SAVE_AS)
    if b"\0" in data:
        hint = "请换成原来的文本文件;可能是磁盘出错或误改了扩展名"
        raise Refused(_line(data, data.index(b"\0")), 0, "文件里有空字节,不是文本文件", hint)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(_line(data, error.start), 0, "文件不是 UTF-8 编码(多半是 GBK)", _SAVE_AS) from None


def split(text: str) -> list[str]:
    """The lines as the YAML parser and every editor count them."""
    return re.split(r"\r\n|\r|\n", text)


def _unwanted(lines: list[str]) -> Iterator[Refused]:
    for number, line in enumerate(lines, start=1):
        if ordinary(line):
            continue
        for column, char in enumerate(line, start=1):
            if found := fault(char):
                what, hint = found
                yield Refused(number, column, f"第{column}个字是{what}(U+{ord(char):04X})", hint)


def ordinary(text: str) -> bool:
    """Whether the text is of letters, digits and signs that are never at fault; a quick answer for most."""
    return _ORDINARY.fullmatch(text) is not None


def fault(char: str) -> tuple[str, str] | None:
    """What is wrong with the character and how to mend it, or None."""
    code = ord(char)
    if char == "\t" or (char.isascii() and char.isprintable()):
        return None
    category = unicodedata.category(char)
    if category == "Cf":
        return "看不见的格式字符", "请把这个字前后删去,重新输入"
    if char == "\u00a0":
        return "网页上的不换行空格", "请换成普通空格"
    if 0x80 <= code <= 0x7FF and char not in _LATIN:  # short GBK texts that happen to be valid UTF-8 land exactly here
        return "乱码或外文字母", f"文件若是 GBK 编码,{_SAVE_AS};不是就删去这个字,重新输入"
    if category in ("Cc", "Cs", "Cn", "Zl", "Zp", "Co"):
        return "控制字符或无效字符", "请删去这个字,重新输入"
    return None


def _line(data: bytes, position: int) -> int:
    return len(data[:position].replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))
