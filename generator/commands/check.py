"""`gongkai check`: everything that is wrong with the data, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from generator import console, pipeline
from generator.commands._common import say, the_site
from generator.console.options import QUIET, ROOT, STRICT, TODAY, TOWNSHIP, RuleName, options
from generator.console.progress import progress
from generator.model import Finding, Level, Unusable, nearest

_LEVELS = [level.value for level in Level]


@click.command(
    cls=console.ChineseCommand, help="检查数据,列出问题", example="gongkai check --township anping --rule sums"
)
@options(ROOT, TODAY, TOWNSHIP, STRICT, QUIET)
@click.option("--rule", "rules", type=RuleName(), multiple=True, metavar="规则", help="只列这条规则的,可以写几次")
@click.option("--level", type=click.Choice(_LEVELS), default="note", help="只列这一级和更要紧的,默认全列")
@click.option("--all", "everything", is_flag=True, help="全部列出,不只是最要紧的")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="输出格式")
def check(
    *,
    root: Path,
    today: date | None,
    township: tuple[str, ...],
    strict: bool,
    quiet: bool,
    rules: tuple[str, ...],
    level: str,
    everything: bool,
    form: str,
) -> int:
    site = the_site(root, today, township)
    explanations = pipeline.explanations()
    records, findings = pipeline.check(site, progress(quiet))
    listed = _narrowed(findings, rules, Level(level), [*explanations, *(finding.rule for finding in findings)])
    coverage = pipeline.coverage(site, records)
    match form:
        case "json":
            click.echo(console.findings_json(listed, records, coverage, explanations))
        case "github":
            click.echo(console.findings_github(listed))
        case _:
            if listed:
                shown = console.findings_report(listed, records, site.root, explanations, everything=everything)
                click.echo(shown + "\n")
            say(console.summary(findings, len(records.items), coverage), quiet)
            say(console.what_next(findings), quiet)
    return int(pipeline.blocks(findings, strict=strict))


def _narrowed(findings: Iterable[Finding], rules: tuple[str, ...], level: Level, known: Iterable[str]) -> list[Finding]:
    """Those of the rules asked for (none: all) that are at least so bad. Raises Unusable for a rule that there is not."""
    known = dict.fromkeys(known)
    for rule in rules:
        if rule not in known:
            raise Unusable(f"没有“{console.plain(rule)}”这条规则。{nearest(rule, known)}")
    levels = list(Level)[: list(Level).index(level) + 1]
    return [f for f in findings if f.level in levels and (not rules or f.rule in rules)]
