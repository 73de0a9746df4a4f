"""The manual in content/site/manual: every command in it is run as it stands there, in the order of the page."""

from __future__ import annotations

import io
import json
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from generator import cli
from generator.build import ENGINES
from generator.commands import COMMANDS, _common, command
from generator.console.progress import Lines
from generator.disclose import disclose
from generator.load import load
from generator.markup.prose import pictures, pieces
from generator.model import Audience, Came, Records
from generator.pages import plan
from generator.pictures import redraw
from generator.search import entries
from generator.write import write
from tests import world
from tests.build.driver import FAKE

FOLDER = world.REPOSITORY / "content" / "site" / "manual"
PAGES = sorted(path.stem for path in FOLDER.glob("*.md"))
ORDER = ("clerk", "reviewer", "county", "windows")
"""One after the other in the same site: what a page needs, an earlier one has made."""
ELSEWHERE = (
    "py -m pip install",
    "rsync -a",
)
"""Lines that are no command of ours, by how they begin."""
SHORTER = {"gongkai export board": "gongkai export board --page qingshanzhen/liucun/finance/liucun-2026-09"}
"""Lines that make less here than they would."""
COMMENT = {
    "page": "qingshanzhen/liucun/index.html",
    "title": "刘村",
    "record": "qingshanzhen/place/liucun",
    "quote": "户数",
    "text": "请核对",
    "who": "县纪委监委",
    "when": "2026-09-01T08:30:00+08:00",
}
"""What a reviewer gave back."""
ENGLISH = re.compile(r"\b[A-Za-z]{2,}(?: [a-z]{2,}){2,}")
"""Three English words in a row that are no command."""


class Day(date):
    """The clock says the day of the small site."""

    @classmethod
    def today(cls) -> date:
        return world.TODAY


def lines(page: str) -> Iterator[str]:
    """Every line of the page's ```sh blocks."""
    text = (FOLDER / f"{page}.md").read_text(encoding="utf-8")
    for block in re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        yield from block.splitlines()


def test_the_manual_has_the_pages_that_are_run() -> None:
    """None is left out, and each has something to run."""
    assert sorted(ORDER) == PAGES
    assert all(list(lines(page)) for page in ORDER)


@dataclass(frozen=True)
class Typed:
    """A line, and what came of it."""

    line: str
    code: int
    out: str
    err: str


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Typed]]:
    """An empty folder on the day of the manual, with the fake engine in place of MkDocs: runs what is typed there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(ENGINES, "mkdocs", FAKE)
        patch.setattr(_common, "date", Day)
        patch.setattr(Lines, "__call__", _noted)
        patch.chdir(tmp_path_factory.mktemp("desk"))

        def run(line: str) -> Typed:
            program, *words = shlex.split(line)
            if program == "cd":
                patch.chdir(*words)
                _given()
                return Typed(line, 0, "", "下一步")
            assert program == "gongkai", line
            with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
                code = cli.main(words)
            assert "Traceback" not in err.getvalue()
            return Typed(line, code, out.getvalue(), err.getvalue())

        yield run


STAGES: list[tuple[str, int, list[str]]] = []
"""What the commands told of their work while they did it: (stage, how many parts, the parts that were done)."""


@contextmanager
def _noted(_: Lines, words: str, total: int) -> Iterator[Came]:
    names: list[str] = []
    STAGES.append((words, total, names))
    yield names.append


@pytest.fixture(scope="module")
def typed(desk: Callable[[str], Typed]) -> list[Typed]:
    """The whole manual, line by line."""
    ours = (line for page in ORDER for line in lines(page) if not line.startswith(ELSEWHERE))
    return [desk(SHORTER.get(line, line)) for line in ours]


def _given() -> None:
    """What others gave: the reviewers' comments, an old document, a list."""
    came = {"kind": "gongkai-comments", "version": 1, "comments": [COMMENT]}
    Path("意见.json").write_text(json.dumps(came), encoding="utf-8")
    Path("低保名单.csv").write_text("姓名,户数\n\n张某,3\n", encoding="utf-8")
    _document(Path("2009年工作总结.docx"))


def test_every_command_in_the_manual_works_and_says_the_next_step(typed: list[Typed]) -> None:
    """In Chinese."""
    for one in typed:
        assert one.code == 0, one
        assert "下一步" in one.err + one.out, one
        assert not ENGLISH.search(re.sub(r"gongkai [a-z]+", "", one.err)), one
    assert len(typed) > 15


def test_long_work_tells_its_stages(typed: list[Typed]) -> None:
    """In Chinese, each township by its name, as its results come back."""
    told = {words: (total, names) for words, total, names in STAGES}

    assert list(told) == [
        "读取数据",
        "计算合计、比例和公开期限",
        "按规则核对",
        "读取数据、核对",
        "生成并检查给“社会”看的网页",
        "合成给“社会”看的网页:首页、搜索、校验清单",
        "做成要发的文件",
        "生成并检查给“审阅”看的网页",
        "合成给“审阅”看的网页:首页、搜索、校验清单",
        "打包",
    ]
    assert told["读取数据、核对"] == told["生成并检查给“社会”看的网页"] == (1, ["青山镇"])
    assert told["做成要发的文件"] == (1, [""])
    assert typed


EXAMPLES = {
    "anping": "qingshanzhen",
    "liucun-2026-03": "liucun-2026-09",
    "低保名单.xlsx": "低保名单.csv",
    "gongkai init 公开": "gongkai init 又一个",
    "安平镇.xlsx": "表格.xlsx",
}
"""What the examples of the help call it → what it is called here."""
NOT_RUN = ("serve", "build", "export")
"""Examples that would never end; and those that take long, of which tests/test_cli.py and tests/test_exports.py run the like."""
WITHOUT_NEXT = ("schema", "doctor", "publish")
"""Examples whose result says it all: for programs, or what is next."""


CHANGING = ("correct", "archive")
"""Run last: what is built before can be used again."""
RUN = sorted(set(COMMANDS) - set(NOT_RUN), key=lambda name: (name in CHANGING, COMMANDS.index(name)))


@pytest.mark.parametrize("name", RUN)
def test_the_example_of_every_help_can_be_run(name: str, typed: list[Typed], desk: Callable[[str], Typed]) -> None:
    """After the manual, with the files that the examples speak of; each says the next step."""
    for made in ("上次.zip", "这次.zip", "审阅.zip"):
        shutil.copy("build/bundles/review.zip", made)
    line = command(name).example  # type: ignore[union-attr]
    for said, here in EXAMPLES.items():
        line = line.replace(said, here)
    one = desk(line)

    assert one.code == 0, one
    assert name in WITHOUT_NEXT or "下一步" in one.err, one


def _document(path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_heading("2009年工作总结", 0)
    document.add_paragraph("一、抓好春耕。")
    document.save(str(path))


@pytest.mark.parametrize("page", PAGES)
def test_every_command_and_option_that_is_named_exists(page: str) -> None:
    """Also in the running text: `gongkai check --strict`."""
    text = (FOLDER / f"{page}.md").read_text(encoding="utf-8")
    named = re.findall(r"`gongkai ([a-z]+)((?: [^`\n]*)?)`", text) + [
        (found[0], found[1]) for found in re.findall(r"^gongkai ([a-z]+)(.*)$", text, re.MULTILINE)
    ]
    assert named
    for name, rest in named:
        if name == "ch":
            continue
        known = command(name)
        assert known is not None, name
        options = {option for param in known.params for option in param.opts}
        assert set(re.findall(r"--[a-z-]+", rest)) <= options, (name, rest)


@pytest.mark.parametrize("page", PAGES)
def test_every_picture_is_there_and_small(page: str) -> None:
    """And what it shows is said."""
    text = (FOLDER / f"{page}.md").read_text(encoding="utf-8")
    for _, address, name in pictures(text):
        assert name, address
        assert (FOLDER / address).stat().st_size < 80_000
        assert len(redraw(FOLDER / address)) < 250_000
    assert all(words for words, name in pieces(text) if name)


def test_the_manual_stands_apart(tmp_path: Path, world_records: Records) -> None:
    """In the menu below the rest, not on the first page, and its words are not what villagers find."""
    shutil.copytree(world.ROOT / "content", tmp_path / "content")
    files = tmp_path / "content" / "site" / "files"
    shutil.copytree(world.REPOSITORY / "content" / "site" / "files", files)
    text = (FOLDER / "clerk.md").read_text(encoding="utf-8")
    prose = {"manual/clerk": text, **world_records.prose}
    records = replace(world_records, prose=prose, root=str(tmp_path))
    edition = disclose(records, Audience.PUBLIC, part="")
    pages = {page.path: page for page in plan(edition)}
    publication = write(edition, plan(edition), tmp_path / "out")
    docs = publication.docs
    listed = {one.path: one for one in entries(publication)}

    assert [path for path in pages if path.startswith("about/")] == [
        "about/about.md",
        "about/manual/clerk.md",
        "about/manual/commands.md",
    ]
    assert pages["about/manual/clerk.md"].menu[:2] == ("说明", "手册")
    assert "manual/clerk" not in (docs / "index.md").read_text(encoding="utf-8")
    assert "Excel" not in listed["about/manual/clerk.html"].text
    assert "--audience" not in listed["about/manual/commands.html"].text
    assert len(list((docs / "files" / "site").glob("*.png"))) == len(list(pictures(text)))
    shown = (docs / "about" / "manual" / "clerk.md").read_text(encoding="utf-8")
    assert re.search(r"^!\[填报表里的收支一张\]\(\.\./\.\./files/site/[0-9a-f]{16}\.png\)\n\n- ", shown, re.MULTILINE)


def test_a_site_without_a_manual_has_no_page_of_commands(world_records: Records) -> None:
    """It would belong to nothing."""
    edition = disclose(world_records, Audience.PUBLIC, part="")

    assert "about/manual/commands.md" not in {page.path for page in plan(edition)}


PICTURES = {
    "![榜](files/a.png)": "",
    "![榜](files/none.png)": "附件文件不存在",
    "![榜](files/榜.png)": "的文件名不能用",
    "![榜](a.png)": "没有放在 content/site/files/ 里",
    "![榜](files/bad.png)": "图片打不开",
}


@pytest.mark.parametrize("written", PICTURES)
def test_a_picture_that_cannot_be_shown_is_said(written: str, tmp_path: Path) -> None:
    """With the line; and nothing breaks later."""
    site = world.copied(tmp_path / "site")
    folder = site / "content" / "site" / "files"
    folder.mkdir()
    shutil.copy(site / "content" / "demo" / "files" / "board-2026-07.png", folder / "a.png")
    (folder / "bad.png").write_bytes(b"no picture")
    (site / "content" / "site" / "about.md").write_text(f"# 关于\n\n看:{written}\n", encoding="utf-8")
    _, findings = load(site, "")
    found = [one for one in findings if one.where.file == "content/site/about.md"]

    assert [one.where.line for one in found] == [3] * bool(PICTURES[written])
    assert all(PICTURES[written] in one.message for one in found)
