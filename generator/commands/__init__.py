"""What can be asked for. To add a command: write its file, add it here; the order is that of the help."""

from __future__ import annotations

import click

from generator.commands.archive import archive
from generator.commands.build import build
from generator.commands.bundle import bundle
from generator.commands.check import check
from generator.commands.correct import correct
from generator.commands.due import due
from generator.commands.explain import explain
from generator.commands.privacy import privacy
from generator.commands.publish import publish
from generator.commands.schema import schema
from generator.commands.serve import serve

COMMANDS: tuple[click.Command, ...] = (
    check,
    explain,
    build,
    due,
    publish,
    correct,
    bundle,
    serve,
    schema,
    archive,
    privacy,
)
