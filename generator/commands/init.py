"""`gongkai init DIR`: a new site with a township to be overwritten by a real one."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator import __version__, console, starting
from generator.commands._common import say, the_site
from generator.console.options import QUIET, TODAY, Slug, options
from generator.console.places import near
from generator.console.text import plain
from generator.editing.keeping import Edit, keep
from generator.model import Unusable
from generator.starting import GUIDE, VILLAGES, New
from generator.starting.layout import RECORD, record

_NAMES = ("示例镇", "甲村", "乙村", "丙村")


@click.command(
    cls=console.ChineseCommand,
    help="新建一个网站:一个乡镇、三个村,每类数据一个例子,改成自己的就能用;已有的文件不会动",
    example="gongkai init 公开 --yes",
)
@click.argument(
    "folder", metavar="文件夹", type=click.Path(path_type=Path, file_okay=False), help="放在哪里,没有就新建"
)
@click.option("--name", help="乡镇的名称,例如 青山镇", metavar="名称")
@click.option("--slug", type=Slug(), help="乡镇的文件夹名,不写就用拼音")
@click.option("--village", "villages", multiple=True, help="村的名称,写三次", metavar="名称")
@options(TODAY)
@click.option("--yes", is_flag=True, help="不问,没有写的用示例名称")
@options(QUIET)
def init(
    *,
    folder: Path,
    name: str | None,
    slug: str | None,
    villages: tuple[str, ...],
    today: date | None,
    yes: bool,
    quiet: bool,
) -> int:
    if len(villages) not in (0, VILLAGES):
        raise Unusable(f"--village 写 {VILLAGES} 次,例如 --village 甲村 --village 乙村 --village 丙村;以后还可以加村。")
    root = folder.resolve()
    there = (root / "data" / "townships").is_dir() and any((root / "data" / "townships").iterdir())
    asking = sys.stdin.isatty() and not yes and not there
    new = _new(name, slug, villages, the_site(root, today, ()).today, asking=asking)
    shipped = dict(starting.shipped())
    own = {} if there else {**dict(starting.township(new)), GUIDE: starting.guide(new)}
    files = {**shipped, **own, RECORD: record(__version__, shipped)}
    missing = {path: data for path, data in files.items() if not (root / path).exists()}
    _write(root, missing)
    if len(missing) < len(files):
        say(f"{near(root)} 里已有 {len(files) - len(missing)} 个文件,一个也没有动。", quiet)
    if not missing:
        say("没有缺的文件,什么都没有写。要换成新版程序带的设置和目录,用 gongkai upgrade。", quiet)
        return 0
    click.echo(near(root))
    if there:
        say(f"补上了 {len(missing)} 个缺的文件。下一步:gongkai check。", quiet)
        return 0
    say(f"建好了“{new.name}”的网站,{len(missing)} 个文件。下一步,一行一行地运行:", quiet)
    say(f"  cd {_quoted(str(near(root)))}\n  gongkai check\n  gongkai build", quiet)
    say(f"然后把 data/townships/{new.slugs[0]} 里的例子改成自己的;先看 {GUIDE}。", quiet)
    return 0


def _new(name: str | None, slug: str | None, villages: tuple[str, ...], today: date, *, asking: bool) -> New:
    given = (name, *(villages or (None,) * VILLAGES))
    labels = ("乡镇的名称", "第一个村的名称", "第二个村的名称", "第三个村的名称")
    names = []
    for label, said, example in zip(labels, given, _NAMES, strict=True):
        text = said if said is not None else click.prompt(label, default=example, err=True) if asking else example
        names.append(_checked(label, text))
    if len(set(names)) < len(names):
        raise Unusable("乡镇和村的名称不能相同。")
    return New(names[0], tuple(names[1:]), today, slug or "")


def _checked(label: str, text: str) -> str:
    """A name that can stand in every file: letters and digits of any script, on one line."""
    name = text.strip()
    if not name or len(name) > 30 or not all(char.isalnum() or char in "·（）()-" for char in name):
        raise Unusable(f"{label}“{plain(text)}”不能用:写 1 到 30 个字,不带空格和标点,例如 青山镇。")
    return name


def _write(root: Path, files: dict[str, bytes]) -> None:
    """All of the files or none."""
    fresh = not root.exists()
    try:
        (root / "data").mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Unusable(f"{root} 建不了:没有权限,或上面有同名的文件。换一个地方再试。") from None
    try:
        keep(root, [Edit(root / path, None, data) for path, data in files.items()])
    except BaseException:
        if fresh:
            _empty(root)
        raise


def _empty(folder: Path) -> None:
    """Takes away the folders of a site that could not be made; files there are none."""
    for path in sorted((one for one in folder.rglob("*") if one.is_dir()), reverse=True):
        path.rmdir()
    folder.rmdir()


def _quoted(path: str) -> str:
    return f'"{path}"' if " " in path else path
