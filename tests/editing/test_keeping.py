"""Edited files reach the disk whole, together, and never over somebody else's work."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from generator.editing import keeping
from generator.editing.keeping import Edit, keep, taken
from generator.model import Busy, Unusable

OLD, NEW = "旧\r\n".encode(), "新\r\n".encode()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with two data files."""
    folder = tmp_path / "data" / "townships" / "demo"
    folder.mkdir(parents=True)
    for name in ("a.yml", "b.yml"):
        (folder / name).write_bytes(OLD)
    return tmp_path


def edits(root: Path) -> list[Edit]:
    folder = root / "data" / "townships" / "demo"
    return [Edit(folder / name, OLD, NEW) for name in ("a.yml", "b.yml")]


def state(root: Path) -> dict[str, bytes]:
    """Everything below the data folder: nothing but the files may be left."""
    return {path.name: path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_all_files_are_written_with_their_mode(root: Path) -> None:
    """And nothing else lies about afterwards."""
    (root / "data" / "townships" / "demo" / "a.yml").chmod(0o640)
    keep(root, edits(root))

    assert state(root) == {"a.yml": NEW, "b.yml": NEW}
    assert (root / "data" / "townships" / "demo" / "a.yml").stat().st_mode & 0o777 == 0o640


def test_a_new_file_and_its_folder(root: Path) -> None:
    """`publication/2027.yml` of a township that had none."""
    path = root / "data" / "townships" / "demo" / "publication" / "2027.yml"
    keep(root, [Edit(path, None, NEW)])

    assert path.read_bytes() == NEW
    with pytest.raises(Busy, match="别人改动"):
        keep(root, [Edit(path, None, OLD)])


CALLS = ((os, "fsync"), (os, "replace"), (tempfile, "mkstemp"), (os, "write"), (Path, "chmod"))


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES])
@pytest.mark.parametrize(("owner", "name"), CALLS, ids=[name for _, name in CALLS])
def test_a_failure_at_any_step_leaves_every_file_as_it_was(
    root: Path, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, code: int
) -> None:
    """The first call fails, then the second … until none fails: before that both files are old, at the end both new."""
    for failing in range(1, 30):
        with monkeypatch.context() as patch:
            patch.setattr(owner, name, broken(getattr(owner, name), failing, code))
            said = refused(root)
        if not said:
            break
        assert "没有动" in said
        assert state(root) == {"a.yml": OLD, "b.yml": OLD}
    assert state(root) == {"a.yml": NEW, "b.yml": NEW}
    assert failing > 1


def refused(root: Path) -> str:
    """Why nothing was written; empty when it was."""
    try:
        keep(root, edits(root))
    except Busy as busy:
        return str(busy)
    return ""


def broken(real: Callable[..., Any], failing: int, code: int) -> Callable[..., Any]:
    """The call, but its `failing`-th time it fails; what is done to take things back works again."""
    count = 0

    def call(*arguments: Any, **words: Any) -> Any:
        nonlocal count
        count += 1
        if count == failing:
            raise OSError(code, os.strerror(code))
        return real(*arguments, **words)

    return call


KILLED = """
import os, sys
from pathlib import Path
from generator.editing.keeping import Edit, keep
real, count = getattr(os, sys.argv[2]), 0
def call(*arguments, **words):
    global count
    count += 1
    if count == int(sys.argv[3]):
        os._exit(9)
    return real(*arguments, **words)
setattr(os, sys.argv[2], call)
root = Path(sys.argv[1])
folder = root / "data" / "townships" / "demo"
keep(root, [Edit(folder / name, (folder / name).read_bytes(), "新\\r\\n".encode()) for name in ("a.yml", "b.yml")])
"""


@pytest.mark.parametrize(("name", "times"), [("fsync", 6), ("replace", 2)])
def test_a_kill_leaves_each_file_whole_and_the_next_run_finishes(root: Path, name: str, times: int) -> None:
    """Files are old or new, the first before the second; what lies about is no data and does not stop the next run."""
    for failing in range(1, times + 1):
        for edit in edits(root):
            edit.path.write_bytes(OLD)
        done = subprocess.run([sys.executable, "-c", KILLED, str(root), name, str(failing)], check=False)
        assert done.returncode == 9
        found = {key: value for key, value in state(root).items() if not key.startswith(".")}
        assert set(found) == {"a.yml", "b.yml"}
        assert list(found.values()) in ([OLD, OLD], [NEW, OLD], [NEW, NEW])
        keep(root, [Edit(edit.path, edit.path.read_bytes(), NEW) for edit in edits(root)])
        assert [edit.path.read_bytes() for edit in edits(root)] == [NEW, NEW]


def test_a_file_that_somebody_changed_meanwhile_is_not_overwritten(root: Path) -> None:
    """Neither it nor the one before it: editors take no lock."""
    (root / "data" / "townships" / "demo" / "b.yml").write_bytes(b"x\n")
    with pytest.raises(Busy, match="文件已被别人改动"):
        keep(root, edits(root))

    assert state(root) == {"a.yml": OLD, "b.yml": b"x\n"}


def test_a_change_between_two_renames_takes_the_first_back(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last look is just before the rename."""
    real = os.replace

    def slow(source: Any, target: Any) -> None:
        real(source, target)
        (root / "data" / "townships" / "demo" / "b.yml").write_bytes(b"x\n")

    monkeypatch.setattr(keeping.os, "replace", slow)
    with pytest.raises(Busy, match="文件已被别人改动"):
        keep(root, edits(root))

    assert state(root) == {"a.yml": OLD, "b.yml": b"x\n"}


def test_a_second_gongkai_waits_and_then_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody writes while another writes."""
    monkeypatch.setattr(keeping, "WAIT", 0.05)
    with FileLock(root / "data" / ".gongkai.lock"), pytest.raises(Busy, match="另一个 gongkai"):
        keep(root, edits(root))

    assert [edit.path.read_bytes() for edit in edits(root)] == [OLD, OLD]


def test_links_are_refused(root: Path) -> None:
    """A link may lead to any file of the machine, and a rename would replace the link."""
    folder = root / "data" / "townships" / "demo"
    (folder / "link.yml").symlink_to(folder / "a.yml")
    (root / "data" / "townships" / "other").symlink_to(folder, target_is_directory=True)
    for path in (folder / "link.yml", root / "data" / "townships" / "other" / "a.yml"):
        with pytest.raises(Unusable, match="链接"):
            taken(root, path)
        with pytest.raises(Unusable, match="链接"):
            keep(root, [Edit(path, OLD, NEW)])
    with pytest.raises(Unusable):
        taken(root, root.parent / "else.yml")
    with pytest.raises(Unusable, match="不是文件"):
        taken(root, folder)
    assert (folder / "a.yml").read_bytes() == OLD


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_folder_that_cannot_be_written(root: Path) -> None:
    """Read-only data stays as it is."""
    folder = root / "data" / "townships" / "demo"
    folder.chmod(0o500)
    try:
        with pytest.raises(Busy, match="没有权限"):
            keep(root, edits(root))
    finally:
        folder.chmod(0o700)
    assert state(root) == {"a.yml": OLD, "b.yml": OLD}
