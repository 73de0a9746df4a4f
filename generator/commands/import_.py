"""`gongkai import FILE`: a workbook comes back into the data files, and everything else in them stays as it was."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from generator import console, workbooks
from generator.commands._common import say, the_site
from generator.console.options import QUIET, ROOT, TODAY, Family, Slug, options
from generator.console.publishing import Manner, carry_out, township_of
from generator.console.text import plain
from generator.exchange.reading import Question, Remark, Taken
from generator.model import Finding, Level, Records, Unusable

_SHOWN = 20


@click.command(
    "import",
    cls=console.ChineseCommand,
    help=(
        "把填好的表格读回数据文件:只改表里改过的,注释和别的行一个字不动。先用 --dry-run 看会改什么。\n\n"
        "别处来的表格(.xlsx、.xls、.ods、.csv)也能读:gongkai import 收支.xlsx --family finance"
    ),
    short_help="把填好的表格读回数据文件",
    example="gongkai import 安平镇.xlsx --dry-run",
)
@click.argument("file", metavar="表格", type=click.Path(path_type=Path), help=".xlsx、.xls、.ods 或 .csv 文件")
@options(ROOT, TODAY)
@click.option("--township", type=Slug(), help="哪个乡镇;自己导出的表格、只有一个乡镇时不用写")
@click.option("--family", type=Family(), default="", metavar="类别", help="别处来的表格是哪一类,例如 finance")
@click.option("--heading", "headings", multiple=True, metavar="标题=列", help="认不准的标题算哪一列,可以写几次")
@click.option("--delete", is_flag=True, help="表里删掉的行,数据里也删")
@click.option("--dry-run", is_flag=True, help="只看会改哪几行,不写")
@click.option("--yes", is_flag=True, help="不再问;导出以后数据也改过的,按表里的写;检查有错误也写")
@options(QUIET)
def import_(
    *,
    file: Path,
    root: Path,
    today: date | None,
    township: str | None,
    family: str,
    headings: tuple[str, ...],
    delete: bool,
    dry_run: bool,
    yes: bool,
    quiet: bool,
) -> int:
    site = the_site(root, today, ())
    workbook = workbooks.Workbook(file)
    remembered = workbook.note.township if workbook.note is not None else ""
    chosen = township_of(site.root, [f"{remembered}/"] if remembered else [], township)
    if remembered and remembered != chosen:
        raise Unusable(f"{file.name} 是“{plain(remembered)}”的填报表,不是“{chosen}”的,没有读。换一份,或重新导出。")
    own = workbooks.home(site, chosen)
    asked = workbooks.Asked(family, _given(headings), delete, mine=yes)
    taken, asked = _answered(workbook, own, asked, interactive=sys.stdin.isatty() and not yes)
    outcome = workbooks.compare(own, workbook, taken, asked)
    remarks = (*taken.remarks, *outcome.remarks)
    _tell(file, remarks, quiet)
    wrong = sum(one.level is Level.ERROR for one in remarks) + len(taken.questions)
    if wrong and not (yes and not taken.questions):
        say(f"表格里有上面 {wrong} 处问题,什么都没有写。改好表格再试。")
        return 1
    made = workbooks.plans(own, outcome)
    if not made:
        say("表格和数据一样,没有要改的。下一步:gongkai check。", quiet)
        return 0
    addresses = workbooks.Addresses(own, outcome, made)

    def planning(_: Records) -> Sequence[workbooks.Plan]:
        return made

    def retold(found: Sequence[Finding]) -> Sequence[Finding]:
        return [_at_cell(one, addresses.of(one), file.name) for one in found]

    said = f"读好了,改了 {len(made)} 个文件。下一步:gongkai check。"
    return carry_out(site, chosen, planning, Manner(dry=dry_run, sure=yes, quiet=quiet), said, retold)


def _given(headings: Sequence[str]) -> dict[tuple[str, str], str]:
    """`备注2=备注` or `财务!备注2=备注` → sheet (any: "") and heading → column."""
    found = {}
    for text in headings:
        name, sign, label = text.partition("=")
        sheet, _, heading = name.rpartition("!")
        if not sign or not heading.strip() or not label.strip():
            raise Unusable(f"--heading 写成 标题=列,例如 --heading 钱数=金额;现在是“{plain(text)}”。")
        found[sheet.strip(), heading.strip()] = label.strip()
    return found


def _answered(
    workbook: workbooks.Workbook, own: workbooks.Home, asked: workbooks.Asked, *, interactive: bool
) -> tuple[Taken, workbooks.Asked]:
    """The lines of the workbook; at a terminal the clerk says what a doubtful heading means."""
    taken = workbook.read(own, asked)
    while interactive and taken.questions:
        answers = {(one.sheet, one.heading): _asked(one) for one in taken.questions}
        asked = replace(asked, answers={**asked.answers, **answers})
        taken = workbook.read(own, asked)
    for one in taken.questions:
        choice = "、".join(one.candidates)
        say(plain(f"{one.address} 标题“{one.heading}”认不准是哪一列。可能是:{choice}。加 --heading {one.heading}=列名"))
    return taken, asked


def _asked(one: Question) -> str:
    click.echo(plain(f"{one.address} 标题“{one.heading}”是哪一列?"), err=True)
    for number, label in enumerate(one.candidates, 1):
        click.echo(plain(f"  {number} {label}"), err=True)
    click.echo("  0 都不是,不读这一列", err=True)
    number = click.prompt("写号码", type=click.IntRange(0, len(one.candidates)), err=True)
    return one.candidates[number - 1] if number else ""


def _tell(file: Path, remarks: Sequence[Remark], quiet: bool) -> None:
    """What is wrong or doubtful about the workbook, each at its cell."""
    words: Mapping[Level, str] = {Level.ERROR: "错误", Level.WARNING: "注意", Level.NOTE: "说明"}
    order = sorted(remarks, key=lambda one: list(words).index(one.level))
    for one in order[:_SHOWN]:
        hint = f"。{one.hint}" if one.hint else ""
        say(
            plain(f"{words[one.level]} {file.name} {one.address} {one.message}{hint}"),
            quiet and one.level is not Level.ERROR,
        )
    if len(order) > _SHOWN:
        say(f"还有 {len(order) - _SHOWN} 条,没有列出。", quiet)


def _at_cell(finding: Finding, address: str, name: str) -> Finding:
    return replace(finding, message=f"{name} {address} {finding.message}") if address else finding
