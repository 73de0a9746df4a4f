"""`gongkai export`: finished pages as something to hand out, all of it or nothing."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from PIL import Image

from generator import exports, leaks, pipeline
from generator.__main__ import main
from generator.formats import HANDOUTS
from generator.markup.blocks import Document, Picture
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


def test_every_page_of_the_kind_becomes_a_document(work: Work, tmp_path: Path) -> None:
    """Each opens, has its title and the words of its page, and no sign of the machine."""
    made = exports.export(work, work.check(), Audience.REVIEW, "word", tmp_path)
    release = work.build(work.check(), Audience.REVIEW)
    titles = {page.path.removesuffix(".md"): page.title for page in release.pages}

    assert len(made) > 5
    for path in made:
        word = docx.Document(io.BytesIO(path.read_bytes()))
        words = [line.text for line in word.paragraphs]
        title = next(line.text for line in word.paragraphs if line.style is not None and line.style.name == "Title")
        assert title == titles[path.relative_to(tmp_path).with_suffix("").as_posix()]
        assert "给“审阅”看的资料 · 不得放到互联网上" in words
        assert any(text.startswith("记录编号：") for text in words)
        assert str(work.site.root).encode() not in path.read_bytes()


def test_pictures_of_the_site_are_in_the_document_and_no_others(tmp_path: Path) -> None:
    """A page that names a file outside has its words alone."""
    site = tmp_path / "site"
    (site / "files").mkdir(parents=True)
    for path in (site / "files" / "a.png", tmp_path / "secret.png"):
        Image.new("RGB", (9, 9)).save(path)
    names = (
        "../files/a.png",
        "../../secret.png",
        str(tmp_path / "secret.png"),
        "../files",
        "../files/none.png",
        "\0",
        "x" * 5000,
    )
    document = Document("题", tuple(Picture(name, "图") for name in names))

    assert list(dict(exports._pictures(document, site / "a", site))) == ["../files/a.png"]


def test_what_is_no_longer_there_does_not_stay(work: Work, tmp_path: Path) -> None:
    """A page that was withdrawn leaves no document behind; what others put there stays."""
    made = exports.export(work, work.check(), Audience.PUBLIC, "broadcast", tmp_path)
    (tmp_path / "mine.txt").write_text("我的", encoding="utf-8")

    assert exports.cleared(work, tmp_path, made) == []
    assert exports.cleared(work, tmp_path, made[1:]) == [made[0]]
    assert not made[0].exists()
    assert (tmp_path / "mine.txt").exists()
    (file,) = (work.cache / "exports").iterdir()
    file.write_text('["../x", 5, "none.txt"]', encoding="utf-8")
    assert exports.cleared(work, tmp_path, made[1:]) == []
    file.write_text("{", encoding="utf-8")
    assert exports.cleared(work, tmp_path, made[1:]) == []


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
