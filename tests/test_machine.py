"""On Windows: what is done otherwise there, seen from here."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from generator import machine, staging
from generator.__main__ import main
from generator.editing.keeping import Edit, keep
from generator.executors.pool import Pool
from generator.model import Busy
from generator.parts import kept

REAL = os.open


@pytest.fixture(params=[False, True], ids=["here", "windows"])
def windows(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """As here, and as on Windows, where a folder cannot be opened like a file."""
    there: bool = request.param

    def opened(path: str | Path, flags: int, *rest: int) -> int:
        if there and Path(path).is_dir():
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return REAL(path, flags, *rest)

    monkeypatch.setattr(machine, "WINDOWS", there)
    monkeypatch.setattr(os, "open", opened)
    return there


def test_files_are_kept_and_a_release_is_swapped(windows: bool, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    keep(tmp_path, [Edit(tmp_path / "data/甲.yml", None, b"a\r\n")])
    assert (tmp_path / "data/甲.yml").read_bytes() == b"a\r\n"

    with staging.locked(tmp_path / "build"), staging.staged(tmp_path / "build", "public") as folder:
        (folder / "site").mkdir()
        (folder / "site" / "index.html").write_text("x", encoding="utf-8")
        staging.swap(folder, "public")
    assert (tmp_path / "build/public/site/index.html").read_text(encoding="utf-8") == "x"


def test_what_others_may_write_is_not_believed_where_rights_tell_it(windows: bool, tmp_path: Path) -> None:
    file = tmp_path / "a"
    kept.put(file, "key", 1)
    file.chmod(stat.S_IMODE(file.stat().st_mode) | stat.S_IWOTH)

    assert kept.get(file, "key") == (1 if windows else None)


def test_a_path_that_is_too_long_is_called_so(windows: bool, tmp_path: Path) -> None:
    """Windows says that there is no such folder."""
    deep = tmp_path / "/".join(["长" * 40] * 7)
    said = machine.reason(FileNotFoundError(errno.ENOENT, "No such file"), deep)

    assert said == ("路径太长,请把网站文件夹移到浅一些的地方" if windows else "")
    assert machine.reason(OSError(errno.ENAMETOOLONG, ""), Path("a")).startswith("路径太长")


def test_a_file_that_is_open_in_excel_is_called_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()

    def held(*_: object) -> None:
        error = PermissionError(errno.EACCES, "used by another process")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(Busy, match="正在 Excel、WPS 或别的程序里开着"):
        keep(tmp_path, [Edit(tmp_path / "data/a.yml", None, b"a")])
    assert not (tmp_path / "data/a.yml").exists()


def test_no_more_processes_than_can_be_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "WAITED_FOR", 61)

    assert Pool(100).processes == 61


def test_the_doctor_looks_at_the_path(
    windows: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "深" / ("a" * 120)
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)

    main(["doctor"])

    said = capsys.readouterr()
    assert ("路径不太长" in said.out + said.err) is windows


def test_lines_that_end_as_windows_ends_them_stay_so(windows: bool, tmp_path: Path) -> None:
    """A file that Notepad wrote is read, and edited without another end of a line."""
    from generator.editing.document import Document

    document = Document("a.yml", "\ufeff- 编号: a\r\n  名称: 甲\r\n".encode())

    assert document.put((0, "名称"), "乙").data == "\ufeff- 编号: a\r\n  名称: 乙\r\n".encode()
