"""`gongkai release`: the site as it is becomes a link of the chain that anybody can check."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator import console, keys, pipeline, releases
from generator.commands._common import Spoken, buildable, checked, say, the_site
from generator.console import onward
from generator.console.options import ENGINE, EXECUTOR, JOBS, QUIET, ROOT, STRICT, TODAY, TOWNSHIP, options
from generator.console.places import near, safe_out
from generator.console.progress import progress
from generator.executors import chosen
from generator.model import Audience


@click.command(
    cls=console.ChineseCommand, help="生成网站,记入公开账簿,给出校验码", example='gongkai release --note "3月财务公开"'
)
@options(ROOT, TODAY, TOWNSHIP, ENGINE, JOBS, EXECUTOR, STRICT, QUIET)
@click.option("--note", default="", help="这次公开了什么,写进账簿,任何人都看得到", metavar="说明")
@click.option("--sign", "key", type=click.Path(path_type=Path), help="用这个私钥签名(ssh-keygen 做的)", metavar="私钥")
def release(
    *,
    root: Path,
    today: date | None,
    township: tuple[str, ...],
    engine: str,
    jobs: int | None,
    executor: str,
    strict: bool,
    quiet: bool,
    note: str,
    key: Path | None,
) -> int:
    site = the_site(root, today, township, engine)
    folder = safe_out(buildable(site).root, site.root / "build")
    said = Spoken(quiet)
    shown = progress(quiet)
    with chosen(executor, jobs) as workers, pipeline.at_work(site, folder, workers, shown) as work:
        survey = checked(work, strict=strict, said=said)
        if survey is None:
            return 1
        made = work.build(survey, Audience.PUBLIC)
        releases.harmless(work, made, note)
        sealed, fresh = releases.seal(site, made.folder, note, key)
        work.build(survey, Audience.PUBLIC)  # with the signature
    click.echo(f"第{sealed.number}次 {sealed.day} {keys.spoken(sealed.root)}")
    file = near(releases.chain_file(site))
    say(
        f"已记入 {file}。请和数据一起备份,不要手工改。" if fresh else "内容和上一次公开的一样,账簿没有加新的一行。",
        quiet,
    )
    say(onward.RELEASED, quiet)
    return 0
