"""Step 7: a folder of Markdown → HTML beside it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from jinja2 import BytecodeCache

from generator.build import elsewhere, programs
from generator.build.address import site_address as site_address
from generator.build.policy import content_security_policy
from generator.build.settings import settings
from generator.build.standing import standing
from generator.model import Audience, Edition, Page, Publication
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
_REVIEWERS = ("assets/comments.js", "assets/style/comments.css")
"""With these reviewers write comments; nobody else gets them."""


def build(
    publication: Publication,
    root: Path,
    *,
    engine: str = "mkdocs",
    address: str = "",
    policy: str = "",
    before: Path | None = None,
    compiled: Callable[[str], BytecodeCache] | None = None,
) -> Publication:
    """Runs the engine over `publication.docs`; the HTML stands in `publication.site`.

    root: the folder of the site's own mkdocs.yml. address: where the site stands on the internet, if it does.
    policy: its content security policy, found out where none is given. before: the folder of the same part as it was built
    before; pages that would come out the same are linked to those there, by an engine that can. compiled: where compiled
    templates are kept, one place for each environment.
    Raises EngineFailed with the engine's last words.
    """
    policy = policy or site_policy(publication.folder / "reference", root, engine)
    chosen = settings(publication.folder, root, publication.pages, policy, address, publication.beyond)
    beyond = frozenset(page.path for page in publication.beyond)
    part = publication.edition.part
    if program := ENGINES[engine]:
        (chosen.parent / elsewhere.NAME).write_text(json.dumps(sorted(beyond)), encoding="utf-8")
        programs.run(engine, program, chosen, _stamp(publication.edition))
    else:
        same = standing(publication, chosen, before) if before else frozenset()
        _shard(chosen, beyond, assets=not part, without=same, compiled=compiled)
    _trim(publication.site, shared=not part, reviewing=publication.edition.audience is Audience.REVIEW)
    return publication


def site_policy(folder: Path, root: Path, engine: str = "mkdocs") -> str:
    """The policy with the hashes of an empty page's scripts: hashes from finished pages would bless an injected one.

    folder: where the empty page may be built; it is gone afterwards.
    """
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# 1\n", encoding="utf-8")
    chosen = settings(folder, root, (Page("index.md", "1", ""),), "")
    if program := ENGINES[engine]:
        programs.run(engine, program, chosen, 0)
    else:
        _shard(chosen, frozenset(), assets=False)
    text = (folder / "site" / "index.html").read_text(encoding="utf-8")
    shutil.rmtree(folder)
    return content_security_policy(text)


def _shard(
    chosen: Path,
    beyond: frozenset[str],
    *,
    assets: bool,
    without: frozenset[str] = frozenset(),
    compiled: Callable[[str], BytecodeCache] | None = None,
) -> None:
    from generator.build.shard import render  # MkDocs takes its time to load

    render(chosen, beyond, assets=assets, without=without, compiled=compiled)


def _stamp(edition: Edition) -> int:
    """Seconds since 1970 of the newest publication in the edition: the same records give the same bytes on any day."""
    days = (p.web or p.posted for p in edition.of(PublicationRecord))
    newest = max((day for day in days if day), default=date(2000, 1, 1))
    return int(datetime(newest.year, newest.month, newest.day, tzinfo=UTC).timestamp())


def _trim(site: Path, *, shared: bool, reviewing: bool) -> None:
    unwanted = (*_UNREAD, *(() if shared else _SHARED), *(() if reviewing else _REVIEWERS))
    for path in (*(site / name for name in unwanted), *site.rglob("*.map")):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
