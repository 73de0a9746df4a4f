"""`gongkai diff`: what is different between two releases, or between two states of the data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator import console, releases
from generator.commands._common import buildable, say, the_site
from generator.console import onward
from generator.console.options import AUDIENCES, QUIET, ROOT, TODAY, TOWNSHIP, options
from generator.console.progress import progress
from generator.console.proofs import difference_html, difference_json, difference_text
from generator.model import Audience


@click.command(
    cls=console.ChineseCommand, help="比较两份网站、压缩包或两个时候的数据", example="gongkai diff 上次.zip 这次.zip"
)
@click.argument("old", metavar="旧的", help="文件夹、压缩包,或数据的一个 git 版本,例如 HEAD~1")
@click.argument("new", metavar="[新的]", default="", help="同上;不写就是现在的数据")
@options(ROOT, TODAY, TOWNSHIP, QUIET)
@click.option("--audience", type=AUDIENCES, default="review", help="比较数据时给谁看的,默认 review")
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", help="输出格式")
def diff(
    *,
    old: str,
    new: str,
    root: Path,
    today: date | None,
    township: tuple[str, ...],
    quiet: bool,
    audience: str,
    form: str,
) -> int:
    """Either side may be a folder, an archive, or a revision of the data; without the second it is the data as it is."""
    site = the_site(root, today, township)
    if not (Path(old).exists() and new and Path(new).exists()):
        buildable(site)
    difference = releases.compare(site, Audience(audience), old, new, progress(quiet))
    shown = {"text": difference_text, "json": difference_json, "html": difference_html}[form]
    click.echo(shown(difference))
    say(onward.COMPARED if difference else onward.SAME, quiet)
    return 0
