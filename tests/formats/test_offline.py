"""The bundle: the same bytes on any machine and day, and the old file whole whatever happens to the new one."""

from __future__ import annotations

import errno
import os
import re
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator import releases, staging
from generator.console.text import size
from generator.formats import offline
from generator.model import Busy
from tests import world
from tests.proofs import made

_RUN = """
import os, sys, time_machine
os.umask(int(sys.argv[1], 8))
with time_machine.travel(sys.argv[2]):
    from generator.__main__ import main
    sys.exit(main(sys.argv[3:]))
"""
_KILLED = """
import os, signal, sys
from pathlib import Path
from generator import staging

def kill(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

if sys.argv[1] == "copy":
    def half(source, target):
        Path(target).write_bytes(Path(source).read_bytes()[:100])
        kill()
    staging.shutil.copyfile = half
elif sys.argv[1] == "sync":
    staging._sync = kill
else:
    Path.replace = kill
staging.place(Path(sys.argv[2]), Path(sys.argv[3]))
"""


def bundled(folder: Path, rights: str, day: str, **environment: str) -> Path:
    """The bundle of the small site, made by a process of its own."""
    folder.mkdir(parents=True)
    target = folder / "made.zip"
    site = world.copied(folder / "site")
    for number, path in enumerate(sorted(site.rglob("*"))):
        os.utime(path, (number * int(rights), number * int(rights)))
    given = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    asked = ["bundle", "--root", str(site), "--today", world.TODAY.isoformat(), "--out", str(target), "--jobs", "1"]
    subprocess.run(
        [sys.executable, "-c", _RUN, rights, day, *asked],
        cwd=folder,
        env={**given, "PYTHONPATH": str(world.REPOSITORY), **environment},
        check=True,
        capture_output=True,
    )
    return target


def test_the_same_bytes_on_any_machine_and_day(tmp_path: Path) -> None:
    """Another folder, time zone, hash seed, language, umask, other times of the files, and another day on the clock."""
    pytest.importorskip("time_machine")
    one = bundled(tmp_path / "a", "022", "2026-10-20T08:00Z", TZ="UTC", PYTHONHASHSEED="1", LC_ALL="C.UTF-8")
    elsewhere = tmp_path / "另一台 电脑" / "b"
    other = bundled(elsewhere, "077", "2031-02-28T23:59Z", TZ="Pacific/Kiritimati", PYTHONHASHSEED="7777", LC_ALL="C")

    assert one.read_bytes() == other.read_bytes()
    assert releases.verify(one).wrong == ()


def bundles(folder: Path) -> tuple[Path, Path]:
    """One that stands, and the next one."""
    standing = made.bundle(folder / "old")
    return standing, made.bundle(folder / "new", {"index.html": "<article><h1>新的</h1></article>"})


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT])
def test_a_disk_that_takes_no_more_leaves_the_old_one(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of it was written; the clerk is told why, and nothing of it stays."""
    standing, new = bundles(tmp_path)
    before = standing.read_bytes()

    def half(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:100])
        raise OSError(number, os.strerror(number), str(source), None, str(target))

    monkeypatch.setattr(staging.shutil, "copyfile", half)
    reason = {errno.ENOSPC: "磁盘满了", errno.EROFS: "只读", errno.EACCES: "没有权限", errno.EDQUOT: "配额"}[number]
    with (
        pytest.raises(Busy, match=rf"^{re.escape(str(standing))}:.*{reason}.*检查"),
        staging.locked(tmp_path / "build"),
    ):
        staging.place(new, standing)

    assert standing.read_bytes() == before
    assert [path.name for path in standing.parent.iterdir() if path.is_file()] == [standing.name]


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
@pytest.mark.parametrize("when", ["copy", "sync", "rename"])
def test_a_killed_one_leaves_the_old_one(when: str, tmp_path: Path) -> None:
    """At any moment; the next one clears away what it left."""
    standing, new = bundles(tmp_path)
    before = standing.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, when, str(new), str(standing)],
        env={**os.environ, "PYTHONPATH": str(world.REPOSITORY)},
        check=False,
    )

    assert done.returncode == -signal.SIGKILL
    assert standing.read_bytes() == before
    staging.place(new, standing)
    assert standing.read_bytes() == new.read_bytes()
    assert [path.name for path in standing.parent.iterdir() if path.is_file()] == [standing.name]


@pytest.mark.skipif(os.name == "nt", reason="there an open file is not replaced, and that is said")
def test_whoever_is_reading_reads_the_old_one_to_its_end(tmp_path: Path) -> None:
    """The new one takes its name, not its bytes."""
    standing, new = bundles(tmp_path)
    with zipfile.ZipFile(standing) as reading:
        names = reading.namelist()
        staging.place(new, standing)
        assert reading.testzip() is None
        assert "gongkai/anping/liucun.html" in names
    assert releases.verify(standing).count == 2


def test_what_was_planted_beside_it_is_not_written_through(tmp_path: Path) -> None:
    """The name of the file aside can be guessed; a link of that name leads nowhere."""
    standing, new = bundles(tmp_path)
    victim = tmp_path / "victim"
    victim.write_text("mine")
    standing.with_name(f".{standing.name}.new").symlink_to(victim)
    staging.place(new, standing)

    assert victim.read_text() == "mine"
    assert not standing.is_symlink()
    assert standing.read_bytes() == new.read_bytes()


def test_the_bundle_has_plain_names_and_fixed_times(tmp_path: Path) -> None:
    """ASCII, marked as UTF-8, readable by any program."""
    with zipfile.ZipFile(made.bundle(tmp_path)) as archive:
        assert archive.testzip() is None
        for member in archive.infolist():
            assert member.filename.isascii()
            assert member.flag_bits == 0x800
            assert member.date_time == (1980, 1, 1, 0, 0, 0)
            assert member.external_attr >> 16 == 0o100644
        assert "全部解压" in archive.read("READ-ME-FIRST.txt").decode("utf-8-sig")


def test_an_archive_of_very_many_files_is_still_one(tmp_path: Path) -> None:
    """More than the old directory can count."""
    names = [f"{number:06}.html" for number in range(70_000)]
    target = tmp_path / "large.zip"
    target.write_bytes(b"".join(offline.pieces(names, lambda _: b"x")))

    with zipfile.ZipFile(target) as archive:
        assert len(archive.namelist()) == 70_001
        assert archive.read("gongkai/069999.html") == b"x"


def test_sizes_are_said_as_people_say_them() -> None:
    """As Windows shows them."""
    told = [size(count) for count in (0, 1023, 1024, 1_572_864, 3 * 2**30)]
    assert told == ["0 字节", "1023 字节", "1.0 KB", "1.5 MB", "3.0 GB"]
