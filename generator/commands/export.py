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

_TABLES = ("xlsx", "csv", "json")
_KINDS = (*HANDOUTS, *_TABLES)


@click.command(
    cls=console.ChineseCommand,
    help=(
        "把网页做成别的东西:word 公文,board 公开栏和长图,card 明白卡,broadcast 广播稿;"
        "或者导出数据:xlsx 填报表,在 Excel 或 WPS 里填好,用 gongkai import 读回;csv、json 给别的程序用"
    ),
    short_help="做成公文、公开栏、明白卡、广播稿,或导出填报表",
    example="gongkai export word --township anping",
)
@click.argument("kind", metavar="|".join(_KINDS), type=click.Choice(_KINDS), help="做成什么")
@options(ROOT, TODAY, TOWNSHIP, AUDIENCE, ENGINE, JOBS, EXECUTOR, OUT, STRICT, QUIET)
@click.option("--page", "pages", multiple=True, help="只做这一页,写网址里网站名后面的部分,可以写几次", metavar="页")
@click.option(
    "--family", "families", type=Family(), multiple=True, help="数据只要这一类,例如 finance,可以写几次", metavar="类别"
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
    if kind in _TABLES:
        return _tables(kind, the_site(root, asked["today"], asked["township"]), families, out, quiet)
    if families:
        raise Unusable(f"--family 只和 {'、'.join(_TABLES)} 一起写。")
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


def _tables(kind: str, site: Site, families: tuple[str, ...], out: Path | None, quiet: bool) -> int:
    """The data of each township asked for; its files are read as they are, right or wrong."""
    folder = site.root / "data" / "townships"
    there = sorted(one.name for one in folder.iterdir() if one.is_dir()) if folder.is_dir() else []
    townships = site.townships or tuple(there)
    if not townships:
        raise Unusable("这里还没有乡镇的数据。新建一个:gongkai init 文件夹。")
    if out is not None and (len(townships) != 1 or (kind != "csv" and out.suffix.lower() != f".{kind}")):
        raise Unusable(
            f"--out 一次写一个乡镇的{'文件夹' if kind == 'csv' else f' .{kind} 文件'},并用 --township 写明是哪个乡镇。"
        )
    for township in townships:
        own = workbooks.home(site, township)
        made, said = _made(kind, own, families)
        name = f"{township}-csv" if kind == "csv" else f"{township}.{kind}"
        target = (out or site.root / "build" / "exports" / name).resolve()
        _place(site.root, made, target)
        click.echo(near(target))
        say(f"{own.name}{said}", quiet)
    say(onward.after_export(kind), quiet)
    return 0


def _made(kind: str, own: workbooks.Home, families: tuple[str, ...]) -> tuple[bytes | dict[str, bytes], str]:
    if kind == "csv":
        files = workbooks.as_csv(own, families)
        return files, f"的数据,{len(files)} 个 CSV 文件。"
    if kind == "json":
        data = workbooks.as_json(own, families)
        return data, f"的数据,{len(data) // 1024} KB。"
    data, sheets = workbooks.export(own, families)
    rows = sum(len(one.lines) for one in sheets)
    return data, f"的填报表,{len(sheets)} 张表,{rows} 行,{len(data) // 1024} KB。"


def _place(root: Path, made: bytes | dict[str, bytes], target: Path) -> None:
    """A file, or a folder of files; written aside in the folder of builds, so that nothing is half there."""
    if isinstance(made, dict) or target.parent != root:
        safe_out(root, target if isinstance(made, dict) else target.parent)
    build = root / "build"
    files = made if isinstance(made, dict) else {target.name: made}
    home = target if isinstance(made, dict) else target.parent
    with staging.locked(build), staging.staged(build, "export-tables") as aside:
        for name, data in files.items():
            (aside / name).write_bytes(data)
        staging.place_all(aside, home, list(files))
