"""Feeds that any reader takes: RFC 4287's own demands, and nothing that lies."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from lxml import etree

from generator.model import Edition, Entry, Feed, Page
from generator.write import write
from generator.write.feeds import atom

ATOM = "{http://www.w3.org/2005/Atom}"
HOME = "https://gongkai.example/"
ENTRIES = (
    Entry("anping/publication/a", "刘村<3月>&收支\x00", "anping/a.md", date(2026, 4, 6), "刘村 财务公开"),
    Entry("anping/publication/b", "旧的", "anping/b.md", date(2026, 3, 6), "刘村"),
    Entry("anping/publication/c", "没有这一页", "anping/none.md", date(2026, 5, 6), "刘村"),
)
FEED = Feed("安平镇刘村：新公开的内容", ENTRIES)


def read(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def valid(feed: etree._Element) -> None:
    """What RFC 4287 asks of every feed: once an id, a title, a day with its zone; an author; links that are addresses."""
    assert feed.tag == f"{ATOM}feed"
    for one in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"{ATOM}{name}")) == 1
        assert datetime.fromisoformat(one.findtext(f"{ATOM}updated") or "").tzinfo is not None
        assert (one.findtext(f"{ATOM}id") or "").startswith(HOME)
        assert all(link.get("href", "").startswith(HOME) for link in one.findall(f"{ATOM}link"))
        assert [link.get("rel") for link in one.findall(f"{ATOM}link")].count("alternate") == 1
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    names = [one.findtext(f"{ATOM}id") for one in feed.iter(f"{ATOM}entry")]
    assert len(set(names)) == len(names)


def test_a_feed_is_valid_and_says_what_is_new() -> None:
    """Newest day of all as its own; pages that are not there are left out; signs are only signs."""
    made = read(atom(FEED, "anping/liucun/index.md", HOME, {"anping/a.md", "anping/b.md"}))

    valid(made)
    assert [one.findtext(f"{ATOM}title") for one in made.iter(f"{ATOM}entry")] == ["刘村<3月>&收支", "旧的"]
    assert made.findtext(f"{ATOM}updated") == "2026-04-06T00:00:00+08:00"
    assert [link.get("href") for link in made.findall(f"{ATOM}link")] == [
        f"{HOME}anping/liucun/feed.xml",
        f"{HOME}anping/liucun/index.html",
    ]
    assert made.findtext(f"{ATOM}author/{ATOM}name") == "安平镇刘村"


def test_the_same_news_give_the_same_bytes() -> None:
    """No clock is asked."""
    known = {"anping/a.md"}

    assert atom(FEED, "index.md", HOME, known) == atom(FEED, "index.md", HOME, known)
    valid(read(atom(Feed("空：", ()), "index.md", HOME, ())))


def test_without_an_address_there_is_no_feed(tmp_path: Path) -> None:
    """It would lead nowhere."""
    pages = [Page("index.md", "首页", "about.md.j2", {"pieces": (), "apart": False, "sample": False}, feed=FEED)]
    write(Edition(), pages, tmp_path / "a")
    write(Edition(), pages, tmp_path / "b", HOME)

    assert not (tmp_path / "a" / "docs" / "feed.xml").exists()
    valid(read((tmp_path / "b" / "docs" / "feed.xml").read_bytes()))
