"""A document → the Markdown that is written, in the small grammar of the archive; and back to its bare words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.exchange.archive.lines import Document, Line

_ANYWHERE = re.compile(r"[\\`*_\[\]<>|~&$]")
_AT_START = re.compile(r"([#+\-=:]|\{)|(\d+)([.)])(?=\s|$)")
_SAFE = re.compile(r"[\u4e00-\u9fff（《“—][\u4e00-\u9fff0-9A-Za-z（）《》“”、·—…，。 \u3000-]*(?<=\S)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|(\*\*)")
_TABLE_RULE = re.compile(r"\|(?:---\|)+")


def markdown(document: Document, original: str, digest: str) -> str:
    """The whole file; every block stands between blank lines."""
    labels = (
        ("标题", document.title),
        ("副题", document.subtitle),
        ("署名", document.byline),
        ("日期", document.day),
        ("体裁", document.genre),
        ("原件", original),
        ("校验", digest),
    )
    head = [
        f"{label}: {value if label in ('日期', '原件', '校验') else quoted(value)}" for label, value in labels if value
    ]
    return "\n".join(["---", *head, "---", "", *(f"{block}\n" for line in document.body for block in _blocks(line))])


def quoted(text: str) -> str:
    """A value of YAML: as it stands where that is safe, else in single quotes."""
    return text if _SAFE.fullmatch(text) and len(text) > 1 else "'" + text.replace("'", "''") + "'"


def _blocks(line: Line) -> Iterator[str]:
    if line.rows:
        width = max(len(row) for row in line.rows)
        rows = [
            "|" + "|".join(f" {escaped(cell)} " if cell else " " for cell in _filled(row, width)) + "|"
            for row in line.rows
        ]
        yield "\n".join([rows[0], "|" + "---|" * width, *rows[1:]])
    elif line.level:
        yield f"{'#' * (line.level + 1)} {_closed(escaped(line.text.strip()))}"
    elif line.text.strip():
        yield _started(_emphasised(line))


def _filled(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*row, *[""] * (width - len(row)))


def escaped(text: str) -> str:
    """The words with a backslash before everything that Markdown would read as a mark."""
    return _ANYWHERE.sub(lambda found: "\\" + found[0], text)


def _closed(text: str) -> str:
    """`#` at the end of a heading would be taken for its end."""
    return text[:-1] + "\\#" if text.endswith("#") else text


def _started(text: str) -> str:
    """What begins a line must not make a list, a rule or a heading of it."""
    found = _AT_START.match(text)
    if not found:
        return text
    return "\\" + text if found[1] else f"{found[2]}\\{found[3]}{text[found.end() :]}"


def _emphasised(line: Line) -> str:
    parts: list[str] = []
    place = 0
    for first, last in line.bold:
        inner = line.text[first:last]
        start = first + len(inner) - len(inner.lstrip())
        end = last - len(inner) + len(inner.rstrip())
        if start >= end:
            continue
        parts += [escaped(line.text[place:start]), "**", escaped(line.text[start:end]), "**"]
        place = end
    return "".join([*parts, escaped(line.text[place:])])


def words(text: str) -> tuple[str, str]:
    """(the values of the front matter but for file and digest, the words of the body) of what is written."""
    front, body = text.removeprefix("---\n").split("\n---\n", 1)
    values = [line.split(": ", 1) for line in front.splitlines()]
    head = "\n".join(_unquoted(value) for label, value in values if label not in ("日期", "体裁", "原件", "校验"))
    return head, "\n".join(_bare(line) for line in body.splitlines() if not _TABLE_RULE.fullmatch(line))


def _unquoted(value: str) -> str:
    return value[1:-1].replace("''", "'") if value.startswith("'") else value


def _bare(line: str) -> str:
    if line.startswith("|"):
        line = re.sub(r"(?<!\\)((?:\\\\)*)\|", r"\1 ", line)
    line = re.sub(r"^#{2,4} ", "", line)
    return _ESCAPED.sub(lambda found: found[1] or "", line)
