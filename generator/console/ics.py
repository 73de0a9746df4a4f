"""`gongkai due --format ics`: the calendars asked for, into a folder or, when it is one, onto the screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from generator.console.places import near, safe_schemas
from generator.console.wanted import Wanted
from generator.formats.calendars import calendar, make, named
from generator.model import Duty, Records, Unusable


def calendars(records: Records, duties: Sequence[Duty], wanted: Wanted, out: Path | None, *, quiet: bool) -> int:
    """One file a township and one a village, or the one that is asked for to stdout; returns the exit code.

    Raises Unusable when several are asked for and no folder is named.
    """
    asked = [(t, village, mine) for t, village, mine in named(duties) if _is_asked(wanted, t, village, out)]
    if out is None:
        if len(asked) > 1:
            raise Unusable(f"有 {len(asked)} 个日历。用 --out 写一个文件夹,或用 --village 只要一个村的。")
        for township, village, mine in asked:
            click.echo(calendar(township, village, mine, records), nl=False)
        return 0
    for path in make(records, asked, safe_schemas(Path(records.root), out)):
        click.echo(near(path))
    if not quiet:
        click.echo(
            f"写好了 {len(asked)} 个日历。下一步:发给村里,或放到网上让人订阅;下次再做,同名的会被换掉。", err=True
        )
    return 0


def _is_asked(wanted: Wanted, township: str, village: str, out: Path | None) -> bool:
    """Of villages asked for by name just those; into a folder everybody's; onto the screen a township's."""
    if wanted.places:
        return (township, village or township) in wanted.places
    return bool(out) or not village
