"""The chain of releases: only ever longer, and whoever has changed a line is found out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import chain, pipeline, releases
from generator.formats import manifest
from generator.load import load
from generator.model import Audience, Busy, Site, Unusable
from tests.world import TODAY

ROOTS = [hashlib.sha256(bytes([number])).hexdigest() for number in range(4)]


def made(path: Path, *notes: str) -> tuple[chain.Sealed, ...]:
    sealed: tuple[chain.Sealed, ...] = ()
    for root, note in zip(ROOTS, notes, strict=False):
        one = chain.following(sealed, root, date(2026, 10, 20), note)
        assert one is not None
        sealed = (*sealed, one)
    path.write_text("".join(f"{one.line}\n" for one in sealed), encoding="utf-8", newline="\n")
    return sealed


def test_a_chain_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Each line names the hash of the one before, as `sha256sum` would print it."""
    sealed = made(tmp_path / "public.txt", "首次", "", "3月 财务")
    lines = (tmp_path / "public.txt").read_bytes().splitlines(keepends=True)

    assert chain.read(tmp_path / "public.txt") == (sealed, ())
    assert [one.before for one in sealed] == ["-", *(hashlib.sha256(line).hexdigest() for line in lines[:-1])]
    assert chain.read(tmp_path / "none.txt") == ((), ())


def test_the_same_content_is_no_further_release() -> None:
    """And the build after sealing has the same releases before it as the one that was sealed."""

    def root(sealed: Sequence[chain.Sealed]) -> str:
        return ROOTS[len(sealed)]  # of a content that stays the same

    first = chain.following((), ROOTS[0], TODAY)
    assert first is not None
    second = chain.following((first,), ROOTS[1], TODAY)
    assert second is not None

    assert chain.following((first,), ROOTS[0], TODAY) is None
    assert chain.standing((), root) == chain.standing((first,), root) == ()
    assert chain.standing((first, second), root) == (first,)
    assert chain.standing((first, second), lambda sealed: ROOTS[3]) == (first, second)
    assert (chain.head(()), chain.head((first,))) == ("-", first.hash)


@pytest.mark.parametrize("note", ["一\r", "一\u202e二", "一\x00", "\u2028"])
def test_a_note_says_to_people_what_it_says_to_the_hash(note: str, tmp_path: Path) -> None:
    """No line end of another system, nothing that turns the line around."""
    one = chain.following((), ROOTS[0], TODAY, note)
    assert one is not None
    assert one.note.isprintable()
    (tmp_path / "public.txt").write_bytes(chain.text([replace(one, note=f"字{note}")]).encode())
    assert chain.read(tmp_path / "public.txt")[1]


@given(at=st.integers(0, 400), to=st.integers(1, 255))
def test_a_changed_byte_is_found(at: int, to: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    """In any line but the last, whose hash nobody has named yet."""
    path = tmp_path_factory.mktemp("chain") / "public.txt"
    made(path, "一", "二", "三")
    whole = path.read_bytes()
    end = whole.rindex(b"\n", 0, len(whole) - 1)
    at %= end
    path.write_bytes(whole[:at] + bytes([whole[at] ^ to]) + whole[at + 1 :])

    assert chain.read(path)[1]


def test_a_line_that_is_gone_or_not_finished_is_found(tmp_path: Path) -> None:
    """With its number; a file that is no text at all, too."""
    path = tmp_path / "public.txt"
    made(path, "一", "二", "三")
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text(lines[0] + lines[2], "utf-8")
    assert chain.read(path)[1][0][0] == 2
    path.write_text("".join(lines).rstrip("\n"), "utf-8")
    assert "没有写完" in chain.read(path)[1][0][1]
    path.write_bytes(b"\xff\xfe\0")
    assert chain.read(path)[1]


def test_a_broken_chain_is_a_finding_and_takes_nothing_more(site: Path) -> None:
    """The clerk is told the file and the line."""
    asked = Site(site, TODAY)
    with pipeline.at_work(asked, site / "build") as work:
        folder = work.build(work.check(), Audience.PUBLIC).folder
        sealed, fresh = releases.seal(asked, folder, "第一次")
        assert (sealed.number, fresh) == (1, True)
        assert releases.seal(asked, folder, "又一次") == (sealed, False)
        file = releases.chain_file(asked)
        assert [one for one in load(site)[1] if "releases" in one.where.file] == []
        with pytest.raises(Unusable, match="个人信息"):
            releases.seal(asked, other_content(folder), "付给张三13912345678")
        file.write_text(file.read_text("utf-8").replace("1 2026", "2 2026"), "utf-8")

        (finding,) = (one for one in work.check().findings if "releases" in one.where.file)
        assert str(finding.where).startswith("data/releases/public.txt:1")
        with pytest.raises(Unusable, match="第1行"):
            releases.seal(asked, folder)


def test_a_manifest_names_the_release_before(site: Path) -> None:
    """And sealing changes no byte of the site."""
    asked = Site(site, TODAY)
    with pipeline.at_work(asked, site / "build") as work:
        folder = work.build(work.check(), Audience.PUBLIC).folder
        manifest = folder / "site" / "manifest.json"
        before = manifest.read_bytes()
        sealed, _ = releases.seal(asked, folder)
        work.build(work.check(), Audience.PUBLIC)
        assert manifest.read_bytes() == before
        place = site / "data" / "townships" / "demo" / "place.yml"
        place.write_text(place.read_text("utf-8").replace("户数: ", "户数: 1", 1), "utf-8")
        work.build(work.check(), Audience.PUBLIC)

        assert releases.verify(folder).before == sealed.hash
        assert (folder / "site" / "releases-public.txt").read_text("utf-8") == f"{sealed.line}\n"
        assert releases.verify(folder).releases == 1


def test_somebody_else_was_quicker(site: Path) -> None:
    """The site was made before their line: it does not name their release, so it is not entered after it."""
    asked = Site(site, TODAY)
    with pipeline.at_work(asked, site / "build") as work:
        folder = work.build(work.check(), Audience.PUBLIC).folder
    file = releases.chain_file(asked)
    file.parent.mkdir()
    made(file, "别人")

    with pytest.raises(Busy, match="再运行一次"):
        releases.seal(asked, folder)
    assert len(chain.read(file)[0]) == 1


def test_what_else_lies_with_the_chains_is_a_finding(site: Path) -> None:
    """And a note that names a person."""
    folder = site / "data" / "releases"
    folder.mkdir()
    made(folder / "public.txt", "一", "付给张三13912345678")
    (folder / "public.yml").write_text("a: b\n", "utf-8")
    (folder / "public-1.sig").write_text("x", "utf-8")

    found = [(str(one.where).split(":")[:2], one.message) for one in load(site)[1]]
    assert [where for where, _ in found] == [["data/releases/public.txt", "2"], ["data/releases/public.yml", "1"]]
    assert "个人信息" in found[0][1]


def other_content(folder: Path) -> Path:
    """The release as it would be built with another file in it."""
    site = folder.parent / "other" / "site"
    site.mkdir(parents=True)
    sealed = chain.read(releases.chain.file(folder.parents[1], "public"))[0]
    manifest.write(Audience.PUBLIC, {"a": ROOTS[0]}, site, "public", sealed)
    return site.parent
