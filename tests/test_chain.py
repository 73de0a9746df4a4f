"""The chain of releases: only ever longer, and whoever has changed a line is found out."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import chain, pipeline, releases
from generator.load import load
from generator.model import Audience, Site, Unusable
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
    """And the build after sealing names the same release before as the one that was sealed."""
    first = chain.following((), ROOTS[0], TODAY)
    assert first is not None
    second = chain.following((first,), ROOTS[1], TODAY)
    assert second is not None

    assert chain.following((first,), ROOTS[0], TODAY) is None
    assert chain.before((), ROOTS[0]) == chain.before((first,), ROOTS[0]) == "-"
    assert chain.before((first,), ROOTS[1]) == chain.before((first, second), ROOTS[1]) == first.hash


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
