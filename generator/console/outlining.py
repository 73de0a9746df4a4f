"""Makes `commands.json` from the commands: what help says of each of them, and what can stand behind an option."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import click

from generator.console.options import Family, RuleName, Slug

_LISTS = {Slug: "township", Family: "families", RuleName: "rules"}
"""Kind of value → the list in which its values stand."""


def outline(group: click.Group, families: Mapping[str, str], rules: Mapping[str, str]) -> str:
    """The whole file. families, rules: name → what it is called."""
    with click.Context(group, info_name="gongkai") as above:
        commands = {name: _command(above, name, group.get_command(above, name)) for name in group.list_commands(above)}
        params = [_param(one, above) for one in group.params]
    made = {"help": group.help, "params": params, "commands": commands, "families": families, "rules": rules}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _command(above: click.Context, name: str, command: Any) -> dict[str, Any]:
    with click.Context(command, info_name=name, parent=above) as ctx:
        return {
            "help": command.help,
            "short": command.short_help,
            "example": command.example,
            "params": [_param(one, ctx) for one in command.params],
        }


def _param(param: click.Parameter, ctx: click.Context) -> dict[str, Any]:
    return {
        "kind": "argument" if isinstance(param, click.Argument) else "option",
        "names": [str(param.name), *param.opts] if isinstance(param, click.Option) else [param.name],
        "metavar": param.make_metavar(ctx),
        "help": getattr(param, "help", ""),
        "record": param.get_help_record(ctx),
        "flag": bool(getattr(param, "is_flag", False)),
        "multiple": param.multiple,
        "nargs": param.nargs,
        "values": _values(param.type),
    }


def _values(kind: Any) -> Any:
    """A list of words, the name of a list, or `path`."""
    if isinstance(kind, click.Choice):
        return [str(one) for one in kind.choices]
    if isinstance(kind, click.Path):
        return "path"
    return next((name for known, name in _LISTS.items() if isinstance(kind, known)), [])
