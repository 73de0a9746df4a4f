"""`gongkai export KIND`: finished pages as something to hand out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator import console, exports, pipeline
from generator.commands._common import Spoken, buildable, checked, say, the_site
from generator.console import onward
from generator.console.options import (
    AUDIENCE,
    ENGINE,
    EXECUTOR,
    JOBS,
    OUT,
    QUIET,
    ROOT,
    STRICT,
    TODAY,
    TOWNSHIP,
    options,
)
from generator.console.places import near, safe_out
from generator.console.progress import progress
from generator.executors import chosen
from generator.formats import HANDOUTS
from generator.model import Audience, Unusable


@click.command(
    cls=console.ChineseCommand,
    help="把网页做成别的东西:word 公文,board 公开栏和长图,card 明白卡,broadcast 广播稿",
    example="gongkai export word --township anping",
)
@click.argument("kind", metavar="|".join(HANDOUTS), type=click.Choice(list(HANDOUTS)), help="做成什么")
@options(ROOT, TODAY, TOWNSHIP, AUDIENCE, ENGINE, JOBS, EXECUTOR, OUT, STRICT, QUIET)
@click.option("--page", "pages", multiple=True, help="只做这一页,写网址里网站名后面的部分,可以写几次", metavar="页")
def export(
    *,
    kind: str,
    root: Path,
    out: Path | None,
    quiet: bool,
    audience: tuple[str, ...],
    pages: tuple[str, ...],
    **asked: Any,
) -> int:
    if len(audience) > 1:
        raise Unusable("一次只能给一种人做,--audience 写一个。")
    readers = Audience(audience[0]) if audience else Audience.PUBLIC
    site = buildable(the_site(root, asked["today"], asked["township"], asked["engine"]))
    folder = site.root / "build"
    target = safe_out(site.root, out or folder / "exports" / site.release(readers) / kind)
    workers = chosen(asked["executor"], asked["jobs"])
    with workers as executor, pipeline.at_work(site, folder, executor, progress(quiet)) as work:
        survey = checked(work, strict=asked["strict"], said=Spoken(quiet))
        if survey is None:
            return 1
        made = exports.export(work, survey, readers, kind, target, pages)
        gone = [] if pages else exports.cleared(work, target, made)
    if gone:
        say(f"网页已经没有了的 {len(gone)} 个旧文件也删去了,例如 {near(gone[0])}。", quiet)
    if not made:
        say("没有可以做的网页。", quiet)
        return 0
    click.echo(near(target))
    say(f"做好了,共 {len(made)} 个文件,在 {near(target)}。", quiet)
    say(onward.after_export(kind), quiet)
    return 0
