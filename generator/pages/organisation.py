"""An organisation and who holds its posts; and the tree of all organisations of a township."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Edition, Page
from generator.pages._common import paths, places
from generator.pages._common.disclosure import disclosures, record_page
from generator.records.organisation import Organisation
from generator.records.place import Place

DEEPEST = 8
"""No party has more levels than that below a township; a deeper chain is shown flat."""


def pages(edition: Edition) -> Iterator[Page]:
    """One page an organisation, and one tree a township."""
    for township in places.planned(edition):
        branches = _tree(edition.of(Organisation, township.township))
        if branches:
            yield _tree_page(edition, township, branches)
    for organisation in edition.of(Organisation):
        above = edition.get(Organisation, f"{organisation.township}/organisation/{organisation.parent}")
        context = {
            "organisation": organisation,
            "above": (above, record_page(above)) if above else None,
            "duties": any(seat.duty for seat in organisation.seats),
            "remarks": any(seat.remark for seat in organisation.seats),
            "disclosures": disclosures(edition, organisation),
            "place": places.name(edition, organisation.township, organisation.place),
            "origin": organisation.key,
            "sample": places.is_sample(edition, organisation.township),
        }
        crumbs = places.crumbs(organisation.township, organisation.place)
        yield Page(record_page(organisation), organisation.name, "organisation.md.j2", context, crumbs=crumbs)


@dataclass(frozen=True)
class Branch:
    """An organisation in the tree, and how deep it stands."""

    organisation: Organisation
    depth: int


def _tree_page(edition: Edition, township: Place, branches: list[Branch]) -> Page:
    slug = township.township
    context = {
        "branches": [(branch, record_page(branch.organisation)) for branch in branches],
        "kinds": Counter(branch.organisation.kind for branch in branches).most_common(),
        "names": {place.id: place.name for place in edition.of(Place, slug)},
        "sample": township.sample,
    }
    title = f"{township.name}组织体系"
    return Page(
        paths.organisations(slug),
        title,
        "organisations.md.j2",
        context,
        places.menu(edition, township.township, "组织"),
        places.crumbs(slug),
    )


def _tree(organisations: Sequence[Organisation]) -> list[Branch]:
    """Every organisation once, below the one above it; those whose superior is not here, or that stand in a circle, on top."""
    known = {organisation.id for organisation in organisations}
    below: dict[str, list[Organisation]] = {}
    for organisation in organisations:
        parent = organisation.parent if organisation.parent in known else None
        below.setdefault(parent or "", []).append(organisation)
    listed: dict[str, Branch] = {}

    def hang(organisation: Organisation, depth: int) -> None:
        if organisation.id not in listed:
            listed[organisation.id] = Branch(organisation, depth)
            for child in below.get(organisation.id, ()) if depth < DEEPEST else ():
                hang(child, depth + 1)

    for organisation in (*below.get("", ()), *organisations):
        hang(organisation, 0)
    return list(listed.values())
