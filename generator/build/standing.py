"""Pages that would come out as they are: their Markdown and the frame around it are those of the build before."""

from __future__ import annotations

from pathlib import Path

from generator.links import same_file
from generator.model import Publication


def standing(publication: Publication, settings: Path, before: Path) -> frozenset[str]:
    """Links the HTML of those pages from the folder `before`; returns their paths, none where the frame is another.

    The frame — menus, theme, versions, address — is all in the settings.
    """
    old = before / settings.name
    if not old.is_file() or old.read_bytes() != settings.read_bytes():
        return frozenset()
    return frozenset(page.path for page in publication.pages if _linked(publication, before, page.path))


def _linked(publication: Publication, before: Path, path: str) -> bool:
    html = f"{path.removesuffix('.md')}.html"
    new, old = publication.docs / path, before / "docs" / path
    if not old.is_file() or not (before / "site" / html).is_file() or new.read_bytes() != old.read_bytes():
        return False
    same_file(before / "site" / html, publication.site / html)
    same_file(old, new)
    return True
