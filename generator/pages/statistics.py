"""Statistics: charts, tables and sentences by subject, of the whole site, of each township and of each village."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.exhibits import Exhibit, Scope, Subject, subjects
from generator.model import Download, Edition, Page
from generator.pages._common import paths, places
from generator.pages._common.disclosure import record_page, short
from generator.records.place import Place

LISTED = 3
"""That many of the records behind a row are named; their register holds all of them."""
TAKEN = 20
"""That many stand in the file to take away."""
MANY = 12
"""From so many places on their names are folded away."""


def portal(edition: Edition) -> Iterator[Page]:
    """One page of all townships where there are several."""
    if len(places.townships(edition)) > 1:
        yield from _page(edition, Scope(edition), None)


def pages(edition: Edition) -> Iterator[Page]:
    """One page a township, one a village that has figures."""
    for township in places.planned(edition):
        slug = township.township
        yield from _page(edition, Scope(edition, slug), township)
        for village in places.villages(edition, slug):
            yield from _page(edition, Scope(edition, slug, village.id), village)


def _page(edition: Edition, scope: Scope, place: Place | None) -> Iterator[Page]:
    shown = subjects(scope)
    if not shown and scope.place:
        return
    path = paths.statistics(scope.township, scope.place)
    folder = path.removesuffix(".md")
    files = {one.name: f"{folder}/{one.name}.csv" for subject in shown for one in subject.exhibits}
    behind = _behind(edition, shown)
    context: dict[str, Any] = {
        "place": place,
        "subjects": shown,
        "files": files,
        "package": f"{scope.township}/datapackage.json" if scope.township else "datapackage.json",
        "below": {p.key: _statistics(p) for p in scope.places if not place or p.key != place.key},
        "ways": [(p.name, _statistics(p)) for p in scope.places if not place or p.key != place.key],
        "above": _above(edition, scope),
        "many": MANY,
        "behind": behind,
        "listed": LISTED,
        "indicators": paths.indicators(scope.township) if scope.township else "",
        "sample": places.is_sample(edition, scope.township),
    }
    title = f"{place.name}统计" if place else "统计"
    menu = () if scope.place else places.menu(edition, place.township, "统计") if place else ("统计",)
    crumbs = places.crumbs(scope.township, scope.place) if scope.township else (paths.HOME,)
    downloads = tuple(_download(files[one.name], one, behind) for subject in shown for one in subject.exhibits)
    yield Page(path, title, "statistics.md.j2", context, menu, crumbs, downloads)


def _statistics(place: Place) -> str:
    return paths.statistics(place.township, "" if place.is_top else place.id)


def _above(edition: Edition, scope: Scope) -> tuple[str, str]:
    """(words, page) of the statistics one level up; empty at the top."""
    if scope.place:
        return f"{places.name(edition, scope.township, scope.township)}统计", paths.statistics(scope.township)
    return ("各乡镇统计", paths.statistics()) if scope.township and len(places.townships(edition)) > 1 else ("", "")


def _download(path: str, exhibit: Exhibit, behind: Mapping[str, tuple[str, str]]) -> Download:
    rows = ((*row.cells, _sources(row.keys, behind)) for row in exhibit.sheet.rows)
    return Download(path, ((*exhibit.sheet.columns, "出自"), *rows), exhibit.title)


def _sources(keys: tuple[str, ...], behind: Mapping[str, tuple[str, str]]) -> str:
    """Keys of the records behind a row, as far as these readers may open them."""
    named = [key for key in keys if key in behind][:TAKEN]
    rest = f"等{len(keys)}条" if named else f"{len(keys)}条，不逐条公开"
    return " ".join(named) + (rest if len(named) < len(keys) else "")


def _behind(edition: Edition, shown: Iterable[Subject]) -> dict[str, tuple[str, str]]:
    """Record key → (short name, page) of what the rows come from."""
    rows = (row for subject in shown for one in subject.exhibits for row in one.sheet.rows)
    keys = dict.fromkeys(key for row in rows for key in row.keys)
    records = (record for key in keys if (record := edition.find(key)) is not None)
    return {record.key: (short(edition, record), record_page(record)) for record in records}
