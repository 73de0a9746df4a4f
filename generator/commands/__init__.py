"""What can be asked for. To add a command: write its file, add its name here; the order is that of the help."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword

import click

COMMANDS = (
    "init",
    "check",
    "explain",
    "build",
    "due",
    "publish",
    "correct",
    "bundle",
    "export",
    "import",
    "release",
    "verify",
    "diff",
    "comments",
    "serve",
    "schema",
    "archive",
    "privacy",
    "completion",
    "doctor",
    "upgrade",
)
"""Each is the command of the same name in the file of the same name (`import_`, where Python keeps the word to itself),
opened when it is asked for."""


def command(name: str) -> click.Command | None:
    """The command of this name, if there is one."""
    if name not in COMMANDS:
        return None
    file = f"{name}_" if iskeyword(name) else name
    found: click.Command = getattr(import_module(f"{__name__}.{file}"), file)
    return found
