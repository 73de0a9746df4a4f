"""The commands as their help has them, for pages that list them: read from the file that a test holds to the commands."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("commands.json")


@dataclass(frozen=True)
class Command:
    """One command: what it does, in short and line by line; how it is called; (what is typed, what it means) of each option."""

    name: str
    words: str
    short: str
    about: tuple[str, ...]
    example: str
    options: tuple[tuple[str, str], ...]


@cache
def commands() -> tuple[Command, ...]:
    """All of them in the order of the help."""
    listed = json.loads(_FILE.read_text(encoding="utf-8"))["commands"]
    return tuple(
        Command(
            name,
            " ".join(row["metavar"] for row in one["params"] if row["kind"] == "argument"),
            one["short"] or one["help"],
            tuple(one["help"].split("\n\n")),
            one["example"],
            tuple((words, said) for words, said in (row["record"] for row in one["params"])),
        )
        for name, one in listed.items()
    )
