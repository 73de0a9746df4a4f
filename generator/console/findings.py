"""Findings as a clerk reads them (with the offending line), as JSON, and as workflow commands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from generator.console.text import as_json, plain, width
from generator.model import Finding, Level, Records
from generator.rules import Coverage

_WORDS = {Level.ERROR: "错误", Level.WARNING: "警告", Level.NOTE: "提示"}
_COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow", Level.NOTE: "cyan"}
_GITHUB = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_WIDEST = 100


def findings_text(findings: Sequence[Finding], root: Path) -> str:
    """Every finding with its line and a mark under the place, then how many there were."""
    sources: dict[str, list[str]] = {}
    blocks = [_block(finding, root, sources) for finding in findings]
    return "\n\n".join(blocks)


def summary(findings: Sequence[Finding], records: Records, covered: Coverage | None = None) -> str:
    """`检查了 1234 条记录:错误 0 个,警告 3 个,提示 1 个。`, and how much of the articles' numbers is taken from records."""
    counts = "、".join(f"{_WORDS[level]} {number} 个" for level, number in count(findings).items())
    said = f"检查了 {len(records.items)} 条记录:{counts}。"
    if covered is None or not covered.total:
        return said
    share = covered.bound * 1000 // covered.total / 10  # cut, so that 100% means all of them
    return f"{said}\n材料中的数字:{covered.bound} 个取自记录,共 {covered.total} 个({share}%)。"


def count(findings: Iterable[Finding]) -> dict[Level, int]:
    """How many of each level."""
    levels = [finding.level for finding in findings]
    return {level: levels.count(level) for level in Level}


def findings_json(findings: Sequence[Finding], records: Records, covered: Coverage | None = None) -> str:
    """The contract's JSON: findings, counts, number of records, and how many numbers of articles are from records."""
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
        }
        for f in findings
    ]
    counts = {level.value: number for level, number in count(findings).items()}
    report = {"findings": entries, "counts": counts, "records": len(records.items)}
    if covered is not None:
        report["coverage"] = {"bound": covered.bound, "total": covered.total}
    return as_json(report)


def findings_github(findings: Sequence[Finding]) -> str:
    """Workflow commands, so that a code host shows each finding beside its line."""
    return "\n".join(
        f"::{_GITHUB[f.level]} file={_quoted(f.where.file, also=':,')},line={f.where.line},col={f.where.column}"
        f",title={f.rule}::{_quoted(f'{f.message} {f.hint}'.strip())}"
        for f in findings
    )


def _quoted(text: str, also: str = "") -> str:
    marks = "%\r\n" + also
    return plain("".join(f"%{ord(char):02X}" if char in marks else char for char in text))


def _block(finding: Finding, root: Path, sources: dict[str, list[str]]) -> str:
    head = click.style(_WORDS[finding.level], fg=_COLOURS[finding.level], bold=True)
    parts = [f"{head} {plain(str(finding.where))} [{finding.rule}] {plain(finding.message)}"]
    parts += _excerpt(finding, root, sources)
    if finding.hint:
        parts.append(f"     改法:{plain(finding.hint)}")
    return "\n".join(parts)


def _excerpt(finding: Finding, root: Path, sources: dict[str, list[str]]) -> list[str]:
    """The offending line and a mark under the column; nothing when the file cannot be shown."""
    where = finding.where
    if where.file not in sources:
        path = root / where.file
        try:
            text = path.read_bytes().decode("utf-8-sig", "replace") if path.is_file() and where.line else ""
        except OSError:
            text = ""
        sources[where.file] = re.split(r"\r\n|\r|\n", text)  # as the reader counts lines
    lines = sources[where.file]
    if not 0 < where.line <= len(lines):
        return []
    shown, column = _around(plain(lines[where.line - 1]), where.column)
    excerpt = [f"{where.line:>5} │ {shown}"]
    if 0 < column <= len(shown):
        excerpt.append(f"      │ {' ' * width(shown[: column - 1])}^")
    return excerpt


def _around(line: str, column: int) -> tuple[str, int]:
    """The part of a long line that holds the column, and the column in it."""
    start = max(0, column - _WIDEST // 2) if column > _WIDEST else 0
    cut = "…" if start else ""
    return cut + line[start : start + _WIDEST], column - start + len(cut)
