"""`gongkai upgrade`: a site gets what a newer program brings, and keeps what the clerk changed."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

import click

from generator import __version__, console, starting
from generator.commands._common import say, the_site
from generator.console.options import QUIET, ROOT, options
from generator.console.text import plain
from generator.editing.keeping import keep
from generator.model import Unusable
from generator.starting.layout import Change, Fate, changes, edits

_SHOWN = (".yml", ".md", ".css", ".js", ".html", ".json", ".xml")
_LINES = 40


@click.command(
    cls=console.ChineseCommand,
    help="换成新版程序带的设置、目录和网页样子:先列出会改什么;你改过的文件不动,数据不动",
    example="gongkai upgrade --dry-run",
)
@options(ROOT)
@click.option("--dry-run", is_flag=True, help="只看会改什么,不写")
@click.option("--yes", is_flag=True, help="不问,直接换")
@options(QUIET)
def upgrade(*, root: Path, dry_run: bool, yes: bool, quiet: bool) -> int:
    folder = the_site(root, None, ()).root
    if not (folder / "mkdocs.yml").is_file() or not (folder / "data").is_dir():
        raise Unusable(f"{folder} 里没有网站。在放 mkdocs.yml 的文件夹里运行,或用 --root 指明;新建用 gongkai init。")
    shipped = dict(starting.shipped())
    found = changes(folder, shipped)
    for one in found:
        click.echo(plain(f"{one.fate.value} {one.path}"))
        for line in _difference(one):
            click.echo(plain(f"    {line}"))
    writing = [one for one in found if one.fate in (Fate.ADDED, Fate.RENEWED)]
    kept = sum(one.fate is Fate.KEPT for one in found)
    if kept:
        say(f"{kept} 个文件你改过,新版也改了:上面“-”是你的,“+”是新版的。需要的话照着手工改。", quiet)
    if not writing:
        say(f"已经是 {__version__} 版的,没有要换的。下一步:gongkai check。", quiet)
        return 0
    if dry_run or not (yes or (sys.stdin.isatty() and click.confirm(f"换掉上面 {len(writing)} 个文件?", err=True))):
        say(f"什么都没有写。下一步:要换这 {len(writing)} 个文件,运行 gongkai upgrade --yes。", quiet)
        return 0
    keep(folder, edits(folder, __version__, shipped, found))
    say(f"换好了,{len(writing)} 个文件。下一步:gongkai check。", quiet)
    return 0


def _difference(one: Change) -> list[str]:
    """What differs, for files that people read; a few lines of it."""
    if one.old is None or one.new is None or not one.path.endswith(_SHOWN):
        return []
    old, new = (data.decode("utf-8", "replace").splitlines() for data in (one.old, one.new))
    lines = list(difflib.unified_diff(old, new, n=1, lineterm=""))[2:]
    return lines[:_LINES] + ([f"…… 还有 {len(lines) - _LINES} 行"] if len(lines) > _LINES else [])
