"""A new site: complete, in order, and never over what is there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator import pipeline
from generator.__main__ import main
from generator.editing import keeping
from generator.model import Busy, Level, Site
from generator.records import MARKDOWN_KINDS, TOWNSHIP_KINDS
from generator.starting import GUIDE, New, guide, shipped, slug, township

NAMES = ["--name", "青山镇", "--village", "刘村", "--village", "柳村", "--village", "大石桥村"]


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "site", *NAMES, "--today", "2026-10-20", "--quiet"]) == 0
    return tmp_path / "site"


@pytest.mark.parametrize("today", ["2026-10-20", "2026-01-31", "2027-03-01"])
def test_it_is_in_order_on_any_day(today: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "site", "--yes", "--today", today, "--quiet"]) == 0

    records, findings = pipeline.check(Site(tmp_path / "site", date.fromisoformat(today)))

    assert [str(one) for one in findings if one.level is not Level.NOTE] == []
    there = {record.family for record in records if record.township}
    common = {kind.family for kind in TOWNSHIP_KINDS if kind not in MARKDOWN_KINDS}
    assert there >= common - {"assessment", "acceptance", "comment"}


def test_names_become_folders_that_differ() -> None:
    assert New("青山镇", ("刘村", "柳村", "大石桥村"), date(2026, 10, 20)).slugs == (
        "qingshanzhen",
        "liucun",
        "liucun-2",
        "dashiqiaocun",
    )
    assert slug("一个名字特别长的民族乡人民政府驻地") == "yigemingzitebiezhang"
    assert slug("○○") == "place"
    assert slug("con") == "place-con"


def test_again_it_overwrites_nothing(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (made / "mkdocs.yml").write_text("mine", encoding="utf-8")
    (made / "content/site/about.md").unlink()
    before = _files(made)
    capsys.readouterr()

    assert main(["init", "site", "--yes", "--name", "别的镇", "--today", "2026-10-20"]) == 0

    after = _files(made)
    assert {path: after[path] for path in before} == before
    assert set(after) - set(before) == {"content/site/about.md"}
    assert "补上了 1 个缺的文件" in capsys.readouterr().err


def test_beside_files_of_somebody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/照片.jpg").write_bytes(b"x")

    assert main(["init", "site", "--yes", "--quiet"]) == 0

    assert (tmp_path / "site/照片.jpg").read_bytes() == b"x"
    assert (tmp_path / "site/mkdocs.yml").is_file()


def test_when_it_fails_nothing_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    calls = []

    def full(made: object, target: object) -> None:
        calls.append(target)
        if len(calls) > 20:
            raise OSError(28, "No space left on device")
        Path(str(made)).rename(str(target))

    monkeypatch.setattr(keeping.os, "replace", full)
    assert main(["init", "site", "--yes", "--quiet"]) == Busy.exit_code
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--village", "甲村"], "--village 写 3 次"),
        (["--name", "青山 镇"], "不能用"),
        (["--name", "- 甲: 乙"], "不能用"),
        (["--name", "甲村"], "不能相同"),
        (["--slug", "Con"], "con"),
    ],
)
def test_names_that_cannot_be(
    words: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    code = main(["init", "site", "--yes", "--today", "2026-10-20", *words])

    told = capsys.readouterr()
    assert (code == 2 and said in told.err) or (said == "con" and (tmp_path / "site/data/townships/place-con").is_dir())


def test_what_is_shipped_is_no_sample() -> None:
    files = dict(shipped())
    assert not [path for path in files if path.startswith(("data/townships", "tests"))]
    assert not [path for path in files if "/demo-" in path]
    assert b'site_url: ""' in files["mkdocs.yml"]
    assert {"mkdocs.yml", ".vscode/settings.json", ".vscode/extensions.json"} <= set(files)
    new = New("青山镇", ("刘村", "柳村", "大石桥村"), date(2026, 10, 20))
    assert all(b"${" not in data for _, data in township(new))
    assert guide(new).startswith("\ufeff青山镇公开网站\r\n".encode())
    assert GUIDE not in files
