"""The options that commands share, and the values they take."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.build import ENGINES
from generator.console.text import plain
from generator.model import Audience


class Day(click.ParamType[date]):
    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            day = value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{plain(value)}”不是日期,写成 2026-10-20 这样", param, ctx)
        if not 1900 <= day.year <= 2200:
            self.fail(f"{day.year}年太远,年份写 1900 到 2200", param, ctx)
        return day


class Slug(click.ParamType[str]):
    name = "乡镇"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not value.replace("-", "").isalnum() or not value.isascii():
            self.fail(f"“{plain(value)}”不是乡镇文件夹的名字,例如 anping", param, ctx)
        return str(value)


class Family(click.ParamType[str]):
    """The name of a kind of record."""

    name = "类别"


class RuleName(click.ParamType[str]):
    """The name of a rule."""

    name = "规则"


AUDIENCES = click.Choice([audience.value for audience in Audience])
ROOT = click.option(
    "--root",
    type=click.Path(path_type=Path),
    default=".",
    help="放 mkdocs.yml 的文件夹,默认当前文件夹",
    metavar="文件夹",
)
TODAY = click.option("--today", type=Day(), help="按哪一天计算逾期,默认今天")
TOWNSHIP = click.option("--township", type=Slug(), multiple=True, help="只管这个乡镇,可以写几次")
AUDIENCE = click.option(
    "--audience", type=AUDIENCES, multiple=True, help="给谁看:public 社会,village 本村,party 党内,review 审阅"
)
ENGINE = click.option(
    "--engine", type=click.Choice(list(ENGINES)), default="mkdocs", help="用哪个程序生成网页,默认 mkdocs"
)
JOBS = click.option("--jobs", type=click.IntRange(1, 256), help="同时用几个进程,默认和处理器一样多", metavar="个数")
EXECUTOR = click.option(
    "--executor", default="local", help="在哪里生成:local 本机,dask://主机:端口 集群", metavar="哪里"
)
STRICT = click.option("--strict", is_flag=True, help="有警告也算不通过")
QUIET = click.option("--quiet", is_flag=True, help="只说结果和错误")
OUT = click.option("--out", type=click.Path(path_type=Path), help="放到哪里", metavar="路径")


def options(*wanted: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Several options at once, shown in this order."""

    def decorate(function: Any) -> Any:
        for option in reversed(wanted):
            function = option(function)
        return function

    return decorate
