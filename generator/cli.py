"""The command line: one group, the commands of `commands/`, and the last border where nothing is ever a traceback."""

from __future__ import annotations

import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.commands import COMMANDS, command
from generator.console.chinese import ChineseGroup, usage_message
from generator.console.text import speak_utf8
from generator.model.errors import GongkaiError, Unusable

INTERRUPTED = 130
BROKEN = 70


class _Commands(ChineseGroup):
    """The commands, each loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        return command(cmd_name)


@click.group(cls=_Commands, help="公开:把乡镇的数据文件变成可以公开、可以核对的网站。")
@click.version_option(__version__, "--version", help="显示版本", message="gongkai %(version)s")
def cli() -> None:
    pass


def main(arguments: Sequence[str] | None = None, last: Any = None) -> int:
    """Runs a command and returns its exit code; whatever goes wrong is said in Chinese, never as a traceback.

    last: the note of the last build, for a command that keeps one.
    """
    speak_utf8()
    try:
        code = cli.main(arguments, prog_name="gongkai", standalone_mode=False, obj=last)
    except click.UsageError as error:
        click.echo(usage_message(error), err=True)
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
