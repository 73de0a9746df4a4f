"""`gongkai build`: the site of each audience."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator import console, pipeline
from generator.commands._common import buildable, checked, say, the_site
from generator.console.options import AUDIENCE, ENGINE, OUT, QUIET, ROOT, STRICT, TODAY, TOWNSHIP, options
from generator.console.places import near, safe_out
from generator.model import Audience


@click.command(
    cls=console.ChineseCommand, help="检查数据,生成网站", example="gongkai build --audience public --audience review"
)
@options(ROOT, TODAY, TOWNSHIP, AUDIENCE, ENGINE, OUT, STRICT, QUIET)
def build(*, root: Path, out: Path | None, quiet: bool, audience: tuple[str, ...], **asked: Any) -> int:
    site = the_site(root, asked["today"], asked["township"], asked["engine"])
    folder = safe_out(buildable(site).root, out or site.root / "build")
    records = checked(site, strict=asked["strict"], quiet=quiet)
    if records is None:
        return 1
    for name in audience or ("public",):
        say(f"正在生成给“{Audience(name).label}”看的网站 ……", quiet)
        current, publication = pipeline.build_site(site, records, Audience(name), folder)
        click.echo(near(current / "site" / "index.html"))
        say(f"生成好了,共 {len(publication.pages)} 页。", quiet)
        say(console.changes_text(publication.changes), quiet or not publication.changes)
    say("下一步:双击上面的 index.html 打开;或运行 gongkai serve 边改边看;给审核人用 gongkai bundle。", quiet)
    return 0
