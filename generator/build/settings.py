"""The settings of one run of an engine: the site's own mkdocs.yml with what is different in this part."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator import keys
from generator.build.menu import menu
from generator.model import Page


def settings(
    folder: Path, root: Path, pages: Iterable[Page], policy: str, address: str = "", beyond: Iterable[Page] = ()
) -> Path:
    """Writes `folder/mkdocs.yml`. JSON is YAML, so nothing in a title can become a tag.

    beyond: pages of other parts; those that have a place in the menus stand there, too. Paths to the site's own files are
    absolute: `..` from a folder that is read through a link leads elsewhere.
    """
    own, others = tuple(pages), tuple(beyond)
    known: dict[str, Any] = {
        "INHERIT": str(root / "mkdocs.yml"),
        "site_url": address,  # pages that are not for the internet name no address on it
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {"custom_dir": str(root / "theme_overrides")},
        "nav": menu(sorted((*own, *others), key=_turn)),
        "validation": {"nav": {"omitted_files": "ignore"}},  # most pages stand in no menu
        "extra": {"policy": policy, "made": keys.frame(root)},
        "hooks": [str(Path(__file__).with_name("elsewhere.py"))] if others else [],
    }
    path = folder / "mkdocs.yml"
    path.write_text(json.dumps(known, ensure_ascii=False, indent=1), encoding="utf-8", newline="\n")
    return path


def _turn(page: Page) -> tuple[int, str]:
    """Kind by kind, and the townships in their order."""
    return page.order, page.path.split("/")[0]
