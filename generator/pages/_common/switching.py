"""From a page to the same page of another village, or of another township: the switcher at the head of a page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from generator.model import Audience, Edition, Page, Switch
from generator.pages._common import paths, places
from generator.records.place import Place

MOST = 40
"""Of more places the switcher would be heavier than the page: then there is only the way to the list of all of them."""


TOWNS = 2
"""Where the homes of townships come among the kinds of pages."""
_EVERYWHERE = ("index", "statistics", "indicators", "due", "timeliness", "findings")
"""Pages that every township has; whether it has others only its own part of the site knows."""


def with_switches(edition: Edition, pages: Iterable[Page]) -> tuple[Page, ...]:
    """The pages, those of a township or a village with their switch in the context."""
    planned = tuple(pages)
    known = {page.path for page in planned}
    tops = places.townships(edition)
    twins = frozenset(page.path for page in _twins(edition))
    below = {top.township: {place.id: place for place in places.villages(edition, top.township)} for top in tops}
    return tuple(replace(page, switch=_switch(page, known, twins, tops, below)) for page in planned)


def beyond(edition: Edition) -> tuple[Page, ...]:
    """Of the townships that this part of the site is not for: the pages to which its own may lead."""
    return tuple(page for page in _twins(edition) if page.path.split("/")[0] != edition.part)


def _twins(edition: Edition) -> Iterator[Page]:
    for top in places.townships(edition):
        for name in _EVERYWHERE:
            if name == "index":
                menu = places.menu(edition, top.township, "")
                yield Page(paths.township(top.township), top.name, "", menu=menu, order=TOWNS)
            elif name != "findings" or edition.audience is Audience.REVIEW:
                yield Page(f"{top.township}/{name}.md", top.name, "")


def _switch(
    page: Page,
    known: Collection[str],
    twins: Collection[str],
    tops: tuple[Place, ...],
    below: Mapping[str, Mapping[str, Place]],
) -> Switch | None:
    top, _, rest = page.path.partition("/")
    if top not in below or not rest:
        return None
    village, _, inner = rest.partition("/")
    if village in below[top]:
        found = below[top]
        ways = tuple((one.name, _same(top, village, inner, one, known)) for one in found.values())
        return _of("换一个村", ways)
    ways = tuple((one.name, _beside(f"{one.township}/{rest}", page.path, one, twins)) for one in tops)
    return _of("换一个乡镇", ways)


def _of(words: str, ways: tuple[tuple[str, str], ...]) -> Switch | None:
    if len(ways) < 2:
        return None
    return Switch(words, ways if len(ways) <= MOST else (), paths.PLACES)


def _same(top: str, village: str, inner: str, other: Place, known: Collection[str]) -> str:
    """The other village's page of the same kind and period — ids begin with the village's — else its home."""
    if other.id == village:
        return ""
    folder, _, name = inner.rpartition("/")
    renamed = f"{other.id}{name.removeprefix(village)}" if name.startswith(f"{village}-") else name
    twin = "/".join(part for part in (top, other.id, folder, renamed) if part)
    return twin if twin in known else paths.place(top, other.id)


def _beside(twin: str, path: str, other: Place, twins: Collection[str]) -> str:
    if twin == path:
        return ""
    return twin if twin in twins else paths.township(other.township)
