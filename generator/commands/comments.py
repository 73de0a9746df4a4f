"""`gongkai comments FILE`: what reviewers wrote in an offline bundle comes back to the records."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator import console, feedback
from generator.commands._common import say, the_site
from generator.console.options import QUIET, ROOT, TODAY, options
from generator.console.places import near
from generator.console.text import as_json, plain
from generator.feedback import Heard, Now

_NOW = {
    Now.CHANGED: "(现在这一页上没有这几个字了)",
    Now.GONE: "(现在没有这一页了)",
}


@click.command(
    cls=console.ChineseCommand, help="收下审核人的意见,列出来,记到数据里", example="gongkai comments 意见.json"
)
@click.argument(
    "file", metavar="意见文件", type=click.Path(path_type=Path), help="审核人在离线包里点“保存意见”得到的文件"
)
@options(ROOT, TODAY, QUIET)
@click.option("--dry-run", is_flag=True, help="只列出来,不记到数据里")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式")
def comments(*, file: Path, root: Path, today: date | None, quiet: bool, dry_run: bool, form: str) -> int:
    heard, kept = feedback.comments(the_site(root, today, ()), file, dry=dry_run)
    if form == "json":
        click.echo(as_json({"comments": [_row(one) for one in heard]}))
    else:
        for number, one in enumerate(heard, 1):
            click.echo(_text(number, one))
    say(f"共 {len(heard)} 条意见。", quiet)
    for path, count in kept:
        say(f"新记入 {count} 条:{near(path)}。下一步:处理好一条,就把“处理”改成 已处理,写上“答复”。", quiet)
    if not (kept or dry_run):
        say("没有新记入的。下一步:运行 gongkai check,看还有哪些意见没有处理。", quiet)
    if dry_run:
        say("这是试看,什么都没有写。去掉 --dry-run 就记。", quiet)
    left = [number for number, one in enumerate(heard, 1) if one.personal and not one.known]
    if left:
        which = "、".join(f"第{number}条" for number in left)
        say(f"{which}里有个人信息,没有记入。请审核人删去号码,再保存一份。")
    return int(bool(left))


def _row(one: Heard) -> dict[str, Any]:
    """What a program is told; a comment with personal numbers in it keeps its place and loses its words."""
    words = {**asdict(one.said), "day": one.said.day.isoformat(), "id": one.said.id}
    hidden = dict.fromkeys(("quote", "text", "who"), "") if one.personal else {}
    return {**words, **hidden, "at": one.at, "now": one.now.value, "known": one.known, "personal": one.personal}


def _text(number: int, one: Heard) -> str:
    said = one.said
    lines = [f"{number}. {said.title or said.page}({said.page}){f' {one.at}' if one.at else ''}"]
    if one.personal:
        return plain(f"{lines[0]} 里面有{one.personal},这里不列出来。")
    if said.quote:
        under = f"“{said.heading}”下," if said.heading not in ("", said.title) else ""
        lines.append(f"针对:{under}{said.quote}{_NOW.get(one.now, '')}")
    lines.append(f"意见:{said.text}({f'{said.who},' if said.who else ''}{said.day})")
    lines += ["以前收过。"] if one.known else []
    return "\n   ".join(map(plain, lines))
