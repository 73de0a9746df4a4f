"""`gongkai check`: everything that is wrong with the data, and how to mend it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator import console, pipeline
from generator.commands._common import say, the_site
from generator.console.options import QUIET, ROOT, STRICT, TODAY, TOWNSHIP, options


@click.command(cls=console.ChineseCommand, help="检查数据,列出问题", example="gongkai check --township anping")
@options(ROOT, TODAY, TOWNSHIP, STRICT, QUIET)
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="输出格式")
def check(*, root: Path, today: date | None, township: tuple[str, ...], strict: bool, quiet: bool, form: str) -> int:
    site = the_site(root, today, township)
    records, findings = pipeline.check(site)
    match form:
        case "json":
            click.echo(console.findings_json(findings, records, pipeline.coverage(site, records)))
        case "github":
            click.echo(console.findings_github(findings))
        case _:
            if findings:
                click.echo(console.findings_text(findings, site.root) + "\n")
            say(console.summary(findings, records, pipeline.coverage(site, records)), quiet)
    return int(pipeline.blocks(findings, strict=strict))
