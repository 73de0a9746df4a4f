"""What reviewers wrote in an offline bundle, brought back to the records. Tells of the steps, like `pipeline`."""

from __future__ import annotations

import html
import re
import tempfile
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from pathlib import Path

from generator.derive import derive
from generator.disclose import disclose
from generator.editing import comments as back
from generator.editing import keeping
from generator.load import load
from generator.model import Audience, Record, Records, Site, Unusable, Where
from generator.pages import plan
from generator.records.comment import Comment
from generator.write import write

_SHARED = frozenset({"places", "catalogue", "about"})
"""Folders of pages that belong to no township."""
_CHECKED = "findings.html"
"""A page of what the checks found, which are not run here."""
_PLACE = re.compile(r"(.+?):(\d+)(?::\d+)?")
_TARGET = re.compile(r"\]\([^()]*\)")
_INLINE = re.compile(r"</?(?:a|span|strong|b|em)\b[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")
_GROUPING = re.compile(r"(?<=\d),(?=\d{3})")
_SIGNS = re.compile(r"(?<!\d)[\W_]+|[\W_]+(?!\d|[\W_])")
_BETWEEN = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"^\d+\. ", re.MULTILINE)


class Now(Enum):
    """What has become of the words that a comment is about."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    """There is no such page any more."""
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Heard:
    """A comment that came back. at: its record's file and line now; personal: what of a private person is in it."""

    said: back.Said
    at: str
    now: Now
    known: bool
    personal: str


def comments(site: Site, file: Path, *, dry: bool = False) -> tuple[list[Heard], list[tuple[Path, int]]]:
    """What a reviewer wrote, and into which files it was entered, with how many.

    Comments known already stay as they are; those with personal numbers in them are not entered.
    Raises Unusable for a file that is none, or for pages of a township that is not there; Busy when nothing can be written.
    """
    said = back.read(file)
    homes: dict[str, list[back.Said]] = {}
    for one in said:
        homes.setdefault(_home(site.root, one), []).append(one)
    heard: dict[str, Heard] = {}
    edits, kept = [], []
    for slug, mine in homes.items():
        township = _Township(site, slug, tuple(mine))
        told = [township.heard(one) for one in mine]
        heard |= {one.said.id: one for one in told}
        fresh = [one.said for one in told if not one.known and not one.personal]
        if fresh:
            path = back.file(site.root, slug)
            before = keeping.taken(site.root, path)
            name = path.relative_to(site.root).as_posix()
            edits.append(keeping.Edit(path, before, back.extended(name, before or b"", fresh)))
            kept.append((path, len(fresh)))
    if not dry:
        keeping.keep(site.root, edits)
    return [heard[one.id] for one in said], [] if dry else kept


def _home(root: Path, one: back.Said) -> str:
    """The township that keeps it; what is said of the portal is kept by the first."""
    folder = root / "data" / "townships"
    if one.township and (folder / one.township).is_dir():
        return one.township
    if one.township and one.township not in _SHARED:
        raise Unusable(f"意见说的是 {one.page},这里没有“{one.township}”这个乡镇。是不是给别的地方的?")
    there = sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    if not there:
        raise Unusable("这里还没有乡镇的数据,没有地方记意见。")
    return there[0]


@dataclass(frozen=True)
class _Township:
    """The township that some comments are kept by, as its data is now."""

    site: Site
    slug: str
    said: tuple[back.Said, ...]

    @cached_property
    def records(self) -> Records:
        return derive(load(self.site.root, self.slug)[0], self.site.today)

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset(comment.id for comment in self.records.of(Comment))

    @cached_property
    def pages(self) -> Mapping[str, str]:
        """What reviewers would read now on the pages that were commented on: address → words without marks."""
        edition = disclose(self.records, Audience.REVIEW, part=self.slug)
        planned = plan(edition)
        asked = {one.page.removesuffix(".html") + ".md" for one in self.said}
        wanted = [page for page in planned if page.path in asked]
        with tempfile.TemporaryDirectory(prefix="gongkai-") as folder:
            others = [page for page in planned if page.path not in asked]
            docs = write(edition, wanted, Path(folder) / "now", beyond=others).docs
            texts = {page.path: (docs / page.path).read_text(encoding="utf-8") for page in wanted}
        return {f"{path.removesuffix('.md')}.html": _bare(_read(text)) for path, text in texts.items()}

    def heard(self, one: back.Said) -> Heard:
        record = self.records.find(one.record) or self._at(one.where)
        at = str(self.records.where(record)) if record else one.where
        return Heard(one, at, self._now(one), one.id in self.known, back.personal(one))

    def _now(self, one: back.Said) -> Now:
        if one.township != self.slug or one.page.endswith(f"/{_CHECKED}"):
            return Now.UNKNOWN
        if one.page not in self.pages:
            return Now.GONE
        return Now.SAME if _stands(_bare(one.quote), self.pages[one.page]) else Now.CHANGED

    def _at(self, where: str) -> Record | None:
        """The record that stands at this line of its file, or began before it."""
        found = _PLACE.fullmatch(where)
        if not found or len(found[2]) > 9:
            return None
        file, line = found[1], int(found[2])
        before = [(at.line, record.key, record) for at, record in self._standing(file) if at.line <= line]
        return max(before)[-1] if before else None

    def _standing(self, file: str) -> Iterable[tuple[Where, Record]]:
        own: Sequence[Record] = [record for record in self.records if record.township == self.slug]
        return [(at, record) for record in own if (at := self.records.where(record)).file == file]


def _read(text: str) -> str:
    """Markdown of ours as a reader sees it: without targets, tags, entities and the numbers of lists."""
    return html.unescape(_TAG.sub(" ", _INLINE.sub("", _TARGET.sub(" ", _NUMBER.sub("", text)))))


def _bare(text: str) -> str:
    """Letters and numbers alone: what lies between them is the browser's or the page's, but two numbers stay two."""
    folded = _GROUPING.sub("", unicodedata.normalize("NFKC", text))
    return _BETWEEN.sub(lambda found: "." if found[0] == "." else "|", _SIGNS.sub("", folded))


def _stands(quote: str, text: str) -> bool:
    """Whether these bare words stand in the bare text, not inside a longer number."""
    before, behind = quote[:1].isdigit(), quote[-1:].isdigit()
    wanted = f"{r'(?<![0-9.])' if before else ''}{re.escape(quote)}{r'(?![0-9.])' if behind else ''}"
    return re.search(wanted, text) is not None
