"""A newer program: what nobody changed is renewed, what somebody changed is kept and shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import starting
from generator.__main__ import main
from generator.starting.layout import RECORD, Fate, changes, remembered

OLD = {"mkdocs.yml": b"a: 1\n", "content/site/about.md": b"old\n", "theme_overrides/x.css": b"x\n", "gone.txt": b"g"}
NEW = {"mkdocs.yml": b"a: 2\n", "content/site/about.md": b"new\n", "theme_overrides/x.css": b"x\n", "new.txt": b"n"}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Made by an older program; then a newer one is installed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(starting, "shipped", OLD.items)
    assert main(["init", ".", "--yes", "--quiet"]) == 0
    monkeypatch.setattr(starting, "shipped", NEW.items)
    return tmp_path


def test_each_file_by_its_own_fate(site: Path) -> None:
    (site / "content/site/about.md").write_bytes(b"mine\n")

    fates = {one.path: one.fate for one in changes(site, NEW)}

    assert fates == {
        "mkdocs.yml": Fate.RENEWED,
        "content/site/about.md": Fate.KEPT,
        "new.txt": Fate.ADDED,
        "gone.txt": Fate.LEFT,
    }


def test_first_it_shows_then_it_writes(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "content/site/about.md").write_bytes(b"mine\n")

    assert main(["upgrade"]) == 0
    told = capsys.readouterr()
    assert "更新 mkdocs.yml\n    @@ -1 +1 @@\n    -a: 1\n    +a: 2\n" in told.out
    assert "什么都没有写" in told.err
    assert (site / "mkdocs.yml").read_bytes() == b"a: 1\n"

    assert main(["upgrade", "--yes"]) == 0
    assert (site / "mkdocs.yml").read_bytes() == b"a: 2\n"
    assert (site / "new.txt").read_bytes() == b"n"
    assert (site / "content/site/about.md").read_bytes() == b"mine\n"
    assert (site / "gone.txt").read_bytes() == b"g"
    assert set(remembered(site)) == set(NEW)

    capsys.readouterr()
    assert main(["upgrade", "--yes"]) == 0
    assert "没有要换的" in capsys.readouterr().err


def test_what_the_clerk_threw_away_does_not_come_back(site: Path) -> None:
    (site / "mkdocs.yml").write_bytes(NEW["mkdocs.yml"])
    (site / "theme_overrides/x.css").unlink()

    fates = {one.path: one.fate for one in changes(site, NEW)}
    assert fates["theme_overrides/x.css"] is Fate.DELETED
    assert "mkdocs.yml" not in fates


@pytest.mark.parametrize("note", [b"", b"[]", b'{"files": 1}', b"\xff"])
def test_a_site_that_remembers_nothing_loses_nothing(note: bytes, site: Path) -> None:
    (site / RECORD).write_bytes(note)

    fates = {one.path: one.fate for one in changes(site, NEW)}
    assert fates["mkdocs.yml"] is Fate.KEPT
    assert main(["upgrade", "--yes"]) == 0
    assert (site / "mkdocs.yml").read_bytes() == b"a: 1\n"


def test_where_there_is_no_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["upgrade", "--root", str(tmp_path)]) == 2
    assert "没有网站" in capsys.readouterr().err
