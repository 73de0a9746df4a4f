"""Step 5: an Edition → the pages it is shown on. One file per kind of page; the order here is the order of the menu."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.model import Edition, Page
from generator.pages import (
    about,
    archived,
    article,
    catalogue,
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
from generator.pages._common.switching import with_switches

KINDS: tuple[Callable[[Edition], Iterator[Page]], ...] = (
    home.pages,
    directory.pages,
    township.pages,
    village.pages,
    finance.pages,
    statement.pages,
    roster.pages,
    procedure.pages,
    project.pages,
    ranking.pages,
    organisation.pages,
    notice.pages,
    register.pages,
    article.pages,
    archived.pages,
    rhythm.pages,
    ledgers.pages,
    statistics.pages,
    indicators.pages,
    due.pages,
    timeliness.pages,
    findings.pages,
    catalogue.pages,
    reference.pages,
    manual.pages,
    about.pages,
)


def plan(edition: Edition) -> tuple[Page, ...]:
    """All pages of the edition."""
    return with_switches(edition, (page for kind in KINDS for page in kind(edition)))
