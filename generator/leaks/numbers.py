"""Numbers of private persons, whoever wrote them."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import get_args

from generator.leaks.files import TAG, UNICODE, Handed, files
from generator.leaks.needles import shown
from generator.model import Edition, Finding, Level, Where
from generator.model.record import Row, marks, row_in
from generator.model.types import Phone
from generator.privacy import Found, Grade, Kind, digits, find, find_numbers

_INLINE = re.compile(r"</?(?:b|i|em|strong|span|mark|wbr|sub|sup|u|s|small|code|ins|del|font)\b[^>]*>", re.IGNORECASE)
_LONG = re.compile(r"\d[\d\s-]{9}|&#|[\uff10-\uff19]")
_HEAD = 4_096
"""Bytes by which a picture is told from a text."""
_PRIVATE = (Kind.IDENTITY, Kind.OLD_IDENTITY, Kind.MOBILE, Kind.BANK)
"""What has a check digit, or a word beside it that leaves no doubt."""
_IS_PHONE = get_args(Phone)[-1]


def private(allowed: Collection[str], handed_out: Iterable[Handed]) -> Iterator[Finding]:
    """Numbers of private persons in texts, attributes and names of files, but for those opened on purpose."""
    for name, data in files(handed_out):
        for kind in sorted({found.kind for found in _numbers(name, data, allowed)}, key=lambda kind: kind.name):
            yield Finding("leak", Level.ERROR, Where(name), f"{name} 里有一个{kind.value}")


def _numbers(name: str, data: bytes, allowed: Collection[str]) -> Iterator[Found]:
    text = "" if b"\0" in data[:_HEAD] else data.decode("utf-8", "ignore")
    text = UNICODE.sub(lambda found: chr(int(found[1], 16)), text)
    tags = "\0".join(tag for tag in TAG.findall(text) if _LONG.search(tag))  # attributes and comments
    for part in (urllib.parse.unquote(name), TAG.sub("\0", _INLINE.sub("", text)), tags):
        for found in find_numbers(part):
            sure = found.grade is Grade.CERTAIN and found.kind in _PRIVATE
            if sure and digits(part[found.start : found.end]) not in allowed:
                yield found


def opened(edition: Edition) -> set[str]:
    """The telephones that the catalogue opens, and the invented numbers by which the manual explains itself."""
    phones = {digits(phone) for record in edition for phone in _phones(record)}
    said = (text for one in edition.manual.values() for text in shown(one))
    return phones | {digits(text[found.start : found.end]) for text in said for found in find(text)}


def _phones(row: Row) -> Iterator[str]:
    phones, rows = _holders(type(row))
    for name in phones:
        value = getattr(row, name)
        if isinstance(value, str):
            yield value
    for name in rows:
        value = getattr(row, name)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Row):
                yield from _phones(inner)


@cache
def _holders(kind: type[Row]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields of a kind of row that are telephones, and those that hold rows."""
    fields = kind.model_fields.items()
    phones = tuple(name for name, field in fields if _IS_PHONE in marks(field))
    return phones, tuple(name for name, field in fields if row_in(field.annotation) is not None)
