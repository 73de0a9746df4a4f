"""A publication that carries its own text: a report, a list, a notice for which there is no family of records."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Edition, Page
from generator.pages._common import places
from generator.pages._common.disclosure import headline, notice_page, of_publication
from generator.records.publication import PublicationRecord


def pages(edition: Edition) -> Iterator[Page]:
    """One page a publication that names no records."""
    for publication in edition.of(PublicationRecord):
        if publication.records or not (publication.text or publication.exempt or publication.attachments):
            continue
        context = {
            "notice": publication,
            "disclosures": of_publication(edition, publication),
            "place": places.name(edition, publication.township, publication.place),
            "origin": publication.key,
            "sample": places.is_sample(edition, publication.township),
        }
        crumbs = places.crumbs(publication.township, publication.place)
        title = str(headline(edition, publication)["title"])
        yield Page(notice_page(publication), title, "notice.md.j2", context, crumbs=crumbs)
