"""`gongkai due`: what must be published by when."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from generator import console, pipeline
from generator.commands._common import say, the_site
from generator.console.options import QUIET, ROOT, TODAY, TOWNSHIP, options
from generator.console.progress import progress
from generator.model import Unusable


@click.command(
    cls=console.ChineseCommand,
    help="列出应公开的事项,逾期的在前;也可以做成日历",
    example="gongkai due --village liucun --format ics --out 日历",
)
@options(ROOT, TODAY, TOWNSHIP)
@click.option("--village", multiple=True, metavar="村", help="只列这个村,写编号或村名,可以写几次")
@click.option("--item", multiple=True, metavar="事项", help="只列这个事项,写编号或名称,可以写几次")
@click.option(
    "--within", type=click.IntRange(0, 366), default=console.SOON, metavar="天数", help="几天以内到期算即将到期,默认 15"
)
@click.option("--all", "everything", is_flag=True, help="已经公开的也逐项列出来")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "ics"]), default="text", help="输出格式,ics 是日历"
)
@click.option("--ahead", type=click.IntRange(0, 1100), default=366, metavar="天数", help="日历往后排多少天,默认 366")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="文件夹", help="日历放到哪里,一个乡镇、一个村各一个文件"
)
@options(QUIET)
def due(*, root: Path, today: date | None, township: tuple[str, ...], quiet: bool, **asked: Any) -> int:
    site = the_site(root, today, township)
    records, findings = pipeline.check(site, progress(quiet))
    wanted = console.Wanted.of(records, site.townships, asked["village"], asked["item"])
    if asked["out"] and asked["form"] != "ics":
        raise Unusable("--out 只和 --format ics 一起用。")
    if pipeline.blocks(findings):
        say("数据有错误,读不懂的记录没有算进来。先用 gongkai check 查看。")
    duties = [duty for duty in records.duties if wanted.holds(duty)]
    if asked["form"] == "ics":
        coming = [duty for duty in pipeline.coming(records, asked["ahead"]) if wanted.holds(duty)]
        return console.calendars(records, [*duties, *coming], wanted, asked["out"], quiet=quiet)
    if asked["form"] == "json":
        click.echo(console.duties_json(duties, records))
        return 0
    text = console.duties_text(duties, records, within=asked["within"], everything=asked["everything"])
    if text:
        click.echo(text)
    say(console.duties_count(duties, records, within=asked["within"]), quiet)
    say(console.next_step(duties, records), quiet or not duties)
    return 0
