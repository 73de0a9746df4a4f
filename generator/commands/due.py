"""`gongkai due`: what must be published by when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator import console, pipeline
from generator.commands._common import say, the_site
from generator.console.options import QUIET, ROOT, TODAY, TOWNSHIP, options


@click.command(
    cls=console.ChineseCommand,
    help="列出应公开的事项,逾期的在前",
    example="gongkai due --township anping --format json",
)
@options(ROOT, TODAY, TOWNSHIP, QUIET)
@click.option("--all", "everything", is_flag=True, help="已经公开的也列出来")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式")
def due(*, root: Path, today: date | None, township: tuple[str, ...], quiet: bool, everything: bool, form: str) -> int:
    site = the_site(root, today, township)
    records, findings = pipeline.check(site)
    duties = [duty for duty in records.duties if not site.townships or duty.township in site.townships]
    if form == "json":
        click.echo(console.duties_json(duties, records))
        shown = []
    else:
        shown = [duty for duty in duties if everything or duty.state.code in ("overdue", "due")]
    if shown:
        click.echo(console.duties_text(shown, records))
    if pipeline.blocks(findings):
        say("数据有错误,读不懂的记录没有算进来。先用 gongkai check 查看。")
    if form == "text":
        say(f"截至 {records.today}:应公开 {len(duties)} 项次,上面列出 {len(shown)} 项次。", quiet)
    return 0
