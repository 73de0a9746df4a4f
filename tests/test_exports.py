"""`gongkai export`: finished pages as something to hand out, all of it or nothing."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from generator import exports, leaks, pipeline
from generator.__main__ import main
from generator.formats import HANDOUTS
from generator.model import Audience, LeakFound, Site, Unusable
from generator.pipeline import Work
from tests.world import TODAY


@pytest.fixture
def work(site: Path) -> Iterator[Work]:
    with pipeline.at_work(Site(site, TODAY), site / "build") as held:
        yield held


def finance(work: Work) -> str:
    release = work.build(work.check(), Audience.PUBLIC)
    return next(page.path.removesuffix(".md") for page in release.pages if page.template == "finance.md.j2")


@pytest.mark.parametrize(
    ("kind", "endings"),
    [("word", [".docx"]), ("board", ["-a3.pdf", "-a4.pdf", ".png"]), ("card", ["-card.pdf"]), ("broadcast", [".txt"])],
)
def test_each_kind_is_made_of_a_page(kind: str, endings: list[str], work: Work, tmp_path: Path) -> None:
    """Beside each other under the page's own name; the same bytes again."""
    page = finance(work)
    made = exports.export(work, work.check(), Audience.PUBLIC, kind, tmp_path / "a", [f"{page}.html"])
    again = exports.export(work, work.check(), Audience.PUBLIC, kind, tmp_path / "b", [page])

    assert [path.relative_to(tmp_path / "a").as_posix() for path in made] == [f"{page}{ending}" for ending in endings]
    assert [path.read_bytes() for path in made] == [path.read_bytes() for path in again]
    assert set(HANDOUTS) == {"word", "board", "card", "broadcast"}


def test_a_document_says_what_its_page_says(work: Work, tmp_path: Path) -> None:
    """The same masks: it knows nothing but the page."""
    page = finance(work)
    (path,) = exports.export(work, work.check(), Audience.PUBLIC, "word", tmp_path, [page])
    words = [line.text for line in docx.Document(io.BytesIO(path.read_bytes())).paragraphs]
    html = (work.out / "public" / "site" / f"{page}.html").read_text("utf-8")

    assert words[0]
    assert words[0] in html


def test_without_a_page_all_of_the_kind_are_made(work: Work, tmp_path: Path) -> None:
    """Articles and disclosures."""
    made = exports.export(work, work.check(), Audience.PUBLIC, "broadcast", tmp_path)

    assert len(made) > 2
    assert all(path.suffix == ".txt" for path in made)


def test_a_page_that_is_not_there_is_said_so(work: Work, tmp_path: Path) -> None:
    """How to write it, too."""
    with pytest.raises(Unusable, match="没有 demo/nothing 这一页"):
        exports.export(work, work.check(), Audience.PUBLIC, "word", tmp_path, ["demo/nothing"])
    with pytest.raises(Unusable, match="没有 "):
        exports.export(work, work.check(), Audience.PUBLIC, "word", tmp_path, ["../../etc/passwd"])


def test_what_leaks_is_not_handed_out(work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of it, and what stood there stays."""
    page = finance(work)
    needles = {"收支公开榜": ("demo/finance/x", "摘要")}
    monkeypatch.setattr(pipeline.building, "wanted", lambda *_: leaks.Searched(needles, frozenset()))
    with pytest.raises(LeakFound, match="什么都没有给出"):
        exports.export(work, work.check(), Audience.PUBLIC, "broadcast", tmp_path / "out", [page])

    assert not (tmp_path / "out").exists()


def test_as_a_command(site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The folder on standard output, how many on the other; wrong words are explained."""
    monkeypatch.chdir(site)
    assert main(["export", "broadcast", "--today", "2026-10-20"]) == 0
    said = capsys.readouterr()
    assert said.out.strip() == str(Path("build/exports/public/broadcast"))
    assert "做好了,共" in said.err
    assert main(["export", "poster", "--today", "2026-10-20"]) == 2
    assert main(["export", "word", "--audience", "public", "--audience", "review"]) == 2
    assert main(["export", "word", "--out", "data"]) == 2


def test_the_doctor_says_what_is_missing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Everything is here; then a package is not, and then no room."""
    from generator.commands import doctor

    assert main(["doctor", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["ready"] is True
    monkeypatch.setattr(doctor, "find_spec", lambda name: None if name in ("typst", "mkdocs") else object())
    assert main(["doctor"]) == 1
    out = capsys.readouterr().out
    assert "缺  mkdocs:运行 pip install gongkai" in out
    assert "没有  公开栏、明白卡和长图(export board、card):运行 pip install gongkai[paper]" in out
