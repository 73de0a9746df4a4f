"""Every address of the site, in one place: once published, an address never changes."""

from __future__ import annotations

HOME = "index.md"
PLACES = "places/index.md"
"""All townships and villages."""
FINDINGS = "findings.md"
MANUAL = "manual.md"
"""What every rule means, at `#rule-<name>`."""
CATALOGUE = "catalogue/index.md"
LAWS = "catalogue/laws.md"
REFERENCE = tuple(
    f"catalogue/{name}.md"
    for name in (
        *("dictionary", "procedures", "schedules", "grades", "ledgers"),
        *("metrics", "charts", "words", "genres", "masks", "jurisdictions"),
    )
)
"""How records are written, and the mechanisms of the catalogue; only those of which there is something to say."""
OWN_PAGES = frozenset({"finance", "procedure", "organisation", "article", "archive", "project", "assessment", "roster"})
"""Families of which every record has a page of its own; the others stand in their register."""


def township(slug: str) -> str:
    return f"{slug}/index.md"


def place(slug: str, place_id: str) -> str:
    """A village's home; a township's own home when the place is the township itself."""
    return township(slug) if place_id == slug else f"{slug}/{place_id}/index.md"


def record(slug: str, place_id: str, family: str, record_id: str) -> str:
    """The page of one record: `anping/liucun/finance/liucun-2026-03.md`."""
    below = slug if place_id == slug else f"{slug}/{place_id}"
    return f"{below}/{family}/{record_id}.md"


def register(slug: str, place_id: str, family: str) -> str:
    """The list of a place's records of one family."""
    below = slug if place_id == slug else f"{slug}/{place_id}"
    return f"{below}/{family}/index.md"


def organisations(slug: str) -> str:
    """The tree of a township's organisations."""
    return f"{slug}/organisations.md"


def statistics(slug: str = "", place_id: str = "") -> str:
    """Charts and tables by subject: of a village, of a township, or without either of the whole site."""
    return "/".join(part for part in (slug, "" if place_id == slug else place_id, "statistics.md") if part)


def indicators(slug: str) -> str:
    """Every figure of the township, one by one."""
    return f"{slug}/indicators.md"


def ledgers(slug: str) -> str:
    """How the township's ledgers are worked off."""
    return f"{slug}/ledgers.md"


def local_catalogue(slug: str) -> str:
    """The catalogue as the township has it, where local rules change it."""
    return f"{slug}/catalogue.md"


def due(slug: str, place_id: str = "") -> str:
    """What a township had to publish, or one of its villages."""
    return "/".join(part for part in (slug, "" if place_id == slug else place_id, "due.md") if part)


def findings(slug: str) -> str:
    """What the checks found wrong with the township's data, for reviewers."""
    return f"{slug}/findings.md"


def timeliness(slug: str = "") -> str:
    """Who publishes on time: a township's villages, or without a township all of them."""
    return f"{slug}/timeliness.md" if slug else "timeliness.md"


def archive(slug: str) -> str:
    """The township's archived documents, year by year."""
    return f"{slug}/archive/index.md"


def rhythm(slug: str) -> str:
    """How the township keeps its activity schedules."""
    return f"{slug}/activities.md"


HANDBOOK = "手册"
"""Under which title the manual stands in the menu."""


def about(name: str) -> str:
    return f"about/{name}.md"
