"""`figures.json`: every figure that the articles of an edition quote, and so what a changed figure touches.

It stands beside the site, not in it: it is for whoever builds the next one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.figures import amount
from generator.figures.uses import Quoted, quotations
from generator.model import Audience, Change, Edition, Publication
from generator.records.article import Article
from generator.records.indicator import Indicator

NAME = "figures.json"
_LARGEST = 32 * 2**20
"""Bytes of a list that is still read; that of a county with ten thousand articles is smaller."""

_Seen = tuple[str, list[str]]
"""What readers read, and the values it was made from."""


def make(publication: Publication, folder: Path) -> Path:
    """Writes the list of the articles' figures into `folder`, in the order of the articles."""
    return write(publication.edition.audience, entries(publication), folder)


def write(audience: Audience, figures: Iterable[dict[str, Any]], folder: Path) -> Path:
    """Writes what `entries` gave of one part or of several."""
    target = folder / NAME
    content = {"audience": audience.value, "figures": list(figures)}
    target.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return target


def entries(publication: Publication) -> tuple[dict[str, Any], ...]:
    """Every figure that the articles quote, with its records and the articles."""
    pages = {article.key: page.path for page in publication.pages if (article := _article(page.context))}
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    for article in publication.edition.of(Article):
        for figure in publication.edition.once(quotations)[article.key]:
            same = (article.township, figure.name, *(source.key for source in figure.sources))
            entry = found.setdefault(same, _entry(publication.edition, article.township, figure))
            page = pages.get(article.key, "").removesuffix(".md")
            entry["articles"].append(
                {"key": article.key, "title": article.title, "page": page and f"{page}.html", "shown": figure.texts}
            )
    return tuple(found.values())


def changes(before: Path, after: Path) -> tuple[Change, ...]:
    """Which figures readers of the articles now read otherwise, `before` and `after` being folders with such a list.

    A figure that is merely written in another form is no change. Without a list, or with one that cannot be read,
    there is nothing to compare.
    """
    old, new = _read(before / NAME), _read(after / NAME)
    found: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for (key, name, number), (title, page, (text, values)) in new.items():
        _, _, (was, were) = old.get((key, name, number), ("", "", (text, values)))
        if text != was and values != were:
            found.setdefault((key.split("/")[0], name, was, text), []).append((title, page))
    return tuple(Change(name, was, text, tuple(articles)) for (_, name, was, text), articles in found.items())


def _article(context: Any) -> Article | None:
    found = context.get("article")
    return found if isinstance(found, Article) else None


def _entry(edition: Edition, township: str, figure: Quoted) -> dict[str, Any]:
    periods = dict.fromkeys(source.period.label for source in figure.sources if source.period)
    return {
        "township": township,
        "name": figure.name,
        "unit": figure.unit,
        "periods": list(periods),
        "records": [_record(edition, source) for source in figure.sources],
        "articles": [],
    }


def _record(edition: Edition, source: Indicator) -> dict[str, str]:
    """What these readers may know of an indicator: of a closed one that there is no figure."""
    value = amount(source).value
    known = {"key": source.key} if source.id else {}
    where = {"where": edition.origins[source.key]} if source.id and source.key in edition.origins else {}
    return {**known, "value": amount(source).state.value if value is None else f"{value:f}", **where}


def _read(path: Path) -> dict[tuple[str, str, int], tuple[str, str, _Seen]]:
    """(Article, figure, which of that name) → title and page of the article, and what is read there."""
    try:
        if path.stat().st_size > _LARGEST:
            return {}
        return dict(_rows(json.loads(path.read_text(encoding="utf-8"))))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def _rows(content: Any) -> Iterator[tuple[tuple[str, str, int], tuple[str, str, _Seen]]]:
    """Raises TypeError, KeyError or AttributeError for whatever is not such a list."""
    seen: dict[tuple[str, str], int] = {}
    for entry in content["figures"]:
        values = [_text(record["value"]) for record in entry["records"]]
        for article in entry["articles"]:
            key, name = _text(article["key"]), _text(entry["name"])
            number = seen[key, name] = seen.get((key, name), 0) + 1
            shown = "、".join(_text(text) for text in article["shown"])
            yield (key, name, number), (_text(article["title"]), _text(article["page"]), (shown, values))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value
