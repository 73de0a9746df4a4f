"""An old release put up again, and a history written anew, are whole by themselves; whoever kept another one sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import chain, releases
from generator.model import Audience, Unusable
from tests.proofs import made
from tests.world import TODAY

Chain = tuple[chain.Sealed, ...]


def sealed(before: Chain, folder: Path) -> Chain:
    """The chain with this release in it."""
    one = chain.following(before, releases.verify(folder).root, TODAY, folder.name)
    assert one is not None
    return (*before, one)


def page(text: str) -> dict[str, str]:
    return {"index.html": f"<article><h1>{text}</h1></article>"}


@pytest.fixture
def three(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Three releases, each with those before it in its chain."""
    found: list[Path] = []
    known: Chain = ()
    for text in ("一", "二", "三"):
        found.append(made.site(tmp_path / text, page(text), sealed=known))
        known = sealed(known, found[-1])
    return found[0], found[1], found[2]


def test_a_release_follows_those_before_it(three: tuple[Path, Path, Path]) -> None:
    """And itself, and no later one."""
    for at, new in enumerate(three):
        for number, old in enumerate(three):
            found = [(one.kind, one.path) for one in releases.verify(new, since=old).wrong]
            assert found == ([] if number <= at else [("chain", "releases-public.txt")])


def test_a_history_written_anew_does_not_follow(three: tuple[Path, Path, Path], tmp_path: Path) -> None:
    """The first release was changed and everything after it sealed once more."""
    first = made.site(tmp_path / "1", page("改过的"))
    again = made.site(tmp_path / "2", page("二"), sealed=sealed((), first))

    assert releases.verify(again).wrong == ()
    assert releases.verify(again, since=three[0]).wrong != ()
    assert releases.verify(again, since=three[1]).wrong != ()


def test_what_was_never_sealed_is_followed_by_nothing(three: tuple[Path, Path, Path], tmp_path: Path) -> None:
    """Two with the same releases before them: at most one was published."""
    draft = made.site(tmp_path / "draft", page("草稿"), sealed=chain.read(three[1] / "releases-public.txt")[0])

    assert "最多一份是公开的" in releases.verify(three[1], since=draft).wrong[0].message
    assert "没有记进账簿" in releases.verify(three[2], since=draft).wrong[0].message


def test_what_cannot_be_followed_is_said_so(three: tuple[Path, Path, Path], tmp_path: Path) -> None:
    """Another site; one that is changed itself; none at all."""
    other = made.site(tmp_path / "other", audience=Audience.REVIEW)
    assert "不是同一个网站" in releases.verify(three[2], since=other).wrong[0].message
    (three[0] / "index.html").write_text("x")
    with pytest.raises(Unusable, match="自己就不完整"):
        releases.verify(three[2], since=three[0])
    with pytest.raises(Unusable, match="没有"):
        releases.verify(three[2], since=tmp_path / "none")
