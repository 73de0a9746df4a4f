"""What is different between two releases: pages that came and went, and of the others every figure and word.

Pages are compared as readers read them, block by block, and tables row by row: what a row is called is its first cell.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from generator.markup.blocks import Block, Document, Heading, Item, Paragraph, Table
from generator.markup.reading import read
from generator.model import Unusable
from generator.proofs.opening import MANIFEST, Damaged, Opened, opened

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_CLAUSE = re.compile(r"[，。；：、,;:\s]+")
_RECORD = re.compile(r"记录编号：(\S+)")
_OURS = "changes.html"
"""The page of a bundle that says what is different."""
_REASONS = "更正"
"""The heading under which a page says why it was corrected."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a reader of a page now reads otherwise. name: what the figure is called; empty for words."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A page that is different. record: the record that it shows, if it names one. reasons: why, as the page says itself."""

    path: str
    title: str
    record: str
    reasons: tuple[str, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """(path, title) of pages that came and went; pages that changed; other files that did, by their paths."""

    added: tuple[tuple[str, str], ...]
    removed: tuple[tuple[str, str], ...]
    changed: tuple[Changed, ...]
    files: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.files)


def compare(old: Path, new: Path) -> Difference:
    """Raises Unusable when one of them is no release, is damaged, or is for other readers."""
    with opened(old) as before, opened(new) as after:
        one, other = _listed(old, before), _listed(new, after)
        if one.audience != other.audience:
            raise Unusable(f"两边不是给同样的人看的({one.audience} 和 {other.audience}),没有比较。")
        was, now = one.files, other.files
        differ = [name for name in sorted(was.keys() & now.keys()) if was[name] != now[name]]
        pages = [_changed(name, _document(before, name), _document(after, name)) for name in differ if _is_page(name)]
        return Difference(
            tuple((name, _document(after, name).title) for name in sorted(now.keys() - was.keys()) if _is_page(name)),
            tuple((name, _document(before, name).title) for name in sorted(was.keys() - now.keys()) if _is_page(name)),
            tuple(page for page in pages if page.changes or page.reasons),
            tuple(
                name for name in sorted(was.keys() ^ now.keys() | set(differ)) if not _is_page(name) and _counts(name)
            ),
        )


@dataclass(frozen=True, slots=True)
class _Listed:
    audience: str
    files: dict[str, str]


def _listed(path: Path, release: Opened) -> _Listed:
    try:
        content = json.loads(release.read(MANIFEST).decode("utf-8"))
        files = {
            str(name): str(sha) for name, sha in content["files"].items() if name in release.names and name != _OURS
        }
        return _Listed(str(content["audience"]), files)
    except (Damaged, UnicodeDecodeError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Unusable(f"{path} 的清单 {MANIFEST} 读不懂,没有比较。用 gongkai verify 看看它是不是完整。") from None


def _document(release: Opened, name: str) -> Document:
    try:
        return read(release.read(name).decode("utf-8", "replace"), behind=True)
    except Damaged:
        raise Unusable(f"{name} 打不开,没有比较。用 gongkai verify 看看还有哪里不对。") from None


def _is_page(name: str) -> bool:
    return name.endswith(".html")


def _counts(name: str) -> bool:
    """The search index follows from the pages, and the theme is not what people ask for."""
    return not name.startswith(("search/", "assets/"))


def _changed(path: str, old: Document, new: Document) -> Changed:
    text = "\n".join(_texts(new.blocks))
    record = _RECORD.search(text)
    changes = [] if old.title == new.title else [Change("", old.title, new.title)]
    changes += _between(old.blocks, new.blocks)
    known = set(_texts(old.blocks))
    told = tuple(one for one in _under(new.blocks, _REASONS) if one not in known)
    changes = [one for one in changes if one.old or not {*one.new.split("\n")} <= {_REASONS, *told}]
    return Changed(path, new.title, record[1] if record else "", told, tuple(dict.fromkeys(changes)))


def _between(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, [_key(one) for one in old], [_key(one) for one in new], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            for was, now in zip(old[a:b], new[c:d], strict=True):
                if was != now:
                    yield from _in_block(was, now)
        else:
            yield Change("", "\n".join(_texts(old[a:b])), "\n".join(_texts(new[c:d])))


def _key(block: Block) -> tuple[object, ...]:
    """Blocks of one key are versions of each other: the same words with other numbers, tables with the same head."""
    if isinstance(block, Table):
        return ("table", block.caption, block.head)
    (text,) = _texts([block])
    return (type(block).__name__, _NUMBER.sub("0", text))


def _in_block(old: Block, new: Block) -> Iterator[Change]:
    if isinstance(old, Table) and isinstance(new, Table):
        yield from _in_table(old, new)
        return
    (was,), (now,) = _texts([old]), _texts([new])
    end = 0
    for one, other in zip(_NUMBER.finditer(was), _NUMBER.finditer(now), strict=True):
        if one[0] != other[0]:
            clauses = [words for words in _CLAUSE.split(now[end : other.start()]) if words]
            yield Change(clauses[-1] if clauses else "", one[0], other[0])
        end = other.end()


def _in_table(old: Table, new: Table) -> Iterator[Change]:
    names = new.head[-1] if new.head else ()
    was, now = dict(_rows(old)), dict(_rows(new))
    for key in dict.fromkeys((*was, *now)):
        one, other = was.get(key), now.get(key)
        if one is None or other is None:
            yield Change(key[0], " | ".join(one or ()), " | ".join(other or ()))
            continue
        for at, (a, b) in enumerate(zip(one, other, strict=False)):
            if a != b:
                column = names[at] if at < len(names) else ""
                yield Change(" · ".join(filter(None, (key[0], column))), a, b)


def _rows(table: Table) -> Iterator[tuple[tuple[str, int], tuple[str, ...]]]:
    """((what the row is called, which of that name), its cells)"""
    seen: dict[str, int] = {}
    for row in table.rows:
        seen[row[0]] = number = seen.get(row[0], 0) + 1
        yield (row[0] if number == 1 else f"{row[0]}（第{number}个）", number), row


def _texts(blocks: Iterable[Block]) -> list[str]:
    found = []
    for block in blocks:
        if isinstance(block, Table):
            found.append("\n".join(" | ".join(row) for row in (*block.head, *block.rows)))
        elif isinstance(block, Paragraph | Item):
            found.append("".join(run.text for run in block.runs))
        else:
            found.append(block.text if isinstance(block, Heading) else block.words)
    return found


def _under(blocks: Iterable[Block], heading: str) -> list[str]:
    inside, found = False, []
    for block in blocks:
        if isinstance(block, Heading):
            inside = heading in block.text
        elif inside:
            found += _texts([block])
    return found
