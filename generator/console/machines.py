"""Findings for machines, all of them: the contract's JSON, and the workflow commands of a code host."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.console.text import as_json, plain
from generator.model import Explanation, Finding, Level, Records
from generator.records.acceptance import Acceptance
from generator.rules import Coverage

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_LONGEST = 4_000
"""Characters of one annotation; a code host refuses what is much longer."""


def findings_json(
    findings: Sequence[Finding],
    records: Records,
    covered: Coverage | None = None,
    explanations: Mapping[str, Explanation] | None = None,
) -> str:
    """The contract's JSON: findings, counts, number of records, and how many numbers of articles are from records.

    `counts` has the findings of each level that nobody accepted, and how many are accepted.
    """
    known = explanations or {}
    entries = [
        {
            "rule": f.rule,
            "level": f.level.value,
            "file": f.where.file,
            "line": f.where.line,
            "column": f.where.column,
            "record": f.record,
            "message": f.message,
            "hint": f.hint,
            "title": known[f.rule].title if f.rule in known else "",
            "accepted": _accepted(f, records),
        }
        for f in findings
    ]
    levels = [f.level for f in findings if not f.accepted]
    counts = {level.value: levels.count(level) for level in Level}
    counts["accepted"] = sum(bool(f.accepted) for f in findings)
    report = {"findings": entries, "counts": counts, "records": len(records.items)}
    if covered is not None:
        report["coverage"] = {"bound": covered.bound, "total": covered.total}
    return as_json(report)


def findings_github(findings: Sequence[Finding]) -> str:
    """Workflow commands, so that a code host shows each finding beside its line; accepted ones need no attention."""
    return "\n".join(_command(finding) for finding in findings if not finding.accepted)


def _accepted(finding: Finding, records: Records) -> dict[str, Any] | None:
    if not finding.accepted:
        return None
    by = records.get(Acceptance, finding.accepted)
    return {
        "by": by.post if by else None,
        "reason": by.reason if by else None,
        "day": str(by.day) if by else None,
        "key": finding.accepted,
    }


def _command(finding: Finding) -> str:
    where = finding.where
    place = f",line={where.line},col={where.column}" if where.line else ""
    message = f"{finding.message} {finding.hint}".strip()
    if len(message) > _LONGEST:
        message = f"{message[:_LONGEST]}…"
    return (
        f"::{_COMMANDS[finding.level]} file={_quoted(where.file, also=':,')}{place}"
        f",title={_quoted(finding.rule, also=':,')}::{_quoted(message)}"
    )


def _quoted(text: str, also: str = "") -> str:
    marks = "%\r\n" + also
    return plain("".join(f"%{ord(char):02X}" if char in marks else char for char in text))
