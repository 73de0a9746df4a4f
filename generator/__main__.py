"""`python -m generator`, and `gongkai`: a build of what stands there already is over before anything else is loaded."""

from __future__ import annotations

import os
import sys
from datetime import date

from generator.unchanged import Last, Said


def main(arguments: list[str] | None = None) -> int:
    """Runs what was typed and returns its exit code."""
    typed = sys.argv[1:] if arguments is None else arguments
    last = Last(typed, _day(typed)) if typed[:1] == ["build"] else None
    if last and (said := last.said()) is not None:
        return _again(said)
    if os.environ.get("_GONGKAI_COMPLETE") or typed[-1:] == ["--help"]:
        from generator.console import outline

        if (code := outline.answered(typed)) is not None:
            return code
    from generator import cli

    return cli.main(typed, last)


def _day(typed: list[str]) -> str:
    """Which day is meant: the same words mean another build tomorrow."""
    return "" if "--today" in typed else date.today().isoformat()  # noqa: DTZ011


def _again(said: Said) -> int:
    for text, result in said:
        stream = sys.stdout if result else sys.stderr
        stream.reconfigure(encoding="utf-8", errors="replace") if hasattr(stream, "reconfigure") else None
        print(text, file=stream)
    return 0


if __name__ == "__main__":
    sys.exit(main())
