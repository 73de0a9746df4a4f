"""`gongkai comments FILE`: what reviewers wrote in an offline bundle comes back to the records."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from generator import console, feedback
from generator.commands._common import say
from generator.console.options import QUIET, ROOT, options
from generator.console.places import near
from generator.console.text import plain


@click.command(
    cls=console.ChineseCommand, help="收下审核人的意见,列出来,记到数据里", example="gongkai comments 意见.json"
)
@click.argument(
    "file", metavar="意见文件", type=click.Path(path_type=Path), help="审核人在离线包里点“保存意见”得到的文件"
)
@options(ROOT, QUIET)
@click.option("--dry-run", is_flag=True, help="只列出来,不记到数据里")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式")
def comments(*, file: Path, root: Path, quiet: bool, dry_run: bool, form: str) -> int:
    said, kept = feedback.comments(root.resolve(), file, dry=dry_run)
    if form == "json":
        rows = [
            {**asdict(one.said), "day": one.said.day.isoformat(), "id": one.said.id, "known": one.known, "at": one.at}
            for one in said
        ]
        click.echo(json.dumps({"comments": rows}, ensure_ascii=False, indent=1))
    for number, one in enumerate(said if form == "text" else (), 1):
        here = one.said
        click.echo(f"{number}. {plain(here.title or here.page)}({here.page})" + (f" {plain(one.at)}" if one.at else ""))
        if here.quote:
            click.echo(f"   针对:{plain(here.quote)}" + ("" if one.still else "(现在的数据里没有这几个字了)"))
        click.echo(f"   意见:{plain(here.text)}" + (f"({plain(here.who)},{here.day})" if here.who else f"({here.day})"))
        if one.known:
            click.echo("   以前收过。")
    say(f"共 {len(said)} 条意见。", quiet)
    for path, count in kept:
        say(f"新记入 {count} 条:{near(path)}。处理好一条,就把“处理”改成 已处理,写上“答复”。", quiet)
    return 0
