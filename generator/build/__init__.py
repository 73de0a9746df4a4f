"""Step 7: a folder of Markdown → HTML beside it, by an engine that is run as a program and never imported."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from generator.build.address import site_address as site_address
from generator.build.menu import menu
from generator.build.policy import content_security_policy
from generator.model import Edition, EngineFailed, Page, Publication
from generator.records.publication import PublicationRecord

ENGINES: dict[str, tuple[str, ...]] = {
    "mkdocs": (sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file"),
    "properdocs": (sys.executable, "-m", "properdocs", "build", "--strict", "--config-file"),
}

_UNREAD = ("assets/javascripts/lunr", "sitemap.xml", "sitemap.xml.gz")
"""Parts of the theme's output that nothing of ours reads; source maps go too."""


def build(publication: Publication, root: Path, *, engine: str = "mkdocs", address: str = "") -> Publication:
    """Runs the engine over `publication.docs`; the HTML stands in `publication.site`.

    root: the folder of the site's own mkdocs.yml. address: where the site stands on the internet, if it does.
    Raises EngineFailed with the engine's last words.
    """
    stamp = _stamp(publication.edition)
    policy = _policy(publication, root, engine, stamp)
    settings = _settings(publication.folder, root, publication.pages, policy, address)
    _run(engine, settings, stamp)
    _trim(publication.site)
    return publication


def _settings(folder: Path, root: Path, pages: tuple[Page, ...], policy: str, address: str = "") -> Path:
    """The settings of one build; JSON is YAML, so nothing in a title can become a tag.

    Paths to the site's own files are absolute: `..` from a folder that is read through a link leads elsewhere.
    """
    hidden = [page.path for page in pages if not page.menu]
    settings: dict[str, Any] = {
        "INHERIT": str(root / "mkdocs.yml"),
        "site_url": address,  # pages that are not for the internet name no address on it
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {"custom_dir": str(root / "theme_overrides")},
        "nav": menu(pages),
        "not_in_nav": "\n".join(f"/{path}" for path in hidden),
        "extra": {"policy": policy},
    }
    path = folder / "mkdocs.yml"
    path.write_text(json.dumps(settings, ensure_ascii=False, indent=1), encoding="utf-8", newline="\n")
    return path


def _policy(publication: Publication, root: Path, engine: str, stamp: int) -> str:
    """The policy with the hashes of an empty page's scripts: hashes from finished pages would bless an injected one."""
    reference = publication.folder / "reference"
    (reference / "docs").mkdir(parents=True)
    (reference / "docs" / "index.md").write_text("# 1\n", encoding="utf-8")
    _run(engine, _settings(reference, root, (Page("index.md", "1", ""),), ""), stamp)
    page = (reference / "site" / "index.html").read_text(encoding="utf-8")
    shutil.rmtree(reference)
    return content_security_policy(page)


def _run(engine: str, settings: Path, stamp: int) -> None:
    environment = os.environ | {
        "SOURCE_DATE_EPOCH": str(stamp),
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
    }
    command = [*ENGINES[engine], str(settings)]
    try:
        done = subprocess.run(command, env=environment, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    except OSError as error:
        raise EngineFailed(f"{engine} 无法运行:{error.strerror}。请重新安装 gongkai。") from None
    if done.returncode:
        said = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
        raise EngineFailed("\n".join([f"{engine} 没有完成,网站没有更新。它最后说:", *said[-12:]]))


def _stamp(edition: Edition) -> int:
    """Seconds since 1970 of the newest publication in the edition: the same records give the same bytes on any day."""
    days = (p.web or p.posted for p in edition.of(PublicationRecord))
    newest = max((day for day in days if day), default=date(2000, 1, 1))
    return int(datetime(newest.year, newest.month, newest.day, tzinfo=UTC).timestamp())


def _trim(site: Path) -> None:
    for path in (*(site / name for name in _UNREAD), *site.rglob("*.map")):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
