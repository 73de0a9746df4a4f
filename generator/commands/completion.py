"""`gongkai completion SHELL`: the TAB key knows our commands."""

from __future__ import annotations

import click

from generator import console
from generator.console import onward
from generator.console.options import QUIET, options
from generator.console.outline import SHELLS, script


@click.command(
    cls=console.ChineseCommand,
    help=(
        "按 Tab 键补全命令、选项、乡镇、类别和规则名:打印一段设置,放进终端的启动文件\n\n"
        "PowerShell: gongkai completion powershell | Add-Content $PROFILE\n\n"
        "bash: echo 'eval \"$(gongkai completion bash)\"' >> ~/.bashrc\n\n"
        "zsh: echo 'eval \"$(gongkai completion zsh)\"' >> ~/.zshrc\n\n"
        "fish: gongkai completion fish > ~/.config/fish/completions/gongkai.fish"
    ),
    short_help="按 Tab 键补全命令、选项、乡镇、类别和规则名",
    example="gongkai completion powershell",
)
@click.argument("shell", metavar="|".join(SHELLS), type=click.Choice(SHELLS), help="用的是哪一种终端")
@options(QUIET)
def completion(*, shell: str, quiet: bool) -> int:
    click.echo(script(shell), nl=False)
    if not quiet:
        click.echo(onward.COMPLETING[shell], err=True)
    return 0
