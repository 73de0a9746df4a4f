"""The command line by heart: what `--help` says and the TAB key offers, without loading a command.

`commands.json` among the words of the dictionary is made from the commands themselves, and a test holds the two together; so an answer
takes a tenth of a second, and click does with it what it does with commands.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem, ShellComplete, add_completion_class, shell_complete

from generator.console.chinese import ChineseCommand, ChineseGroup
from generator.console.text import speak_utf8

FILE = Path(__file__).parents[1] / "dictionary" / "commands.json"
ASKED = "_GONGKAI_COMPLETE"
"""The variable in which a shell says that somebody pressed TAB, and which shell it is."""
SHELLS = ("bash", "zsh", "fish", "powershell")
_NAME = re.compile(r"^-? *名称: *(\S+)", re.MULTILINE)
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]*")
_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName gongkai,gongkai.exe -ScriptBlock {
    param($word, $ast, $position)
    $spoken = [Console]::OutputEncoding
    $before = $ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() }
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $env:%(complete_var)s = "powershell_complete"
        $env:COMP_WORDS = $before -join "`n"
        $env:COMP_CWORD = $word
        %(prog_name)s | ForEach-Object {
            $value, $help = $_ -split "`t", 2
            [System.Management.Automation.CompletionResult]::new($value, $value, "ParameterValue", $help)
        }
    } finally {
        Remove-Item Env:%(complete_var)s, Env:COMP_WORDS, Env:COMP_CWORD -ErrorAction SilentlyContinue
        [Console]::OutputEncoding = $spoken
    }
}
"""


def answered(typed: Sequence[str]) -> int | None:
    """The exit code, when help or a completion was asked for and given; otherwise None, and the commands have to say."""
    asked = os.environ.get(ASKED)
    helped = len(typed) < 3 and list(typed[-1:]) == ["--help"]
    if not (asked or helped):
        return None
    speak_utf8()
    group = tree()
    if asked:
        add_completion_class(PowerShell)
        return shell_complete(group, {}, "gongkai", ASKED, asked)
    if len(typed) == 2 and typed[0] not in group.commands:
        return None
    group.main(list(typed), prog_name="gongkai", standalone_mode=False)
    return 0


def script(shell: str) -> str:
    """What a shell runs at its start, so that TAB asks us. Raises KeyError for another shell."""
    add_completion_class(PowerShell)
    known: Any = click.shell_completion.get_completion_class(shell)
    if known is None:
        raise KeyError(shell)
    made = known(tree(), {}, "gongkai", ASKED)
    return ShellComplete.source(made).strip() + "\n"  # click's own for bash would complain in English first


class PowerShell(ShellComplete):
    """Windows PowerShell 5 and PowerShell 7: click knows no completion for them."""

    name = "powershell"
    source_template = _POWERSHELL

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is being typed, and that one."""
        words = os.environ.get("COMP_WORDS", "").splitlines()
        return words[1:], os.environ.get("COMP_CWORD", "")

    def format_completion(self, item: CompletionItem) -> str:
        """A help is never empty: PowerShell refuses that."""
        return f"{item.value}\t{item.help or item.value}"


def tree() -> ChineseGroup:
    """The commands as they stand in the file; they can be asked, and do nothing."""
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    group = ChineseGroup("gongkai", help=kept["help"], params=[_Known(one, kept) for one in kept["params"]])
    for name, one in kept["commands"].items():
        params = [_Word(row, kept) if row["kind"] == "argument" else _Known(row, kept) for row in one["params"]]
        command = ChineseCommand(
            name, help=one["help"], short_help=one["short"], example=one["example"], params=list(params)
        )
        group.add_command(command)
    return group


class _Known(click.Option):
    """An option that says of itself what the real one says."""

    def __init__(self, row: dict[str, Any], kept: dict[str, Any]) -> None:
        super().__init__(
            row["names"],
            is_flag=row["flag"],
            multiple=row["multiple"],
            help=row["help"],
            type=_type(row),
            shell_complete=_offers(row, kept),
        )
        self.row = row

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:  # noqa: ARG002 - click's signature
        words, said = self.row["record"]
        return words, said


class _Word(click.Argument):
    """A word without a dash, likewise."""

    def __init__(self, row: dict[str, Any], kept: dict[str, Any]) -> None:
        super().__init__(
            [row["names"][0]], required=False, nargs=row["nargs"], type=_type(row), shell_complete=_offers(row, kept)
        )
        self.row = row

    def make_metavar(self, ctx: click.Context) -> str:  # noqa: ARG002 - click's signature
        return str(self.row["metavar"])

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:  # noqa: ARG002 - click's signature
        words, said = self.row["record"]
        return words, said


def _type(row: dict[str, Any]) -> click.ParamType[Any]:
    return click.Path() if row["values"] == "path" else click.STRING


def _offers(row: dict[str, Any], kept: dict[str, Any]) -> Any:
    """What can stand there: words of a list, or the townships of the site that is meant."""
    values = row["values"]
    if values == "path":
        return None
    listed = kept.get(values, {}) if isinstance(values, str) else dict.fromkeys(values)

    def offer(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
        known = _townships(Path(ctx.params.get("root") or ".")) if values == "township" else listed
        return [CompletionItem(value, help=said) for value, said in known.items() if value.startswith(begun)]

    return offer


def _townships(root: Path) -> dict[str, str | None]:
    """Folder → name, as the first lines of its places say."""
    found: dict[str, str | None] = {}
    for folder in sorted((root / "data" / "townships").glob("*/")):
        if _SLUG.fullmatch(folder.name):
            found[folder.name] = _called(folder)
    return found


def _called(folder: Path) -> str | None:
    try:
        named = _NAME.search((folder / "place.yml").read_text(encoding="utf-8")[:2000])
    except (OSError, UnicodeDecodeError):
        return None
    return named[1] if named else None
