"""What is made of the pages of a finished site: Word documents, board sheets, cards, scripts to be read out.

Everything is made from the finished page, so that it is masked as the page is, and searched for leaks once more before it
is handed out: all of it, or nothing.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator import keys, leaks, staging
from generator.formats import HANDOUTS, manifest
from generator.markup.blocks import Document, Picture, Sheet
from generator.markup.reading import read
from generator.model import Audience, LeakFound, Page, Unusable
from generator.pipeline import Release, Survey, Work


@dataclass(frozen=True)
class _Job:
    """One page, to be made into one kind of thing, wherever."""

    kind: str
    site: Path
    number: str
    address: str
    root: str


def export(
    work: Work, survey: Survey, audience: Audience, kind: str, target: Path, pages: Collection[str] = ()
) -> list[Path]:
    """Files below `target`, in the order of the pages. pages: addresses below the site of those wanted; none are all of the kind.

    Raises Unusable for a page that there is not, LeakFound with nothing handed out.
    """
    release = work.build(survey, audience)
    with staging.staged(work.out, f"export-{kind}") as folder:
        names = list(_made(work, release, kind, pages, folder))
        _searched(release, audience, folder, names)
        return staging.place_all(folder, target, names)


def cleared(work: Work, target: Path, made: Sequence[Path]) -> list[Path]:
    """What the last export of a whole kind put there and this one did not: pages that are gone, or withdrawn. It is removed;
    files that somebody else put there stay. The list of what is there now is kept aside."""
    file = work.cache / "exports" / f"{keys.key(str(target))}.json"
    names = [path.relative_to(target).as_posix() for path in made]
    try:
        before = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        before = []
    gone = [target / name for name in before if isinstance(name, str) and name not in set(names) and ".." not in name]
    gone = [path for path in gone if path.is_file()]
    for path in gone:
        path.unlink()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(names), encoding="utf-8")
    return gone


def _made(work: Work, release: Release, kind: str, pages: Collection[str], folder: Path) -> Iterator[str]:
    site = release.folder / "site"
    root = json.loads((site / manifest.NAME).read_text(encoding="utf-8"))["root"]
    numbers = [page.path.removesuffix(".md") for page in _wanted(release, kind, pages)]
    address = work.site_address(release.audience)
    jobs = [_Job(kind, site, one, f"{address}{one}.html" if address else "", root) for one in numbers]
    with work.progress("做成要发的文件", len(jobs)) as came:
        for number, made in zip(numbers, work.executor.run(_run, jobs, lambda _: came("")), strict=True):
            for suffix, data in made:
                path = folder / f"{number}{suffix}"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
                yield f"{number}{suffix}"


def _run(job: _Job) -> tuple[tuple[str, bytes], ...]:
    html = job.site / f"{job.number}.html"
    document = read(html.read_text(encoding="utf-8"))
    pictures = dict(_pictures(document, html.parent, job.site))
    return tuple(
        HANDOUTS[job.kind].make(Sheet(document, job.number, job.address, keys.spoken(job.root), pictures, job.root))
    )


def _pictures(document: Document, folder: Path, site: Path) -> Iterator[tuple[str, bytes]]:
    """Those of the site itself; prose may name others, which are not fetched."""
    home = site.resolve()
    for block in document.blocks:
        if isinstance(block, Picture):
            with suppress(OSError, ValueError):  # whatever stands there may be no name of a file at all
                path = (folder / block.source).resolve()
                if path.is_relative_to(home) and path.is_file():
                    yield block.source, path.read_bytes()


def _wanted(release: Release, kind: str, pages: Collection[str]) -> list[Page]:
    if not pages:
        return [page for page in release.pages if page.template in HANDOUTS[kind].PAGES]
    known = {page.path.removesuffix(".md"): page for page in release.pages}
    names = [page.strip("/").removesuffix(".html").removesuffix(".md") for page in pages]
    for name in names:
        if name not in known:
            raise Unusable(f"没有 {name} 这一页。写网址里网站名后面的部分,例如 anping/liucun/finance/liucun-2026-03。")
    return [known[name] for name in names]


def _searched(release: Release, audience: Audience, folder: Path, names: list[str]) -> None:
    """Each file for what its own part of the site withholds."""
    parts: dict[str, list[str]] = {}
    for name in names:
        part = name.split("/")[0]
        parts.setdefault(part if part in release.parts else "", []).append(name)
    found = [
        leak for part, mine in parts.items() for leak in leaks.look(release.wanted(part), audience, [(folder, mine)])
    ]
    if found:
        raise LeakFound("\n".join(["有不该公开的内容出现在成品里,什么都没有给出:", *(leak.message for leak in found)]))
