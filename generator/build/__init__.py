"""Step 7: a folder of Markdown → HTML beside it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection
from datetime import UTC, date, datetime
from pathlib import Path

from generator.build import elsewhere, programs
from generator.build.address import site_address as site_address
from generator.build.policy import content_security_policy
from generator.build.settings import settings
from generator.model import Edition, Page, Publication
from generator.records.publication import PublicationRecord

ENGINES: dict[str, tuple[str, ...]] = {
    "mkdocs": (),
    "mkdocs-plain": programs.MKDOCS,
    "properdocs": programs.PROPERDOCS,
}
"""Name → the program to run; none is MkDocs inside this process with our short cuts."""

_UNREAD = ("assets/javascripts/lunr", "sitemap.xml", "sitemap.xml.gz")
"""Parts of the theme's output that nothing of ours reads; source maps go too."""
_SHARED = ("assets", "404.html", "search")
"""What the theme writes beside the pages, once for the site: with the portal."""


def build(
    publication: Publication,
    root: Path,
    *,
    engine: str = "mkdocs",
    address: str = "",
    only: Collection[str] | None = None,
) -> Publication:
    """Runs the engine over `publication.docs`; the HTML stands in `publication.site`.

    root: the folder of the site's own mkdocs.yml. address: where the site stands on the internet, if it does.
    only: paths of the pages to render, for an engine that can; none means all. Raises EngineFailed with its last words.
    """
    stamp = _stamp(publication.edition)
    policy = _policy(publication, root, engine, stamp)
    chosen = settings(publication.folder, root, publication.pages, policy, address, publication.beyond)
    _run(engine, chosen, stamp, publication, only)
    _trim(publication)
    return publication


def _run(engine: str, chosen: Path, stamp: int, publication: Publication, only: Collection[str] | None = None) -> None:
    beyond = frozenset(page.path for page in publication.beyond)
    if ENGINES[engine]:
        (chosen.parent / elsewhere.NAME).write_text(json.dumps(sorted(beyond)), encoding="utf-8")
        programs.run(engine, ENGINES[engine], chosen, stamp)
    else:
        from generator.build.shard import render

        render(chosen, beyond, assets=not publication.edition.part, only=only)


def _policy(publication: Publication, root: Path, engine: str, stamp: int) -> str:
    """The policy with the hashes of an empty page's scripts: hashes from finished pages would bless an injected one."""
    folder = publication.folder / "reference"
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# 1\n", encoding="utf-8")
    page = Page("index.md", "1", "")
    _run(engine, settings(folder, root, (page,), ""), stamp, Publication(Edition(part="1"), (page,), folder))
    page_text = (folder / "site" / "index.html").read_text(encoding="utf-8")
    shutil.rmtree(folder)
    return content_security_policy(page_text)


def _stamp(edition: Edition) -> int:
    """Seconds since 1970 of the newest publication in the edition: the same records give the same bytes on any day."""
    days = (p.web or p.posted for p in edition.of(PublicationRecord))
    newest = max((day for day in days if day), default=date(2000, 1, 1))
    return int(datetime(newest.year, newest.month, newest.day, tzinfo=UTC).timestamp())


def _trim(publication: Publication) -> None:
    site, part = publication.site, publication.edition.part
    for path in (*(site / name for name in (*_UNREAD, *(_SHARED if part else ()))), *site.rglob("*.map")):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
