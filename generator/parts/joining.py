"""The parts become one release: every file under its second name, one manifest, one list of figures, one sitemap."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from html import escape
from pathlib import Path

from generator import chain, search
from generator.build.settings import settings
from generator.formats import figures, manifest, release
from generator.links import same_file, settle
from generator.model import Audience
from generator.parts import kept
from generator.parts.building import Built, indexed
from generator.parts.given import Given


def join(given: Given, built: Sequence[Built], folder: Path) -> str:
    """Fills the folder of the release, which must be empty; returns the hash of everything in it."""
    files: dict[str, str] = {}
    for one in built:
        home = given.folder(one.township)
        for name, stamp in one.files.items():
            same_file(home / name, folder / name)
            files[name] = stamp.sha256
    files |= _searchable(given, built, folder)
    pages = tuple(page for one in built for page in one.pages)
    settings(folder, given.site.root, pages, given.policy, given.address)
    if given.address:
        files["site/sitemap.xml"] = _hash(_sitemap(given.address, (page.path for page in pages), folder / "site"))
    listed = _below(files, "site/")
    if given.audience is Audience.REVIEW:
        listed[release.NAME] = files[f"site/{release.NAME}"] = _hash(release.write(listed, folder / "site"))
    for path in _proofs(given, listed, folder / "site"):
        files[path.name] = _hash(path)
    files["figures"] = _hash(figures.write(given.audience, (entry for one in built for entry in one.quoted), folder))
    return hashlib.sha256("\n".join(f"{name} {sha}" for name, sha in sorted(files.items())).encode()).hexdigest()


def _searchable(given: Given, built: Sequence[Built], folder: Path) -> dict[str, str]:
    """The search index, in `site/search/`; the standing one is kept aside like the parts."""
    home, file = given.folder("_search"), given.beside("_search", "made")
    known: dict[str, search.Made] = kept.get(file, "") or {}
    shares = [search.Share(one.contents, cache(partial(indexed, given, one))) for one in built]
    made = search.join(shares, folder / "site", home if home.is_dir() else None, known)
    fresh = home.with_name(".new-_search")
    shutil.rmtree(fresh, ignore_errors=True)
    for name in made:
        same_file(folder / "site" / search.FOLDER / name, fresh / search.FOLDER / name)
    shutil.rmtree(home, ignore_errors=True)
    fresh.rename(home)
    kept.put(file, "", made)
    return {f"site/{search.FOLDER}/{name}": one.sha256 for name, one in made.items()}


def _proofs(given: Given, listed: dict[str, str], site: Path) -> Iterator[Path]:
    """The manifest and what goes with it; where this very content was signed, the signature."""
    name = given.site.release(given.audience)
    sealed, _ = chain.read(chain.file(given.site.root, name))
    made = manifest.write(given.audience, listed, site, name, sealed)
    yield from made
    signature = chain.signature(given.site.root, name, len(sealed))
    if sealed and sealed[-1].root == _hash(site / manifest.SUMS) and signature.is_file():
        yield Path(shutil.copyfile(signature, site / manifest.SIGNATURE))


def _hash(path: Path) -> str:
    return hashlib.sha256(settle(path)).hexdigest()


def _below(files: dict[str, str], room: str) -> dict[str, str]:
    return {name.removeprefix(room): sha for name, sha in files.items() if name.startswith(room)}


def _sitemap(address: str, paths: Iterable[str], site: Path) -> Path:
    """`sitemap.xml` (sitemaps.org 0.9): every page's address, in order; no dates, which would change without the page."""
    entries = (f" <url><loc>{escape(address)}{path.removesuffix('.md')}.html</loc></url>" for path in sorted(paths))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    target = site / "sitemap.xml"
    target.write_text("\n".join([head, *entries, "</urlset>", ""]), encoding="utf-8", newline="\n")
    return target
