"""An organisation and who holds its posts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Edition, Page
from generator.pages._common import places
from generator.pages._common.disclosure import disclosures, record_page
from generator.records.organisation import Organisation


def pages(edition: Edition) -> Iterator[Page]:
    """One page an organisation."""
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
