"""Step 3: everything that is wrong with the records. One file per rule, named for the wrong it finds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from generator.model import Explanation, Finding, Records
from generator.rules import (
    accounts,
    addresses,
    altered,
    announcements,
    backdated,
    bases,
    blank,
    board,
    carry,
    claims,
    closure,
    columns,
    comments,
    covering,
    duplicates,
    evidence,
    filler,
    funding,
    genres,
    grades,
    holidays,
    incomplete,
    leases,
    masks,
    metrics,
    mismatch,
    names,
    openings,
    overdue,
    parts,
    payouts,
    personal,
    premature,
    prose,
    references,
    rhythm,
    signatures,
    spans,
    statements,
    steps,
    sums,
    typed,
    unanswered,
    unbound,
    units,
    unreadable,
    vague,
    votes,
    words,
)
from generator.rules._common.audit import Coverage, coverage

__all__ = ["RULES", "Coverage", "Rule", "check", "coverage"]


class Rule(Protocol):
    """What every module of this room offers: the name of its file, what it means to a clerk, and the check itself."""

    NAME: str
    EXPLANATION: Explanation

    def check(self, records: Records) -> Iterator[Finding]: ...


RULES: tuple[Rule, ...] = (
    references,
    addresses,
    words,
    columns,
    openings,
    masks,
    bases,
    sums,
    payouts,
    carry,
    accounts,
    statements,
    duplicates,
    filler,
    unreadable,
    vague,
    parts,
    metrics,
    names,
    funding,
    leases,
    mismatch,
    steps,
    premature,
    votes,
    rhythm,
    grades,
    closure,
    signatures,
    board,
    evidence,
    covering,
    backdated,
    altered,
    unanswered,
    announcements,
    overdue,
    holidays,
    blank,
    incomplete,
    spans,
    personal,
    genres,
    unbound,
    units,
    typed,
    claims,
    prose,
    comments,
)


def check(records: Records) -> list[Finding]:
    """What all rules find, in the order of files and lines."""
    findings = [finding for rule in RULES for finding in rule.check(records)]
    return sorted(findings, key=lambda finding: finding.where)
