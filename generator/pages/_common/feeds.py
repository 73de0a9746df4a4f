"""What is new in a place, for those who subscribe to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model import Edition, Entry, Feed
from generator.pages._common.disclosure import headline, newest

_MOST, _MOST_OF_SITE = 30, 10
"""A reader of feeds asks at least once a week. Of each township the portal knows its ten newest whole."""


def feed(edition: Edition, title: str, township: str | None = None, place: str = "") -> Feed:
    """The newest publications that are out, newest first: of the site, of a township, of a village."""
    return Feed(f"{title}：新公开的内容", tuple(_entries(edition, township, place)))


def _entries(edition: Edition, township: str | None, place: str) -> Iterator[Entry]:
    found = [one for one in newest(edition, None, township) if not place or one.place == place]
    for publication in found[: _MOST_OF_SITE if township is None else _MOST]:
        told = headline(edition, publication)
        day = told["day"]
        if isinstance(day, date):
            category = f"{told['place']} {told['category']}".strip()
            yield Entry(publication.key, str(told["title"]), str(told["path"]), day, category)
