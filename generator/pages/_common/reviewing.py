"""What reviewers are told first: how much is wrong, without a source, unanswered and overdue, township by township."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.mechanisms.timeliness import tally
from generator.model import Audience, Edition, Finding, Level
from generator.pages._common import paths, places

_TYPED, _UNBOUND = "typed", "unbound"
"""Rules that find numbers in articles: typed by hand, and asked for where there is no such figure. A mere note of the second is
a figure with a source that is masked or blank."""
_REMARKS = "comments"
"""The rule that finds reviewers' comments that nobody has dealt with."""


@dataclass(frozen=True)
class Row:
    """What there is to look at in one township, and the pages where it stands."""

    name: str
    findings: str
    due: str
    errors: int
    warnings: int
    unsourced: int
    remarks: int
    overdue: int


def rows(edition: Edition) -> tuple[Row, ...]:
    """One a township, and one of what all share where anything is wrong with it; nothing for others than reviewers."""
    if edition.audience is not Audience.REVIEW:
        return ()
    by_owner: dict[str, list[Finding]] = {}
    for finding in edition.findings:
        by_owner.setdefault(places.owner(edition, finding), []).append(finding)
    found = []
    for place in places.townships(edition):
        slug = place.township
        overdue = tally([duty for duty in edition.duties if duty.township == slug]).overdue
        found.append(_row(place.name, paths.findings(slug), paths.due(slug), by_owner.get(slug, ()), overdue))
    if "" in by_owner:
        found.append(_row("目录和全县的", paths.FINDINGS, "", by_owner[""], 0))
    return tuple(found)


def _row(name: str, page: str, due: str, findings: Iterable[Finding], overdue: int) -> Row:
    open_ones = [finding for finding in findings if not finding.accepted]
    levels: Mapping[Level, int] = Counter(finding.level for finding in open_ones)
    rules: Mapping[str, int] = Counter(finding.rule for finding in open_ones)
    missing = sum(finding.rule == _UNBOUND and finding.level is not Level.NOTE for finding in open_ones)
    unsourced = rules[_TYPED] + missing
    return Row(name, page, due, levels[Level.ERROR], levels[Level.WARNING], unsourced, rules[_REMARKS], overdue)
