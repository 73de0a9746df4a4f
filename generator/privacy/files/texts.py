"""Plain text in whatever encoding, and tables written as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from generator.privacy.files.parts import MAX_ROWS, Passage, Piece, Remark, Unread

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_ENCODINGS = ("utf-8", "gb18030")


def decoded(data: bytes) -> str:
    """The text. Raises Unread for what is none."""
    marked = [name for mark, name in _MARKS if data.startswith(mark)]
    for encoding in marked or _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Unread("不是文字,或者编码认不出来,没有查")


def text(data: bytes) -> Iterator[Piece]:
    """The whole text: a number may be broken over two lines."""
    yield Passage("第 {line} 行", (decoded(data),))


def table(data: bytes) -> Iterator[Piece]:
    """Row by row under the heads of the first row."""
    content = decoded(data)
    delimiter = max(",\t;", key=content[:5_000].count)
    heads: tuple[str, ...] = ()
    try:
        for number, row in enumerate(csv.reader(io.StringIO(content, newline=""), delimiter=delimiter), start=1):
            if number > MAX_ROWS:
                yield Remark("", f"只查了前 {MAX_ROWS} 行")
                return
            columns = tuple(f"第 {place} 格" for place in range(1, len(row) + 1))
            yield Passage(f"第 {number} 行{{}}", tuple(row), heads, columns)
            heads = heads or tuple(row)
    except csv.Error:
        yield from text(data)
