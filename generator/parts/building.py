"""Steps 4 to 9 for one part: disclose, plan, write, build, look for leaks, and what the site needs of it to be joined.

A part's folder holds `docs/` and `site/` as the release will. It is made anew beside the standing one and takes its place
when it is whole, so that a build may be killed at any moment.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator import keys, leaks, search
from generator.build import build
from generator.disclose import disclose
from generator.disclose.digests import Digest, digest, portal
from generator.formats import figures
from generator.memory import uncollected
from generator.model import Edition, Finding, LeakFound, Page, Publication, Records, Unusable
from generator.pages import beyond, outlines, plan
from generator.parts import checking, kept
from generator.parts.given import PORTAL, WHOLE, Given
from generator.parts.stamps import Stamp, intact, stamps
from generator.records.place import Place
from generator.write import write

_GONE = "生成到一半的文件不见了。请删去输出文件夹里的 .cache 文件夹,再运行一次。"


@dataclass(frozen=True)
class Built:
    """A finished part: what the portal and the joined site need to know of it."""

    township: str
    key: str
    pages: tuple[Page, ...]
    """Without what stands on them."""
    files: dict[str, Stamp]
    """Path below the part's folder → its hash, and how it is told that nobody touched it."""
    told: str
    """The hash of what the portal may know."""
    quoted: tuple[dict[str, Any], ...]
    """The figures of its articles, as `figures.json` has them."""
    contents: search.Contents
    """What can be found on its pages, in short."""


@dataclass(frozen=True)
class Township:
    """The job of building one township."""

    given: Given
    job: checking.Job

    def run(self) -> Built:
        """Builds it, or finds it built. Raises LeakFound and EngineFailed."""
        return _made(self.given, self.job.township, keys.key(self.job.key, self.given.key), self._publication)

    def look(self, folder: Path) -> Path:
        """Its pages alone, below `folder`, for whoever is writing them: searched for no leaks and kept nowhere."""
        shutil.rmtree(folder, ignore_errors=True)
        given = self.given
        codes: dict[str, str] = kept.get(given.beside(self.job.township, "codes"), "") or {}
        with uncollected():
            publication, _, _ = self._publication(folder, codes, tables=False)
            standing = given.folder(self.job.township)
            _rendered(given, publication, standing if standing.is_dir() else None)
        return folder / "site"

    def told(self, built: Built) -> Digest:
        """What the portal may know of it."""
        found: Digest | None = kept.get(self.given.beside(built.township, "told"), built.told)
        return found if found is not None else digest(self._edition()[0])

    def withheld(self, built: Built) -> leaks.Needles:
        """What it keeps from these readers."""
        found: leaks.Searched | None = kept.get(self.given.beside(built.township, "leaks"), built.key)
        if found is None:
            edition, records = self._edition()
            found = leaks.searched(Publication(edition, plan(edition), self.given.home), records)
        return found.needles

    def _edition(self) -> tuple[Edition, Records]:
        own, slug = checking.records(self.job), self.job.township
        others = (top for top in self.given.tops if top.township != slug)
        records = replace(own, items=(*own.items, *others))
        return disclose(records, self.given.audience, part=slug), records

    def _publication(
        self, folder: Path, codes: dict[str, str], *, tables: bool = True
    ) -> tuple[Publication, Records, Digest]:
        given = self.given
        edition, records = self._edition()
        known = (*given.signposts, *beyond(edition))
        compiled = given.compiled("pages")
        publication = write(edition, plan(edition), folder, given.address, known, codes, compiled, tables=tables)
        return publication, records, digest(edition)


@dataclass(frozen=True)
class Portal:
    """The job of building the portal, once the townships stand."""

    given: Given
    job: checking.Job
    townships: tuple[Township, ...]
    built: tuple[Built, ...]

    def run(self) -> Built:
        """Builds it, or finds it built. Raises LeakFound and EngineFailed."""
        outlines = (f"{page.path}|{page.title}" for one in self.built for page in one.pages)
        key = keys.key(self.job.key, self.given.key, *(one.told for one in self.built), *outlines)
        return _made(self.given, PORTAL, key, self._publication, self._needles())

    def _needles(self) -> Iterator[leaks.Needles]:
        """What the townships withhold: nothing of it may stand on the portal either."""
        for town, built in zip(self.townships, self.built, strict=True):
            yield town.withheld(built)

    def _publication(self, folder: Path, codes: dict[str, str]) -> tuple[Publication, Records, None]:
        given = self.given
        records = checking.records(self.job)
        told = [town.told(built) for town, built in zip(self.townships, self.built, strict=True)]
        edition = portal(disclose(records, given.audience), told)
        elsewhere = tuple(page for one in self.built for page in one.pages)
        compiled = given.compiled("pages")
        return write(edition, plan(edition), folder, given.address, elsewhere, codes, compiled), records, None


def run(job: Township) -> Built:
    """One township, in whatever process."""
    return job.run()


_Maker = Callable[[Path, dict[str, str]], tuple[Publication, Records, Digest | None]]
"""Writes the Markdown of a part into a folder; with it come the records behind it, and what the portal may know."""


def _made(given: Given, part: str, key: str, make: _Maker, elsewhere: Iterable[leaks.Needles] = ()) -> Built:
    folder, file = given.folder(part), given.beside(part, "built")
    before: Built | None = kept.get(file, "")
    whole = before is not None and intact(folder, before.files)
    aside = (given.beside(part, "search"), *((given.beside(part, "told"),) if part else ()))
    if before is not None and whole and before.key == key and all(path.is_file() for path in aside):
        return before
    fresh = folder.with_name(f".new-{folder.name}")
    shutil.rmtree(fresh, ignore_errors=True)
    with uncollected(), _cleared(fresh):
        codes: dict[str, str] = kept.get(given.beside(part, "codes"), "") or {}
        many = len(codes)
        publication, records, told = make(fresh, codes)
        _rendered(given, publication, folder if whole else None)
        figures.make(publication, fresh)
        made = stamps(fresh, before.files if before and whole else {})
        wanted = leaks.searched(publication, records, elsewhere)
        leaked, numbers = _leaks(given, part, wanted, fresh, made, before if whole else None)
        _stop(leaked)
        indexed = _indexed(given, part, publication, before)
        named = keys.key(told) if told else ""
        built = Built(
            part,
            key,
            outlines(publication.pages),
            made,
            named,
            figures.entries(publication),
            indexed.contents,
        )
        kept.put(given.beside(part, "search"), keys.key(indexed.contents), indexed)
        kept.put(given.beside(part, "leaks"), key, wanted)
        kept.put(given.beside(part, "figures"), key, numbers)
        if told:
            kept.put(given.beside(part, "told"), named, told)
        if len(codes) > many:
            kept.put(given.beside(part, "codes"), "", codes)
        shutil.rmtree(folder, ignore_errors=True)
        fresh.rename(folder)
        kept.put(file, "", built)
        return built


def _rendered(given: Given, publication: Publication, standing: Path | None) -> None:
    """HTML beside the Markdown; pages that are as they were are taken from the folder that stands."""
    alike = {"engine": given.site.engine, "address": given.address, "policy": given.policy}
    build(publication, given.site.root, **alike, before=standing, compiled=given.compiled)


@contextmanager
def _cleared(folder: Path) -> Iterator[None]:
    """Whatever happens, nothing stays of a folder that did not take its place."""
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _leaks(
    given: Given, part: str, wanted: leaks.Searched, folder: Path, made: dict[str, Stamp], before: Built | None
) -> tuple[list[Finding], set[str]]:
    """What leaks, and the long numbers in the files; unchanged files are searched only for what is new."""
    old: leaks.Searched | None = kept.get(given.beside(part, "leaks"), before.key) if before else None
    numbers: set[str] | None = kept.get(given.beside(part, "figures"), before.key) if before else None
    if before is None or old is None or numbers is None:
        numbers = set()
        return leaks.look(wanted, given.audience, [folder], numbers), numbers
    new = [name for name, stamp in made.items() if before.files.get(name) != stamp]
    same = [name for name, stamp in made.items() if before.files.get(name) == stamp]
    changed, unchanged = (folder, [*new, figures.NAME]), (folder, same)
    return leaks.look_again(wanted, old, given.audience, [changed], [unchanged], numbers), numbers


def _indexed(given: Given, part: str, publication: Publication, before: Built | None) -> search.Indexed:
    old = _kept_index(given, before) if before else None
    name = next((str(top.name) for top in given.tops if isinstance(top, Place) and top.township == part), WHOLE)
    return search.part(name, search.entries(publication), old.sounds if old else None)


def wanted(given: Given, built: Built) -> leaks.Searched:
    """What must not be found in anything made of a part. Raises Unusable when somebody took it away in between."""
    found: leaks.Searched | None = kept.get(given.beside(built.township, "leaks"), built.key)
    if found is None:
        raise Unusable(_GONE)
    return found


def indexed(given: Given, built: Built) -> search.Indexed:
    """A part's share of the search index. Raises Unusable when somebody took it away in between."""
    found = _kept_index(given, built)
    if found is None:
        raise Unusable(_GONE)
    return found


def _kept_index(given: Given, built: Built) -> search.Indexed | None:
    found: search.Indexed | None = kept.get(given.beside(built.township, "search"), keys.key(built.contents))
    return found


def _stop(leaks: Sequence[Finding]) -> None:
    if leaks:
        hint = "多半是目录放开了不该放开的字段,或人写的说明页里有这些内容;改好再试。"
        raise LeakFound(
            "\n".join(["有不该公开的内容出现在成品里,什么都没有发布:", *(leak.message for leak in leaks), hint])
        )
