"""The small site that many tests use: one township, two villages, one quarter. Read it as a clerk would."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from generator import pipeline
from generator.disclose import disclose
from generator.model import Audience, Publication, Records, Site
from generator.pages import plan

ROOT = Path(__file__).parent
REPOSITORY = ROOT.parents[1]
TODAY = date(2026, 10, 20)


def copied(folder: Path) -> Path:
    """The site in a folder of its own, with the settings and the look of the repository."""
    for name in ("data", "content"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)
    shutil.copytree(REPOSITORY / "theme_overrides", folder / "theme_overrides")
    return folder


def published(site: Site, records: Records, audience: Audience, out: Path) -> Publication:
    """The site of one audience below `out`, with its edition and pages as one."""
    release = pipeline.build_site(site, records, audience, out)
    edition = disclose(records, audience, site.townships)
    return Publication(edition, plan(edition), release.folder)
