"""Step 6: Pages → a folder of finished Markdown. Jinja lives here; MkDocs is unheard of."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Collection, Iterable, Mapping, MutableMapping
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from generator.model import Edition, Page, Publication
from generator.pictures import redraw
from generator.records.place import Place
from generator.write import feeds
from generator.write.escape import FILTERS, finalize, line
from generator.write.figure import figure
from generator.write.packages import NAME, package
from generator.write.paper import paper
from generator.write.sheets import csv_bytes, json_bytes
from generator.write.workbooks import xlsx_bytes

_PATH = re.compile(r"(?:[a-z0-9][a-z0-9-]{0,39}/)*[a-z0-9][a-z0-9-]{0,39}\.(?:md|csv)")


def write(
    edition: Edition,
    pages: Iterable[Page],
    folder: Path,
    address: str = "",
    beyond: Iterable[Page] = (),
    codes: MutableMapping[str, str] | None = None,
    compiled: jinja2.BytecodeCache | None = None,
    *,
    tables: bool = True,
) -> Publication:
    """Writes every page below `folder/docs`, which must not exist yet.

    beyond: pages of other parts of the site, which these may lead to. address: where the site stands on the internet,
    a slash at its end; paper then leads there. codes: those drawn before, address → SVG; new ones are added.
    compiled: where compiled templates are kept. tables: whether those to take away are filled, or stand there by name alone.
    Raises ValueError when two pages claim one path or a path is not plain ASCII: both are faults of the page plan.
    """
    pages = tuple(pages)
    _check_paths(pages)
    docs = folder / "docs"
    docs.mkdir(parents=True)
    pictures = copy_pictures(edition.files, docs)
    environment = _environment(compiled)
    elsewhere = tuple(beyond)
    titles = {page.path: page.title for page in (*elsewhere, *pages)}
    for page in pages:
        links = _Links(page, titles, pictures)
        template = environment.get_template(page.template)
        text = template.render(
            page=page,
            edition=edition,
            link=links.link,
            picture=links.picture,
            download=links.download,
            workbook=workbook(page),
            feed=_write_feed(page, docs, address, titles),
            crumbs=links.crumbs(),
            paper=paper(page.path, page.title, links.above()[1:], address, codes),
            **page.context,
        )
        path = docs / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_tidy(text), encoding="utf-8", newline="\n")
        _write_downloads(page, docs, filled=tables)
    _write_package(edition, pages, docs)
    return Publication(edition, pages, folder, elsewhere)


def _write_downloads(page: Page, docs: Path, *, filled: bool) -> None:
    """Each table as CSV and as JSON; all tables of the page as one workbook."""
    if not filled:
        for one in page.downloads:
            (docs / one.path).parent.mkdir(parents=True, exist_ok=True)
            for name in (one.path, f"{one.path.removesuffix('.csv')}.json", workbook(page)):
                (docs / name).touch()
        return
    made = {docs / one.path: csv_bytes(one.rows) for one in page.downloads}
    made |= {docs / f"{one.path.removesuffix('.csv')}.json": json_bytes(one.rows) for one in page.downloads}
    if page.downloads:
        made[docs / workbook(page)] = xlsx_bytes(page.downloads)
    for path, data in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def workbook(page: Page) -> str:
    """Where the workbook with all tables of a page stands."""
    return f"{page.path.removesuffix('.md')}.xlsx"


def _write_feed(page: Page, docs: Path, address: str, known: Collection[str]) -> str:
    """Where the page's feed stands; nothing where it has none, or the site no address that a feed could name."""
    if not address or not page.feed or not page.feed.entries:
        return ""
    path = posixpath.join(posixpath.dirname(page.path), feeds.NAME)
    (docs / path).parent.mkdir(parents=True, exist_ok=True)
    (docs / path).write_bytes(feeds.atom(page.feed, page.path, address, known))
    return path


def _write_package(edition: Edition, pages: Iterable[Page], docs: Path) -> None:
    """Of each township by itself; the portal's tables are their own package."""
    parts: dict[str, list[Page]] = {}
    for page in pages:
        if page.downloads:
            township = page.path.partition("/")[0]
            parts.setdefault(township if edition.find(f"{township}/place/{township}") else "", []).append(page)
    for part, mine in parts.items():
        place = edition.get(Place, f"{part}/place/{part}")
        if made := package(part, f"{place.name if place else ''}公开数据", mine):
            (docs / part / NAME).write_bytes(made)


def copy_pictures(files: Mapping[str, str], docs: Path) -> dict[str, str]:
    """Draws each picture anew under `docs/files/`, named by its content; attachment name → path below docs."""
    written: dict[str, str] = {}
    for name, path in sorted(files.items()):
        picture = redraw(Path(path))
        target = f"files/{name.split('/')[0]}/{hashlib.sha256(picture).hexdigest()[:16]}.png"
        (docs / target).parent.mkdir(parents=True, exist_ok=True)
        (docs / target).write_bytes(picture)
        written[name] = target
    return written


def _check_paths(pages: tuple[Page, ...]) -> None:
    seen: set[str] = set()
    for path in (path for page in pages for path in (page.path, *(one.path for one in page.downloads))):
        if not _PATH.fullmatch(path) or len(path) > 120:
            raise ValueError(f"not a page path: {path}")
        if path in seen:
            raise ValueError(f"two pages at {path}")
        seen.add(path)


@cache
def _environment(compiled: jinja2.BytecodeCache | None) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent.parent / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        bytecode_cache=compiled,
    )
    environment.filters.update(FILTERS, chart=figure)
    return environment


def _tidy(text: str) -> str:
    """No blanks at line ends, never more than one empty line, one newline at the end."""
    lines = "\n".join(part.rstrip() for part in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip() + "\n"


class _Links:
    """Links from one page to others; a link to a page that is not in this edition prints the words alone."""

    def __init__(self, page: Page, titles: dict[str, str], pictures: dict[str, str]) -> None:
        self.page, self.titles, self.pictures = page, titles, pictures
        self.folder = posixpath.dirname(page.path)

    def link(self, path: str, text: str = "", anchor: str = "") -> Markup:
        words = text if isinstance(text, Markup) else line(text or self.titles.get(path, ""))
        if path not in self.titles or path == self.page.path:
            return words
        target = posixpath.relpath(path, self.folder or ".")
        return Markup(f"[{words}]({target}{'#' + anchor if anchor else ''})")

    def download(self, path: str, text: str) -> Markup:
        """A link to a file written beside a page."""
        return Markup(f"[{line(text)}]({posixpath.relpath(path, self.folder or '.')})")

    def picture(self, name: str, text: str) -> Markup:
        target = posixpath.relpath(self.pictures[name], self.folder or ".")
        return Markup(f"![{line(text)}]({target})")

    def above(self) -> list[str]:
        """Titles of the pages above this one, outermost first."""
        return [self.titles[path] for path in self.page.crumbs if path in self.titles]

    def crumbs(self) -> Markup:
        above = [path for path in self.page.crumbs if path in self.titles]
        return Markup(" › ").join(self.link(path, "" if above.index(path) else "首页") for path in above)
