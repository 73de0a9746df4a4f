"""Step 9: the second, independent look — finished bytes are searched for every value that was withheld.

It knows nothing of the gate's reasons: a needle is any text, name or amount of the records that the edition does not
hold; and whatever is the number of a private person, whoever wrote it. Files are decoded first (entities, `\\uXXXX`,
percent signs, gzip, zip), because a plain search is blind to them.
"""

from __future__ import annotations

import gzip
import html
import io
import re
import urllib.parse
import zipfile
from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, get_args

from ahocorasick_rs import AhoCorasick

from generator.dictionary import families
from generator.model import (
    Amount,
    Audience,
    DutyState,
    Edition,
    Explanation,
    Finding,
    Level,
    Publication,
    Record,
    Records,
    Where,
    Withheld,
    fold,
)
from generator.model.record import Closure, Row, marks
from generator.model.types import Phone
from generator.privacy import Found, Grade, Kind, digits, find, find_numbers
from generator.records.acceptance import Acceptance
from generator.records.archive import Block

_TEMPLATES = Path(__file__).parent / "templates"
_TAG = re.compile(r"<[^>]*>")
_UNICODE = re.compile(r"\\u([0-9a-fA-F]{4})")
_INLINE = re.compile(r"</?(?:b|i|em|strong|span|mark|wbr|sub|sup|u|s|small|code|ins|del|font)\b[^>]*>", re.IGNORECASE)
_LONG = re.compile(r"\d[\d\s-]{9}|&#|[\uff10-\uff19]")
_HEAD = 4_096
"""Bytes by which a picture is told from a text."""
_GROUPING = re.compile(r"(?<=\d),(?=\d{3})")
_SHORTEST_TEXT = 4  # shorter words are ordinary words
_SHORTEST_NAME = 2
_SHORTEST_LINE = 12  # of an archived document: a heading or a cell alone is made of ordinary words
_DIGITS = 5  # significant digits that make an amount telling

_EVERYBODY = (Audience.PUBLIC, Audience.VILLAGE)
_PRIVATE = (Kind.IDENTITY, Kind.OLD_IDENTITY, Kind.MOBILE, Kind.BANK)
"""What has a check digit, or a word beside it that leaves no doubt."""
_IS_PHONE = get_args(Phone)[-1]


Needles = dict[str, tuple[str, str]]
"""Folded value → (record key, label)."""


def find_leaks(publication: Publication, records: Records, handed_out: Iterable[Path]) -> list[Finding]:
    """What can be read in the files although the audience may not read it; one finding a value and file."""
    paths = list(handed_out)
    leaks = list(scan(withheld(publication, records), publication.edition.audience, paths))
    if publication.edition.audience in _EVERYBODY:
        leaks += private(_opened(publication.edition), paths)
    return leaks


def private(opened: Collection[str], handed_out: Iterable[Path]) -> Iterator[Finding]:
    """Numbers of private persons in texts, attributes and names of files, but for those opened on purpose."""
    for name, data in _files(handed_out):
        for kind in sorted({found.kind for found in _numbers(name, data, opened)}, key=lambda kind: kind.name):
            yield Finding("leak", Level.ERROR, Where(name), f"{name} 里有一个{kind.value}")


def _numbers(name: str, data: bytes, opened: Collection[str]) -> Iterator[Found]:
    text = "" if b"\0" in data[:_HEAD] else data.decode("utf-8", "ignore")
    text = _UNICODE.sub(lambda found: chr(int(found[1], 16)), text)
    tags = "\0".join(tag for tag in _TAG.findall(text) if _LONG.search(tag))  # attributes and comments
    for part in (urllib.parse.unquote(name), _TAG.sub("\0", _INLINE.sub("", text)), tags):
        for found in find_numbers(part):
            sure = found.grade is Grade.CERTAIN and found.kind in _PRIVATE
            if sure and digits(part[found.start : found.end]) not in opened:
                yield found


def _opened(edition: Edition) -> set[str]:
    """The telephones that the catalogue opens, and the invented numbers by which the manual explains itself."""
    phones = {digits(phone) for record in edition for phone in _phones(record)}
    shown = (text for one in edition.manual.values() for text in _shown(one))
    return phones | {digits(text[found.start : found.end]) for text in shown for found in find(text)}


def _shown(one: Explanation) -> tuple[str, ...]:
    """What the manual prints of a rule that may look like data."""
    return one.wrong, one.right, one.what, one.mend


def _phones(row: Row) -> Iterator[str]:
    for name, field in type(row).model_fields.items():
        value = getattr(row, name)
        if _IS_PHONE in marks(field) and isinstance(value, str):
            yield value
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Row):
                yield from _phones(inner)


def scan(needles: Needles, audience: Audience, handed_out: Iterable[Path]) -> Iterator[Finding]:
    """The files below the paths in which a needle can be read; a finding names record and label, never the value."""
    words = list(needles)
    search = AhoCorasick(words)
    for name, bordered, joined in _texts(handed_out):
        found = _indexes(search, bordered)
        found |= {index for index in _indexes(search, joined) if len(words[index]) >= _SHORTEST_TEXT}
        for key, label in sorted({needles[words[index]] for index in found}):
            message = f"{key} 的“{label}”不该让{audience.label}看到,却出现在 {name}"
            yield Finding("leak", Level.ERROR, Where(name), message, record=key)


def withheld(publication: Publication, records: Records) -> Needles:
    """Everything in the records that the edition does not hold anywhere."""
    edition = publication.edition
    shown = [leaf for record in edition for _, leaf in _leaves(record)]
    shown += [value for page in publication.pages for value in page.context.values() if isinstance(value, Decimal)]
    visible = [needle for leaf in shown for needle in _forms(leaf, telling=False)]
    visible += [fold(text) for text in (*edition.prose.values(), *(page.title for page in publication.pages))]
    visible += [fold(f"{one.family}/{one.id}") for one in edition.gone]  # the addresses of what was withdrawn stay
    visible += [fold(text) for one in edition.manual.values() for text in (one.title, one.why, *_shown(one))]
    visible += _furniture()
    needles: Needles = {}
    for record in records:
        for label, leaf in _leaves(record):
            for needle in _forms(leaf, telling=True):
                needles.setdefault(needle, (record.key, label))
    words = list(needles)
    for index in _indexes(AhoCorasick(words), "\0".join(visible)):
        del needles[words[index]]
    return needles


@cache
def _furniture() -> tuple[str, ...]:
    """What pages print of their own accord: a withheld value that is such a word proves nothing."""
    templates = (path.read_text(encoding="utf-8") for path in sorted(_TEMPLATES.glob("*.j2")))
    entries = [entry for family in families() for entry in family.walk()]
    words = (text for entry in entries for text in (entry.label, entry.help, entry.example))
    return tuple(fold(text) for text in (*templates, *words, *(state.label for state in DutyState)))


def _indexes(search: AhoCorasick, text: str) -> set[int]:
    return {index for index, _, _ in search.find_matches_as_indexes(text, overlapping=True)}


def _leaves(record: Record) -> Iterator[tuple[str, Any]]:
    """Every value that a person wrote into the record, with its label."""
    pending: list[tuple[str, Any]] = [("", record)]
    while pending:
        label, value = pending.pop()
        if isinstance(value, Closure):
            yield "理由", value.reason  # whom and what it closes are words of the catalogue
        elif isinstance(value, Acceptance):  # the rest of it are words of the checks and addresses of pages
            pending += [("理由", value.reason), ("职务", value.post), ("不公开", value.closures)]
        elif isinstance(value, Block):
            yield from (("正文", line) for line in value.lines if len(line) >= _SHORTEST_LINE)
        elif isinstance(value, Row):
            written = (f for f in type(value).model_fields.items() if not str(f[1].alias).startswith("@"))
            pending += [(str(field.alias), getattr(value, name)) for name, field in written]
            pending += getattr(value, "extras", {}).items()
        elif isinstance(value, dict):
            pending += [(label, one) for one in value.values()]
        elif isinstance(value, (tuple, list)):
            pending += [(label, one) for one in value]
        elif isinstance(value, Amount):
            pending.append((label, value.value))
        elif value is not None and not isinstance(value, Withheld):
            yield label, value


def _forms(value: Any, *, telling: bool) -> Iterator[str]:
    """How a value would look in folded text; only telling ones when asked."""
    if isinstance(value, Decimal):
        text = f"{value:.2f}"
        if not telling or len(text.replace(".", "").strip("0-")) >= _DIGITS:
            yield text
    elif isinstance(value, str):
        text = _GROUPING.sub("", fold(value))
        is_name = re.fullmatch(r"[\u4e00-\u9fff·]{2,4}", text) is not None
        shortest = _SHORTEST_NAME if is_name else _SHORTEST_TEXT
        if not telling or (len(text) >= shortest and not re.fullmatch(r"[a-z0-9-]{1,12}|\d+", text)):
            yield text


def _texts(paths: Iterable[Path]) -> Iterator[tuple[str, str, str]]:
    """(file name, bordered text, joined text) of every file below the paths, archives unpacked."""
    for name, data in _files(paths):
        yield (name, *searchable(name, data))


def _files(paths: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    for path in paths:
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        for file in files:
            name = file.relative_to(path).as_posix() if path.is_dir() else file.name
            yield from _members(name, file.read_bytes())


def _members(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from _members(f"{name}!{member}", archive.read(member))
    elif data.startswith(b"\x1f\x8b"):
        yield from _members(name, gzip.decompress(data))
    else:
        yield name, data


def searchable(name: str, data: bytes) -> tuple[str, str]:
    """The text of a file with its name, decoded and numbers ungrouped: once with borders, once joined.

    Borders (tags, blanks) keep two neighbours from looking like one name; joined, no markup can split a value.
    """
    text = data.decode("utf-8", "ignore")
    text = _UNICODE.sub(lambda found: chr(int(found[1], 16)), text)
    text = html.unescape(text)
    text = "\0".join((text, urllib.parse.unquote(text) if "%" in text else "", urllib.parse.unquote(name)))
    bordered = _GROUPING.sub("", fold(f"{_TAG.sub(chr(0), text)}\0{text}", blanks=True))
    return bordered, _GROUPING.sub("", fold(_TAG.sub("", text)))
