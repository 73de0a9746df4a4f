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
    with pipeline.at_work(site, folder) as work:
        survey = checked(work, strict=asked["strict"], quiet=quiet)
        if survey is None:
            return 1
        for name in audience or ("public",):
            say(f"正在生成给“{Audience(name).label}”看的网站 ……", quiet)
            release = work.build(survey, Audience(name))
            click.echo(near(release.folder / "site" / "index.html"))
            say(f"生成好了,共 {len(release.pages)} 页。", quiet)
            say(console.changes_text(release.changes), quiet or not release.changes)
    say("下一步:双击上面的 index.html 打开;或运行 gongkai serve 边改边看;给审核人用 gongkai bundle。", quiet)
    return 0
