"""`gongkai build`: the site of each audience."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator import console, pipeline
from generator.commands._common import Spoken, buildable, checked, the_site
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
from generator.model import Audience
from generator.unchanged import Last


@click.command(
    cls=console.ChineseCommand, help="检查数据,生成网站", example="gongkai build --audience public --audience review"
)
@options(ROOT, TODAY, TOWNSHIP, AUDIENCE, ENGINE, JOBS, EXECUTOR, OUT, STRICT, QUIET)
@click.pass_context
def build(
    ctx: click.Context, /, *, root: Path, out: Path | None, quiet: bool, audience: tuple[str, ...], **asked: Any
) -> int:
    site = the_site(root, asked["today"], asked["township"], asked["engine"])
    folder = safe_out(buildable(site).root, out or site.root / "build")
    last = ctx.obj if isinstance(ctx.obj, Last) else None
    key, said = last.key if last else "", Spoken(quiet)
    workers = chosen(asked["executor"], asked["jobs"])
    with workers as executor, pipeline.at_work(site, folder, executor, progress(quiet)) as work:
        survey = checked(work, strict=asked["strict"], said=said)
        if survey is None:
            return 1
        releases = []
        for name in audience or ("public",):
            release = work.build(survey, Audience(name))
            releases.append(release.folder)
            said.result(str(near(release.folder / "site" / "index.html")))
            said.say(f"生成好了,共 {len(release.pages)} 页。")
            if release.changes:
                said.passing(console.changes_text(release.changes))
        said.say(onward.BUILT)
        if last:
            again = [] if quiet else [("数据和上次一样,网站没有重新生成。", False)]
            last.keep(releases, [*again, *said.lines], key)
    return 0
