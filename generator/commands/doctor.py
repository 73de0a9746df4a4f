"""`gongkai doctor`: what is missing on this machine, and how to get it."""

from __future__ import annotations

import json
import locale
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path

import click

from generator import console, machine
from generator.console import onward
from generator.model import Unusable

_ROOM = 500
"""MB that a township's site, its bundle and the one before take together."""
_PYTHON = (3, 11, 5)
_EXTRAS = {
    "word": ("Word 文档(export word,archive)", ("docx",)),
    "paper": ("公开栏、明白卡和长图(export board、card)", ("typst", "pypdfium2")),
    "cluster": ("在集群上生成(--executor dask://…)", ("distributed",)),
}
_TOOLS = {
    "ssh-keygen": (
        "给公开的网站签名(release --sign)",
        "Windows:设置 → 可选功能 → OpenSSH 客户端;Linux:apt install openssh-client",
    ),
    "git": ("比较两个时候的数据(diff HEAD~1)", "从 git-scm.com 安装;不装也能比较两个压缩包"),
}


@dataclass(frozen=True)
class Look:
    """One thing that was looked at. needed: without it no site can be built."""

    name: str
    there: bool
    needed: bool
    words: str


@click.command(cls=console.ChineseCommand, help="看这台电脑还缺什么,怎样装", example="gongkai doctor --format json")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式")
def doctor(*, form: str) -> int:
    looks = list(_looked())
    lacking = [look for look in looks if look.needed and not look.there]
    if form == "json":
        click.echo(json.dumps({"ready": not lacking, "looks": [asdict(look) for look in looks]}, ensure_ascii=False))
        return int(bool(lacking))
    for look in looks:
        mark = "有" if look.there else "缺" if look.needed else "没有"
        click.echo(f"{mark}  {look.name}" + (f":{look.words}" if look.words and not look.there else ""))
    click.echo("生成网站还缺上面写“缺”的。" if lacking else "生成网站需要的都有。写“没有”的只在用到那项功能时才要装。")
    click.echo(onward.LACKING if lacking else onward.READY, err=True)
    return int(bool(lacking))


def _looked() -> Iterator[Look]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield Look(f"Python {version}", sys.version_info >= _PYTHON, True, "请装 3.11.5 或更新的 Python")
    for package in ("mkdocs", "material", "jinja2", "pydantic", "yaml", "ruamel.yaml"):
        yield Look(package, _installed(package), True, "运行 pip install gongkai")
    for extra, (what, packages) in _EXTRAS.items():
        yield Look(what, all(map(_installed, packages)), False, f"运行 pip install gongkai[{extra}]")
    yield Look("排版用的中文字体", _font(), False, "Windows 和 macOS 自带;Linux 运行 apt install fonts-noto-cjk")
    for tool, (what, how) in _TOOLS.items():
        yield Look(what, shutil.which(tool) is not None, False, how)
    free = shutil.disk_usage(Path.cwd()).free // 2**20
    yield Look(f"磁盘空间 {free} MB", free >= _ROOM, True, f"至少留出 {_ROOM} MB")
    if machine.WINDOWS:
        yield from _windows()


def _windows() -> Iterator[Look]:
    encoding = locale.getpreferredencoding(do_setlocale=False)
    yield Look(f"文字编码 {encoding}", True, False, "")
    deepest = len(str(Path.cwd())) + 130
    yield Look("路径不太长", deepest <= machine.DEEPEST, False, "把网站文件夹放到浅一些的地方,例如 D:\\gongkai")


def _installed(package: str) -> bool:
    try:
        return find_spec(package) is not None
    except (ImportError, ValueError):
        return False


def _font() -> bool:
    from generator.formats._common.typesetting import font

    try:
        return bool(font())
    except Unusable:
        return False
