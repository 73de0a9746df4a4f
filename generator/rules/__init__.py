"""Step 3: everything that is wrong with the records. One file per rule, named for the wrong it finds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from generator.model import Finding, Records
from generator.rules import (
    addresses,
    approvals,
    bases,
    carry,
    duplicates,
    openings,
    overdue,
    personal,
    prose,
    references,
    steps,
    sums,
    unbound,
    votes,
)


class Rule(Protocol):
    """What every module of this room offers; its docstring says What, Why, Example and Mend."""

    NAME: str
    TITLE: str

    def check(self, records: Records) -> Iterator[Finding]: ...


RULES: tuple[Rule, ...] = (
    references,
    addresses,
    openings,
    bases,
    sums,
    carry,
    duplicates,
    steps,
    votes,
    approvals,
    overdue,
    personal,
    unbound,
    prose,
)


def check(records: Records) -> list[Finding]:
    """What all rules find, in the order of files and lines."""
    findings = [finding for rule in RULES for finding in rule.check(records)]
    return sorted(findings, key=lambda finding: finding.where)
