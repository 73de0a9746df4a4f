"""Step 9: the second, independent look — finished bytes are searched for every value that was withheld.

It knows nothing of the gate's reasons: a needle is any text, name or amount of the records that the edition does not
hold. Files are decoded first (entities, `\\uXXXX`, percent signs, gzip, zip), because a plain search is blind to them.
"""

from __future__ import annotations

import gzip
import html
import io
import re
import urllib.parse
import zipfile
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.model import Finding, Level, Publication, Record, Records, Where, Withheld, fold
from generator.model.record import Row

_TAG = re.compile(r"<[^>]*>")
_UNICODE = re.compile(r"\\u([0-9a-fA-F]{4})")
_GROUPING = re.compile(r"(?<=\d),(?=\d{3})")
_SHORTEST_TEXT = 4  # shorter words are ordinary words
_SHORTEST_NAME = 2
_DIGITS = 5  # significant digits that make an amount telling
_NAME_FIELDS = 40


def find_leaks(publication: Publication, records: Records, handed_out: Iterable[Path]) -> list[Finding]:
    """What can be read in the files although the audience may not read it; one finding a value and file."""
    from ahocorasick_rs import AhoCorasick

    needles = withheld(publication, records)
    if not needles:
        return []
    words = list(needles)
    search = AhoCorasick(words)
    findings: dict[tuple[str, str], Finding] = {}
    for name, bordered, joined in _texts(handed_out):
        found = {index for index, _, _ in search.find_matches_as_indexes(bordered, overlapping=True)}
        in_joined = {index for index, _, _ in search.find_matches_as_indexes(joined, overlapping=True)}
        for index in sorted(found | {index for index in in_joined if len(words[index]) >= _SHORTEST_TEXT}):
            key, label = needles[words[index]]
            message = f"{key} 的“{label}”不该让{publication.edition.audience.label}看到,却出现在 {name}"
            findings[key + label, name] = Finding("leak", Level.ERROR, Where(name), message, record=key)
    return list(findings.values())


def withheld(publication: Publication, records: Records) -> dict[str, tuple[str, str]]:
    """Folded value → (record key, label) of everything that the edition does not hold anywhere."""
    edition = publication.edition
    shown = [leaf for record in edition for _, leaf in _leaves(record)]
    shown += [value for page in publication.pages for value in page.context.values() if isinstance(value, Decimal)]
    visible = "\0".join(needle for leaf in shown for needle in _forms(leaf, telling=False))
    visible += "\0" + fold("\0".join([*edition.prose.values(), *(page.title for page in publication.pages)]))
    needles: dict[str, tuple[str, str]] = {}
    for record in records:
        for label, leaf in _leaves(record):
            for needle in _forms(leaf, telling=True):
                if needle not in needles and needle not in visible:
                    needles[needle] = (record.key, label)
    return needles


def _leaves(record: Record) -> Iterator[tuple[str, Any]]:
    """Every value of the record with its label."""
    pending: list[tuple[str, Any]] = [("", record)]
    while pending:
        label, value = pending.pop()
        if isinstance(value, Row):
            for name, field in type(value).model_fields.items():
                pending.append((str(field.alias), getattr(value, name)))
        elif isinstance(value, (tuple, list)):
            pending += [(label, one) for one in value]
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
        is_name = len(text) <= _NAME_FIELDS and re.fullmatch(r"[\u4e00-\u9fff·]{2,4}", text) is not None
        shortest = _SHORTEST_NAME if is_name else _SHORTEST_TEXT
        if not telling or (len(text) >= shortest and not re.fullmatch(r"[a-z0-9-]{1,12}|\d+", text)):
            yield text


def _texts(paths: Iterable[Path]) -> Iterator[tuple[str, str, str]]:
    """(file name, bordered text, joined text) of every file below the paths, archives unpacked."""
    for path in paths:
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        for file in files:
            name = file.relative_to(path).as_posix() if path.is_dir() else file.name
            yield from _members(name, file.read_bytes())


def _members(name: str, data: bytes) -> Iterator[tuple[str, str, str]]:
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from _members(f"{name}!{member}", archive.read(member))
    elif data.startswith(b"\x1f\x8b"):
        yield from _members(name, gzip.decompress(data))
    else:
        yield (name, *searchable(name, data))


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
