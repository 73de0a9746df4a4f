"""`gongkai serve`: the site while it is being written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator import console
from generator.commands._common import buildable, the_site
from generator.console.options import AUDIENCES, ENGINE, ROOT, TODAY, TOWNSHIP, options
from generator.model import Audience


@click.command(
    cls=console.ChineseCommand, help="生成网站并在本机打开,保存数据后自动更新", example="gongkai serve --port 8000"
)
@options(ROOT, TODAY, TOWNSHIP, ENGINE)
@click.option("--audience", type=AUDIENCES, default="public", help="给谁看")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="端口,默认 8000", metavar="端口")
def serve(*, root: Path, today: date | None, township: tuple[str, ...], engine: str, audience: str, port: int) -> int:
    from generator.preview import preview

    return preview(buildable(the_site(root, today, township, engine)), Audience(audience), port)
