"""`gongkai schema`: JSON Schema for editors."""

from __future__ import annotations

from pathlib import Path

import click

from generator import console, pipeline
from generator.commands._common import say
from generator.console.options import OUT, QUIET, ROOT, Family, options
from generator.console.places import near, safe_schemas
from generator.model import Unusable, nearest
from generator.records import KINDS
from generator.schema import FOLDER as SCHEMAS


@click.command(
    cls=console.ChineseCommand,
    help="写出 JSON Schema,编辑器据此提示标签和词;写明类别就只打印这一类",
    example="gongkai schema finance",
)
@click.argument(
    "family", required=False, metavar="[类别]", type=Family(), help="一类记录的名字,例如 finance;不写就是全部"
)
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
    say(
        f"写好了 {len(made)} 类记录的说明。下一步:用 VS Code 打开网站的文件夹,装上 YAML 扩展(redhat.vscode-yaml)就有提示。",
        quiet,
    )
    return 0
