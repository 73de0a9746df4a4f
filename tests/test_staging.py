"""Built aside, swapped in whole."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from generator import staging
from generator.model import Busy


def release(out: Path, text: str, name: str = "public") -> Path:
    """Stages and swaps a small site."""
    with staging.locked(out), staging.staged(out, name) as folder:
        (folder / "site").mkdir()
        (folder / "site" / "manifest.json").write_text("{}", encoding="utf-8")
        (folder / "site" / "index.html").write_text(text, encoding="utf-8")
        return staging.swap(folder, name)


def shown(out: Path, name: str = "public") -> str:
    return (out / name / "site" / "index.html").read_text(encoding="utf-8")


def test_a_swap_shows_the_new_site_under_the_same_path(tmp_path: Path) -> None:
    """Readers follow one path; what it leads to changes at once."""
    assert release(tmp_path, "一") == tmp_path / "public"
    assert shown(tmp_path) == "一"
    release(tmp_path, "二")
    assert shown(tmp_path) == "二"
    assert not list(tmp_path.glob(".new-*"))


def test_a_failing_build_leaves_the_site_and_nothing_else(tmp_path: Path) -> None:
    """Whatever is raised inside, the old site stands and the staging folder is gone."""
    release(tmp_path, "一")

    def fail() -> None:
        with staging.locked(tmp_path), staging.staged(tmp_path, "public") as folder:
            (folder / "half").write_text("半", encoding="utf-8")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    assert shown(tmp_path) == "一"
    assert not list(tmp_path.glob(".new-*"))


def test_what_a_killed_build_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    """kill -9 cannot clean up; the next build does."""
    release(tmp_path, "〇")
    (tmp_path / ".new-public" / "docs").mkdir(parents=True)
    release(tmp_path, "一")

    assert not list(tmp_path.glob(".new-*"))


def test_the_same_content_makes_the_same_release(tmp_path: Path) -> None:
    """Releases are named by content."""
    release(tmp_path, "一")
    first = (tmp_path / "public").readlink()
    release(tmp_path, "一")

    assert first == (tmp_path / "public").readlink()
    assert len(list((tmp_path / "releases").iterdir())) == 1


def test_two_releases_stay(tmp_path: Path) -> None:
    """The one in use and the one before; of other audiences none is touched."""
    release(tmp_path, "甲", "review")
    for text in "一二三四":
        release(tmp_path, text)

    assert shown(tmp_path) == "四"
    assert shown(tmp_path, "review") == "甲"
    assert len(list((tmp_path / "releases").glob("public-*"))) == staging.KEEP


def test_modes_do_not_follow_the_umask(tmp_path: Path) -> None:
    """A strict umask must not make a site that a web server cannot read."""
    old = os.umask(0o077)
    try:
        release(tmp_path, "一")
    finally:
        os.umask(old)
    folder = (tmp_path / "public").resolve()

    assert stat.S_IMODE((folder / "site" / "index.html").stat().st_mode) == 0o644
    assert stat.S_IMODE((folder / "site").stat().st_mode) == 0o755


def test_where_links_are_forbidden_the_folder_itself_is_swapped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows without the right to make links."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError("links are not allowed")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    for text in "一二":
        release(tmp_path, text)

    assert shown(tmp_path) == "二"
    assert not (tmp_path / "public").is_symlink()
    assert not list(tmp_path.glob(".old-*"))


@pytest.mark.parametrize("links", [True, False])
def test_a_folder_that_is_not_ours_is_never_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """Someone's own `public` folder stops the build instead of vanishing."""
    if not links:
        monkeypatch.setattr(Path, "symlink_to", lambda *_, **__: (_ for _ in ()).throw(OSError()))
    release(tmp_path, "甲", "review")
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "照片.txt").write_text("别删", encoding="utf-8")

    with pytest.raises(Busy, match="不是 gongkai 生成的"):
        release(tmp_path, "一")

    assert (tmp_path / "public" / "照片.txt").read_text(encoding="utf-8") == "别删"


def test_two_builds_at_once_are_told_apart(tmp_path: Path) -> None:
    """The second says so instead of waiting or breaking the first."""
    with staging.locked(tmp_path), pytest.raises(Busy, match="另一个"), staging.locked(tmp_path):
        pass


def test_an_unwritable_place_is_said_in_chinese(tmp_path: Path) -> None:
    """A file where the folder should be."""
    (tmp_path / "build").write_text("", encoding="utf-8")

    with pytest.raises(Busy, match="不是文件夹"), staging.locked(tmp_path / "build"):
        pass


def test_a_folder_with_other_files_in_it_is_refused(tmp_path: Path) -> None:
    """`--out` pointed at someone's documents: nothing is written there, nothing is cleared."""
    (tmp_path / ".new-thesis").mkdir()
    (tmp_path / "public").write_text("一份文件", encoding="utf-8")

    with pytest.raises(Busy, match="有别的文件"):
        release(tmp_path, "一")

    assert sorted(path.name for path in tmp_path.iterdir()) == [".new-thesis", "public"]


def test_releases_of_longer_names_are_not_pruned(tmp_path: Path) -> None:
    """`public` keeps its hands off `public-anping`."""
    release(tmp_path, "甲", "public-anping")
    for text in "一二三":
        release(tmp_path, text)

    assert shown(tmp_path, "public-anping") == "甲"


def test_a_finished_file_is_placed_whole(tmp_path: Path) -> None:
    """The bundle may go to another disk; a copy beside the target is renamed."""
    (tmp_path / "made.zip").write_bytes(b"zip")

    target = staging.place(tmp_path / "made.zip", tmp_path / "u" / "a.zip")

    assert target.read_bytes() == b"zip"
    assert [path.name for path in target.parent.iterdir()] == ["a.zip"]


def test_many_files_take_their_places_together(tmp_path: Path) -> None:
    """Or none does: a missing one, or a full disk, leaves what stood there."""
    made, target = tmp_path / "made", tmp_path / "target"
    for name in ("a.docx", "b/c.docx"):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text("新", encoding="utf-8")
    target.mkdir()
    (target / "a.docx").write_text("旧", encoding="utf-8")

    with pytest.raises(OSError):
        staging.place_all(made, target, ["a.docx", "b/c.docx", "missing.docx"])
    assert [path.name for path in target.rglob("*") if path.is_file()] == ["a.docx"]
    assert (target / "a.docx").read_text(encoding="utf-8") == "旧"

    assert staging.place_all(made, target, ["a.docx", "b/c.docx"]) == [target / "a.docx", target / "b" / "c.docx"]
    assert {path.read_text(encoding="utf-8") for path in target.rglob("*.docx")} == {"新"}
    assert not list(target.rglob("*.new"))
