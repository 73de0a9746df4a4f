"""Markdown → HTML by an engine: failures, and the finished site of two engines."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.build import ENGINES, build
from generator.disclose import disclose
from generator.model import Audience, EngineFailed, Publication, Records
from generator.pages import plan
from generator.write import write
from tests import world
from tests.build.driver import FAKE


def published(records: Records, folder: Path) -> Publication:
    edition = disclose(records, Audience.PUBLIC)
    return write(edition, plan(edition), folder)


# -------------------------------------------------------------------------------------------------------- failures


def test_an_engine_that_fails_is_quoted(
    world_records: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its last words are the only clue there is."""
    monkeypatch.setitem(ENGINES, "mkdocs", FAKE)
    monkeypatch.setenv("FAKE_ENGINE", "fail")

    with pytest.raises(EngineFailed, match=r"mkdocs 没有完成,网站没有更新(?s:.*)ERROR - 引擎的最后一句话") as caught:
        build(published(world_records, tmp_path), world.REPOSITORY)

    assert caught.value.exit_code == 3


def test_an_engine_that_says_too_much_is_cut(
    world_records: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twelve lines fit a screen."""
    noisy = "import sys; sys.exit('\\n'.join(f'line {n}' for n in range(1000)))"
    monkeypatch.setitem(ENGINES, "mkdocs", (sys.executable, "-c", noisy))

    with pytest.raises(EngineFailed, match="line 999") as caught:
        build(published(world_records, tmp_path), world.REPOSITORY)

    assert len(str(caught.value).splitlines()) == 13


def test_an_engine_that_is_not_there_is_said_so(
    world_records: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what to do."""
    monkeypatch.setitem(ENGINES, "mkdocs", ("/nowhere/mkdocs",))

    with pytest.raises(EngineFailed, match=r"无法运行.*重新安装"):
        build(published(world_records, tmp_path), world.REPOSITORY)


def test_an_engine_finds_no_stop_in_bytes_that_are_no_text(
    world_records: Records, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows programs speak GBK."""
    monkeypatch.setitem(
        ENGINES, "mkdocs", (sys.executable, "-c", "import sys; sys.stderr.buffer.write(b'\\xd6\\xd0'); sys.exit(1)")
    )

    with pytest.raises(EngineFailed, match="没有完成"):
        build(published(world_records, tmp_path), world.REPOSITORY)


# ----------------------------------------------------------------------------------------- the finished site, twice


_REQUESTED = {"link": "href", "base": "href", "form": "action", "object": "data"}
_REQUESTED |= dict.fromkeys(("script", "img", "iframe", "source", "video", "audio", "embed", "input"), "src")
"""Element → the attribute whose address a browser requests, or sends something to."""


class _Html(HTMLParser):
    """Text, addresses that a browser would request, comments, and the first elements of the head."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.requests: list[str] = []
        self.comments: list[str] = []
        self.head: list[tuple[str, dict[str, str | None]]] = []
        self.handlers: list[str] = []
        self.skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.head.append((tag, given))
        self.skipped += tag in ("script", "style")
        self.handlers += [name for name in given if name.startswith("on") or name == "style"]
        relation = (given.get("rel") or "").split()
        if tag in _REQUESTED and not {"canonical", "prev", "next"} & set(relation):
            self.requests.append(given.get(_REQUESTED[tag]) or "")

    def handle_endtag(self, tag: str) -> None:
        self.skipped -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


def read(path: Path) -> _Html:
    page = _Html()
    page.feed(path.read_text(encoding="utf-8"))
    return page


@dataclass(frozen=True)
class Site:
    """A finished site, read."""

    folder: Path
    pages: dict[str, _Html]

    def text(self, name: str) -> str:
        return " ".join("".join(self.pages[name].words).split())


@pytest.fixture(scope="module")
def sites(world_records: Records, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Site]:
    """The same folder of Markdown, built by each engine."""
    publication = published(world_records, tmp_path_factory.mktemp("site"))
    found = {}
    for engine in ("mkdocs", "properdocs"):
        build(publication, world.REPOSITORY, engine=engine)
        folder = publication.site.rename(publication.folder / engine)
        pages = {path.relative_to(folder).as_posix(): read(path) for path in sorted(folder.rglob("*.html"))}
        found[engine] = Site(folder, pages)
    return found


def test_both_engines_make_the_same_pages(sites: dict[str, Site], world_records: Records) -> None:
    """One HTML file a planned page, and the page for wrong addresses."""
    planned = {page.path.removesuffix(".md") + ".html" for page in plan(disclose(world_records, Audience.PUBLIC))}

    assert set(sites["mkdocs"].pages) == planned | {"404.html"}
    assert list(sites["properdocs"].pages) == list(sites["mkdocs"].pages)


def test_both_engines_make_the_same_text(sites: dict[str, Site]) -> None:
    """No fact depends on which of them it was."""
    for name in sites["mkdocs"].pages:
        assert sites["properdocs"].text(name) == sites["mkdocs"].text(name), name


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_no_page_asks_anyone_else(sites: dict[str, Site], engine: str) -> None:
    """Every address that a browser would request is inside the folder, and there."""
    site = sites[engine]
    for name, page in site.pages.items():
        for address in page.requests:
            path = re.split(r"[?#]", address)[0]
            base = site.folder if path.startswith("/") else (site.folder / name).parent

            assert not re.match(r"[a-z]+:|//", address), (name, address)
            assert not path or name == "404.html" or (base / path.lstrip("/")).exists(), (name, address)


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_the_policy_is_the_first_thing_in_every_head(sites: dict[str, Site], engine: str) -> None:
    """It does not govern what stands before it; only the character set may."""
    policies = set()
    for name, page in sites[engine].pages.items():
        tags = [tag for tag, _ in page.head]
        first = page.head[tags.index("head") + 1 :]
        first = [given for tag, given in first if not (tag == "meta" and "charset" in given)]

        assert first[0].get("http-equiv") == "Content-Security-Policy", name
        policies.add(first[0]["content"])
    assert len(policies) == 1
    assert "sha256-" in str(policies)


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_no_page_has_comments_handlers_or_inline_styles(sites: dict[str, Site], engine: str) -> None:
    """Comments hide things from the eye, not from the reader; the others the policy would refuse."""
    for name, page in sites[engine].pages.items():
        assert page.comments == [], name
        assert page.handlers == [], name


def test_nothing_unread_is_handed_out(sites: dict[str, Site]) -> None:
    """No source maps, no sitemap with dates of the build, no foreign search library."""
    for site in sites.values():
        names = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*")}

        assert not [name for name in names if name.endswith(".map") or name.startswith("sitemap")]
        assert not (site.folder / "assets" / "javascripts" / "lunr").exists()


def test_the_working_files_of_the_build_are_gone(sites: dict[str, Site]) -> None:
    """The empty reference page is no page of the site."""
    assert not (sites["mkdocs"].folder.parent / "reference").exists()


def test_the_same_records_give_the_same_bytes(sites: dict[str, Site], world_records: Records, tmp_path: Path) -> None:
    """Built a second time, in another folder."""
    publication = build(published(world_records, tmp_path), world.REPOSITORY)
    first = {
        p.relative_to(sites["mkdocs"].folder): p.read_bytes() for p in sites["mkdocs"].folder.rglob("*") if p.is_file()
    }
    second = {p.relative_to(publication.site): p.read_bytes() for p in publication.site.rglob("*") if p.is_file()}

    assert second == first


def test_titles_with_tags_stay_titles(world_records: Records, tmp_path: Path) -> None:
    """In head, menus, breadcrumbs and headings, where the theme prints without asking."""
    name = '<script>alert("村")</script>&lt;b&gt;'
    items = tuple(
        record.model_copy(update={"name": name}) if record.key == "demo/place/shanghe" else record
        for record in world_records
    )
    publication = build(published(replace(world_records, items=items), tmp_path), world.REPOSITORY)
    pages = {path.relative_to(publication.site).as_posix(): path for path in publication.site.rglob("*.html")}
    for path in pages.values():
        scripts = re.findall(r"<script[^>]*>(.*?)</script>", path.read_text(encoding="utf-8"), re.DOTALL)

        assert not any("alert" in script for script in scripts), path
    assert "".join(read(pages["demo/shanghe/index.html"]).words).count(name) >= 3
    assert name in "".join(read(pages["demo/index.html"]).words)
