"""What all parts of one build are given alike."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from generator import keys
from generator.build import ENGINES, site_address, site_policy
from generator.disclose import disclose
from generator.model import Audience, Page, Record, Site
from generator.pages import outlines, plan
from generator.parts import checking, kept
from generator.parts.compiled import Compiled

PORTAL = ""
WHOLE = "全部"
"""What searchers know the portal's pages by."""


@dataclass(frozen=True)
class Given:
    """What all parts of one build are given alike."""

    site: Site
    audience: Audience
    cache: Path
    address: str
    policy: str
    tops: tuple[Record, ...]
    """The places that are the townships, in their order."""
    signposts: tuple[Page, ...]
    """The portal's pages, without what stands on them."""

    @property
    def home(self) -> Path:
        return self.cache / "built" / self.site.release(self.audience)

    def folder(self, part: str) -> Path:
        return self.home / (part or "_portal")

    def beside(self, part: str, what: str) -> Path:
        """The file of something that is kept of a part."""
        return self.home / f"{part or '_portal'}.{what}"

    def compiled(self, room: str) -> Compiled:
        """Where compiled templates are kept."""
        return Compiled(self.cache / "templates", room)

    @property
    def key(self) -> str:
        tops = (top.model_dump_json() for top in self.tops)
        outlines = (f"{page.path}|{page.title}|{page.menu}" for page in self.signposts)
        frame = keys.frame(self.site.root)
        return keys.key(frame, ENGINES[self.site.engine], self.audience.value, self.address, *tops, *outlines)


def given(site: Site, audience: Audience, cache: Path, shared: checking.Job, tops: tuple[Record, ...]) -> Given:
    """What all parts share: the portal's addresses, where the site stands, its content security policy."""
    address = site_address(site.root) if audience is Audience.PUBLIC else ""
    catalogue = checking.records(shared)
    edition = disclose(replace(catalogue, items=(*catalogue.items, *tops)), audience, part=PORTAL)
    policy = _policy(site, cache)
    return Given(site, audience, cache, address, policy, tops, outlines(plan(edition)))


def _policy(site: Site, cache: Path) -> str:
    file, key = cache / f"policy-{site.engine}", keys.key(keys.frame(site.root), ENGINES[site.engine])
    policy: str | None = kept.get(file, key)
    if policy is None:
        policy = site_policy(cache / "reference", site.root, site.engine)
        kept.put(file, key, policy)
    return policy
