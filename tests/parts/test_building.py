"""The site in parts is the site; and of what has not changed nothing is made again."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from generator import pipeline
from generator.build import shard
from generator.disclose import disclose
from generator.disclose.digests import digest, portal
from generator.model import Audience, Edition, LeakFound, Page, Publication, Records, Site
from generator.pages import beyond, outlines, plan
from generator.parts import building, kept
from generator.records.place import Place
from generator.write import write
from tests.world import REPOSITORY, TODAY

TOWNSHIPS = ("haibin", "shifan")


def two_townships(site: Path) -> Path:
    """The sample with two of its townships, in a folder of its own."""
    shutil.copytree(REPOSITORY / "data" / "catalogue", site / "data" / "catalogue")
    for slug in TOWNSHIPS:
        shutil.copytree(REPOSITORY / "data" / "townships" / slug, site / "data" / "townships" / slug)
    for name in ("content", "theme_overrides"):
        shutil.copytree(REPOSITORY / name, site / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", site)
    return site


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return two_townships(tmp_path / "site")


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site and the output of its first build: `site` and `out`."""
    folder = tmp_path_factory.mktemp("first") / "standing"
    built(two_townships(folder / "site"), folder / "out")
    copied(folder, folder.with_name("kept"))
    return folder


@pytest.fixture
def out(standing: Path) -> Iterator[Path]:
    """The output of a first build, to be built upon; the site lies beside it. Put back afterwards, where it was."""
    yield standing / "out"
    shutil.rmtree(standing)
    copied(standing.with_name("kept"), standing)


def copied(folder: Path, target: Path) -> None:
    """With times, links, and second names of one file as second names of one copy."""
    subprocess.run(["cp", "-a", folder, target], check=True)


def built(root: Path, out: Path, engine: str = "mkdocs") -> Path:
    """The folder of the public site."""
    with pipeline.at_work(Site(root, TODAY, engine=engine), out) as work:
        return work.build(work.check(), Audience.PUBLIC).folder


def files(folder: Path, room: str = "site") -> dict[str, str]:
    found = (path for path in (folder / room).rglob("*") if path.is_file())
    return {path.relative_to(folder / room).as_posix(): sha256(path.read_bytes()).hexdigest() for path in found}


def inodes(folder: Path) -> dict[str, int]:
    found = (path for path in (folder / "site").rglob("*.html"))
    return {path.relative_to(folder / "site").as_posix(): path.stat().st_ino for path in found}


def edit(root: Path, old: str, new: str, file: str = "data/townships/haibin/indicator.yml") -> None:
    path = root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


# ------------------------------------------------------------------------------------------------ parts and the whole


@pytest.fixture(scope="module")
def records() -> Records:
    found = pipeline.check(Site(REPOSITORY, TODAY, ("anping", "haibin", "zhuxi")))[0]
    return replace(found, items=tuple(r for r in found if r.township in ("", "anping", "haibin", "zhuxi")))


def written(publication: Publication) -> dict[str, str]:
    return {
        path.relative_to(publication.docs).as_posix(): path.read_text("utf-8-sig")
        for path in publication.docs.rglob("*")
        if path.suffix in (".md", ".csv")
    }


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.REVIEW])
def test_parts_have_the_pages_of_the_whole(records: Records, audience: Audience, tmp_path: Path) -> None:
    """Byte for byte: each township planned alone, the portal from what they tell."""
    whole = disclose(records, audience)
    pages = plan(whole)
    expected = written(write(whole, pages, tmp_path / "whole"))
    tops = tuple(place for place in records.of(Place) if place.is_top)
    digests, found, known = [], {}, outlines(pages)
    for top in tops:
        slug = top.township
        items = tuple(r for r in records if r.township in ("", slug) or r in tops)
        duties = tuple(duty for duty in records.duties if duty.township == slug)
        own = tuple(f for f in records.findings if f"/{slug}/" in f.where.file)
        edition = disclose(replace(records, items=items, duties=duties, findings=own), audience, part=slug)
        elsewhere = [page for page in known if page.path.split("/")[0] not in {top.township for top in tops}]
        found |= written(write(edition, plan(edition), tmp_path / slug, "", (*elsewhere, *beyond(edition))))
        digests.append(digest(edition))
    shared = tuple(f for f in records.findings if not any(f"/{top.township}/" in f.where.file for top in tops))
    catalogue = replace(records, items=tuple(r for r in records if not r.township), duties=(), findings=shared)
    edition = portal(disclose(catalogue, audience), digests)
    found |= written(write(edition, plan(edition), tmp_path / "portal", "", known))

    assert set(found) == set(expected)
    assert {path for path, text in expected.items() if found[path] != text} == set()


def test_with_and_without_our_short_cuts_the_html_is_the_same(root: Path, standing: Path, tmp_path: Path) -> None:
    """MkDocs run as a program over the same parts writes the same files, byte for byte."""
    quick, plain = standing / "out" / "public", built(root, tmp_path / "b", "mkdocs-plain")

    assert files(quick) == files(plain)
    assert files(quick, "docs") == files(plain, "docs")
    assert len(inodes(quick)) > 70


def test_links_and_menus_cross_parts(standing: Path) -> None:
    """From a township to the portal and to the other township, from the portal into both; one list of addresses."""
    site = standing / "out" / "public" / "site"
    township, home = (site / "shifan" / "index.html").read_text("utf-8"), (site / "index.html").read_text("utf-8")

    assert 'href="../index.html"' in township
    assert 'href="../haibin/index.html"' in township
    assert 'href="../assets/' in township
    assert 'href="haibin/index.html"' in home
    assert not (site / "shifan" / "assets").exists()
    addresses = [loc.text for loc in ElementTree.parse(site / "sitemap.xml").iter() if str(loc.tag).endswith("loc")]
    assert len(addresses) == len(inodes(site.parent)) - 1  # 404.html is no page
    assert all(str(address).startswith("https://gongkai.example/") for address in addresses)


# ------------------------------------------------------------------------------------------------ what is made again


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paths of the pages that were converted."""
    found: list[str] = []
    real = shard._Reader.read

    def read(self: shard._Reader, page: object) -> None:
        found.append(page.file.src_uri)  # type: ignore[attr-defined]
        real(self, page)  # type: ignore[arg-type]

    monkeypatch.setattr(shard._Reader, "read", read)
    return found


def test_nothing_changed_nothing_is_made(out: Path, rendered: list[str]) -> None:
    """Not even a file gets another time."""
    before = inodes(built(out.with_name("site"), out))
    rendered.clear()

    assert inodes(built(out.with_name("site"), out)) == before
    assert rendered == []


def test_one_figure_changes_its_own_pages(root: Path, tmp_path: Path, rendered: list[str]) -> None:
    """The others are the same files under a second name; all is as if built from nothing; and back again."""
    out = tmp_path / "out"
    first = built(root, out)
    before, old = files(first), inodes(first)
    rendered.clear()
    edit(root, "数值: 54\n", "数值: 55\n")
    second = built(root, out)
    after, new = files(second), inodes(second)
    changed = {name for name in new if before.get(name) != after[name]}

    assert after == files(built(root, tmp_path / "again"))
    assert changed
    assert len(changed) <= 6
    assert not [name for name in changed if name.startswith("shifan/")]
    assert {name for name in new if old[name] != new[name]} - {"404.html"} == changed
    assert {name.removesuffix(".html") + ".md" for name in changed} == set(rendered[: len(changed)])
    edit(root, "数值: 55\n", "数值: 54\n")
    assert files(built(root, out)) == before


def test_a_village_that_goes_takes_its_pages_along(out: Path, tmp_path: Path) -> None:
    """A whole township here: pages, links, search and the list of addresses."""
    root = out.with_name("site")
    shutil.rmtree(root / "data" / "townships" / "haibin")
    after = built(root, out)

    assert not [name for name in files(after) if name.startswith("haibin/")]
    assert "haibin" not in (after / "site" / "sitemap.xml").read_text("utf-8")
    assert files(after) == files(built(root, tmp_path / "again"))


def test_another_look_makes_everything_anew(out: Path, rendered: list[str]) -> None:
    """A changed template of the theme is in every page."""
    root = out.with_name("site")
    path = root / "theme_overrides" / "main.html"
    path.write_text(path.read_text("utf-8").replace("大字版", "大字"), "utf-8")
    after = built(root, out)

    assert len(set(rendered)) >= len(inodes(after)) - 1
    assert ">大字<" in (after / "site" / "shifan" / "index.html").read_text("utf-8")


def caches(out: Path) -> Iterator[Path]:
    return (path for path in (out / ".cache").rglob("*") if path.is_file() and path.suffix not in (".md", ".html"))


@pytest.mark.parametrize("harm", ["gone", "cut", "foreign", "half"])
def test_the_cache_may_be_harmed_in_any_way(out: Path, harm: str) -> None:
    """Deleted, cut short, written by who knows whom, half of it: the same site comes out."""
    root, before = out.with_name("site"), files(out / "public")
    for number, path in enumerate(sorted(caches(out))):
        if harm == "cut":
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        elif harm == "foreign" and "built/" not in path.as_posix():
            path.chmod(0o666)
        elif harm == "half" and number % 2:
            path.unlink()
    if harm == "gone":
        shutil.rmtree(out / ".cache")

    assert files(built(root, out)) == before


def test_a_page_that_somebody_changed_is_written_again(root: Path, tmp_path: Path) -> None:
    """In the folder that is handed out or in ours: it is one file under two names."""
    out = tmp_path / "out"
    first = built(root, out)
    before = files(first)
    with (first / "site" / "shifan" / "index.html").open("a", encoding="utf-8") as stream:
        stream.write("<p>x</p>")

    assert files(built(root, out)) == before


def test_a_build_that_dies_in_the_middle_leaves_the_site(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the next one is as if nothing had been."""
    root, before = out.with_name("site"), files(out / "public")
    edit(root, "数值: 54\n", "数值: 55\n")

    def dies(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(building, "stamps", dies)
        with pytest.raises(KeyboardInterrupt):
            built(root, out)

    assert files(out / "public") == before
    after = files(built(root, out))
    assert after == files(built(root, tmp_path / "again"))
    assert after != before


def test_what_a_township_withholds_may_not_stand_on_the_portal(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The portal is made without their records; what they keep back is looked for all the same."""
    root, before = out.with_name("site"), files(out / "public")
    kept_back = kept.get(out / ".cache" / "built" / "public" / "haibin.leaks", _key(out)).needles
    word = max(kept_back, key=len)
    real = building.write

    def careless(edition: Edition, *rest: Any, **more: Any) -> Publication:
        made = real(edition, *rest, **more)
        if edition.part == "":
            with (made.docs / "index.md").open("a", encoding="utf-8") as stream:
                stream.write(f"\n{word}\n")
        return made

    monkeypatch.setattr(building, "write", careless)
    edit(root, "数值: 54\n", "数值: 55\n")

    with pytest.raises(LeakFound, match=r"haibin/.*什么都没有发布|什么都没有发布(?s:.*)haibin/"):
        built(root, out)
    assert files(out / "public") == before


def _key(out: Path) -> str:
    return str(kept.get(out / ".cache" / "built" / "public" / "haibin.built", "").key)


def test_outlines_tell_no_more_than_where_a_page_stands() -> None:
    """What travels between parts holds nothing of a page's content."""
    page = Page("a.md", "名", "x.md.j2", {"secret": 1}, ("名",), ("index.md",), order=3)

    assert outlines([page]) == (Page("a.md", "名", "x.md.j2", menu=("名",), order=3),)


def test_on_a_disk_without_second_names_files_are_copied(
    root: Path, standing: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FAT and some network disks."""

    def refused(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    expected = files(standing / "out" / "public")
    monkeypatch.setattr(os, "link", refused)

    assert files(built(root, tmp_path / "b")) == expected
