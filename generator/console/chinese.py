"""Click in Chinese: help, usage and complaints; its English wording is never shown."""

from __future__ import annotations

from typing import Any

import click

from generator.console.text import plain


class ChineseCommand(click.Command):
    """A command whose help is Chinese and ends with one example."""

    def __init__(self, *args: Any, example: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.example = example

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _chinese_help(super().get_help_option(ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words = [one.make_metavar(ctx) for one in self.params if isinstance(one, click.Argument)]
        formatter.write_usage(ctx.command_path, " ".join(["[选项]", *words]), prefix="用法:")

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """They stand among the options."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _options(self, ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        if self.example:
            with formatter.section("例子"):
                formatter.write_text(self.example)


class ChineseGroup(click.Group):
    """The group of commands, in Chinese."""

    command_class = ChineseCommand

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _chinese_help(super().get_help_option(ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "命令 [选项]", prefix="用法:")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _options(self, ctx, formatter)
        opened = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        commands = [(name, command.get_short_help_str(60)) for name, command in opened if command]
        with formatter.section("命令"):
            formatter.write_dl(commands)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.commands)


def _chinese_help(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "显示这份说明"
    return option


def _options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    rows = [record for parameter in command.get_params(ctx) if (record := parameter.get_help_record(ctx))]
    if rows:
        with formatter.section("选项"):
            formatter.write_dl(rows)


def usage_message(error: click.UsageError) -> str:
    """Click's complaint in Chinese; the English wording is never shown."""
    name = getattr(error, "option_name", None) or getattr(error, "param_hint", None)
    if name is None and getattr(error, "param", None) is not None:
        param: click.Parameter = error.param  # type: ignore[attr-defined]
        name = (isinstance(param, click.Argument) and param.metavar) or "/".join(param.opts)
    match error:
        case click.exceptions.NoArgsIsHelpError():
            return error.message
        case click.exceptions.NoSuchCommand():
            from generator.model import nearest

            hint = nearest(error.command_name, error.ctx.command.list_commands(error.ctx)) if error.ctx else ""  # type: ignore[attr-defined]
            return f"没有“{plain(error.command_name)}”这个命令。{hint}用 gongkai --help 查看可用的命令。"
        case click.NoSuchOption():
            return f"没有“{error.option_name}”这个选项。用 --help 查看可用的选项。"
        case click.MissingParameter():
            return f"缺少{name}。用 --help 查看用法。"
        case click.BadParameter(param=click.Parameter(type=click.types.Choice(choices=choices))):
            return f"{name} 的值不对,可以写:{'、'.join(map(str, choices))}。"
        case click.BadParameter():
            return (
                f"{name} 的值不对:{error.message}"
                if _is_chinese(error.message)
                else f"{name} 的值不对。用 --help 查看用法。"
            )
        case click.BadOptionUsage():
            return f"{name} 后面要写一个值。用 --help 查看用法。"
        case _:
            return error.message if _is_chinese(error.message) else "命令写得不对。用 gongkai --help 查看可用的命令。"


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text)
