"""What the checks found wrong and who answers for what stays so: for reviewers alone, a page a township."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.model import Audience, Edition, Finding, Level, Page, Record
from generator.pages._common import paths, places
from generator.pages._common.disclosure import record_page
from generator.records.acceptance import Acceptance
from generator.records.place import Place

_RANKS = {level: rank for rank, level in enumerate(Level)}
_OPEN = 5
"""So many of a file are read at once; the others are folded away below them."""
_MOST = 2_000
"""More than these on one page no browser shows with ease; the worst stay."""
_LONGEST = 1_000
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")


@dataclass(frozen=True)
class Entry:
    """A finding, what it is about, and where it says more."""

    finding: Finding
    title: str
    manual: str
    """The manual's page, or nothing when it does not have the rule."""
    page: str
    """The record's own page, or nothing."""
    acceptance: Acceptance | None = None

    @property
    def file(self) -> str:
        """From the township's folder on."""
        return _visible(places.OWNER.sub("", self.finding.where.file, count=1))


@dataclass(frozen=True)
class Sheet:
    """The findings of one file, the worst first."""

    file: str
    counts: tuple[int, ...]
    first: tuple[Entry, ...]
    more: tuple[Entry, ...]


@dataclass(frozen=True)
class Line:
    """One rule, or one township, in a table of counts: errors, warnings, notes, accepted."""

    title: str
    page: str
    counts: tuple[int, ...]
    anchor: str = ""


@dataclass(frozen=True)
class _Book:
    edition: Edition
    pages: dict[str, str] = field(default_factory=dict)

    def entries(self, findings: Iterable[Finding]) -> list[Entry]:
        return [self.entry(finding) for finding in findings]

    def entry(self, finding: Finding) -> Entry:
        record = self.edition.find(finding.record) if finding.record else None
        acceptance = self.edition.get(Acceptance, finding.accepted) if finding.accepted else None
        shown = replace(finding, message=_visible(finding.message), hint=_visible(finding.hint))
        return Entry(shown, self.title(finding.rule), self.manual(finding.rule), _page(record), acceptance)

    def title(self, rule: str) -> str:
        meaning = self.edition.manual.get(rule)
        return meaning.title if meaning and meaning.title else rule

    def manual(self, rule: str) -> str:
        return paths.MANUAL if rule in self.edition.manual else ""

    def rules(self, findings: Iterable[Finding]) -> list[Line]:
        """Worst first."""
        by_rule: dict[str, list[Finding]] = {}
        for finding in findings:
            by_rule.setdefault(finding.rule, []).append(finding)
        lines = [
            Line(self.title(rule), self.manual(rule), _counts(mine), f"rule-{rule}") for rule, mine in by_rule.items()
        ]
        return sorted(lines, key=lambda line: ([-number for number in line.counts], line.title))


def portal(edition: Edition) -> Iterator[Page]:
    """The overview; nothing for others than reviewers, or when nothing was checked."""
    if _told(edition):
        yield _overview(_Book(edition), places.townships(edition), _by_owner(edition))


def pages(edition: Edition) -> Iterator[Page]:
    """One page a township, for reviewers."""
    if _told(edition):
        book, by_owner = _Book(edition), _by_owner(edition)
        for township in places.planned(edition):
            yield _township(book, township, by_owner.get(township.township, []))


def _told(edition: Edition) -> bool:
    checked = edition.manual or edition.findings or edition.of(Acceptance)
    return edition.audience is Audience.REVIEW and bool(checked)


def _by_owner(edition: Edition) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in edition.findings:
        found.setdefault(places.owner(edition, finding), []).append(finding)
    return found


def _overview(book: _Book, townships: Sequence[Place], by_owner: dict[str, list[Finding]]) -> Page:
    everywhere = by_owner.get("", [])
    rows = [
        Line(place.name, paths.findings(place.township), _counts(by_owner.get(place.township, [])))
        for place in townships
    ]
    rows.sort(key=lambda line: [-number for number in line.counts])
    context = {
        "counts": _counts(book.edition.findings),
        "townships": rows,
        "rules": book.rules(book.edition.findings),
        "sheets": _sheets(book, [finding for finding in everywhere if not finding.accepted]),
        "sample": places.is_sample(book.edition),
    }
    return Page(paths.FINDINGS, "检查结果", "findings-overview.md.j2", context, ("检查结果",), (paths.HOME,))


def _township(book: _Book, township: Place, findings: list[Finding]) -> Page:
    slug = township.township
    open_ones = sorted((f for f in findings if not f.accepted), key=lambda f: _RANKS[f.level])
    accepted = book.entries(finding for finding in findings if finding.accepted)
    used = {entry.finding.accepted for entry in accepted}
    context = {
        "place": township.name,
        "counts": _counts(findings),
        "rules": book.rules(findings),
        "sheets": _sheets(book, open_ones[:_MOST]),
        "beyond": max(0, len(open_ones) - _MOST),
        "accepted": accepted,
        "idle": [one for one in book.edition.of(Acceptance, slug) if one.key not in used],
        "slug": slug,
        "sample": township.sample,
    }
    menu = places.menu(book.edition, township.township, "检查结果")
    return Page(paths.findings(slug), f"{township.name}检查结果", "findings.md.j2", context, menu, places.crumbs(slug))


def _sheets(book: _Book, findings: Iterable[Finding]) -> list[Sheet]:
    """File by file, the worst file first; in a file the worst first, then by line."""
    files: dict[str, list[Finding]] = {}
    for finding in findings:
        files.setdefault(finding.where.file, []).append(finding)
    sheets = []
    for mine in files.values():
        entries = book.entries(sorted(mine, key=lambda f: (_RANKS[f.level], f.where)))
        folded = len(entries) > _OPEN + 1  # one alone is not worth a click
        first = entries[:_OPEN] if folded else entries
        sheets.append(Sheet(first[0].file, _counts(mine), tuple(first), tuple(entries[len(first) :])))
    return sorted(sheets, key=lambda sheet: ([-number for number in sheet.counts], sheet.file))


def _counts(findings: Iterable[Finding]) -> tuple[int, ...]:
    """Errors, warnings, notes, accepted."""
    counts = Counter(None if finding.accepted else finding.level for finding in findings)
    return (*(counts[level] for level in Level), counts[None])


def _visible(text: str) -> str:
    """What a message quotes may hold what no page prints: control characters, for which it was refused, or no end."""
    cut = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……"
    return "".join("�" if unicodedata.category(c) in _UNSEEN and c != "\n" else c for c in cut)


def _page(record: Record | None) -> str:
    return record_page(record) if record is not None and not type(record).catalogue else ""
