"""One part of the site by MkDocs inside this process: its settings, files, menus and Markdown, with our short cuts.

MkDocs as a program makes a Markdown converter and renders the whole theme for every page, and copies the theme for every
site. Here the converter and the templates are made once a process, the theme's files are written with the portal alone, and
pages outside the menus are stamped (`chrome`). The HTML is the same, byte for byte.
"""

from __future__ import annotations

import html
import logging
import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import markdown
from jinja2 import BytecodeCache
from mkdocs.commands.build import _build_theme_template
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, ConfigurationError
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page, _ExtractTitleTreeprocessor, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc
from mkdocs.utils import write_file

from generator.build.chrome import Chrome, Theme
from generator.markup.quick import convert
from generator.model import EngineFailed

_QUICK = "generator.markup.tables"
"""A site whose settings ask for other tables than ours is read by Python-Markdown alone."""
_PLAIN = re.compile(r"(?:\.\./)*(?:[a-z0-9-]+/)*[a-z0-9-]+\.md")
"""The shortest way from one page to another: MkDocs only looks whether that page is there."""
_ANCHOR = re.compile(r'\s(?:id|name)="([^"]+)"')


def render(
    settings: Path,
    beyond: Collection[str],
    *,
    assets: bool,
    without: Collection[str] = (),
    compiled: Callable[[str], BytecodeCache] | None = None,
) -> None:
    """Renders the part of which these are the settings, as MkDocs would with `--strict`.

    beyond: Markdown paths of pages that stand in other parts, to which this one may link. assets: whether the theme's own
    files are written, too. without: paths of pages that stand there already. compiled: where compiled templates are kept.
    Raises EngineFailed with what MkDocs complained of.
    """
    with _complaints() as said:
        try:
            _render(settings, beyond, assets, without, compiled)
        except (Abort, BuildError, ConfigurationError) as error:
            said.append(str(error))
    if said:
        raise EngineFailed("\n".join(["mkdocs 没有完成,网站没有更新。它最后说:", *said[-12:]]))


def _render(
    settings: Path,
    beyond: Collection[str],
    assets: bool,
    without: Collection[str],
    compiled: Callable[[str], BytecodeCache] | None,
) -> None:
    config = load_config(str(settings), strict=True)
    config = config.plugins.on_config(config)
    theme = _theme(config, compiled)
    files = _Files(get_files(config), beyond, config)
    if assets:
        files.add_files_from_theme(theme.plain, config)
    set_exclusions(files, config)
    nav = get_navigation(files, config)
    files.copy_static_files()
    if assets:
        _build_theme_template("404.html", theme.plain, files, config, nav)
    chrome, reader = Chrome(theme, config, nav), _Reader(config, files)
    pages = [file.page for file in files.documentation_pages() if file.page and file.src_uri not in without]
    for page in pages:
        reader.read(page)
    for page in pages:
        write_file(chrome.page(page).encode("utf-8", "xmlcharrefreplace"), page.file.abs_dest_path)
    for page in pages:
        page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)


class _Files(Files):
    """The part's files; a page of another part can be linked to, and stand in the menus, but is not there."""

    def __init__(self, own: Iterable[File], beyond: Collection[str], config: MkDocsConfig) -> None:
        super().__init__(list(own))
        self.beyond, self.config = beyond, config
        self.stubs: dict[str, File] = {}

    def get_file_from_path(self, path: str) -> File | None:
        found = super().get_file_from_path(path) or self.stubs.get(path)
        if found is None and path in self.beyond:
            found = self.stubs[path] = File.generated(
                self.config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV
            )
        return found


class _Reader:
    """Markdown → HTML: what our templates write at a glance, the rest by one converter for all pages.

    MkDocs makes a new converter, with all its extensions, for each page.
    """

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        self.config, self.files = config, files
        self.quick = _QUICK in config["markdown_extensions"]
        self.addresses: dict[tuple[str, str], str] = {}
        """(Folder, target) → what MkDocs makes of it: the pages of a folder lead to the same places."""
        pages = () if config.use_directory_urls else (file.src_uri for file in files.documentation_pages())
        self.pages = frozenset(pages)

    @cached_property
    def markdown(self) -> markdown.Markdown:
        extensions, configs = self.config["markdown_extensions"], self.config["mdx_configs"] or {}
        return markdown.Markdown(extensions=extensions, extension_configs=configs)

    def read(self, page: Page) -> None:
        """Reads and converts a page, as `Page.read_source` and `Page.render` do."""
        page.read_source(self.config)
        links = _RelativePathTreeprocessor(page.file, self.files, self.config)
        address = partial(self._address, posixpath.dirname(page.file.src_uri), links)
        glance = convert(page.markdown or "", address) if self.quick and "title" in page.meta else None
        if glance is None:
            page.content, tokens = self._converted(page, links)
        else:
            page.content, tokens = glance
        page.toc = get_toc(tokens)
        page.present_anchor_ids = {html.unescape(name) for name in _ANCHOR.findall(page.content)}
        page.links_to_anchors = links.links_to_anchors

    def _address(self, folder: str, links: _RelativePathTreeprocessor, target: str) -> str:
        if "#" in target:
            return links.path_to_url(target)  # MkDocs takes note of the anchor
        name = (folder, target)
        if name not in self.addresses:
            there = _PLAIN.fullmatch(target) and posixpath.normpath(posixpath.join(folder, target)) in self.pages
            self.addresses[name] = f"{target[:-3]}.html" if there else links.path_to_url(target)
        return self.addresses[name]

    def _converted(self, page: Page, links: _RelativePathTreeprocessor) -> tuple[str, Any]:
        links.links_to_anchors.clear()  # a page that could not be read at a glance was begun all the same
        title = _ExtractTitleTreeprocessor()
        for processor in (links, title):
            processor._register(self.markdown)
        content = self.markdown.reset().convert(page.markdown or "")
        page._title_from_render = title.title
        return content, getattr(self.markdown, "toc_tokens", [])


_THEMES: dict[str, Theme] = {}


def _theme(config: MkDocsConfig, compiled: Callable[[str], BytecodeCache] | None) -> Theme:
    """One for all parts that have the same overrides: the templates take longer to compile than a page to render."""
    name = "|".join((*config.theme.dirs, str(config.extra.get("made"))))
    if name not in _THEMES:
        _THEMES[name] = Theme(config, compiled)
    return _THEMES[name]


class _Heard(logging.Handler):
    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.said = said

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"{record.levelname:<8}-  {record.getMessage()}")


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """What MkDocs warns of, in order."""
    said: list[str] = []
    logger, heard = logging.getLogger("mkdocs"), _Heard(said)
    logger.addHandler(heard)
    before, logger.propagate = logger.propagate, False
    try:
        yield said
    finally:
        logger.removeHandler(heard)
        logger.propagate = before
