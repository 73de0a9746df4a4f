"""Findings as a clerk reads them: file by file, the worst first, each with the offending line and the mend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from generator.console import onward
from generator.console.excerpts import Sources
from generator.console.text import plain, width
from generator.model import Explanation, Finding, Level, Records
from generator.records.acceptance import Acceptance
from generator.rules import Coverage

FIRST = 20
"""So many findings are shown with their lines before the table tells of the others."""
_ALIKE = 5
"""Of one rule saying the same words of one file so many are shown; of the others only the lines."""
_LONGEST = 400
_WORDS = {Level.ERROR: "错误", Level.WARNING: "警告", Level.NOTE: "提示"}
_COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow", Level.NOTE: "cyan"}
_RANKS = {level: rank for rank, level in enumerate(Level)}


@dataclass(frozen=True)
class _Entry:
    """A finding, and others of its file that say the same and are not shown."""

    finding: Finding
    alike: tuple[Finding, ...] = ()


def findings_text(findings: Sequence[Finding], root: Path, most: int | None = None) -> str:
    """The findings file by file with their lines, the worst file first; of very many only the worst."""
    return _blocks(_worst(findings, most), _totals(findings), root)


def findings_report(
    findings: Sequence[Finding],
    records: Records,
    root: Path,
    explanations: Mapping[str, Explanation],
    *,
    everything: bool = False,
) -> str:
    """All that `gongkai check` prints: the worst findings, what was accepted, a table of rules, how to see the rest."""
    most = None if everything else FIRST
    open_ones = [finding for finding in findings if not finding.accepted]
    accepted = [finding for finding in findings if finding.accepted]
    entries = _worst(open_ones, most)
    hidden = len(open_ones) - sum(1 + len(entry.alike) for entry in entries)
    parts = [
        _blocks(entries, _totals(open_ones), root),
        _accepted(accepted, records, most),
        _table(findings, explanations),
        _others(hidden, open_ones),
    ]
    return "\n\n".join(part for part in parts if part)


def summary(findings: Sequence[Finding], records: int, covered: Coverage | None = None) -> str:
    """`检查了 1234 条记录:错误 0 个、警告 3 个、提示 1 个。`, and how much of the articles' numbers is taken from records."""
    counts = "、".join(f"{_WORDS[level]} {number} 个" for level, number in count(findings).items())
    accepted = sum(bool(finding.accepted) for finding in findings)
    said = f"检查了 {records} 条记录:{counts}{f';另有 {accepted} 个已接受' if accepted else ''}。"
    if covered is None or not covered.total:
        return said
    share = covered.bound * 1000 // covered.total / 10  # cut, so that 100% means all of them
    return f"{said}\n材料中的数字:{covered.bound} 个取自记录,共 {covered.total} 个({share}%)。"


def what_next(findings: Sequence[Finding]) -> str:
    """What to do now, in one line."""
    return onward.after_check(count(findings), onward.first_error(findings))


def count(findings: Iterable[Finding]) -> dict[Level, int]:
    """How many of each level nobody has accepted."""
    levels = Counter(finding.level for finding in findings if not finding.accepted)
    return {level: levels[level] for level in Level}


def _worst(findings: Iterable[Finding], most: int | None) -> list[_Entry]:
    """In the order of reading: the worst file first, in a file the worst first, then by line; errors before all."""
    findings = list(findings)
    totals = _totals(findings)
    files = {file: rank for rank, file in enumerate(sorted(totals, key=lambda file: _badness(totals[file], file)))}
    alike: dict[tuple[str, str, Level, str], list[Finding]] = {}
    for finding in sorted(findings, key=lambda finding: finding.where):
        alike.setdefault((finding.where.file, finding.rule, finding.level, finding.message), []).append(finding)
    entries = [entry for same in alike.values() for entry in _folded(same)]
    entries.sort(key=lambda e: (_RANKS[e.finding.level], files[e.finding.where.file], e.finding.where))
    return sorted(entries[:most], key=lambda e: files[e.finding.where.file])


def _folded(same: list[Finding]) -> list[_Entry]:
    """The first of those that say the same; the last of them stands for the others too."""
    shown = same[:_ALIKE]
    return [*(_Entry(finding) for finding in shown[:-1]), _Entry(shown[-1], tuple(same[_ALIKE:]))]


def _totals(findings: Iterable[Finding]) -> dict[str, Counter[Level]]:
    """File → how many of each level."""
    totals: dict[str, Counter[Level]] = {}
    for finding in findings:
        totals.setdefault(finding.where.file, Counter())[finding.level] += 1
    return totals


def _badness(total: Counter[Level], file: str) -> tuple[int, int, int, str]:
    return (-total[Level.ERROR], -total[Level.WARNING], -total[Level.NOTE], file)


def _blocks(entries: Sequence[_Entry], totals: Mapping[str, Counter[Level]], root: Path) -> str:
    sources, file, lines = Sources(root), None, []
    for entry in entries:
        if entry.finding.where.file != file:
            file = entry.finding.where.file
            counts = "、".join(f"{_WORDS[level]} {number} 个" for level in Level if (number := totals[file][level]))
            lines.append(f"{click.style(_said(file), bold=True, underline=True)} {counts}")
        lines.append(_block(entry, sources))
    return "\n\n".join(lines)


def _block(entry: _Entry, sources: Sources) -> str:
    finding = entry.finding
    head = click.style(_WORDS[finding.level], fg=_COLOURS[finding.level], bold=True)
    line = f" 第{finding.where.line}行" if finding.where.line else ""
    parts = [f"{head}{line} [{_said(finding.rule)}] {_said(finding.message)}", *sources.excerpt(finding.where)]
    if finding.hint:
        parts.append(f"     改法:{_said(finding.hint)}")
    if entry.alike:
        lines = "、".join(f"第{other.where.line}行" for other in entry.alike[:8])
        parts.append(f"     还有 {len(entry.alike)} 处同样的问题:{lines}{' ……' if len(entry.alike) > 8 else ''}")
    return "\n".join(parts)


def _said(text: str) -> str:
    """On one line, and not for ever."""
    text = plain(" ".join(text[: 4 * _LONGEST].split("\n")))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……"


def _accepted(findings: Sequence[Finding], records: Records, most: int | None) -> str:
    if not findings:
        return ""
    lines = [f"已接受 {len(findings)} 个,不算在内:"]
    for finding in findings[:most]:
        by = records.get(Acceptance, finding.accepted)
        line = f":{finding.where.line}" if finding.where.line else ""
        lines.append(f"  {_said(finding.where.file)}{line} [{_said(finding.rule)}] {_said(finding.message)}")
        if by is not None:
            lines.append(f"    {_said(by.post or '')} {by.day} 同意:{_said(by.reason)}")
    return "\n".join([*lines, f"  还有 {len(findings) - most} 个"] if most and len(findings) > most else lines)


def _table(findings: Sequence[Finding], explanations: Mapping[str, Explanation]) -> str:
    """A line a rule, the worst first: its name, what it finds, how many of each level and how many accepted."""
    rules: dict[str, list[Finding]] = {}
    for finding in findings:
        rules.setdefault(finding.rule, []).append(finding)
    if len(findings) < 2:
        return ""
    rows = []
    for rule, mine in rules.items():
        numbers = (*count(mine).values(), sum(bool(finding.accepted) for finding in mine))
        title = explanations[rule].title if rule in explanations else ""
        rows.append((_said(rule)[:30], title, numbers))
    rows.sort(key=lambda row: (*(-number for number in row[2]), row[0]))
    cells = [("规则", "查什么", *_WORDS.values(), "已接受")]
    cells += [(rule, title, *(str(number) if number else "·" for number in numbers)) for rule, title, numbers in rows]
    return f"{_aligned(cells)}\n一条规则查什么、为什么、怎么改:gongkai explain {rows[0][0]}"


def _aligned(rows: Sequence[tuple[str, ...]]) -> str:
    """Columns under each other: words on the left, numbers on the right."""
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        words = [f"{cell}{' ' * (wide - width(cell))}" for cell, wide in zip(row[:2], widths[:2], strict=True)]
        numbers = [f"{' ' * (wide - width(cell))}{cell}" for cell, wide in zip(row[2:], widths[2:], strict=True)]
        lines.append("  ".join([*words, *numbers]).rstrip())
    return "\n".join(lines)


def _others(hidden: int, findings: Sequence[Finding]) -> str:
    if not hidden:
        return ""
    rule = _said(Counter(finding.rule for finding in findings).most_common(1)[0][0])
    how = f"全部列出用 --all;只看一部分用 --rule {rule}、--level error、--township 乡镇"
    return f"上面只列了最要紧的,还有 {hidden} 个没有列:\n{how}。"
