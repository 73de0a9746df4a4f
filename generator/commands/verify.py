"""`gongkai verify`: whether a site or a bundle is what was released."""

from __future__ import annotations

from pathlib import Path

import click

from generator import console, releases
from generator.console import onward
from generator.console.proofs import verdict_json, verdict_text


@click.command(cls=console.ChineseCommand, help="查一个网站或压缩包有没有被改过", example="gongkai verify 审阅.zip")
@click.argument(
    "path", metavar="文件夹或压缩包", type=click.Path(path_type=Path), help="site 文件夹、生成的文件夹,或一个 .zip"
)
@click.option("--signers", type=click.Path(path_type=Path), help="可以签名的人的名单;写了就查签名", metavar="文件")
@click.option(
    "--since", type=click.Path(path_type=Path), help="手里以前的一份;写了就查这一份是不是接着它的", metavar="以前的"
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式")
def verify(*, path: Path, signers: Path | None, since: Path | None, form: str) -> int:
    verdict = releases.verify(path, signers, since)
    click.echo(verdict_json(verdict) if form == "json" else verdict_text(verdict))
    if form != "json":
        click.echo(onward.after_verify(verdict), err=True)
    return int(bool(verdict.wrong))
