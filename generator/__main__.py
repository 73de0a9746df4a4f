"""The command line: check, build, serve, due, bundle, schema, archive."""

from __future__ import annotations

import sys
import tempfile
import traceback
from datetime import date
from pathlib import Path
from typing import Any

import click
import yaml

from generator import __version__, console, pipeline
from generator.console.options import (
    AUDIENCE,
    AUDIENCES,
    ENGINE,
    OUT,
    QUIET,
    ROOT,
    STRICT,
    TODAY,
    TOWNSHIP,
    Slug,
    options,
)
from generator.console.places import near, safe_file, safe_out, safe_schemas
from generator.model import Audience, Finding, GongkaiError, Records, Unusable, nearest
from generator.pipeline import Site
from generator.records import KINDS
from generator.schema import FOLDER as SCHEMAS

INTERRUPTED = 130
BROKEN = 70


@click.group(cls=console.ChineseGroup, help="公开:把乡镇的数据文件变成可以公开、可以核对的网站。")
@click.version_option(__version__, "--version", help="显示版本", message="gongkai %(version)s")
def cli() -> None:
    pass


@cli.command(help="检查数据,列出问题", example="gongkai check --township anping")
@options(ROOT, TODAY, TOWNSHIP, STRICT, QUIET)
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="输出格式")
def check(*, root: Path, today: date | None, township: tuple[str, ...], strict: bool, quiet: bool, form: str) -> int:
    site = _site(root, today, township)
    records, findings = pipeline.check(site)
    match form:
        case "json":
            click.echo(console.findings_json(findings, records, pipeline.coverage(site, records)))
        case "github":
            click.echo(console.findings_github(findings))
        case _:
            if findings:
                click.echo(console.findings_text(findings, site.root) + "\n")
            _say(console.summary(findings, records, pipeline.coverage(site, records)), quiet)
    return int(pipeline.blocks(findings, strict=strict))


@cli.command(help="检查数据,生成网站", example="gongkai build --audience public --audience review")
@options(ROOT, TODAY, TOWNSHIP, AUDIENCE, ENGINE, OUT, STRICT, QUIET)
def build(*, root: Path, out: Path | None, quiet: bool, audience: tuple[str, ...], **asked: Any) -> int:
    site = _site(root, asked["today"], asked["township"], asked["engine"])
    folder = safe_out(_buildable(site).root, out or site.root / "build")
    records = _checked(site, strict=asked["strict"], quiet=quiet)
    if records is None:
        return 1
    for name in audience or ("public",):
        _say(f"正在生成给“{Audience(name).label}”看的网站 ……", quiet)
        current, publication = pipeline.build_site(site, records, Audience(name), folder)
        click.echo(near(current / "site" / "index.html"))
        _say(f"生成好了,共 {len(publication.pages)} 页。", quiet)
        _say(console.changes_text(publication.changes), quiet or not publication.changes)
    _say("下一步:双击上面的 index.html 打开;或运行 gongkai serve 边改边看;给审核人用 gongkai bundle。", quiet)
    return 0


@cli.command(help="列出应公开的事项,逾期的在前", example="gongkai due --township anping --format json")
@options(ROOT, TODAY, TOWNSHIP, QUIET)
@click.option("--all", "everything", is_flag=True, help="已经公开的也列出来")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式")
def due(*, root: Path, today: date | None, township: tuple[str, ...], quiet: bool, everything: bool, form: str) -> int:
    site = _site(root, today, township)
    records, findings = pipeline.check(site)
    duties = [duty for duty in records.duties if not site.townships or duty.township in site.townships]
    if form == "json":
        click.echo(console.duties_json(duties, records))
        shown = []
    else:
        shown = [duty for duty in duties if everything or duty.state.code in ("overdue", "due")]
    if shown:
        click.echo(console.duties_text(shown, records))
    if pipeline.blocks(findings):
        _say("数据有错误,读不懂的记录没有算进来。先用 gongkai check 查看。")
    if form == "text":
        _say(f"截至 {records.today}:应公开 {len(duties)} 项次,上面列出 {len(shown)} 项次。", quiet)
    return 0


@cli.command(help="打包成一个压缩文件,没有网络也能打开", example="gongkai bundle --audience review --out 审阅.zip")
@options(ROOT, TODAY, TOWNSHIP, AUDIENCE, ENGINE, OUT, STRICT, QUIET)
def bundle(*, root: Path, out: Path | None, quiet: bool, audience: tuple[str, ...], **asked: Any) -> int:
    names = audience or ("review",)
    if out and len(names) > 1:
        raise Unusable("写了 --out 就只能有一个 --audience。")
    site = _buildable(_site(root, asked["today"], asked["township"], asked["engine"]))
    wanted = safe_file(site.root, out) if out else None
    records = _checked(site, strict=asked["strict"], quiet=quiet)
    if records is None:
        return 1
    for name in names:
        _say(f"正在打包给“{Audience(name).label}”看的网站 ……", quiet)
        file = "-".join([name, *site.townships]) + ".zip"
        target = wanted or site.root / "build" / "bundles" / file
        click.echo(near(pipeline.bundle(site, records, Audience(name), site.root / "build", target)))
    return 0


@cli.command(help="生成网站并在本机打开,保存数据后自动更新", example="gongkai serve --port 8000")
@options(ROOT, TODAY, TOWNSHIP, ENGINE)
@click.option("--audience", type=AUDIENCES, default="public", help="给谁看")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="端口,默认 8000", metavar="端口")
def serve(*, root: Path, today: date | None, township: tuple[str, ...], engine: str, audience: str, port: int) -> int:
    from generator.preview import preview

    return preview(_buildable(_site(root, today, township, engine)), Audience(audience), port)


@cli.command(
    help="写出 JSON Schema,编辑器据此提示标签和词;写明类别就只打印这一类",
    example="gongkai schema finance",
)
@click.argument("family", required=False, metavar="[类别]", help="一类记录的名字,例如 finance;不写就是全部")
@options(ROOT, OUT, QUIET)
def schema(*, root: Path, out: Path | None, quiet: bool, family: str | None) -> int:
    folder = root.resolve()
    known = [kind.family for kind in KINDS]
    if family and family not in known:
        raise Unusable(f"没有“{console.plain(family)}”这一类。{nearest(family, known)}可以写:{'、'.join(known)}。")
    made = dict(pipeline.schemas(folder, family or ""))
    if family and out is None:
        click.echo(made[f"{family}.json"], nl=False)
        return 0
    target = safe_schemas(folder, out or folder / SCHEMAS)
    target.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        (target / name).write_text(text, encoding="utf-8", newline="\n")
    click.echo(near(target))
    _say(
        f"写好了 {len(made)} 类记录的说明。用 VS Code 打开网站的文件夹,装上 YAML 扩展(redhat.vscode-yaml)就有提示。",
        quiet,
    )
    return 0


@cli.command(
    help="把旧材料存进档案:.docx、.txt、.md;写数字清单(.figures.yml)就采用里面的数字",
    example="gongkai archive 2009年工作总结.docx --township anping",
)
@click.argument("file", metavar="文件", type=click.Path(path_type=Path), help="一篇旧材料,或一份填好的数字清单")
@options(ROOT, QUIET)
@click.option("--township", type=Slug(), help="存到哪个乡镇;只有一个乡镇时不用写")
@click.option("--id", "key", default="", help="档案的编号,例如 work-report-2009;不写就按日期编", metavar="编号")
@click.option("--dry-run", is_flag=True, help="只看认出了什么,不写文件")
def archive(*, root: Path, file: Path, township: str | None, key: str, dry_run: bool, quiet: bool) -> int:
    return console.archive(root.resolve(), file, township or "", key, dry=dry_run, quiet=quiet)


def _site(root: Path, today: date | None, townships: tuple[str, ...], engine: str = "mkdocs") -> Site:
    folder = root.resolve()
    for slug in townships:
        if not (folder / "data" / "townships" / slug).is_dir():
            raise Unusable(f"没有“{slug}”这个乡镇:data/townships/ 下没有这个文件夹。")
    return Site(folder, today or date.today(), townships, engine)  # noqa: DTZ011 - the one place that asks the clock


def _buildable(site: Site) -> Site:
    """The site, once it is known to have what every engine needs."""
    for name, what in (("mkdocs.yml", "网站设置"), ("theme_overrides", "网页样子")):
        if not (site.root / name).exists():
            raise Unusable(f"在 {site.root} 里没有找到{what} {name}。请从原来的网站文件夹复制过来。")
    try:
        yaml.safe_load((site.root / "mkdocs.yml").read_bytes())
    except yaml.MarkedYAMLError as error:
        line = f"第 {error.problem_mark.line + 1} 行附近" if error.problem_mark else ""
        raise Unusable(
            f"网站设置 mkdocs.yml {line}写法不对,没有生成。请改回原来的写法,或从原来的网站文件夹复制过来。"
        ) from None
    except (OSError, yaml.YAMLError):
        raise Unusable("网站设置 mkdocs.yml 打不开,没有生成。请从原来的网站文件夹复制过来。") from None
    return site


def _checked(site: Site, *, strict: bool, quiet: bool) -> Records | None:
    """The records, or None after the findings that stop a build were shown."""
    records, findings = pipeline.check(site)
    stopped = pipeline.blocks(findings, strict=strict)
    shown: list[Finding] = [f for f in findings if pipeline.blocks([f], strict=strict)]
    if shown:
        click.echo(console.findings_text(shown, site.root) + "\n", err=True)
    _say(console.summary(findings, records), quiet and not stopped)
    if stopped:
        click.echo("有错误,没有生成。改好上面的问题再试;用 gongkai check 查看全部。", err=True)
    return None if stopped else records


def _say(text: str, quiet: bool = False) -> None:
    if not quiet:
        click.echo(text, err=True)


def main(arguments: list[str] | None = None) -> int:
    """Runs a command and returns its exit code; whatever goes wrong is said in Chinese, never as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = cli.main(arguments, prog_name="gongkai", standalone_mode=False)
    except click.UsageError as error:
        click.echo(console.usage_message(error), err=True)
        return Unusable.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("已停止。原来的网站没有动。", err=True)
        return INTERRUPTED
    except GongkaiError as error:
        click.echo(str(error), err=True)
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - the last border: the clerk never sees a traceback
        click.echo(_keep(error), err=True)
        return BROKEN
    return code if isinstance(code, int) else 0


def _keep(error: Exception) -> str:
    """Puts the traceback into a file for whoever maintains the program, and says so."""
    path = Path(tempfile.gettempdir()) / "gongkai-error.txt"
    try:
        path.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError:
        return "程序出错了。原来的网站没有动。请把刚才的命令告诉维护人员。"
    return f"程序出错了。原来的网站没有动。请把这个文件发给维护人员:{path}"


if __name__ == "__main__":
    sys.exit(main())
