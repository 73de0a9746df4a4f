"""The command line: one group, the commands of `commands/`, and the last border where nothing is ever a traceback."""

from __future__ import annotations

import sys
import tempfile
import traceback
from datetime import date
from pathlib import Path

import click

from generator import __version__, console
from generator.commands import COMMANDS
from generator.model import GongkaiError, Unusable
from generator.unchanged import Last, Said

INTERRUPTED = 130
BROKEN = 70


@click.group(cls=console.ChineseGroup, help="公开:把乡镇的数据文件变成可以公开、可以核对的网站。")
@click.version_option(__version__, "--version", help="显示版本", message="gongkai %(version)s")
def cli() -> None:
    pass


for command in COMMANDS:
    cli.add_command(command)


def main(arguments: list[str] | None = None) -> int:
    """Runs a command and returns its exit code; whatever goes wrong is said in Chinese, never as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    typed = sys.argv[1:] if arguments is None else arguments
    try:
        last = Last(typed, _day(typed)) if typed[:1] == ["build"] else None
        if last and (said := last.said()) is not None:
            return _again(said)
        code = cli.main(typed, prog_name="gongkai", standalone_mode=False, obj=last)
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


def _day(typed: list[str]) -> str:
    """Which day is meant: the same words mean another build tomorrow."""
    return "" if "--today" in typed else date.today().isoformat()  # noqa: DTZ011


def _again(said: Said) -> int:
    for text, result in said:
        print(text, file=sys.stdout if result else sys.stderr)
    return 0


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
