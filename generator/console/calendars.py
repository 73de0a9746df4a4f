"""`gongkai due --format ics`: the calendars asked for, into a folder or, when it is one, onto the screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from generator import staging
from generator.console.places import near, safe_schemas
from generator.console.wanted import Wanted
from generator.formats.calendars import calendar, named
from generator.model import Duty, Records, Unusable


def calendars(records: Records, duties: Sequence[Duty], wanted: Wanted, out: Path | None, *, quiet: bool) -> int:
    """One file a township and one a village, or the one that is asked for to stdout; returns the exit code.

    Raises Unusable when several are asked for and no folder is named.
    """
    asked = [one for one in named(duties) if _is_asked(wanted, one[0], one[1])]
    if out is None:
        if len(asked) > 1:
            raise Unusable(f"有 {len(asked)} 个日历。用 --out 写一个文件夹,或用 --village 只要一个村的。")
        for township, village, mine in asked:
            click.echo(calendar(township, village, mine, records), nl=False)
    for township, village, mine in asked if out else ():
        folder = safe_schemas(records.root, out)
        target = folder / f"{'-'.join(filter(None, (township, village)))}.ics"
        folder.mkdir(parents=True, exist_ok=True)
        staging.put(target, calendar(township, village, mine, records))
        click.echo(near(target))
    return 0
