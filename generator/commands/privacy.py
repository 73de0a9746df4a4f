"""`gongkai privacy`: what of private persons is in files, before they are handed on."""

from __future__ import annotations

from pathlib import Path

import click

from generator import console
from generator.commands._common import say
from generator.console.options import QUIET, options
from generator.privacy import Grade
from generator.privacy.files import Looked, look


@click.command(
    cls=console.ChineseCommand,
    help="查文件里有没有身份证号、手机号、银行账号、住址等个人信息:表格、Word、文本、照片信息、压缩包",
    example="gongkai privacy 低保名单.xlsx",
)
@click.argument(
    "files",
    metavar="文件...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    help="要查的文件或文件夹,可以几个",
)
@options(QUIET)
def privacy(*, files: tuple[Path, ...], quiet: bool) -> int:
    all_looked: list[Looked] = []
    for path in console.files_of(files):
        all_looked.append(look(path))
        text = console.privacy_text(path, all_looked[-1])
        if text:
            click.echo(text)
    say(console.privacy_summary(all_looked), quiet)
    return int(any(looked.surest is Grade.CERTAIN for looked in all_looked))
