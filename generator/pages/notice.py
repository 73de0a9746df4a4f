"""A publication that carries its own text: a report, a list, a notice for which there is no family of records.

What was withdrawn keeps the addresses at which it could be read: a notice stands there that says when and why.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Edition, Page
from generator.pages._common import places
from generator.pages._common.disclosure import headline, notice_page, of_publication
from generator.pages._common.history import gone_pages, withdrawal
from generator.records.publication import PublicationRecord


def pages(edition: Edition) -> Iterator[Page]:
    """One page a publication that names no records, or an address of one that was withdrawn."""
    for publication in edition.of(PublicationRecord):
        context = {
            "notice": publication,
            "withdrawn": withdrawal(edition, publication),
            "disclosures": of_publication(edition, publication),
            "place": places.name(edition, publication.township, publication.place),
            "origin": publication.key,
            "sample": places.is_sample(edition, publication.township),
        }
        crumbs = places.crumbs(publication.township, publication.place)
        title = str(headline(edition, publication)["title"])
        for path in _addresses(edition, publication):
            yield Page(path, title, "notice.md.j2", context, crumbs=crumbs)


def _addresses(edition: Edition, publication: PublicationRecord) -> list[str]:
    if publication.records:
        return []
    if not withdrawal(edition, publication):
        said = publication.text or publication.exempt or publication.attachments
        return [notice_page(publication)] if said else []
    return gone_pages(edition, publication) or [notice_page(publication)]
