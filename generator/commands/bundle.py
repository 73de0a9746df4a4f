"""`gongkai bundle`: one offline zip an audience."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator import bundles, console, pipeline
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
from generator.console.places import near, safe_file
from generator.console.progress import progress
from generator.console.proofs import difference_counted, difference_html
from generator.console.text import size
from generator.executors import chosen
from generator.model import Audience, Unusable
from generator.proofs.comparing import Difference


@click.command(
    cls=console.ChineseCommand,
    help="打包成一个压缩文件,没有网络也能打开",
    example="gongkai bundle --audience review --out 审阅.zip",
)
@options(ROOT, TODAY, TOWNSHIP, AUDIENCE, ENGINE, JOBS, EXECUTOR, OUT, STRICT, QUIET)
@click.option(
    "--since", type=click.Path(path_type=Path), help="上次的压缩包;写了就多一页,说有什么变化", metavar="上次的"
)
def bundle(
    *, root: Path, out: Path | None, quiet: bool, audience: tuple[str, ...], since: Path | None, **asked: Any
) -> int:
    names = audience or ("review",)
    if out and len(names) > 1:
        raise Unusable("写了 --out 就只能有一个 --audience。")
    site = buildable(the_site(root, asked["today"], asked["township"], asked["engine"]))
    wanted = safe_file(site.root, out) if out else None
    folder = site.root / "build"
    workers = chosen(asked["executor"], asked["jobs"])
    with workers as executor, pipeline.at_work(site, folder, executor, progress(quiet)) as work:
        survey = checked(work, strict=asked["strict"], said=Spoken(quiet))
        if survey is None:
            return 1
        for name in names:
            file = "-".join([name, *site.townships]) + ".zip"
            target = wanted or site.root / "build" / "bundles" / file
            if since:
                made, found = bundles.bundle(work, survey, Audience(name), target, since, _changes)
                say(f"和上次比:{difference_counted(found)}见压缩包里的 changes.html。", quiet)
            else:
                made = work.bundle(survey, Audience(name), target)
            click.echo(near(made))
            say(f"打包好了,{size(made.stat().st_size)}。", quiet)
            say(onward.after_bundle(Audience(name)), quiet)
    return 0


def _changes(difference: Difference) -> str:
    return difference_html(difference, "./")
