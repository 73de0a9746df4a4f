"""`gongkai export KIND`: finished pages as something to hand out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator import console, exports, pipeline, staging, workbooks
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
    Family,
    options,
)
from generator.console.places import near, safe_out
from generator.console.progress import progress
from generator.executors import chosen
from generator.formats import HANDOUTS
from generator.model import Audience, Site, Unusable

_WORKBOOK = "xlsx"
_KINDS = (*HANDOUTS, _WORKBOOK)


@click.command(
    cls=console.ChineseCommand,
    help=(
        "把网页做成别的东西:word 公文,board 公开栏和长图,card 明白卡,broadcast 广播稿;"
        "或者导出 xlsx 填报表,在 Excel 或 WPS 里填好,用 gongkai import 读回"
    ),
    short_help="做成公文、公开栏、明白卡、广播稿,或导出填报表",
    example="gongkai export word --township anping",
)
@click.argument("kind", metavar="|".join(_KINDS), type=click.Choice(_KINDS), help="做成什么")
@options(ROOT, TODAY, TOWNSHIP, AUDIENCE, ENGINE, JOBS, EXECUTOR, OUT, STRICT, QUIET)
@click.option("--page", "pages", multiple=True, help="只做这一页,写网址里网站名后面的部分,可以写几次", metavar="页")
@click.option(
    "--family",
    "families",
    type=Family(),
    multiple=True,
    help="xlsx 里只要这一类,例如 finance,可以写几次",
    metavar="类别",
)
def export(
    *,
    kind: str,
    families: tuple[str, ...],
    root: Path,
    out: Path | None,
    quiet: bool,
    audience: tuple[str, ...],
    pages: tuple[str, ...],
    **asked: Any,
) -> int:
    if kind == _WORKBOOK:
        return _workbooks(the_site(root, asked["today"], asked["township"]), families, out, quiet)
    if families:
        raise Unusable("--family 只和 xlsx 一起写。")
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


def _workbooks(site: Site, families: tuple[str, ...], out: Path | None, quiet: bool) -> int:
    """One workbook for each township asked for; the data files are read as they are, right or wrong."""
    folder = site.root / "data" / "townships"
    there = sorted(one.name for one in folder.iterdir() if one.is_dir()) if folder.is_dir() else []
    townships = site.townships or tuple(there)
    if out is not None and (out.suffix.lower() != ".xlsx" or len(townships) != 1):
        raise Unusable("--out 写一个 .xlsx 文件的名字,并用 --township 写明是哪个乡镇,例如 --out 安平.xlsx。")
    if not townships:
        raise Unusable("这里还没有乡镇的数据。新建一个:gongkai init 文件夹。")
    for township in townships:
        own = workbooks.home(site, township)
        data, sheets = workbooks.export(own, families)
        target = (out or site.root / "build" / "exports" / f"{township}.xlsx").resolve()
        if target.parent != site.root:
            safe_out(site.root, target.parent)
        with staging.locked(site.root / "build"), staging.staged(site.root / "build", "export-xlsx") as aside:
            made = aside / target.name
            made.write_bytes(data)
            staging.place(made, target)
        click.echo(near(target))
        rows = sum(len(one.lines) for one in sheets)
        say(f"{own.name}的填报表,{len(sheets)} 张表,{rows} 行,{len(data) // 1024} KB。", quiet)
    say("下一步:用 Excel 或 WPS 填好,保存,再运行:gongkai import 这个文件 --dry-run,先看会改什么。", quiet)
    return 0
