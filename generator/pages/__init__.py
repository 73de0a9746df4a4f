"""Step 5: an Edition → the pages it is shown on. One file per kind of page; the order here is the order of the menu.

The site is made of parts: the portal, and one for each township.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator.model import Edition, Page
from generator.pages import (
    about,
    archived,
    article,
    catalogue,
    commands,
    directory,
    due,
    finance,
    findings,
    home,
    indicators,
    ledgers,
    manual,
    notice,
    organisation,
    procedure,
    project,
    ranking,
    reference,
    register,
    rhythm,
    roster,
    statement,
    statistics,
    timeliness,
    township,
    village,
)
from generator.pages._common.switching import beyond as beyond
from generator.pages._common.switching import with_switches

PORTAL, TOWNSHIPS = "portal", "townships"

KINDS: tuple[tuple[str, Callable[[Edition], Iterator[Page]]], ...] = (
    (PORTAL, home.pages),
    (PORTAL, directory.pages),
    (TOWNSHIPS, township.pages),
    (TOWNSHIPS, village.pages),
    (TOWNSHIPS, finance.pages),
    (TOWNSHIPS, statement.pages),
    (TOWNSHIPS, roster.pages),
    (TOWNSHIPS, procedure.pages),
    (TOWNSHIPS, project.pages),
    (TOWNSHIPS, ranking.pages),
    (TOWNSHIPS, organisation.pages),
    (TOWNSHIPS, notice.pages),
    (TOWNSHIPS, register.pages),
    (TOWNSHIPS, article.pages),
    (TOWNSHIPS, archived.pages),
    (TOWNSHIPS, rhythm.pages),
    (TOWNSHIPS, ledgers.pages),
    (TOWNSHIPS, statistics.pages),
    (TOWNSHIPS, indicators.pages),
    (TOWNSHIPS, due.pages),
    (TOWNSHIPS, timeliness.pages),
    (TOWNSHIPS, findings.pages),
    (TOWNSHIPS, catalogue.pages),
    (PORTAL, statistics.portal),
    (PORTAL, timeliness.portal),
    (PORTAL, findings.portal),
    (PORTAL, catalogue.portal),
    (PORTAL, reference.pages),
    (PORTAL, manual.pages),
    (PORTAL, about.pages),
    (PORTAL, commands.pages),
)
"""(Which part of the site it belongs to, what plans it)."""


def plan(edition: Edition) -> tuple[Page, ...]:
    """All pages of the edition, or of the part of the site that it is for."""
    part = {None: (PORTAL, TOWNSHIPS), "": (PORTAL,)}.get(edition.part, (TOWNSHIPS,))
    kinds = [(order, kind) for order, (room, kind) in enumerate(KINDS) if room in part]
    return with_switches(edition, (replace(page, order=order) for order, kind in kinds for page in kind(edition)))


def outlines(pages: Iterable[Page]) -> tuple[Page, ...]:
    """The pages without what stands on them: what other parts of the site need to lead there."""
    return tuple(Page(page.path, page.title, page.template, menu=page.menu, order=page.order) for page in pages)
