"""Atom feeds (RFC 4287): what is new, for programs that ask now and then. Days are those of the records, in China's time."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from html import escape

from generator.model import Feed

NAME = "feed.xml"
_DAWN = date(2000, 1, 1)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")


def atom(feed: Feed, path: str, address: str, known: Collection[str]) -> bytes:
    """The feed of a page. path: the Markdown page's. address: of the site, a slash at its end. known: pages to lead to.

    An entry is named by its record, so that a correction is no new entry; its day is the day on which it came out.
    """
    home = _html(address, path)
    itself = f"{home.rpartition('/')[0]}/{NAME}"
    entries = [one for one in feed.entries if one.path in known]
    newest = max((one.day for one in entries), default=_DAWN)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh">',
        f" <title>{_text(feed.title)}</title>",
        f" <id>{_text(itself)}</id>",
        f' <link rel="self" type="application/atom+xml" href="{_text(itself)}"/>',
        f' <link rel="alternate" type="text/html" href="{_text(home)}"/>',
        f" <updated>{_moment(newest)}</updated>",
        f" <author><name>{_text(feed.title.partition('：')[0])}</name></author>",
    ]
    for one in entries:
        lines += [
            " <entry>",
            f"  <title>{_text(one.title)}</title>",
            f"  <id>{_text(f'{home}#{one.key}')}</id>",
            f'  <link rel="alternate" type="text/html" href="{_text(_html(address, one.path))}"/>',
            f"  <updated>{_moment(one.day)}</updated>",
            f'  <category term="{_text(one.category)}"/>',
            f"  <summary>{_text(one.title)}</summary>",
            " </entry>",
        ]
    return ("\n".join([*lines, "</feed>"]) + "\n").encode()


def _html(address: str, path: str) -> str:
    return f"{address}{path.removesuffix('.md')}.html"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00+08:00"


def _text(text: str) -> str:
    return escape(_CONTROL.sub("", text))
