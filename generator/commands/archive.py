"""`gongkai archive`: old documents into the archive."""

from __future__ import annotations

from pathlib import Path

import click

from generator import console
from generator.console.options import QUIET, ROOT, Slug, options


@click.command(
    cls=console.ChineseCommand,
    help="把旧材料存进档案:.docx、.txt、.md;写数字清单(.figures.yml)就采用里面的数字",
    example="gongkai archive 2009年工作总结.docx --township anping",
)
@click.argument("file", metavar="文件", type=click.Path(path_type=Path), help="一篇旧材料,或一份填好的数字清单")
@options(ROOT, QUIET)
@click.option("--township", type=Slug(), help="存到哪个乡镇;只有一个乡镇时不用写")
@click.option("--id", "key", default="", help="档案的编号,例如 work-report-2009;不写就按日期编", metavar="编号")
@click.option("--dry-run", is_flag=True, help="只看认出了什么,不写文件")
def archive(*, root: Path, file: Path, township: str | None, key: str, dry_run: bool, quiet: bool) -> int:
    return console.archive(root.resolve(), file, township or "", key, dry=dry_run, quiet=quiet)
